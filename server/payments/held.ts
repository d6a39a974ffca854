import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/client.ts';
import { rawStatement } from '../db/prepared.ts';
import { PROVIDER_VERBS, type ProviderVerb } from '../domain/payment.ts';
import type { Step } from './effect.ts';

/**
 * What the ledger has by one verb under a name of Stripe's, of one pledge and in the minor units of its
 * asset; whether Stripe told of it or an admin recorded it by hand and named it as evidence. Of a payment that
 * is known here the name is its intent, whether that, its charge, session or invoice was named.
 */
export interface Standing {
  name: string;
  verb: ProviderVerb;
  pledgeId: string;
  ref: string;
  asset: string;
  sum: bigint;
}

const standings = rawStatement<Omit<Standing, 'sum'> & { sum: string }>(sql`
      WITH given AS (SELECT unnest(${sql.placeholder('names')}::text[]) AS reference),
        named AS (
          SELECT reference, coalesce(payment.intent, reference) AS name
          FROM given LEFT JOIN payment ON reference = payment.object OR reference = payment.charge
          UNION
          SELECT other.reference, payment.intent
          FROM given JOIN payment ON payment.intent = given.reference
          CROSS JOIN LATERAL (VALUES (payment.object), (payment.charge)) AS other (reference))
      SELECT named.name, movement.verb, pledge.id AS "pledgeId", pledge.ref, pledge.asset,
        sum(movement.quantity)::text AS sum
      FROM named
      JOIN evidence USING (reference)
      JOIN movement USING (batch)
      JOIN pledge ON pledge.id = movement.pledge_id
      LEFT JOIN movement undoing
        ON undoing.pledge_id = movement.pledge_id AND undoing.reverses = movement.seq
      WHERE movement.verb = ANY(${sql.param([...PROVIDER_VERBS])}::text[])
        AND undoing.seq IS NULL
      GROUP BY named.name, movement.verb, pledge.id`);

/** What stands under some names of Stripe's. What was taken back is not there. */
export async function standingUnder(
  reader: Db | Tx,
  names: readonly string[],
): Promise<Standing[]> {
  const rows = await standings(reader, { names });
  return rows.map((row) => ({ ...row, sum: BigInt(row.sum) }));
}

/** What there is of one payment, in minor units of its currency. */
export interface Held {
  received: bigint;
  disputed: bigint;
}

const NOTHING: Held = { received: 0n, disputed: 0n };

/** What each verb adds to it. */
const EFFECT: Record<ProviderVerb, Held> = {
  receive: { received: 1n, disputed: 0n },
  refund: { received: -1n, disputed: 0n },
  reverse: { received: 1n, disputed: 0n },
  dispute: { received: -1n, disputed: 1n },
  win: { received: 1n, disputed: -1n },
  lose: { received: 0n, disputed: -1n },
};

type Effective = Pick<Step, 'verb' | 'amount'>;

/**
 * What an admin has recorded of some disputes as won, as far as they took it: beyond that, or without its dispute, it
 * was taken out of another one's.
 */
export const wonOf = (
  standing: readonly Standing[],
  pledgeId: string | null,
  disputes: readonly { object: string; amount: bigint }[],
): bigint =>
  disputes
    .flatMap(({ object, amount }) =>
      standing
        .filter((each) => each.verb === 'win' && each.name === object && each.pledgeId === pledgeId)
        .map(({ sum }) => (sum < amount ? sum : amount)),
    )
    .reduce((all, each) => all + each, 0n);

/**
 * What is held of a payment: what stands in the ledger under its names, of its own pledge. What an admin
 * recorded of another pledge, or less of it, is not there to be taken: it would be another giver's money. A
 * refund that was taken back does not stand, so what took it back adds nothing more. What was won is in dispute no
 * more, whatever it was of.
 */
export function heldOf(standing: readonly Standing[], pledgeId: string | null): Held {
  const own = standing
    .filter((each) => each.pledgeId === pledgeId && each.verb !== 'reverse')
    .map(({ name: object, verb, sum: amount }) => ({ object, verb, amount }));
  const disputes = own.filter(({ verb }) => verb === 'dispute');
  const others = own.filter(({ verb }) => verb !== 'win');
  return {
    received: leftOf(NOTHING, others).received + wonOf(standing, pledgeId, disputes),
    disputed: leftOf(NOTHING, own).disputed,
  };
}

/** What some steps leave of what is held; less than none where they take more. */
export function leftOf(held: Held, steps: readonly Effective[]): Held {
  const left = (place: keyof Held): bigint =>
    steps.reduce((sum, { verb, amount }) => sum + EFFECT[verb][place] * amount, held[place]);
  return { received: left('received'), disputed: left('disputed') };
}

/** How much more some steps would take of a payment than is held of it, and of what; null where they fit. */
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
