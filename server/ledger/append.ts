import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '../db/db.ts';
import type { EntryKind } from '../db/schema.ts';
import { insertAhead } from '../db/insert-ahead.ts';
import { fromLists, listsOf, rawStatement } from '../db/prepared.ts';
import type { Terms } from '../domain/pledge-book.ts';
import type { Day } from '../domain/day.ts';
import { checkNotRolledBack, type LogWatch } from '../domain/log-watch.ts';
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

/** The leaf has only a salted commitment to the name. */
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
  /** `changes`: the id of an accepted pledge whose terms change. */
  | ({ kind: 'terms'; ref: string; terms: Terms; changes?: string } & Named)
  | ({ kind: 'movement'; pledgeId: string } & MovementFacts);

export interface AppendContext {
  now: () => Date;
  randomBytes: (size: number) => Buffer;
  log: LogWatch;
}

/** A megabyte as JSON: as much as a socket takes at once. */
const ROWS_PER_INSERT = 1_000;

/**
 * The only writer of `ledger_entry` and `movement`; returns the first `seq`. A use case calls it once, last in its
 * transaction, after it locked its pledges in the order of their references. The head row stays locked to the commit,
 * so `seq` has no gaps and no two writers wait for each other. One statement does it all: others wait meanwhile.
 * Throws `log-rolled-back` where the database holds less than was shown. A crash leaves facts and entries, or neither.
 */
export async function append(
  tx: Tx,
  entries: readonly NewEntry[],
  { now, randomBytes, log }: AppendContext,
  progress: (appended: number) => void = () => {},
): Promise<bigint> {
  const recordedAt = now().toISOString();
  const count = entries.length;
  const ahead = insertAhead();
  let first: bigint | null = null;
  try {
    for (let start = 0; start < count; start += ROWS_PER_INSERT) {
      const end = Math.min(start + ROWS_PER_INSERT, count);
      const added = entries.slice(start, end).map((entry) => rowOf(entry, randomBytes));
      const rows = { ...listsOf(COLUMNS, added), recordedAt };
      /* oxlint-disable no-await-in-loop -- they follow one another */
      if (first === null) {
        const [head] = await insertMoving(tx, { ...rows, count });
        first = BigInt(head!.first);
        checkNotRolledBack(log, first);
      } else {
        const from = (first + BigInt(start)).toString();
        await ahead.begin(() => insertAt(tx, { ...rows, from }));
      }
      /* oxlint-enable no-await-in-loop */
      progress(end);
    }
  } finally {
    await ahead.done();
  }
  if (first === null) throw new Error('nothing was given to append');
  return first;
}

const MOVE_HEAD = sql`
  UPDATE ledger_head SET size = size + ${sql.placeholder('count')}::int
  RETURNING size - ${sql.placeholder('count')}::int AS first`;

const AT = sql`SELECT ${sql.placeholder('from')}::bigint AS first`;

/** What Postgres is given of an entry. */
const COLUMNS = {
  kind: 'text',
  leaf: 'bytea',
  leafHash: 'bytea',
  changes: 'uuid',
  ref: 'text',
  signatoryId: 'uuid',
  salt: 'bytea',
  name: 'text',
  pledgeId: 'uuid',
  batch: 'text',
  verb: 'text',
  fromStage: 'text',
  toStage: 'text',
  quantity: 'bigint',
  base: 'bigint',
  windows: 'jsonb',
  occurredOn: 'date',
  grade: 'text',
  reverses: 'bigint',
} as const;

type Row = { kind: EntryKind } & { [name in keyof typeof COLUMNS]?: unknown };

const NAMES = sql.join(
  Object.keys(COLUMNS).map((name) => sql.identifier(name)),
  sql`, `,
);

/** Lists keep it one statement. The trigger that refuses an entry beyond the head sees the head moved first. */
const insert = (head: SQL) =>
  rawStatement(
    sql`
      WITH head AS (${head}),
      given AS MATERIALIZED (
        SELECT head.first + place - 1 AS seq, row.*
        FROM head CROSS JOIN ${fromLists(COLUMNS)} WITH ORDINALITY AS row (${NAMES}, place)),
      entry AS (
        INSERT INTO ledger_entry (seq, kind, leaf, leaf_hash, recorded_at)
        SELECT seq, kind, leaf, "leafHash", ${sql.placeholder('recordedAt')}::timestamptz
        FROM given),
      moved AS (
        INSERT INTO movement (seq, pledge_id, batch, verb, from_stage, to_stage, quantity, base,
                              windows, occurred_on, grade, reverses)
        SELECT seq, "pledgeId", batch, verb, "fromStage", "toStage", quantity, base,
               windows, "occurredOn", grade, reverses
        FROM given WHERE kind = 'movement'),
      changed AS (
        INSERT INTO terms_change (seq, pledge_id, earlier)
        SELECT seq, changes, ${earlierTerms(sql`given.changes`, sql`given.ref`)}
        FROM given WHERE changes IS NOT NULL),
      named AS (
        INSERT INTO entry_name (seq, signatory_id, salt, name)
        SELECT seq, "signatoryId", salt, name FROM given WHERE name IS NOT NULL)
      SELECT first::text AS first FROM head`,
    z.strictObject({ first: z.string() }),
  );

/** An accepted pledge's newest terms: its last change, or those that its acceptance put before a movement. */
const earlierTerms = (pledgeId: SQL, ref: SQL): SQL => sql`(
  SELECT max(entry.seq) FROM ledger_entry entry
  WHERE entry.kind = 'terms' AND position(convert_to(${ref}, 'UTF8') IN entry.leaf) > 0
    AND entry.seq IN (
      SELECT terms_change.seq FROM terms_change WHERE terms_change.pledge_id = ${pledgeId}
      UNION ALL SELECT movement.seq - 1 FROM movement WHERE movement.pledge_id = ${pledgeId}))`;

const insertMoving = insert(MOVE_HEAD);
const insertAt = insert(AT);

function rowOf(entry: NewEntry, randomBytes: (size: number) => Buffer): Row {
  const row = (leaf: Buffer) => ({ kind: entry.kind, leaf, leafHash: leafHash(leaf) });
  if (entry.kind === 'initiative') return row(initiativeLeaf(entry.targets));
  if (entry.kind === 'movement') return { ...row(movementLeaf(entry)), ...movementRow(entry) };
  const { signatoryId, name } = entry;
  const salt = randomBytes(32);
  const who = commitToName(salt, name);
  if (entry.kind === 'signature') {
    return { ...row(signatureLeaf({ ...entry, who })), signatoryId, salt, name };
  }
  const { ref, terms, changes } = entry;
  return { ...row(termsLeaf(ref, who, terms)), changes, ref, signatoryId, salt, name };
}

const movementRow = ({ pledgeId, batch, move, on, grade }: NewEntry & { kind: 'movement' }) => ({
  pledgeId,
  batch,
  verb: move.verb,
  fromStage: move.from,
  toStage: move.to,
  quantity: move.quantity,
  base: move.base,
  windows: move.windows?.map(windowTuple),
  occurredOn: on,
  grade,
  reverses: move.reverses,
});
