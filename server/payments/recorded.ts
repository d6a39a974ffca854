import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/client.ts';
import * as payments from '../db/payments.ts';
import { statement } from '../db/prepared.ts';
import { lockTexts, rowsOf } from '../db/sql.ts';
import type { DifferenceKind } from '../domain/payment.ts';
import { isStep, stepKey, stepsOf, type Lacking, type StepName } from './effect.ts';
import { standingUnder, type Standing } from './held.ts';
import type { PaymentRow } from './opened.ts';
import type { Line } from './statement.ts';
import type { Look } from './truth.ts';

/** What the ledger says otherwise than Stripe, or not at all. */
export interface Differing {
  kind: DifferenceKind;
  line: Line;
  /** Null for nothing, and for an amount in another currency. */
  ours: bigint | null;
}

type Payment = Pick<PaymentRow, 'id' | 'pledgeId'>;

/** What the ledger lacks of a payment, and what it has under its names. */
export interface LackingOf {
  lacking: Lacking[];
  /** What was recorded by hand and is not where it belongs. */
  elsewhere: Standing[];
  standing: Standing[];
}

const batchesOf = statement((tx) => {
  const { providerBatch } = payments;
  return tx
    .select()
    .from(providerBatch)
    .where(eq(providerBatch.paymentId, sql.placeholder('id')));
});

/**
 * What the ledger lacks of what Stripe tells of a payment. An admin may have been told sooner: what was
 * recorded by hand, naming what it is of, is not lacking; and a batch by which a refund that failed was taken
 * back stands for Stripe's taking back from here on.
 *
 * What an admin has taken back of it lacks nothing, for the row of its name stays: the admin's word stands
 * against all that Stripe tells. Only `again`, the admin's own word to the contrary, makes it lacking. Then
 * nothing but the ledger, read under the pledge's lock, keeps it from being there twice.
 */
export async function lackingOf(
  tx: Tx,
  payment: Payment,
  truth: Look,
  again: StepName | null,
): Promise<LackingOf> {
  const all = await batchesOf(tx, { id: payment.id });
  const isAgain = (step: StepName) => step.object === again?.object && step.verb === again.verb;
  const told = all.filter((batch) => !isAgain(batch));
  const untold = stepsOf(
    truth,
    new Map(told.map(({ object, verb, batch }) => [stepKey(object, verb), batch])),
  ).map((step) =>
    all.some(isAgain) && isAgain(step) ? { ...step, isAgain: true as const } : step,
  );
  if (untold.length === 0) return { lacking: [], elsewhere: [], standing: [] };
  await lockByHand(tx, payment, untold, truth);
  const latest = await ofLatest(tx, payment.pledgeId, untold);
  const takenBack = await keepTakenBack(tx, payment.id, latest, truth);
  const left = latest.filter(
    ({ object, verb }) =>
      !takenBack.some((batch) => batch.object === object && batch.verb === verb),
  );
  const standing = await standingUnder(tx, [
    ...namesOf(truth),
    ...told.map(({ object }) => object),
  ]);
  return { ...withoutByHand(left, standing, payment.pledgeId, truth.intent), standing };
}

const namesOf = ({ intent, refunds, disputes }: Look): string[] => [
  ...(intent === null ? [] : [intent]),
  ...[...refunds, ...disputes].map(({ object }) => object),
];

/**
 * Who records by hand locks the pledge, and then what is named: so what is read of the ledger from here on stays
 * true, of this pledge and of any other.
 */
async function lockByHand(
  tx: Tx,
  { pledgeId }: Payment,
  steps: readonly StepName[],
  { object, charge }: Look,
): Promise<void> {
  if (pledgeId !== null) {
    await tx.execute(sql`SELECT FROM pledge WHERE id = ${pledgeId} FOR UPDATE`);
  }
  await lockTexts(
    tx,
    [...steps.map((step) => step.object), object, charge].filter((name) => name !== null),
  );
}

/**
 * What nobody has recorded by hand either. What was, and not of the payment's own pledge, is where it belongs
 * if what came by the payment was moved to that one.
 */
function withoutByHand(
  steps: readonly Lacking[],
  standing: readonly Standing[],
  pledgeId: string | null,
  intent: string | null,
): Pick<LackingOf, 'lacking' | 'elsewhere'> {
  const under = ({ object, verb }: StepName): Standing[] =>
    standing.filter((each) => each.name === object && each.verb === verb);
  const receipts =
    intent === null ? [] : under({ object: intent, verb: 'receive' }).map((each) => each.pledgeId);
  const elsewhere = steps.flatMap((step) => {
    const homes = step.verb === 'receive' ? [pledgeId] : [pledgeId, ...receipts];
    const found = under(step);
    return found.some((each) => homes.includes(each.pledgeId)) ? [] : found;
  });
  return { lacking: steps.filter((step) => under(step).length === 0), elsewhere };
}

/**
 * Of refunds that were taken back and recorded again, it is the latest batch that one that failed undoes: of the
 * payment's own pledge, and of its amount. No other is Stripe's to take back; the comparison tells of it.
 */
async function ofLatest(tx: Tx, pledgeId: string | null, steps: Lacking[]): Promise<Lacking[]> {
  const objects = steps.filter(({ undoes }) => undoes !== null).map(({ object }) => object);
  if (objects.length === 0) return steps;
  const rows = rowsOf<{ object: string; batch: string; sum: string }>(
    await tx.execute(sql`
      SELECT evidence.reference AS object, movement.batch, sum(movement.quantity)::text AS sum
      FROM evidence JOIN movement USING (batch)
      WHERE evidence.reference = ANY(${sql.param(objects)}::text[]) AND movement.verb = 'refund'
        AND movement.pledge_id = ${pledgeId}::uuid
        AND NOT EXISTS (SELECT FROM movement undoing
          WHERE undoing.pledge_id = movement.pledge_id AND undoing.reverses = movement.seq)
      GROUP BY evidence.reference, movement.batch
      ORDER BY max(movement.seq)`),
  );
  const standing = new Map(rows.map(({ object, batch, sum }) => [`${object} ${sum}`, batch]));
  return steps.map((step) => {
    if (step.undoes === null) return step;
    return { ...step, undoes: standing.get(`${step.object} ${step.amount}`) ?? step.undoes };
  });
}

/** Which of the steps an admin has done: what took back by hand what they undo is kept as theirs. */
async function keepTakenBack(
  tx: Tx,
  paymentId: string,
  steps: readonly Lacking[],
  { asOf }: Look,
): Promise<StepName[]> {
  const known = steps.filter(isStep);
  const undoes = known.flatMap((step) => step.undoes ?? []);
  if (undoes.length === 0) return [];
  const rows = rowsOf<{ undoes: string; batch: string }>(
    await tx.execute(sql`
      SELECT DISTINCT undone.batch AS undoes, undoing.batch
      FROM movement undone JOIN movement undoing ON undoing.reverses = undone.seq
      WHERE undone.batch = ANY(${sql.param(undoes)}::text[])`),
  );
  const kept = rows.map(({ undoes: undone, batch }) => {
    const { object, verb, amount } = known.find((step) => step.undoes === undone)!;
    return { object, verb, batch, paymentId, amountMinor: amount, happenedAt: asOf };
  });
  if (kept.length === 0) return [];
  const { providerBatch } = payments;
  // Of one that is to be recorded again the row is there.
  const target = [providerBatch.object, providerBatch.verb];
  await tx.insert(providerBatch).values(kept).onConflictDoNothing({ target });
  return kept;
}

/**
 * Which of the lines the ledger does not say so: one query. It compares money, whatever pledge it is of; what
 * is there in another currency adds up with nothing, and differs.
 */
export async function differing(db: Db | Tx, lines: readonly Line[]): Promise<Differing[]> {
  const standing = await standingUnder(
    db,
    lines.flatMap(({ names }) => names),
  );
  const byStep = Map.groupBy(standing, ({ name, verb }) => `${name} ${verb}`);
  return lines.flatMap((line): Differing[] => {
    const under = (verb: string) =>
      line.names.flatMap((name) => byStep.get(`${name} ${verb}`) ?? []);
    const found = under(line.verb);
    if (found.some(({ asset }) => asset !== line.currency)) {
      return [{ kind: 'amount', line, ours: null }];
    }
    if (found.length > 0) {
      const ours = found.reduce((sum, each) => sum + each.sum, 0n);
      return ours === line.amount ? [] : [{ kind: 'amount', line, ours }];
    }
    const isOwed = line.after === null || under(line.after).length > 0;
    return isOwed ? [{ kind: 'missing', line, ours: null }] : [];
  });
}
