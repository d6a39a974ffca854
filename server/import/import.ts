import { isDeepStrictEqual } from 'node:util';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { requireRight, type Actor } from '../actor.ts';
import { writeAs } from '../audit/audit.ts';
import type { Tx } from '../db/db.ts';
import * as desk from '../db/desk.ts';
import { insertRows } from '../db/prepared.ts';
import * as schema from '../db/schema.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { append, type NewEntry } from '../ledger/append.ts';
import { basisColumn, targetsOfRow } from '../ledger/targets.ts';
import { checkNeeded, insertAdminRates, type AdminRate } from '../rates/admin-rate.ts';
import { referenceRates } from '../rates/reference.ts';
import { signatureEntry } from '../signatories/moderate.ts';
import { emailKey } from '../signatories/schemas.ts';
import { keepLookKeys, signatoryRow } from '../signatories/sign.ts';
import { differences } from '../initiative/change.ts';
import { attemptAt, checkFile, type CheckedFile, type InitiativeFile } from './file.ts';
import { importPledges } from './pledges.ts';
import {
  lockImports,
  openImport,
  ratePath,
  signatoryPath,
  type Import,
  type ImportAnswer,
  type ImportContext,
  type ImportOptions,
  type Tally,
} from './job.ts';
import { importedEntries, reportedColumns } from '../initiative/offered.ts';
import { milestoneRow } from '../initiative/milestones.ts';
import { findInitiative, readMilestones, type Initiative } from '../initiative/read.ts';

/**
 * In one transaction, all or nothing. Items are known by their keys, so a file may come again. Few queries. Takes the
 * pledges out of `json`: their memory is needed for the ledger's entries.
 */
export async function importFile(
  ctx: ImportContext,
  actor: Actor,
  json: unknown,
  options: ImportOptions = {},
): Promise<ImportAnswer> {
  requireRight(actor, 'manage');
  const checked = checkFile(json, ctx.now());
  const deed = {
    right: 'manage',
    act: 'initiative.import',
    object: null,
    facts: {
      ...(options.useOldRates && { useOldRates: 'yes' }),
      ...(options.keepInitiative && { keepInitiative: 'yes' }),
      ...(options.ratesAreRight && { ratesAreRight: 'yes' }),
    },
  } as const;
  const { body } = await writeAs(ctx, actor, null, deed, async (tx) => {
    await lockImports(tx);
    const job = await openImport(ctx, tx, options);
    const entries: NewEntry[] = [];
    const answer: ImportAnswer = {
      initiative: await importInitiative(job, checked, entries),
      rates: await importAdminRates(job, checked),
      signatories: await importSignatories(job, checked, entries),
      ...(await importPledges(job, checked, entries)),
    };
    job.check.done();
    await insertRows(tx, schema.imported, job.remembered());
    if (entries.length > 0) {
      await append(tx, entries, ctx, (done) =>
        job.progress('ledger entries', done, entries.length),
      );
    }
    return { status: 201, body: answer };
  });
  return body as ImportAnswer;
}

function rowOf({ file, ...targets }: CheckedFile): Initiative {
  const { fundingTargetMinor, gpusTarget, gpuSecondsTarget } = targets;
  const { initiative, recipient } = file;
  const { name, call, currency, startsOn, endsOn, deadlineOn, note } = initiative;
  return {
    id: 1,
    name,
    call,
    currency,
    fundingTargetMinor,
    gpusTarget,
    gpusBasis: basisColumn(initiative.targets.basis) ?? null,
    gpuSecondsTarget,
    startsOn: startsOn ?? null,
    endsOn: endsOn ?? null,
    deadlineOn: deadlineOn ?? null,
    note: note ?? null,
    closed: initiative.closed,
    demonstration: initiative.demonstration,
    fetchRates: initiative.fetchRates ?? null,
    recipient: recipient ?? null,
    opensAt: initiative.opensAt === undefined ? null : new Date(initiative.opensAt),
    inviteHash: null,
    reply: null,
    closedAt: null,
    closing: null,
    look: null,
  };
}

const reportedRows = ({ reported }: InitiativeFile) =>
  reported.map((entry, position) => ({ position, ...reportedColumns(entry) }));

async function importInitiative(
  job: Import,
  checked: CheckedFile,
  entries: NewEntry[],
): Promise<ImportAnswer['initiative']> {
  const { file, written, milestones } = checked;
  const row = rowOf(checked);
  const content = [written.initiative, written.recipient, written.reported];
  const standing = await findInitiative(job.tx);
  if (standing)
    return compare(job, content, {
      standing,
      // No file has a reply, so none takes it back.
      row: { ...row, reply: standing.reply },
      checked,
    });
  await job.tx.insert(schema.initiative).values(row);
  await insertRows(job.tx, schema.reported, reportedRows(file));
  await insertRows(job.tx, desk.milestone, milestones.map(milestoneRow));
  job.remember('initiative', content, row.name);
  entries.push({ kind: 'initiative', targets: targetsOfRow(row) });
  return { added: 1, skipped: 0, changedHere: false };
}

/** Changes made here stay, and all that is here if the importer says so. Else a file would change it without a reason. */
async function compare(
  job: Import,
  content: unknown[],
  { standing, row, checked }: { standing: Initiative; row: Initiative; checked: CheckedFile },
): Promise<ImportAnswer['initiative']> {
  if (job.idOf('initiative') === undefined) {
    throw new DomainError('conflict', say().imports.otherInitiative);
  }
  const differing = await differingPlaces(job.tx, { standing, row, checked });
  const isKept = job.options.keepInitiative || job.isKnown('initiative', content);
  const changedHere = differing.length > 0 && isKept;
  const { changeAtDesk, otherCurrency } = say().imports;
  // Amounts in the ledger are in the currency.
  if (changedHere && standing.currency !== row.currency) {
    job.check.refuse('initiative.currency', otherCurrency);
  }
  for (const place of changedHere ? [] : differing) {
    job.check.refuse(place, changeAtDesk(place === 'reported'));
  }
  return { added: 0, skipped: 1, changedHere };
}

async function differingPlaces(
  tx: Tx,
  { standing, row, checked }: { standing: Initiative; row: Initiative; checked: CheckedFile },
): Promise<string[]> {
  const fixed = (['currency', 'demonstration'] as const).filter(
    (name) => standing[name] !== row[name],
  );
  const milestones = await readMilestones(tx);
  const reported = await importedEntries(tx);
  return [
    ...[...fixed, ...differences(standing, row)].map((name) =>
      name === 'recipient' ? name : `initiative.${name}`,
    ),
    ...(isDeepStrictEqual(milestones, checked.milestones) ? [] : ['initiative.milestones']),
    ...(isDeepStrictEqual(reported, reportedRows(checked.file)) ? [] : ['reported']),
  ];
}

/** An admin's entry that nobody has published or confirmed gives way to the file's. */
async function takenAddresses(job: Import, file: InitiativeFile): Promise<Set<string | null>> {
  const { emailKey: key, status } = schema.signatory;
  const wanted = sql.param(
    file.signatories.flatMap(({ key: itemKey, email }) =>
      email === undefined || job.idOf(signatoryPath(itemKey)) !== undefined ? [] : emailKey(email),
    ),
  );
  const isWanted = eq(key, sql`ANY(${wanted}::text[])`);
  await job.tx
    .update(schema.signatory)
    .set({ status: 'rejected' })
    .where(and(isWanted, eq(status, 'pending'), isNull(schema.signatory.confirmedAt)));
  const rows = await job.tx
    .select({ key })
    .from(schema.signatory)
    .where(and(isWanted, ne(status, 'rejected')));
  return new Set(rows.map((row) => row.key));
}

async function importSignatories(
  job: Import,
  { file, written }: CheckedFile,
  entries: NewEntry[],
): Promise<Tally> {
  const { ctx, tx } = job;
  const rows: (typeof schema.signatory.$inferInsert)[] = [];
  const taken = await takenAddresses(job, file);
  file.signatories.forEach((item, index) => {
    const path = signatoryPath(item.key);
    const content = written.signatories![index];
    if (!job.isNew(path, `signatories[${index}]`, content)) return;
    if (item.email !== undefined && taken.has(emailKey(item.email))) {
      job.check.refuse(`signatories[${index}].email`, say().imports.signedHere);
    }
    const row = {
      ...signatoryRow(ctx, item),
      status: 'published' as const,
      publishedAt: ctx.now(),
    };
    rows.push(row);
    job.remember(path, content, row.id);
    entries.push(signatureEntry(ctx, row, 'sign', item.signedOn));
  });
  job.check.done();
  await insertRows(tx, schema.signatory, rows);
  await keepLookKeys(tx, rows);
  job.progress('signatories', file.signatories.length, file.signatories.length);
  return { added: rows.length, skipped: file.signatories.length - rows.length };
}

async function importAdminRates(
  job: Import,
  { file, written, rates }: CheckedFile,
): Promise<Tally> {
  const fresh: { place: string; rate: AdminRate }[] = [];
  rates.forEach((rate, index) => {
    const path = ratePath(rate);
    const place = `rates[${index}]`;
    const content = written.rates![index];
    if (!job.isNew(path, place, content)) return;
    job.remember(path, content, rate.ratedOn);
    fresh.push({ place, rate });
  });
  const wanted = fresh.map(({ rate }) => ({ asset: rate.currency, on: rate.ratedOn }));
  const known = await referenceRates(job.tx, file.initiative.currency, wanted);
  const { ratesAreRight = false } = job.options;
  for (const { place, rate } of fresh) {
    attemptAt(job.check, place, () => checkNeeded(rate, known, ratesAreRight));
  }
  job.check.done();
  await insertAdminRates(
    job.tx,
    fresh.map(({ rate }) => rate),
    job.ctx.now(),
  );
  return { added: fresh.length, skipped: rates.length - fresh.length };
}
