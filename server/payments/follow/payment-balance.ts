import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../../db/db.ts';
import { rawStatement } from '../../db/prepared.ts';
import { PROVIDER_VERBS, type ProviderVerb } from '../../domain/payment.ts';

export interface Standing {
  name: string;
  verb: ProviderVerb;
  batch: string;
  ref: string;
  asset: string;
  sum: bigint;
  /** An admin recorded it, not Stripe. */
  isByHand: boolean;
}

const standings = rawStatement<Omit<Standing, 'sum'> & { sum: string }>(sql`
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
  GROUP BY evidence.reference, movement.verb, movement.batch, pledge.ref, pledge.asset`);

/** What the ledger has under some of Stripe's ids and was not undone. */
export async function standingUnder(
  reader: Db | Tx,
  names: readonly (string | null)[],
): Promise<Standing[]> {
  const rows = await standings(reader, { names: names.filter((name) => name !== null) });
  return rows.map((row) => ({ ...row, sum: BigInt(row.sum) }));
}

export interface Held {
  received: bigint;
  disputed: bigint;
}

const EFFECT: Record<ProviderVerb, Held> = {
  receive: { received: 1n, disputed: 0n },
  refund: { received: -1n, disputed: 0n },
  reverse: { received: 1n, disputed: 0n },
  dispute: { received: -1n, disputed: 1n },
  win: { received: 1n, disputed: -1n },
  lose: { received: 0n, disputed: -1n },
};

interface Effective {
  object: string;
  verb: ProviderVerb;
  amount: bigint;
}

/**
 * What is held of a payment. An undone refund isn't in `standing`, so its `reverse` adds nothing. A win without its
 * dispute took another dispute's money.
 */
export function heldOf(standing: readonly Standing[]): Held {
  const steps = standing
    .filter(({ isByHand, verb }) => !isByHand && verb !== 'reverse')
    .map(({ name: object, verb, sum: amount }) => ({ object, verb, amount }));
  const isContested = (object: string): boolean =>
    steps.some((step) => step.verb === 'dispute' && step.object === object);
  const none = { received: 0n, disputed: 0n };
  return {
    received: leftOf(
      none,
      steps.filter(({ verb, object }) => verb !== 'win' || isContested(object)),
    ).received,
    disputed: leftOf(none, steps).disputed,
  };
}

/** May be negative. */
export function leftOf(held: Held, steps: readonly Effective[]): Held {
  const left = (place: keyof Held): bigint =>
    steps.reduce((sum, { verb, amount }) => sum + EFFECT[verb][place] * amount, held[place]);
  return { received: left('received'), disputed: left('disputed') };
}

/** How much more the steps take than is held; null where they fit. */
export function lackOf(
  held: Held,
  steps: readonly Effective[],
): { place: keyof Held; amount: bigint } | null {
  const left = leftOf(held, steps);
  for (const place of ['received', 'disputed'] as const) {
    const isTaken = steps.some(({ verb }) => EFFECT[verb][place] < 0n);
    if (left[place] < 0n && isTaken) return { place, amount: -left[place] };
  }
  return null;
}
