import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/client.ts';
import * as payments from '../db/payments.ts';
import { lockTexts } from '../db/sql.ts';
import type { DifferenceKind } from '../domain/payment.ts';
import { stepKey, stepsOf, type Lacking, type StepName } from './effect.ts';
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

/** What the ledger lacks of a payment, and what it has under its ids. */
export interface LackingOf {
  lacking: Lacking[];
  standing: Standing[];
}

/**
 * What the ledger lacks of what Stripe tells of a payment. What an admin has undone is not lacking, because its row
 * in `provider_batch` stays. Only `again`, the admin's own wish, makes it lacking once more.
 *
 * Recording by hand locks the pledge and then the id that is named. Both are locked here too, so what is read stays
 * true until the commit.
 */
export async function lackingOf(
  tx: Tx,
  { id, pledgeId }: Pick<PaymentRow, 'id' | 'pledgeId'>,
  truth: Look,
  again: StepName | null,
): Promise<LackingOf> {
  const { providerBatch } = payments;
  const told = await tx.select().from(providerBatch).where(eq(providerBatch.paymentId, id));
  const isAgain = (step: StepName) => step.object === again?.object && step.verb === again.verb;
  const known = told.filter((batch) => !isAgain(batch));
  const steps = stepsOf(truth, new Set(known.map(({ object, verb }) => stepKey(object, verb))));
  // A refund that failed may have been recorded by hand before Stripe told of it.
  const hasFailed = truth.refunds.some(({ state }) => state === 'failed');
  if (steps.length === 0 && !hasFailed) return { lacking: [], standing: [] };
  const { object, charge, intent, refunds, disputes } = truth;
  const names = [object, charge, intent, ...[...refunds, ...disputes].map((each) => each.object)];
  if (pledgeId !== null) {
    await tx.execute(sql`SELECT FROM pledge WHERE id = ${pledgeId} FOR UPDATE`);
  }
  await lockTexts(
    tx,
    names.filter((name) => name !== null),
  );
  const standing = await standingUnder(tx, [...names, ...told.map((batch) => batch.object)]);
  const found = ({ object: name, verb }: StepName) =>
    standing.find((each) => !each.isByHand && each.name === name && each.verb === verb);
  const lacking = steps.flatMap((step): Lacking[] => {
    if (found(step)) return [];
    if (step.verb !== 'reverse') {
      return [
        told.some((batch) => isAgain(batch)) && isAgain(step) ? { ...step, isAgain: true } : step,
      ];
    }
    const refund = found({ object: step.object, verb: 'refund' });
    return refund ? [{ ...step, undoes: refund.batch }] : [];
  });
  return { lacking, standing };
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
