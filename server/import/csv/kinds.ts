/** The plan of each kind of file. */
import { and, ne, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../db/db.ts';
import * as schema from '../../db/schema.ts';
import { today } from '../../domain/day.ts';
import { fieldError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { openInitiative } from '../../initiative/read.ts';
import { BATCH_LENGTH, randomCode } from '../../ledger/codes.ts';
import { lockGivers, planAcceptance } from '../../pledges/acceptance.ts';
import { draftPledge, type PledgeDraft } from '../../pledges/draft.ts';
import { loggedDeed, pledgeRow, siteCodes } from '../../pledges/pledge.ts';
import { isHeldBack } from '../../pledges/pledge-row.ts';
import { evidenceRow, movementEntries, termsEntry } from '../../pledges/record.ts';
import { referenceRates } from '../../rates/reference.ts';
import { emailKey } from '../../signatories/schemas.ts';
import { signatoryRow } from '../../signatories/sign.ts';
import {
  addUp,
  emptyWork,
  inTurns,
  planOf,
  planRow,
  readRows,
  type FreshRow,
  type Plan,
  type Planning,
} from './plan.ts';
import { attemptRow } from './typed.ts';
import { giversOf, type FoundGiver } from './whom.ts';

export async function planSignatories(planning: Planning): Promise<Plan> {
  const { ctx, reader } = planning;
  await openInitiative(reader);
  const rows = await readRows('signatories', planning);
  const { fresh } = rows;
  const taken = await signedAddresses(reader, fresh);
  const rowOf = new Map<string, number>();
  const work = emptyWork();
  for await (const { key, read, typed } of inTurns(fresh)) {
    planRow(read, {}, () => {
      if (typed.email !== undefined) {
        const address = emailKey(typed.email);
        const { signed, waits, emailTwice } = say().csv;
        const status = taken.get(address);
        if (status !== undefined) {
          throw fieldError('email', status === 'pending' ? waits : signed);
        }
        const before = rowOf.get(address);
        if (before !== undefined) throw fieldError('email', emailTwice(before));
        rowOf.set(address, read.row.n);
      }
      const row = {
        ...signatoryRow(ctx, typed),
        status: 'published' as const,
        publishedAt: ctx.now(),
      };
      const { id: signatoryId, code: signer, name, kind: type } = row;
      const on = typed.signedOn ?? today(ctx.now());
      const sign = { kind: 'signature', signatoryId, name, signer, type, act: 'sign', on } as const;
      work.signatories.push(row);
      work.batches.push({ ref: signatoryId, on, hides: false, entries: [sign] });
      work.items.push({ key, made: signatoryId });
      work.deeds.push({ act: 'signatory.enter', object: signatoryId });
    });
  }
  return planOf('signatories', rows, work);
}

async function signedAddresses(reader: Db | Tx, fresh: readonly FreshRow<'signatories'>[]) {
  const keys = fresh.flatMap(({ typed: { email } }) =>
    email === undefined ? [] : emailKey(email),
  );
  const { emailKey: key, status } = schema.signatory;
  const rows = await reader
    .select({ key, status })
    .from(schema.signatory)
    .where(and(sql`${key} = ANY(${sql.param(keys)}::text[])`, ne(status, 'rejected')));
  return new Map(rows.map((row) => [row.key, row.status]));
}

interface Item {
  row: FreshRow<'pledges'>;
  giver: FoundGiver;
  draft: PledgeDraft;
}

export async function planPledges(planning: Planning): Promise<Plan> {
  const { ctx, reader, tx } = planning;
  const { currency } = await openInitiative(reader);
  const rows = await readRows('pledges', planning);
  const { fresh } = rows;
  const giverOf = await giversOf(
    reader,
    fresh.map(({ typed }) => typed.whom),
  );
  const items = fresh.flatMap((row): Item[] => {
    const item = attemptRow(row.read, fieldsOf(row), () => ({
      row,
      giver: giverOf(row.typed.whom),
      draft: draftPledge(row.typed.input, currency),
    }));
    return item ? [item] : [];
  });
  const ids = items.map(({ giver }) => giver.id);
  const locked = tx && (await lockGivers(tx, [...new Set(ids)], 'shared'));
  const siteNames = items.flatMap(({ draft }) => draft.siteName ?? []);
  // A preview makes no sites.
  const siteOf = tx ? await siteCodes(ctx, tx, siteNames) : () => '';
  const wanted = items.map(({ row, draft }) => ({ asset: draft.asset, on: row.typed.on }));
  const rates = await referenceRates(reader, currency, wanted);
  const work = emptyWork();
  for await (const { row: of, giver: found, draft } of inTurns(items)) {
    const { key, read, typed } = of;
    planRow(read, fieldsOf(of), () => {
      const giver = locked?.get(found.id) ?? found;
      const site = draft.siteName === null ? null : siteOf(draft.siteName);
      const row = pledgeRow(ctx, typed.input, draft, { signatoryId: found.id, site });
      const hides = isHeldBack(row);
      const asked = { on: typed.on, now: ctx.now(), grade: typed.grade };
      const { terms, moves, grade, fixed } = planAcceptance(row, giver, asked, { currency, rates });
      Object.assign(row, fixed);
      const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
      work.pledges.push(row);
      addUp(work, row.asset, row.quantity);
      work.evidence.push(...evidenceRow(batch, typed.evidence, row.asset));
      work.batches.push({
        ref: row.ref,
        on: typed.on,
        hides,
        entries: [
          termsEntry(row, terms, giver),
          ...movementEntries(row, { batch, moves, on: typed.on, grade }),
        ],
      });
      work.items.push({ key, made: row.ref });
      work.deeds.push(loggedDeed(row.ref, 'accepted'));
    });
  }
  return planOf('pledges', rows, work);
}

const fieldsOf = ({ read }: FreshRow<'pledges'>): Record<string, string> => ({
  asset: read.text('model') === undefined ? 'currency' : 'model',
  occurredOn: 'pledged_on',
  dueOn: 'due_on',
  to: 'last_day',
  windows: 'gpu_hours',
});
