import { eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { ANSWERS_KEPT_MS, requestKey } from '../db/write.ts';

/** A write that was answered, noted outside the system: the admin's Idempotency-Key, and the answer's ids. */
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

export interface CheckedAcks {
  broken: string[];
  /** Older than answers are kept: only their pledges and movements were looked for. */
  keysGone: number;
}

/** Each acknowledged pledge and movement must be in the ledger exactly once. */
export async function checkAcks(
  reader: Db | Tx,
  now: Date,
  acks: readonly Acknowledgement[],
): Promise<CheckedAcks> {
  const checked: CheckedAcks = { broken: [], keysGone: 0 };
  const keptSince = new Date(now.getTime() - ANSWERS_KEPT_MS);
  for (let start = 0; start < acks.length; start += PAGE) {
    // oxlint-disable-next-line no-await-in-loop
    const page = await findAcks(reader, acks.slice(start, start + PAGE));
    for (const found of page) {
      const broken = brokenAck(found, keptSince);
      if (broken !== null) checked.broken.push(broken);
      else if (!found.answer) checked.keysGone += 1;
    }
  }
  return checked;
}

interface Found {
  ack: Acknowledgement;
  answer: Acknowledgement['body'] | undefined;
  /** With a movement's time it tells how old an acknowledgement without a key is. */
  pledgedAt: Date | undefined;
  movements: { seq: bigint; recordedAt: Date }[];
}

async function findAcks(reader: Db | Tx, acks: readonly Acknowledgement[]): Promise<Found[]> {
  const { idempotency, movement, ledgerEntry, pledge } = schema;
  const keys = acks.map(({ key }) => requestKey('admin', key).key);
  const kept = await reader
    .select({ key: idempotency.key, answer: idempotency.answer })
    .from(idempotency)
    .where(inArray(idempotency.key, keys));
  const answers = new Map(kept.map(({ key, answer }) => [key.toString('hex'), answer]));
  const batches = acks.flatMap(({ body }) => body.batch ?? []);
  const moved = await reader
    .select({ batch: movement.batch, seq: movement.seq, recordedAt: ledgerEntry.recordedAt })
    .from(movement)
    .innerJoin(ledgerEntry, eq(ledgerEntry.seq, movement.seq))
    .where(sql`${movement.batch} = ANY(${sql.param(batches)}::text[])`)
    .orderBy(movement.seq);
  const ofBatch = Map.groupBy(moved, ({ batch }) => batch);
  const refs = acks.flatMap(({ body }) => body.ref ?? []);
  const pledges = await reader
    .select({ ref: pledge.ref, createdAt: pledge.createdAt })
    .from(pledge)
    .where(sql`${pledge.ref} = ANY(${sql.param(refs)}::text[])`);
  const pledgedAt = new Map(pledges.map(({ ref, createdAt }) => [ref, createdAt]));
  return acks.map((ack, index) => ({
    ack,
    answer: answers.get(keys[index]!.toString('hex')) as Found['answer'],
    pledgedAt: pledgedAt.get(ack.body.ref ?? ''),
    movements: ofBatch.get(ack.body.batch ?? '') ?? [],
  }));
}

function brokenAck(
  { ack: { key, body }, answer, pledgedAt, movements }: Found,
  keptSince: Date,
): string | null {
  const since = movements[0]?.recordedAt ?? pledgedAt;
  const isOld = since !== undefined && since < keptSince;
  if (!answer && !isOld) return `acknowledged request ${key} is not there`;
  if (answer && (answer.ref !== body.ref || answer.batch !== body.batch)) {
    return `acknowledged request ${key} has another answer now`;
  }
  if (body.ref !== undefined && pledgedAt === undefined) {
    return `acknowledged pledge ${body.ref} is not there`;
  }
  if (body.batch === undefined) return null;
  const found = movements.map(({ seq }) => Number(seq)).join();
  const acknowledged = (body.movements ?? []).map(({ seq }) => seq).join();
  if (found === acknowledged) return null;
  return `acknowledged batch ${body.batch} has the movements ${found || 'none'}`;
}
