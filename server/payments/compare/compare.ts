import { and, eq, gte, isNull, lt, ne, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { requireRight, type Actor } from '../../actor.ts';
import { writeAs } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/client.ts';
import * as payments from '../../db/payments.ts';
import { lockText, rowsOf } from '../../db/sql.ts';
import { answered, type RequestKey } from '../../db/write.ts';
import { isCurrency } from '../../domain/asset.ts';
import { addDays, checkNotInFuture, dayNumber, today, type Day } from '../../domain/day.ts';
import { fieldError } from '../../domain/errors.ts';
import type { DifferenceKind, ProviderVerb } from '../../domain/payment.ts';
import { formatAmount } from '../../domain/quantity.ts';
import { day } from '../../http/text.ts';
import { requireStripe, type StripeClient } from '../stripe/client.ts';
import { stepKey } from '../follow/missing-steps.ts';
import {
  differing,
  keepDifferences,
  rowOf,
  rowOfExtra,
  type Extra,
  type Period,
} from './keep-differences.ts';
import { findLine, statement, type Line } from './statement.ts';
import { lastTakenBack } from './last-undone.ts';

export const compareInput = z.strictObject({
  from: day.describe('The first day (UTC).'),
  to: day.describe('The last day, included.'),
});
export type CompareInput = z.infer<typeof compareInput>;

/** What a comparison answers: amounts in major units, null for none. */
export type Compared = {
  from: Day;
  to: Day;
  compared: number;
  /** How many differ and are not put aside. */
  differences: number;
  named: {
    kind: DifferenceKind;
    object: string;
    verb: ProviderVerb;
    currency: string;
    theirs: string | null;
    ours: string | null;
    day: Day;
    /** On which an admin took it back by hand. */
    takenBackOn: Day | null;
  }[];
};

export const MOST_DAYS = 400;

/** An answer names so many, the newest first; all stand at the desk. */
const MOST_NAMED = 500;

/** What a run has found; nothing of it is written yet. */
interface Findings {
  compared: number;
  /** By what they are of: the balance may tell of one thing twice. */
  lines: Map<string, Line>;
  extras: Extra[];
}

/**
 * Compares what payers moved of Stripe's balance on some days with the ledger, and keeps what differs for
 * the desk: what is missing here, what is extra, and other amounts. An admin's note stays on what still
 * differs in the same way; what is mended goes. Movements are credited gross; Stripe's fees and what it
 * credited are kept beside them as they become known.
 *
 * It holds one page at a time and what differs. Stripe is asked outside of any transaction; a failure on
 * the way (`busy`) leaves no finding of the run, and fees that it has learnt, which are true all the same.
 * What was settled while it ran is looked at once more as the findings are written, in one transaction.
 * Throws `invalid-input` for days in the future, the wrong way round, or more than 400.
 */
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
  const deed = {
    right: 'record',
    act: 'payment.compare',
    object: null,
    facts: { from, to },
  } as const;
  const answer = await writeAs(ctx, actor, key, deed, async (tx) => {
    // Two runs at once write one after the other.
    await lockText(tx, 'differences');
    const found = [
      ...(await differing(tx, [...findings.lines.values()])).map(rowOf),
      ...findings.extras.map(rowOfExtra),
    ];
    const noted = await keepDifferences(tx, period, found, ctx.now());
    const { compared } = findings;
    const differences = found.filter((row) => !noted.has(stepKey(row.object, row.verb)));
    await tx.insert(payments.reconciliation).values({
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
    const takenBack = await lastTakenBack(
      tx,
      newest.filter(({ kind }) => kind === 'missing'),
    );
    const named = newest.map(({ kind, object, verb, currency, theirs, ours, at }) => {
      const text = (minor: bigint | null) =>
        minor === null || !isCurrency(currency) ? null : formatAmount(minor, currency);
      const amounts = { currency, theirs: text(theirs), ours: text(ours) };
      const back = takenBack.get(stepKey(object, verb));
      const takenBackOn = back ? today(back.at) : null;
      return { kind, object, verb, ...amounts, day: at.slice(0, 10), takenBackOn };
    });
    const body: Compared = { from, to, compared, differences: differences.length, named };
    return { status: 200, body };
  });
  return { status: answer.status, body: answer.body as Compared };
}

function periodOf({ from, to }: CompareInput, now: Date): Period {
  if (to < from) throw fieldError('to', 'must not be before the first day');
  if (dayNumber(to) - dayNumber(from) >= MOST_DAYS) {
    throw fieldError('to', `must be within ${MOST_DAYS} days of the first`);
  }
  checkNotInFuture(to, now, 'to');
  return { from: new Date(from), until: new Date(addDays(to, 1)) };
}

const keyed = (lines: readonly Line[]): [string, Line][] =>
  lines.map((line) => [stepKey(line.object, line.verb), line]);

async function gather(
  db: Db,
  stripe: StripeClient,
  period: Period,
  stopped: AbortSignal | undefined,
): Promise<Findings> {
  let compared = 0;
  const lines = new Map<string, Line>();
  const look = async (page: Line[]): Promise<void> => {
    stopped?.throwIfAborted();
    compared += page.length;
    await keepBalances(db, page);
    const found = await differing(db, page);
    for (const [name, line] of keyed(found.map((each) => each.line))) lines.set(name, line);
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

/**
 * What is recorded of the period and was on no page so far: Stripe may count it to another day, or have
 * none of it. What has reached the balance once is there for ever, so only the rest is in doubt. A dispute
 * that is lost moves no money.
 */
async function withoutBalance(db: Db, { from, until }: Period): Promise<Extra[]> {
  const { payment, providerBatch: batch } = payments;
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

/** Keeps beside the movements what Stripe took and what it credited, in the balance's currency. */
async function keepBalances(db: Db, lines: readonly Line[]): Promise<void> {
  const rows = lines.flatMap(({ object, verb, balance }) =>
    balance === null
      ? []
      : [
          {
            object,
            verb,
            balance: balance.object,
            currency: balance.currency,
            fee: balance.fee?.toString() ?? null,
            net: balance.net?.toString() ?? null,
          },
        ],
  );
  await db.execute(sql`
    UPDATE provider_batch SET balance_object = given.balance, balance_currency = given.currency,
      fee_minor = given.fee, net_minor = given.net
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS given (object text, verb text, balance text, currency text, fee bigint, net bigint)
    WHERE provider_batch.object = given.object AND provider_batch.verb = given.verb
      AND balance_object IS NULL`);
}

/**
 * The first of some days that no run has compared since that day was over; null where each was, and where
 * nobody had been asked for money by then. A run that is of the future, for a clock was ahead, was not.
 */
export async function firstUncompared(
  db: Db,
  { from, to }: CompareInput,
  now: Date,
): Promise<Day | null> {
  const [first] = rowsOf<{ day: Day }>(
    await db.execute(sql`
      SELECT to_char(day, 'YYYY-MM-DD') AS day
      FROM (SELECT (created_at AT TIME ZONE 'UTC')::date FROM payment ORDER BY id LIMIT 1) AS asked (first),
        generate_series(greatest(${from}::date, first)::timestamp, ${to}::timestamp, '1 day') AS day
      WHERE NOT EXISTS (SELECT FROM reconciliation
        WHERE from_on <= day AND to_on >= day
          AND finished_at >= (day + interval '1 day') AT TIME ZONE 'UTC'
          AND finished_at <= ${now.toISOString()}::timestamptz)
      ORDER BY day LIMIT 1`),
  );
  return first?.day ?? null;
}

/** Whether a run after `since`, and not of the future, has compared these days, and more around them. */
export async function isCompared(
  db: Db,
  { from, to }: CompareInput,
  { since, now }: { since: Date; now: Date },
): Promise<boolean> {
  const rows = rowsOf(
    await db.execute(sql`
      SELECT FROM reconciliation
      WHERE finished_at BETWEEN ${since.toISOString()}::timestamptz AND ${now.toISOString()}::timestamptz
        AND from_on <= ${from}::date AND to_on >= ${to}::date LIMIT 1`),
  );
  return rows.length > 0;
}
