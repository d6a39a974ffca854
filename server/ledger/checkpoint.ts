import { desc, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { tryLock } from '../db/sql.ts';
import { emptyTotals, foldEffect, type Totals } from '../domain/totals.ts';
import { readEffects } from './effects.ts';
import { checkNewest, readLogs, type SigningContext } from './identity.ts';
import {
  appendHash,
  decodeFrontier,
  emptyFrontier,
  encodeFrontier,
  rootOf,
  type Frontier,
} from './merkle.ts';
import { checkpointText, openNote, signNote } from './note.ts';
import { advanceOutstanding } from './outstanding.ts';
import { advanceStanding } from './standing.ts';
import { decodeTotals, encodeTotals } from './totals-json.ts';

/** An arbitrary number of our own: one replica at a time makes a checkpoint. */
const CHECKPOINT_LOCK = 7_305_681_205n;

/** Keeps every replica from making a checkpoint until the commit. */
export const holdCheckpoints = (tx: Tx): Promise<unknown> =>
  tx.execute(sql`SELECT pg_advisory_xact_lock(${CHECKPOINT_LOCK.toString()}::bigint)`);

export interface Checkpoint {
  size: bigint;
  /** The log that signed it. */
  log: number;
  root: Buffer;
  note: string;
  totals: Totals;
  frontier: Frontier;
  /** The size that its concurrency of compute is derived at; 0 while no window has moved. */
  capacitySize: bigint;
  createdAt: Date;
}

const asCheckpoint = (row: typeof schema.checkpoint.$inferSelect): Checkpoint => ({
  ...row,
  totals: decodeTotals(row.totals),
  frontier: decodeFrontier(row.size, row.frontier),
});

const asRow = ([row]: (typeof schema.checkpoint.$inferSelect)[]): Checkpoint | null =>
  row ? asCheckpoint(row) : null;

/** The size of the newest checkpoint, in SQL: public lists end there. */
export const SIGNED_SIZE = sql`(SELECT coalesce(max(size), 0) FROM checkpoint)`;

const NEWEST = [desc(schema.checkpoint.size), desc(schema.checkpoint.log)];

/** The newest checkpoint; null before the first. */
export const newestCheckpoint = async (reader: Db | Tx): Promise<Checkpoint | null> =>
  asRow(
    await reader
      .select()
      .from(schema.checkpoint)
      .orderBy(...NEWEST)
      .limit(1),
  );

/** A checkpoint by its size, of the newest log that has one; null when there is none. */
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
 * Makes a checkpoint of all entries so far, if there are new ones and no other replica is at it;
 * says whether it did. The work is that of the new entries alone: they are folded onto the last
 * checkpoint's totals and tree, and onto where their pledges stand.
 *
 * Crash points: everything happens in one transaction, so a crash leaves the last checkpoint the
 * newest, and the next turn does the same work again to the same result. The note is signed before
 * the commit, but leaves this process only by way of the row that commits. The last root must still
 * reproduce from its frontier and its note must still be signed by our key, else nothing is signed.
 * Two checkpoints of one size in one log cannot come to be in one database, for the two are the
 * primary key; last-checkpoint.ts watches for a database that was put back.
 */
export async function makeCheckpoint(ctx: SigningContext): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    if (!(await tryLock(tx, CHECKPOINT_LOCK))) return false;
    checkNewest(await readLogs(tx), ctx.signer);
    const last = await newestCheckpoint(tx);
    if (last) checkReproduces(last, ctx.signer.verifierKey);
    const [head] = await tx.select().from(schema.ledgerHead);
    if (head!.size === (last?.size ?? 0n)) return false;
    await advanceTo(ctx, tx, last, head!.size);
    return true;
  });
}

/** Throws unless a checkpoint still follows from its tree, signed by the key. */
export function checkReproduces(
  { size, root, note, frontier }: Checkpoint,
  verifierKey: string,
): void {
  const text = openNote(note, verifierKey);
  if (text === null || !rootOf(frontier).equals(root)) {
    throw new Error(`the checkpoint of size ${size} no longer verifies; refusing to sign another`);
  }
}

/** Signs a checkpoint of the first `size` entries, by folding those after `last` onto it. */
export async function advanceTo(
  ctx: Pick<SigningContext, 'signer' | 'now'>,
  tx: Tx,
  last: Checkpoint | null,
  size: bigint,
): Promise<void> {
  const frontier = last?.frontier ?? emptyFrontier();
  const totals = last?.totals ?? emptyTotals();
  const from = frontier.size;
  let movesWindows = false;
  for await (const { leafHash, effect, hasWindows } of readEffects(tx, from, size)) {
    appendHash(frontier, leafHash);
    foldEffect(totals, effect);
    movesWindows ||= hasWindows;
  }
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
    capacitySize: movesWindows ? size : (last?.capacitySize ?? 0n),
    createdAt: ctx.now(),
  });
}

/** Checkpoints in the order of their sizes and logs, a page at a time, for verification. */
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
