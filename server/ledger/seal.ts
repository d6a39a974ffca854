import { createHash } from 'node:crypto';
import { desc, eq, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/db.ts';
import { LOCKS } from '../db/locks.ts';
import { seal as sealTable } from '../db/log.ts';
import { holdLock, rowsOf, tryLock } from '../db/sql.ts';
import { checkNewest, readLogs, type LogSigner, type SigningContext } from './identity.ts';
import { openNote, signNote } from './note.ts';

/*
 * Seals cover what is outside the leaves. Triggers append a state for each change of a protected row
 * (migrations/0010_sealed.sql); a seal covers the new states, and the times of entries and checkpoints.
 */

export const holdSeals = (tx: Tx): Promise<unknown> => holdLock(tx, LOCKS.seal);

/** A second of work for one transaction. */
const BATCH = 50_000;

export type Seal = typeof sealTable.$inferSelect;

export async function newestSeal(reader: Db | Tx): Promise<Seal | null> {
  const [row] = await reader.select().from(sealTable).orderBy(desc(sealTable.n)).limit(1);
  return row ?? null;
}

export async function holdsSeal(
  reader: Db | Tx,
  { n, head }: { n: bigint; head: string },
): Promise<boolean> {
  const [row] = await reader
    .select({ head: sealTable.head })
    .from(sealTable)
    .where(eq(sealTable.n, n));
  return row?.head.toString('base64') === head;
}

interface Covered {
  log: number;
  size: bigint;
  states: Uint8Array;
  entries: Uint8Array;
  checkpoints: Uint8Array;
}

export const headOf = (n: bigint, before: Uint8Array | null, covered: Covered): Buffer =>
  createHash('sha256')
    .update(`muster seal ${n}\n${covered.log} ${covered.size}\n`)
    .update(before ?? Buffer.alloc(32))
    .update(covered.states)
    .update(covered.entries)
    .update(covered.checkpoints)
    .digest();

const digest = (line: SQL, order: SQL): SQL =>
  sql`sha256(coalesce(string_agg(convert_to(${line} || E'\\n', 'UTF8'), ''::bytea ORDER BY ${order}), ''::bytea))`;

const micros = (column: SQL): SQL => sql`(extract(epoch FROM ${column}) * 1000000)::bigint`;

export const STATES = digest(
  sql`concat_ws(' ', id, tbl, row_key, coalesce(encode(hash, 'hex'), 'deleted'))`,
  sql`id`,
);

export const entryTimes = (from: SQL, to: SQL): SQL => sql`(
  SELECT ${digest(sql`concat_ws(' ', seq, ${micros(sql`recorded_at`)})`, sql`seq`)}
  FROM ledger_entry WHERE seq >= ${from} AND seq < ${to})`;

/** After one checkpoint, up to another; both are (size, log). */
export const checkpointTimes = (after: SQL, to: SQL): SQL => sql`(
  SELECT ${digest(sql`concat_ws(' ', log, size, ${micros(sql`created_at`)})`, sql`size, log`)}
  FROM checkpoint WHERE (size, log) > ${after} AND (size, log) <= ${to})`;

/** `always` makes the first seal, of nothing. It is one transaction: after a crash the next turn seals the states. */
export async function makeSeal(
  { db, signer }: Pick<SigningContext, 'db' | 'signer'>,
  always = false,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await tryLock(tx, LOCKS.seal))) return false;
    checkNewest(await readLogs(tx), signer);
    const last = await newestSeal(tx);
    if (last && !isSignedBy(last, signer)) {
      throw new Error(`seal ${last.n} no longer verifies; refusing to make another`);
    }
    const n = last ? last.n + 1n : 0n;
    const found = await claim(tx, n, last);
    if (!always && found.count === 0 && BigInt(found.size) === (last?.size ?? 0n)) {
      return false;
    }
    const covered = { ...found, size: BigInt(found.size) };
    const head = headOf(n, last?.head ?? null, covered);
    const note = signNote(sealText(signer.name, n, head), signer);
    await tx.insert(sealTable).values({ n, log: covered.log, size: covered.size, head, note });
    return true;
  });
}

/** A seal of an earlier log, which the new log's first one follows, has another name. */
const isSignedBy = ({ n, head, log, note }: Seal, signer: LogSigner): boolean =>
  log !== signer.log || openNote(note, signer.verifierKey) === sealText(signer.name, n, head);

async function claim(tx: Tx, n: bigint, last: Seal | null) {
  const [digests] = rowsOf(
    await tx.execute(sql`
      WITH newest AS (
        SELECT coalesce((SELECT size FROM checkpoint ORDER BY size DESC, log DESC LIMIT 1), 0) AS size,
          (SELECT max(id) FROM log_identity) AS log),
      claimed AS (
        UPDATE row_state SET sealed_in = ${n}
        WHERE id IN (SELECT id FROM row_state WHERE sealed_in IS NULL ORDER BY id LIMIT ${BATCH})
        RETURNING id, tbl, row_key, hash),
      states AS (SELECT count(*)::int AS count, ${STATES} AS states FROM claimed)
      SELECT newest.log, newest.size::text AS size, states.count, states.states,
        ${entryTimes(sql`${last?.size ?? 0n}::bigint`, sql`newest.size`)} AS entries,
        ${checkpointTimes(
          sql`(${last?.size ?? 0n}::bigint, ${last?.log ?? 0}::smallint)`,
          sql`(newest.size, newest.log)`,
        )} AS checkpoints
      FROM newest CROSS JOIN states`),
    z.strictObject({
      log: z.int(),
      size: z.string(),
      count: z.int(),
      states: z.instanceof(Uint8Array),
      entries: z.instanceof(Uint8Array),
      checkpoints: z.instanceof(Uint8Array),
    }),
  );
  return digests!;
}

/** States every protected row older than seals. Each batch commits, so a start after a kill goes on where it ended. */
export async function sealExisting(
  ctx: Pick<SigningContext, 'db' | 'signer'>,
  progress: (stated: number) => void,
): Promise<void> {
  let stated = 0;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const added = await stateBatch(ctx.db);
    if (added === null) return;
    if (added === 0) break;
    stated += added;
    if (stated >= BATCH) progress(stated);
  }
  await makeSeal(ctx, true);
  // oxlint-disable-next-line no-await-in-loop
  while (await makeSeal(ctx));
}

/** Null once there is a seal. Replicas that start together take turns. */
async function stateBatch(db: Db): Promise<number | null> {
  return db.transaction(async (tx) => {
    await holdSeals(tx);
    if (await newestSeal(tx)) return null;
    const [row] = rowsOf(
      await tx.execute(sql`SELECT state_before_seals(${BATCH}) AS stated`),
      z.strictObject({ stated: z.int() }),
    );
    return row!.stated;
  });
}

/** No checkpoint begins with it. */
export const sealTitle = (origin: string): string => `${origin} seal\n`;

export const sealText = (origin: string, n: bigint, head: Buffer): string =>
  `${sealTitle(origin)}${n}\n${head.toString('base64')}\n`;

export function parseSealText(text: string): { n: bigint; head: string } {
  const [, n = '', head = ''] = text.split('\n');
  return { n: BigInt(n), head };
}
