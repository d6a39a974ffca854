import { and, asc, eq, gte, lt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db, Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { emptyTotals, foldEffect, type Effect } from '../domain/totals.ts';
import { readCheckpoints, type Checkpoint } from './checkpoint.ts';
import { appendHash, emptyFrontier, encodeFrontier, leafHash, rootOf } from './merkle.ts';
import { checkpointText, openNote } from './note.ts';
import { encodeTotals } from './totals-json.ts';
import { Breach, type VerifyRow } from './breach.ts';
import { openPledges } from './verify-pledges.ts';

export interface Verified {
  entries: number;
  movements: number;
  pledges: number;
  checkpoints: number;
  /** The newest checkpoint's size and root in base64; null before the first. */
  newest: { size: number; root: string } | null;
}

const PAGE = 5_000n;

/**
 * Recomputes everything that the ledger claims (design: "Invariants") in one pass over it: gapless
 * `seq`, leaf hashes, movements and terms that agree with their leaves, stage balances of each
 * pledge in quantity and in base, one reversal each, and for each checkpoint its root, its
 * signature and its totals. Throws `Breach` at the first that does not hold, naming it. The caller
 * gives a reader with one snapshot. Memory grows with the number of pledges, not of entries.
 */
export async function verifyLedger(
  reader: Db | Tx,
  progress: (entries: bigint) => void = () => {},
): Promise<Verified> {
  const [identity] = await reader.select().from(schema.logIdentity);
  const [head] = await reader.select().from(schema.ledgerHead);
  const size = head!.size;
  const frontier = emptyFrontier();
  const totals = emptyTotals();
  const pledges = openPledges();
  const checkpoints = readCheckpoints(reader);
  let next = await nextCheckpoint(checkpoints);
  let newest: Verified['newest'] = null;
  const counts = { entries: 0, movements: 0, checkpoints: 0 };

  for await (const row of readRows(reader, size)) {
    const { entry, movement } = row;
    if (entry.seq !== frontier.size) throw new Breach(`entry ${frontier.size} is missing`);
    if (!leafHash(entry.leaf).equals(entry.leafHash)) {
      throw new Breach(`entry ${entry.seq}: the leaf does not hash to its leaf_hash`);
    }
    if (movement) counts.movements += 1;
    foldEffect(totals, effectOf(pledges, row));
    appendHash(frontier, entry.leafHash);
    counts.entries += 1;
    if (entry.seq % PAGE === PAGE - 1n) progress(entry.seq + 1n);
    while (next && next.size === frontier.size) {
      checkCheckpoint(next, identity?.verifierKey ?? '', {
        root: rootOf(frontier),
        frontier: encodeFrontier(frontier),
        totals: encodeTotals(totals),
      });
      counts.checkpoints += 1;
      newest = { size: Number(next.size), root: next.root.toString('base64') };
      // One after another: the next one is known only when this one held.
      // oxlint-disable-next-line no-await-in-loop
      next = await nextCheckpoint(checkpoints);
    }
  }
  if (frontier.size !== size) throw new Breach(`entry ${frontier.size} is missing`);
  if (next) throw new Breach(`the checkpoint of size ${next.size} is larger than the ledger`);
  pledges.close();
  return { ...counts, pledges: pledges.count(), newest };
}

/** What an entry adds to the totals; bytes that cannot be read as an entry are a breach too. */
function effectOf(pledges: ReturnType<typeof openPledges>, row: VerifyRow): Effect {
  try {
    return pledges.check(row);
  } catch (error) {
    if (error instanceof Breach) throw error;
    throw new Breach(`entry ${row.entry.seq}: ${(error as Error).message}`, { cause: error });
  }
}

const nextCheckpoint = async (source: AsyncGenerator<Checkpoint>): Promise<Checkpoint | null> => {
  const { value, done } = await source.next();
  return done ? null : value;
};

/** All entries with their movement, its pledge's reference and what it takes back, a page at a time, gaps or not. */
async function* readRows(reader: Db | Tx, size: bigint): AsyncGenerator<VerifyRow> {
  const { ledgerEntry, movement, pledge } = schema;
  const original = alias(movement, 'original');
  for (let start = 0n; start < size; start += PAGE) {
    yield* await reader
      .select({ entry: ledgerEntry, movement, ref: pledge.ref, original })
      .from(ledgerEntry)
      .leftJoin(
        movement,
        // Says nothing new, but without statistics the planner would read all movements for each page.
        and(
          eq(movement.seq, ledgerEntry.seq),
          gte(movement.seq, start),
          lt(movement.seq, start + PAGE),
        ),
      )
      .leftJoin(pledge, eq(pledge.id, movement.pledgeId))
      .leftJoin(original, eq(original.seq, movement.reverses))
      .where(and(gte(ledgerEntry.seq, start), lt(ledgerEntry.seq, start + PAGE)))
      .orderBy(asc(ledgerEntry.seq));
  }
}

function checkCheckpoint(
  { size, root, note, totals, frontier }: Checkpoint,
  verifierKey: string,
  found: { root: Buffer; frontier: Buffer; totals: unknown },
): void {
  const refuse = (what: string): never => {
    throw new Breach(`the checkpoint of size ${size}: ${what}`);
  };
  if (!found.root.equals(root)) refuse('its root is not that of its entries');
  if (!found.frontier.equals(encodeFrontier(frontier))) refuse('its tree is not that of its root');
  const text = openNote(note, verifierKey);
  if (text === null) refuse('its note is not signed by the log’s key');
  const origin = verifierKey.slice(0, verifierKey.indexOf('+'));
  if (text !== checkpointText(origin, size, root)) refuse('its note says something else');
  if (JSON.stringify(encodeTotals(totals)) !== JSON.stringify(found.totals)) {
    refuse('its totals are not the fold of its entries');
  }
}
