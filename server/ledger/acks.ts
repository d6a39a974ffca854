import { inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { requestKey } from '../db/write.ts';

/**
 * One acknowledged write, as a client noted it outside the system: the Idempotency-Key it sent as an
 * admin, and the ids of the answer it got. A file of them has one JSON object a line.
 */
export const acknowledgement = z.object({
  key: z.string(),
  body: z.object({
    ref: z.string().optional(),
    batch: z.string().optional(),
    movements: z.array(z.object({ seq: z.int() })).optional(),
  }),
});
export type Acknowledgement = z.infer<typeof acknowledgement>;

const PAGE = 5_000;

/** What is wrong with each acknowledged pledge and movement that is not in the ledger, exactly once. */
export async function* brokenAcks(
  reader: Db | Tx,
  acks: readonly Acknowledgement[],
): AsyncGenerator<string> {
  for (let start = 0; start < acks.length; start += PAGE) {
    yield* await brokenOfPage(reader, acks.slice(start, start + PAGE));
  }
}

async function brokenOfPage(reader: Db | Tx, acks: Acknowledgement[]): Promise<string[]> {
  const keys = acks.map(({ key }) => requestKey('admin', key).key);
  const kept = await reader
    .select({ key: schema.idempotency.key, answer: schema.idempotency.answer })
    .from(schema.idempotency)
    .where(inArray(schema.idempotency.key, keys));
  const answers = new Map(kept.map(({ key, answer }) => [key.toString('hex'), answer]));
  const batches = acks.flatMap(({ body }) => body.batch ?? []);
  const movements = await reader
    .select({ batch: schema.movement.batch, seq: schema.movement.seq })
    .from(schema.movement)
    .where(sql`${schema.movement.batch} = ANY(${sql.param(batches)}::text[])`)
    .orderBy(schema.movement.seq);
  const seqs = Map.groupBy(movements, ({ batch }) => batch);
  const refs = acks.flatMap(({ body }) => body.ref ?? []);
  const pledges = await reader
    .select({ ref: schema.pledge.ref })
    .from(schema.pledge)
    .where(sql`${schema.pledge.ref} = ANY(${sql.param(refs)}::text[])`);
  const known = new Set(pledges.map(({ ref }) => ref));
  return acks.flatMap(({ key, body }, index) => {
    const answer = answers.get(keys[index]!.toString('hex')) as typeof body | undefined;
    const found = seqs.get(body.batch ?? '')?.map(({ seq }) => Number(seq)) ?? [];
    return brokenAck({ key, body }, answer, known, found) ?? [];
  });
}

function brokenAck(
  { key, body }: Acknowledgement,
  answer: Acknowledgement['body'] | undefined,
  known: ReadonlySet<string>,
  found: number[],
): string | null {
  if (!answer) return `acknowledged request ${key} is not there`;
  if (answer.ref !== body.ref || answer.batch !== body.batch) {
    return `acknowledged request ${key} has another answer now`;
  }
  if (body.batch === undefined) {
    const isGone = body.ref !== undefined && !known.has(body.ref);
    return isGone ? `acknowledged pledge ${body.ref} is not there` : null;
  }
  const acknowledged = body.movements?.map(({ seq }) => seq) ?? [];
  if (found.join() === acknowledged.join()) return null;
  return `acknowledged batch ${body.batch} has the movements ${found.join() || 'none'}`;
}
