import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { DomainError } from '../domain/errors.ts';
import { checkWritable, type LogWatch } from '../domain/log-watch.ts';
import type { Db, Tx } from './db.ts';
import { insertRows, rawStatement, statement } from './prepared.ts';
import * as schema from './schema.ts';
import { together } from './sql.ts';

/** The reply to a request: a status and a body of ids and states, without personal data. */
export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** A client's promise that two requests are one: SHA-256 of who and key, and of what they ask. */
export interface RequestKey {
  key: Buffer;
  requestHash: Buffer;
}

const sha256 = (...parts: string[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest();
};

/** How long an answer is kept, and its key with it: mail/sweep.ts. */
export const ANSWERS_KEPT_MS = 30 * 24 * 3_600_000;

/**
 * The key of somebody's request. Strangers are told apart by what they ask as well: one who takes the key `1` takes it
 * from nobody else.
 */
export const requestKey = (actor: string, key: string, ...request: string[]): RequestKey => ({
  key: actor === 'public' ? sha256(actor, key, ...request) : sha256(actor, key),
  requestHash: sha256(...request),
});

/** What writing needs of the server. */
export interface Writer {
  db: Db;
  now: () => Date;
  /** What this server knows of its log: nothing may be written where the database has lost some of it. */
  log: LogWatch;
  /** Called after a commit that may have appended, or begun a payment: what follows need not wait for its turn. */
  appended: () => void;
}

/**
 * Opens the transaction of a use case, and tells of what it appended once it is committed.
 *
 * With a key, the first answer is kept in the same transaction as what it answers for: a crash
 * before the commit leaves neither, one after it both, and a retry gets the first answer. The key is
 * locked before it is looked for, so that of two at once the second is told (409), not run. A
 * refusal rolls the key back too: after mending the request the same key may be used.
 */
export async function write(
  ctx: Writer,
  key: RequestKey | null,
  work: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  checkWritable(ctx.log);
  let kept = Promise.resolve();
  const answer = await ctx.db.transaction(async (tx) => {
    const earlier = key && (await earlierAnswer(tx, key));
    if (earlier) return earlier;
    const fresh = await work(tx);
    if (key) {
      const { status, body } = fresh;
      const row = { ...key, status, answer: body, createdAt: ctx.now() };
      // The COMMIT goes with it, and is a ROLLBACK where it fails: others wait for one answer less.
      kept = insertRows(tx, schema.idempotency, [row]);
      kept.catch(() => {});
      // An answer that can't be written down is not sent at all: it fails before the COMMIT.
      await Promise.race([kept, Promise.resolve()]);
    }
    return fresh;
  });
  await kept;
  ctx.appended();
  return answer;
}

/**
 * The answer that a request was given before; null for a new one. Whoever asks somebody else before it writes looks
 * here first: a repeat is answered also where they are away by now.
 */
export const answered = async (
  { db }: Pick<Writer, 'db'>,
  key: RequestKey | null,
): Promise<Answer | null> => key && db.transaction((tx) => earlierAnswer(tx, key));

const keptAnswer = statement((tx) =>
  tx
    .select()
    .from(schema.idempotency)
    .where(eq(schema.idempotency.key, sql.placeholder('key'))),
);

/** Prepared, as the lookup is: drizzle sends others a moment later, and the lookup would overtake it. */
const tryKey = rawStatement<{ locked: boolean }>(
  sql`SELECT pg_try_advisory_xact_lock(${sql.placeholder('lock')}::bigint) AS locked`,
);

async function earlierAnswer(tx: Tx, { key, requestHash }: RequestKey): Promise<Answer | null> {
  // Sent together and run in turn: what the second sees was committed before the lock was taken.
  const [[lock], [row]] = await together([
    tryKey(tx, { lock: key.readBigInt64BE().toString() }),
    keptAnswer(tx, { key }),
  ]);
  if (!lock!.locked) {
    throw new DomainError('still-running', 'A request with this Idempotency-Key is still running.');
  }
  if (!row) return null;
  if (!row.requestHash.equals(requestHash)) {
    throw new DomainError(
      'idempotency-key-reused',
      'This Idempotency-Key came with another request before; use a new one.',
    );
  }
  // A commit that writes nothing doesn't wait for a standby, which may lack the first answer still.
  await tx.execute(sql`SELECT pg_logical_emit_message(true, 'muster', 'replay')`);
  return { status: row.status, body: row.answer as Record<string, unknown> };
}
