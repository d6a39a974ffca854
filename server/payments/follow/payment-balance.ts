import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../../db/db.ts';
import { rawStatement } from '../../db/prepared.ts';
import { PROVIDER_VERBS, type ProviderVerb } from '../../domain/payment.ts';

/** Movements of the ledger under one of Stripe's ids, which no admin undid. */
export type RecordedStep = Awaited<ReturnType<typeof recordedUnder>>[number];

const recordedSteps = rawStatement(
  sql`
  SELECT evidence.reference AS name, movement.verb, movement.batch, pledge.ref, pledge.asset,
    sum(movement.quantity)::text AS sum,
    movement.verb <> 'reverse' AND NOT EXISTS (SELECT FROM audit
      WHERE audit.object = pledge.ref AND audit.by = 'stripe'
        AND audit.facts ->> 'batch' = movement.batch) AS "isByHand"
  FROM evidence
  JOIN movement USING (batch)
  JOIN pledge ON pledge.id = movement.pledge_id
  LEFT JOIN movement undoing
    ON undoing.pledge_id = movement.pledge_id AND undoing.reverses = movement.seq
  WHERE evidence.reference = ANY(${sql.placeholder('names')}::text[])
    AND movement.verb = ANY(${sql.param([...PROVIDER_VERBS])}::text[])
    AND undoing.seq IS NULL
  GROUP BY evidence.reference, movement.verb, movement.batch, pledge.ref, pledge.asset`,
  z.strictObject({
    name: z.string(),
    verb: z.enum(PROVIDER_VERBS),
    batch: z.string(),
    ref: z.string(),
    asset: z.string(),
    sum: z.string(),
    isByHand: z.boolean(),
  }),
);

export async function recordedUnder(reader: Db | Tx, names: readonly (string | null)[]) {
  const rows = await recordedSteps(reader, { names: names.filter((name) => name !== null) });
  return rows.map((row) => ({ ...row, sum: BigInt(row.sum) }));
}

/** What is held of a payment, in minor units. */
export interface PaymentBalance {
  received: bigint;
  disputed: bigint;
}

const EFFECT: Record<ProviderVerb, PaymentBalance> = {
  receive: { received: 1n, disputed: 0n },
  refund: { received: -1n, disputed: 0n },
  reverse: { received: 1n, disputed: 0n },
  dispute: { received: -1n, disputed: 1n },
  win: { received: 1n, disputed: -1n },
  lose: { received: 0n, disputed: -1n },
};

type Effective = Pick<RecordedStep, 'verb'> & { object: string; amount: bigint };

/** An undone refund's `reverse` adds nothing. A win without its dispute took another dispute's money. */
export function paymentBalance(recorded: readonly RecordedStep[]): PaymentBalance {
  const steps = recorded
    .filter(({ isByHand, verb }) => !isByHand && verb !== 'reverse')
    .map(({ name: object, verb, sum: amount }) => ({ object, verb, amount }));
  const isContested = (object: string): boolean =>
    steps.some((step) => step.verb === 'dispute' && step.object === object);
  const none = { received: 0n, disputed: 0n };
  const unaided = steps.filter(({ verb, object }) => verb !== 'win' || isContested(object));
  return {
    received: balanceAfter(none, unaided).received,
    disputed: balanceAfter(none, steps).disputed,
  };
}

export function balanceAfter({ received, disputed }: PaymentBalance, steps: readonly Effective[]) {
  const change = (place: keyof PaymentBalance): bigint =>
    steps.reduce((sum, { verb, amount }) => sum + EFFECT[verb][place] * amount, 0n);
  return { received: received + change('received'), disputed: disputed + change('disputed') };
}

/** How much more the steps take than is held; null where they fit. */
export function overdrawOf(
  balance: PaymentBalance,
  steps: readonly Effective[],
): { place: keyof PaymentBalance; amount: bigint } | null {
  const after = balanceAfter(balance, steps);
  for (const place of ['received', 'disputed'] as const) {
    const isTaken = steps.some(({ verb }) => EFFECT[verb][place] < 0n);
    if (after[place] < 0n && isTaken) return { place, amount: -after[place] };
  }
  return null;
}
