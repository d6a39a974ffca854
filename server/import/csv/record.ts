/** Recording an import, all in one transaction: a crash leaves nothing of it, and the file to be recorded again. */
import { eq } from 'drizzle-orm';
import type { Actor } from '../../actor.ts';
import { audit, auditAll, type Deed } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import { csvImport, csvItem } from '../../db/csv.ts';
import type { Tx } from '../../db/db.ts';
import { insertRows } from '../../db/prepared.ts';
import * as schema from '../../db/schema.ts';
import { isTaken } from '../../db/sql.ts';
import { write } from '../../db/write.ts';
import { DomainError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { append } from '../../ledger/append.ts';
import { countTowardsIncrease } from '../../pledges/record.ts';
import { keepLookKeys } from '../../signatories/sign.ts';
import { lockImports, type Progress } from '../job.ts';
import { inLedgerOrder } from '../pledges.ts';
import type { Work } from './plan.ts';
import { fileOf, noCsv, planCsv, requireImporter, seenOf, type CsvImport } from './stage.ts';

const isLocked = (error: unknown): boolean =>
  error instanceof Error && (error.cause as { code?: unknown } | undefined)?.code === '55P03';

/** Of two who record or undo it at once, the second is refused. Throws `not-found` and `conflict`. */
export async function lockCsv(tx: Tx, id: string): Promise<CsvImport> {
  try {
    const wanted = tx.select().from(csvImport).where(eq(csvImport.id, id));
    const [row] = await wanted.for('update', { noWait: true });
    if (!row) throw noCsv();
    return row;
  } catch (error) {
    throw isLocked(error) ? new DomainError('conflict', say().csv.busy) : error;
  }
}

/** Statements of some megabytes. */
const DEEDS = 4_000;

export async function auditRows(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  deeds: readonly Deed[],
): Promise<void> {
  for (let at = 0; at < deeds.length; at += DEEDS) {
    // oxlint-disable-next-line no-await-in-loop -- as many as fit into a statement
    await auditAll(tx, ctx, actor, deeds.slice(at, at + DEEDS));
  }
}

async function insertWork(tx: Tx, id: string, work: Work): Promise<void> {
  await insertRows(tx, schema.signatory, work.signatories);
  await keepLookKeys(tx, work.signatories);
  await insertRows(tx, schema.pledge, work.pledges);
  await insertRows(tx, schema.evidence, work.evidence);
  for (const { pledge, moves } of work.increases) {
    // oxlint-disable-next-line no-await-in-loop -- few givers ask for more
    await countTowardsIncrease(tx, pledge, moves);
  }
  await insertRows(
    tx,
    csvItem,
    work.items.map((item) => ({ ...item, importId: id })),
  );
}

/**
 * Records the rows without errors; unless `onlyGood`, refuses if any has one. Nobody gets an email: it is past. Throws
 * `conflict` if the rows come to something else than was `seen`.
 */
export async function recordCsv(
  ctx: Context,
  actor: Actor,
  id: string,
  { onlyGood, seen }: { onlyGood: boolean; seen: string | undefined },
  progress: Progress = () => {},
): Promise<void> {
  requireImporter(actor);
  await write(ctx, null, async (tx) => {
    const row = await lockCsv(tx, id);
    const file = await fileOf(row);
    const { kind, answers } = row;
    if (!answers) throw new DomainError('conflict', say().csv.changedSince);
    await lockImports(tx);
    const plan = await planCsv(kind, { ctx, reader: tx, tx, file, answers, progress });
    const { work, good, wrong } = plan;
    if (seen !== undefined && seen !== seenOf(plan)) {
      throw new DomainError('conflict', say().csv.changedSince);
    }
    if (good === 0) throw new DomainError('conflict', say().csv.nothingGood);
    if (wrong.length > 0 && !onlyGood) throw new DomainError('conflict', say().csv.someWrong);
    await insertWork(tx, id, work);
    await tx
      .update(csvImport)
      .set({ file: null, recorded: good, recordedAt: ctx.now() })
      .where(eq(csvImport.id, id));
    const facts = { kind, count: good };
    await audit(tx, ctx, actor, { act: 'csv.record', object: id, facts });
    await auditRows(tx, ctx, actor, work.deeds);
    const entries = inLedgerOrder(work.batches);
    await append(tx, entries, ctx, (done) => progress('entries', done, entries.length));
    return { status: 201, body: { id } };
  }).catch((error: unknown) => {
    // Somebody has signed with an address of the file since it was planned.
    throw isTaken(error) ? new DomainError('conflict', say().csv.changedSince) : error;
  });
}
