import { sql } from 'drizzle-orm';
import type { Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import type { Terms } from '../domain/book.ts';
import type { Day } from '../domain/day.ts';
import type { Targets } from '../domain/totals.ts';
import {
  commitToName,
  initiativeLeaf,
  movementLeaf,
  signatureLeaf,
  termsLeaf,
  windowTuple,
  type MovementFacts,
} from './leaf.ts';
import { leafHash } from './merkle.ts';

/** Whom an entry speaks of: its leaf holds only a salted commitment to the name. */
interface Named {
  signatoryId: string;
  name: string;
}

export type NewEntry =
  | { kind: 'initiative'; targets: Targets }
  | ({
      kind: 'signature';
      signer: string;
      type: 'person' | 'organisation';
      act: 'sign' | 'withdraw' | 'reject';
      on: Day;
    } & Named)
  | ({ kind: 'terms'; ref: string; terms: Terms } & Named)
  | ({ kind: 'movement'; pledgeId: string } & MovementFacts);

/** Postgres takes at most 65,535 parameters; the widest row here has thirteen. */
const ROWS_PER_INSERT = 4_000;

/**
 * Appends entries to the ledger and returns the `seq` of the first: the only writer of
 * `ledger_entry` and `movement`. A use case calls it once, last in its transaction, after it has
 * locked all its pledges in the order of their references: the head row is locked from here to the
 * commit, so `seq` has no gaps, commits in its own order, and two writers cannot wait for each other.
 *
 * A crash before the commit leaves neither the facts nor their entries; after it, both. Salts are
 * 32 random bytes for each entry, so that two entries do not point at one person.
 */
export async function append(
  tx: Tx,
  entries: readonly NewEntry[],
  { now, randomBytes }: { now: () => Date; randomBytes: (size: number) => Buffer },
  progress: (appended: number) => void = () => {},
): Promise<bigint> {
  const [head] = await tx
    .update(schema.ledgerHead)
    .set({ size: sql`${schema.ledgerHead.size} + ${entries.length}` })
    .returning({ size: schema.ledgerHead.size });
  const first = head!.size - BigInt(entries.length);
  const recordedAt = now();
  for (let start = 0; start < entries.length; start += ROWS_PER_INSERT) {
    const chunk = entries.slice(start, start + ROWS_PER_INSERT);
    const rows = chunk.map((entry, index) =>
      rowsFor(entry, first + BigInt(start + index), recordedAt, randomBytes),
    );
    await insert(tx, rows);
    progress(start + chunk.length);
  }
  return first;
}

interface Rows {
  entry: typeof schema.ledgerEntry.$inferInsert;
  movement?: typeof schema.movement.$inferInsert;
  name?: typeof schema.entryName.$inferInsert;
}

async function insert(tx: Tx, rows: Rows[]): Promise<void> {
  await tx.insert(schema.ledgerEntry).values(rows.map(({ entry }) => entry));
  const movements = rows.flatMap(({ movement }) => movement ?? []);
  if (movements.length > 0) await tx.insert(schema.movement).values(movements);
  const names = rows.flatMap(({ name }) => name ?? []);
  if (names.length > 0) await tx.insert(schema.entryName).values(names);
}

function rowsFor(
  entry: NewEntry,
  seq: bigint,
  recordedAt: Date,
  randomBytes: (size: number) => Buffer,
): Rows {
  const asEntry = (leaf: Buffer) => ({
    seq,
    kind: entry.kind,
    leaf,
    leafHash: leafHash(leaf),
    recordedAt,
  });
  if (entry.kind === 'initiative') return { entry: asEntry(initiativeLeaf(entry.targets)) };
  if (entry.kind === 'movement') {
    return { entry: asEntry(movementLeaf(entry)), movement: movementRow(entry, seq) };
  }
  const { signatoryId, name } = entry;
  const salt = randomBytes(32);
  const who = commitToName(salt, name);
  const leaf =
    entry.kind === 'terms'
      ? termsLeaf(entry.ref, who, entry.terms)
      : signatureLeaf({ ...entry, who });
  return { entry: asEntry(leaf), name: { seq, signatoryId, salt, name } };
}

const movementRow = (
  { pledgeId, batch, move, on, grade }: NewEntry & { kind: 'movement' },
  seq: bigint,
): typeof schema.movement.$inferInsert => ({
  seq,
  pledgeId,
  batch,
  verb: move.verb,
  fromStage: move.from,
  toStage: move.to,
  quantity: move.quantity,
  base: move.base,
  windows: move.windows?.map(windowTuple) ?? null,
  occurredOn: on,
  grade,
  reverses: move.reverses,
});
