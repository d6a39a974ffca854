import { desc, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import { LOCKS } from '../db/locks.ts';
import * as schema from '../db/schema.ts';
import { holdLock, tryLock } from '../db/sql.ts';
import { emptyTotals, foldEffect } from '../domain/totals.ts';
import { readLeaves, readMoved } from './effects.ts';
import { checkNewest, readLogs, type SigningContext } from './identity.ts';
import { appendHash, decodeFrontier, emptyFrontier, encodeFrontier, rootOf } from './merkle.ts';
import { checkpointText, openNote, signNote } from './note.ts';
import { advanceOutstanding } from './outstanding.ts';
import { advanceStanding } from './standing.ts';
import { decodeTotals, encodeTotals } from './totals-json.ts';

/** Keeps every replica from making a checkpoint until the commit. */
export const holdCheckpoints = (tx: Tx): Promise<unknown> => holdLock(tx, LOCKS.checkpoint);

export type Checkpoint = ReturnType<typeof asCheckpoint>;

/** `capacitySize`: where its concurrency is derived; 0 while no window has moved. */
const asCheckpoint = (row: typeof schema.checkpoint.$inferSelect) => ({
  ...row,
  totals: decodeTotals(row.totals),
  frontier: decodeFrontier(row.size, row.frontier),
});

const asRow = ([row]: (typeof schema.checkpoint.$inferSelect)[]): Checkpoint | null =>
  row ? asCheckpoint(row) : null;

/** Public lists end there. */
export const SIGNED_SIZE = sql`(SELECT coalesce(max(size), 0) FROM checkpoint)`;

const NEWEST = [desc(schema.checkpoint.size), desc(schema.checkpoint.log)];

export const newestCheckpoint = async (reader: Db | Tx): Promise<Checkpoint | null> =>
  asRow(
    await reader
      .select()
      .from(schema.checkpoint)
      .orderBy(...NEWEST)
      .limit(1),
  );

/** Of the newest log that has one. */
export async function checkpointAt(reader: Db | Tx, size: bigint): Promise<Checkpoint | null> {
  const { checkpoint } = schema;
  const ofSize = eq(checkpoint.size, size);
  return asRow(
    await reader
      .select()
      .from(checkpoint)
      .where(ofSize)
      .orderBy(...NEWEST)
      .limit(1),
  );
}

/**
 * Folds new entries onto the last checkpoint and signs; returns whether it did. Crash points: it is one transaction, so
 * the next turn does the same work to the same result. The note leaves this process only through the committed row.
 * Nothing is signed unless the last root follows from its frontier and our key signed it. Size and log are the primary
 * key, so no log has two checkpoints of one size; last-checkpoint.ts watches for a restored database.
 */
export async function makeCheckpoint(ctx: SigningContext): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    if (!(await tryLock(tx, LOCKS.checkpoint))) return false;
    checkNewest(await readLogs(tx), ctx.signer);
    const last = await newestCheckpoint(tx);
    if (last) checkReproduces(last, ctx.signer.verifierKey);
    const [head] = await tx.select().from(schema.ledgerHead);
    if (head!.size === (last?.size ?? 0n)) return false;
    await advanceTo(ctx, tx, last, head!.size);
    return true;
  });
}

export function checkReproduces(
  { size, root, note, frontier }: Checkpoint,
  verifierKey: string,
): void {
  const text = openNote(note, verifierKey);
  if (text === null || !rootOf(frontier).equals(root)) {
    throw new Error(`the checkpoint of size ${size} no longer verifies; refusing to sign another`);
  }
}

export async function advanceTo(
  ctx: Pick<SigningContext, 'signer' | 'now'>,
  tx: Tx,
  last: Checkpoint | null,
  size: bigint,
): Promise<void> {
  const frontier = last?.frontier ?? emptyFrontier();
  const totals = last?.totals ?? emptyTotals();
  const from = frontier.size;
  let movements = 0;
  for await (const { hashes, effects, ...page } of readLeaves(tx, from, size)) {
    for (const hash of hashes) appendHash(frontier, hash);
    for (const effect of effects) foldEffect(totals, effect);
    movements += page.movements;
  }
  const moved = await readMoved(tx, from, size);
  for (const effect of moved.effects) foldEffect(totals, effect);
  if (moved.count !== movements)
    throw new Error(`a movement before ${size} has an entry without a row, or a row without one`);
  if (frontier.size !== size) throw new Error(`the ledger has a gap before ${size}`);
  await advanceStanding(tx, size);
  await advanceOutstanding(tx, size);
  const root = rootOf(frontier);
  await tx.insert(schema.checkpoint).values({
    size,
    log: ctx.signer.log,
    root,
    note: signNote(checkpointText(ctx.signer.name, size, root), ctx.signer),
    totals: encodeTotals(totals),
    frontier: encodeFrontier(frontier),
    capacitySize: moved.hasWindows ? size : (last?.capacitySize ?? 0n),
    createdAt: ctx.now(),
  });
}

export async function* readCheckpoints(reader: Db | Tx): AsyncGenerator<Checkpoint> {
  const page = 500;
  const { size, log } = schema.checkpoint;
  let last = { size: -1n, log: 0 };
  for (;;) {
    const rows = await reader
      .select()
      .from(schema.checkpoint)
      .where(sql`(${size}, ${log}) > (${last.size}::bigint, ${last.log}::smallint)`)
      .orderBy(size, log)
      .limit(page);
    yield* rows.map(asCheckpoint);
    if (rows.length < page) return;
    last = rows.at(-1)!;
  }
}
