import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { DomainError } from '../domain/errors.ts';
import { checkWritable, type LogWatch } from '../domain/log-watch.ts';
import { say } from '../domain/say.ts';
import type { Db, Tx } from './db.ts';
import { insertRows, rawStatement, statement } from './prepared.ts';
import * as schema from './schema.ts';
import { together } from './sql.ts';

/** The body has ids and states, and no personal data. */
export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** SHA-256 of who and key, and of the request. */
export interface RequestKey {
  key: Buffer;
  requestHash: Buffer;
}

const sha256 = (...parts: string[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest();
};

/** postman/sweep.ts deletes older ones. */
export const ANSWERS_KEPT_MS = 30 * 24 * 3_600_000;

/** Strangers are told apart by their requests too: one who uses the key `1` takes it from nobody else. */
export const requestKey = (actor: string, key: string, ...request: string[]): RequestKey => ({
  key: actor === 'public' ? sha256(actor, key, ...request) : sha256(actor, key),
  requestHash: sha256(...request),
});

export interface Writer {
  db: Db;
  now: () => Date;
  /** Nothing may be written where the database has lost entries. */
  log: LogWatch;
  /** After a commit that may have appended or begun a payment, so that what follows starts at once. */
  appended: () => void;
}

/**
 * Opens a use case's transaction. The answer is kept in it with the key: a crash leaves both or neither, and a retry
 * gets the first answer. The key is locked before the lookup: of two at once the second gets 409. A refusal frees it.
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
      // Sent with the COMMIT, which is a ROLLBACK where it fails.
      kept = insertRows(tx, schema.idempotency, [row]);
      kept.catch(() => {});
      // An answer that can't be encoded fails here, before the COMMIT.
      await Promise.race([kept, Promise.resolve()]);
    }
    return fresh;
  });
  await kept;
  ctx.appended();
  return answer;
}

/** Check here before calling an external service: it may be away by now. */
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

/** Prepared like the lookup, which would overtake another statement. */
const tryKey = rawStatement(
  sql`SELECT pg_try_advisory_xact_lock(${sql.placeholder('lock')}::bigint) AS locked`,
  z.strictObject({ locked: z.boolean() }),
);

async function earlierAnswer(tx: Tx, { key, requestHash }: RequestKey): Promise<Answer | null> {
  // Sent together and run in turn: the second one sees what was committed before the lock.
  const [[lock], [row]] = await together([
    tryKey(tx, { lock: key.readBigInt64BE().toString() }),
    keptAnswer(tx, { key }),
  ]);
  if (!lock!.locked) {
    throw new DomainError('still-running', say().http.stillRunning);
  }
  if (!row) return null;
  if (!row.requestHash.equals(requestHash)) {
    throw new DomainError('idempotency-key-reused', say().http.keyReused);
  }
  // A commit that writes nothing doesn't wait for a standby, which may lack the first answer.
  await tx.execute(sql`SELECT pg_logical_emit_message(true, 'muster', 'replay')`);
  return { status: row.status, body: row.answer as Record<string, unknown> };
}
