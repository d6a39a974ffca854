import { and, eq, gte, isNull, lt, ne, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { requireRight, type Actor } from '../../actor.ts';
import { writeAs } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/db.ts';
import { payment, providerBatch as batch, reconciliation } from '../../db/payments.ts';
import { lockText, rowsFrom } from '../../db/sql.ts';
import { answered, type RequestKey } from '../../db/write.ts';
import { isCurrency } from '../../domain/asset.ts';
import { addDays, checkNotInFuture, dayNumber, today, type Day } from '../../domain/day.ts';
import { fieldError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { DIFFERENCE_KINDS, PROVIDER_VERBS } from '../../domain/payment.ts';
import { formatAmount } from '../../domain/quantity.ts';
import { day } from '../../http/text.ts';
import { day as dayShape } from '../../openapi/shapes.ts';
import { requireStripe, type StripeClient } from '../../stripe/client.ts';
import { stepKey } from '../follow/missing-steps.ts';
import {
  differing,
  keepDifferences,
  lastUndone,
  rowOf,
  rowOfExtra,
  type Extra,
  type Period,
} from './kept-differences.ts';
import { findLine, statement, type Line } from './statement.ts';

export const compareInput = z.strictObject({
  from: day.describe('The first day (UTC).'),
  to: day.describe('The last day, included.'),
});
export type CompareInput = z.infer<typeof compareInput>;

const count = z.int().min(0);
const amount = z.string().nullable().describe('In major units of the currency.');

export const comparison = z
  .strictObject({
    from: dayShape,
    to: dayShape,
    compared: count,
    differences: count,
    named: z.array(
      z.strictObject({
        kind: z
          .enum(DIFFERENCE_KINDS)
          .describe('`missing` in the ledger, `extra` in it, or another `amount`.'),
        object: z.string().describe('Stripe’s id.'),
        verb: z.enum(PROVIDER_VERBS),
        currency: z.string(),
        theirs: amount,
        ours: amount,
        day: dayShape,
        takenBackOn: dayShape
          .nullable()
          .describe('The day an admin reversed it by hand. It stays so until an admin records it.'),
      }),
    ),
  })
  .describe(
    'How many transactions were compared, and how many differ and aren’t set aside. The newest 500 are named.',
  );
export type Compared = z.infer<typeof comparison>;

export const MOST_DAYS = 400;

/** The desk shows all. */
const MOST_NAMED = 500;

/** Asks Stripe outside any transaction, and checks the findings again as it writes them. */
export async function compareWithStripe(
  ctx: Context,
  actor: Actor,
  key: RequestKey | null,
  input: CompareInput,
  stopped?: AbortSignal,
): Promise<{ status: number; body: Compared }> {
  requireRight(actor, 'record');
  const before = await answered(ctx, key);
  if (before) return { status: before.status, body: before.body as Compared };
  const stripe = requireStripe(ctx);
  const { from, to } = input;
  const period = periodOf(input, ctx.now());
  const findings = await gather(ctx.db, stripe, period, stopped);
  const facts = { from, to };
  const deed = { right: 'record', act: 'payment.compare', object: null, facts } as const;
  const answer = await writeAs(ctx, actor, key, deed, async (tx) => {
    // Runs write one after the other.
    await lockText(tx, 'differences');
    const found = [
      ...(await differing(tx, [...findings.lines.values()])).map(rowOf),
      ...findings.extras.map(rowOfExtra),
    ];
    const noted = await keepDifferences(tx, period, found, ctx.now());
    const { compared } = findings;
    const differences = found.filter((row) => !noted.has(stepKey(row)));
    await tx.insert(reconciliation).values({
      id: uuidv7(),
      fromOn: from,
      toOn: to,
      compared,
      differences: differences.length,
      finishedAt: ctx.now(),
    });
    const newest = differences
      .toSorted((a, b) => b.at.localeCompare(a.at) || a.object.localeCompare(b.object))
      .slice(0, MOST_NAMED);
    const takenBack = await lastUndone(tx, newest);
    const named = newest.map(({ kind, object, verb, currency, theirs, ours, at }) => {
      const text = (minor: bigint | null) =>
        minor === null || !isCurrency(currency) ? null : formatAmount(minor, currency);
      const amounts = { currency, theirs: text(theirs), ours: text(ours) };
      const back = takenBack.get(stepKey({ object, verb }));
      const takenBackOn = back ? today(back.at) : null;
      return { kind, object, verb, ...amounts, day: at.slice(0, 10), takenBackOn };
    });
    const body: Compared = { from, to, compared, differences: differences.length, named };
    return { status: 200, body };
  });
  return { status: answer.status, body: answer.body as Compared };
}

function periodOf({ from, to }: CompareInput, now: Date): Period {
  if (to < from) throw fieldError('to', say().payments.lastBeforeFirst);
  if (dayNumber(to) - dayNumber(from) >= MOST_DAYS) {
    throw fieldError('to', say().payments.tooManyDays(MOST_DAYS));
  }
  checkNotInFuture(to, now, 'to');
  return { from: new Date(from), until: new Date(addDays(to, 1)) };
}

async function gather(db: Db, stripe: StripeClient, period: Period, stopped?: AbortSignal) {
  let compared = 0;
  // By object and verb, because the balance may list one of them twice.
  const lines = new Map<string, Line>();
  const look = async (page: Line[]): Promise<void> => {
    stopped?.throwIfAborted();
    compared += page.length;
    await keepBalances(db, page);
    const found = await differing(db, page);
    for (const line of found) lines.set(stepKey(line), line);
  };
  for await (const page of statement(stripe, period)) await look(page);
  const extras: Extra[] = [];
  const late: Line[] = [];
  for (const row of await withoutBalance(db, period)) {
    const line = await findLine(stripe, row);
    if (line) late.push({ ...line, at: row.happenedAt });
    else extras.push(row);
  }
  await look(late);
  return { compared: compared + extras.length, lines, extras };
}

/** Batches on no page of the balance. Stripe may count them to another day. A lost dispute moves no money. */
async function withoutBalance(db: Db, { from, until }: Period): Promise<Extra[]> {
  const rows = await db
    .select({ batch, currency: payment.currency })
    .from(batch)
    .innerJoin(payment, eq(payment.id, batch.paymentId))
    .where(
      and(
        gte(batch.happenedAt, from),
        lt(batch.happenedAt, until),
        ne(batch.verb, 'lose'),
        isNull(batch.balanceObject),
      ),
    );
  return rows.map(({ batch: row, currency }) => ({ ...row, currency }));
}

const asText = (minor: bigint | null): string | null => minor?.toString() ?? null;

async function keepBalances(db: Db, lines: readonly Line[]): Promise<void> {
  const rows = lines.flatMap(({ object, verb, balance }) => {
    if (balance === null) return [];
    const { object: id, currency, fee, net } = balance;
    return [{ object, verb, balance: id, currency, fee: asText(fee), net: asText(net) }];
  });
  await db.execute(sql`
    UPDATE provider_batch SET balance_object = given.balance, balance_currency = given.currency,
      fee_minor = given.fee, net_minor = given.net
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS given (object text, verb text, balance text, currency text, fee bigint, net bigint)
    WHERE provider_batch.object = given.object AND provider_batch.verb = given.verb
      AND balance_object IS NULL`);
}

/** Null if there is none, or no payment. A run dated in the future doesn't count: its clock was ahead. */
export async function firstUncompared(db: Db, { from, to }: CompareInput, now: Date) {
  const [first] = await rowsFrom(db, z.strictObject({ day: z.custom<Day>() }))`
    SELECT to_char(day, 'YYYY-MM-DD') AS day
    FROM (SELECT (created_at AT TIME ZONE 'UTC')::date FROM payment ORDER BY id LIMIT 1) AS asked (first),
      generate_series(greatest(${from}::date, first)::timestamp, ${to}::timestamp, '1 day') AS day
    WHERE NOT EXISTS (SELECT FROM reconciliation
      WHERE from_on <= day AND to_on >= day
        AND finished_at >= (day + interval '1 day') AT TIME ZONE 'UTC'
        AND finished_at <= ${now.toISOString()}::timestamptz)
    ORDER BY day LIMIT 1`;
  return first?.day ?? null;
}

/** Whether a run after `since`, and not dated in the future, has compared all these days. */
export async function isCompared(
  db: Db,
  { from, to }: CompareInput,
  { since, now }: { since: Date; now: Date },
): Promise<boolean> {
  const rows = await rowsFrom(db, z.strictObject({}))`
    SELECT FROM reconciliation
    WHERE finished_at BETWEEN ${since.toISOString()}::timestamptz AND ${now.toISOString()}::timestamptz
      AND from_on <= ${from}::date AND to_on >= ${to}::date LIMIT 1`;
  return rows.length > 0;
}
