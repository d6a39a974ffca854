import fc from 'fast-check';
import { asc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as schema from '../../server/db/schema.ts';
import { formatAmount } from '../../server/domain/quantity.ts';
import { NOW } from '../support/app.ts';
import { useTill } from '../support/pay.ts';
import { anyPlan, LATE_AND_REVERSED, ORDERLY, type Plan } from './delivery-plans.ts';

const HOUR_MS = 3_600_000;
const RUNS = 10;

const till = useTill();

/** What somebody does at Stripe, some hours after what was done before. */
interface Act {
  hours: number;
  does: (object: string) => unknown;
}

interface Scenario {
  asset: string;
  /** What is paid of the 2000.01 that were promised. */
  amount: string;
  acts: Act[];
  ends: string;
  moves: string[];
}

const hours = (count: number, does: Act['does']): Act => ({ hours: count, does });
const days = (count: number, does: Act['does']): Act => hours(24 * count, does);

const intentOf = async (object: string): Promise<string> => {
  const { api } = till.app.ctx.stripe!;
  return (await api.checkout.sessions.retrieve(object)).payment_intent as string;
};

const card = hours(1, (object) => till.stripe.payByCard(object));
const bank = hours(1, (object) => till.stripe.payByBank(object));
const refund = (minor: number) =>
  days(1, async (object) => till.stripe.refund(await intentOf(object), minor));
const pendingRefund = (minor: number) =>
  days(1, async (object) =>
    till.stripe.refund(await intentOf(object), minor, { status: 'pending' }),
  );
const firstRefundOf = async (object: string): Promise<string> => {
  const { data } = await till.app.ctx.stripe!.api.refunds.list({
    payment_intent: await intentOf(object),
  });
  return data.at(-1)!.id;
};
const settleRefund = days(1, async (object) =>
  till.stripe.refundSettles(await firstRefundOf(object)),
);
const failRefund = days(1, async (object) => till.stripe.refundFails(await firstRefundOf(object)));
const dispute = (minor?: number) =>
  days(2, async (object) => till.stripe.dispute(await intentOf(object), minor));
const close = (end: 'won' | 'lost') =>
  days(4, async (object) => {
    const { data } = await till.app.ctx.stripe!.api.disputes.list({
      payment_intent: await intentOf(object),
    });
    till.stripe.closeDispute(data[0]!.id, end);
  });

const dollars = (acts: Act[], ends: string, moves: string[]): Scenario => ({
  asset: 'USD',
  amount: '500.00',
  acts,
  ends,
  moves: ['pledge outside→pledged 2000.01, base 2000.01, 03-10', ...moves],
});

const RECEIVED = 'receive pledged→received 500.00, base 500.00, 03-10';
const DISPUTED = 'dispute received→disputed 500.00, base 500.00, 03-12';

const SCENARIOS: Record<string, Scenario> = {
  'a card is charged': dollars([card], 'paid', [RECEIVED]),
  'a bank pays after three days': dollars(
    [bank, days(3, (object) => till.stripe.bankSettles(object))],
    'paid',
    ['receive pledged→received 500.00, base 500.00, 03-13'],
  ),
  'a bank refuses': dollars(
    [bank, days(3, (object) => till.stripe.bankFails(object))],
    'failed',
    [],
  ),
  'nobody pays': dollars([days(1, (object) => till.stripe.expire(object))], 'expired', []),
  'two parts are refunded': dollars([card, refund(12_345), refund(77)], 'paid', [
    RECEIVED,
    'refund received→refunded 123.45, base 123.45, 03-11',
    'refund received→refunded 0.77, base 0.77, 03-12',
  ]),
  'a dispute is won': dollars([card, dispute(), close('won')], 'paid', [
    RECEIVED,
    DISPUTED,
    'win disputed→received 500.00, base 500.00, 03-16',
  ]),
  'a dispute is lost': dollars([card, dispute(), close('lost')], 'paid', [
    RECEIVED,
    DISPUTED,
    'lose disputed→refunded 500.00, base 500.00, when it was learnt of',
  ]),
  'a part is refunded, and a part disputed and won': dollars(
    [card, refund(12_345), dispute(20_000), close('won'), refund(5_000)],
    'paid',
    [
      RECEIVED,
      'refund received→refunded 123.45, base 123.45, 03-11',
      'dispute received→disputed 200.00, base 200.00, 03-13',
      'win disputed→received 200.00, base 200.00, 03-17',
      'refund received→refunded 50.00, base 50.00, 03-18',
    ],
  ),
  'a part is refunded, and the bank takes all of it': dollars(
    [card, refund(5_000), dispute(), close('lost')],
    'paid',
    [RECEIVED, 'refund received→refunded 50.00, base 50.00, 03-11'],
  ),
  'a part is refunded, the bank takes all of it and gives it back, and the rest is refunded':
    dollars([card, refund(5_000), dispute(), close('won'), refund(45_000)], 'paid', [
      RECEIVED,
      'refund received→refunded 50.00, base 50.00, 03-11',
      'refund received→refunded 450.00, base 450.00, 03-18',
    ]),
  'a refund is under way while the bank takes all of it': dollars(
    [card, pendingRefund(5_000), dispute(), settleRefund, close('lost')],
    'paid',
    [RECEIVED, 'refund received→refunded 50.00, base 50.00, 03-11'],
  ),
  'a refund is under way while the bank takes most and more, and fails': dollars(
    [card, pendingRefund(40_000), dispute(45_000), dispute(10_000), failRefund],
    'paid',
    [RECEIVED, 'dispute received→disputed 450.00, base 450.00, 03-13'],
  ),
  'euros come, and parts of them go': {
    asset: 'EUR',
    amount: '666.67',
    acts: [card, refund(3_333), dispute(10_001), close('won'), refund(1)],
    ends: 'paid',
    // 1.1641 of that day, and of each part what its share of the base rounds down to.
    moves: [
      'pledge outside→pledged 2000.01, base 2328.21, 03-10',
      'receive pledged→received 666.67, base 776.07, 03-10',
      'refund received→refunded 33.33, base 38.79, 03-11',
      'dispute received→disputed 100.01, base 116.42, 03-13',
      'win disputed→received 100.01, base 116.42, 03-17',
      'refund received→refunded 0.01, base 0.01, 03-18',
    ],
  },
};

/** Stripe does not say when it settled: whoever is told late learns of the refund before the dispute. */
const SETTLED_WHILE_DISPUTED: Scenario = {
  asset: 'EUR',
  amount: '666.67',
  acts: [card, pendingRefund(2_273), dispute(1_000), settleRefund, close('won')],
  ends: 'paid',
  moves: [
    'pledge outside→pledged 2000.01, base 2328.21, 03-10',
    'receive pledged→received 666.67, base 776.07, 03-10',
    'dispute received→disputed 10.00, base 11.64, 03-13',
    'refund received→refunded 22.73, base 26.46, 03-11',
    'win disputed→received 10.00, base 11.64, 03-18',
  ],
};

/** Plays a scenario with a pledge of its own. What the ledger says in the end, and the payment. */
async function play({ asset, amount, acts: done }: Scenario, plan: Plan) {
  const { clock } = till.app;
  const acts = [...done, days(2, () => {})];
  clock.now = NOW;
  const ref = await till.pledge({ asset, amount: '2000.01' });
  const { code } = await till.pay(ref, amount);
  const object = await till.objectOf(code);
  const { events } = till.stripe;
  events.length = 0;
  // The clock goes on by days while one is under way, and nothing is signed too early.
  const sent = { url: till.hook, at: new Date(NOW.getTime() + 1_000 * HOUR_MS) };
  const replies: number[] = [];
  const deliver = async (event: number): Promise<void> => {
    replies.push((await till.stripe.deliver(events[event]!, sent)).status);
  };
  const underWay: Promise<unknown>[] = [];
  const last = acts.length - 1;
  for (const [at, { hours: passed, does }] of acts.entries()) {
    clock.now = new Date(clock.now.getTime() + passed * HOUR_MS);
    const before = events.length;
    await does(object);
    const isDue = ({ event, after }: Plan['deliveries'][number]): boolean => {
      const isNew = event >= before && event < events.length;
      const isThen = Math.min(after, last) === at;
      return event < events.length && (isThen || (isNew && after < at));
    };
    const due = plan.deliveries.filter(isDue).toSorted((a, b) => a.rank - b.rank);
    const pace = plan.paces[at] ?? 'one by one';
    if (pace === 'one by one') for (const { event } of due) await deliver(event);
    else {
      const all = Promise.all(due.map(({ event }) => deliver(event)));
      if (pace === 'at once') await all;
      else underWay.push(all);
    }
  }
  await Promise.all(underWay);
  expect(new Set(replies)).toEqual(new Set([200]));
  const { status, flags } = await till.paymentOf(code);
  expect(flags).toEqual([]);
  return { ends: status, moves: await movesOf(ref) };
}

async function movesOf(ref: string): Promise<string[]> {
  const { movement, pledge } = schema;
  const rows = await till.app.ctx.db
    .select({ movement, asset: pledge.asset })
    .from(movement)
    .innerJoin(pledge, eq(pledge.id, movement.pledgeId))
    .where(eq(pledge.ref, ref))
    .orderBy(asc(movement.seq));
  return rows.map(
    ({ movement: { verb, fromStage, toStage, quantity, base, occurredOn }, asset }) => {
      // Stripe does not say when a dispute was lost.
      const when = verb === 'lose' ? 'when it was learnt of' : occurredOn.slice(5);
      const amounts = `${formatAmount(quantity, asset)}, base ${formatAmount(base, 'USD')}`;
      return `${verb} ${fromStage}→${toStage} ${amounts}, ${when}`;
    },
  );
}

describe.each(Object.entries(SCENARIOS))('when %s', (_what, scenario) => {
  const { ends, moves } = scenario;

  test('the ledger says so', async () => {
    expect(await play(scenario, ORDERLY)).toEqual({ ends, moves });
  });

  test('it says the same of events that come late and backwards', async () => {
    expect(await play(scenario, LATE_AND_REVERSED)).toEqual({ ends, moves });
  });

  test('it says the same whenever they come, in any order, twice and at once', async () => {
    const property = fc.asyncProperty(anyPlan, async (plan) => {
      expect(await play(scenario, plan)).toEqual({ ends, moves });
    });
    await fc.assert(property, { numRuns: RUNS });
  });
});

describe('when a refund settles while a part is disputed', () => {
  const { ends, moves } = SETTLED_WHILE_DISPUTED;
  const BASE = /base ([\d.]+)/;
  const withoutBase = (move: string) => move.replace(BASE, 'base');
  /** In cents, of the movements of each verb. */
  const basesOf = (some: string[]) =>
    some.toSorted().map((move) => Math.round(100 * Number(BASE.exec(move)![1])));

  test('the ledger says so', async () => {
    expect(await play(SETTLED_WHILE_DISPUTED, ORDERLY)).toEqual({ ends, moves });
  });

  const playedLate = async (plan: Plan) => {
    const late = await play(SETTLED_WHILE_DISPUTED, plan);
    expect(late.ends).toBe(ends);
    expect(late.moves.map(withoutBase).toSorted()).toEqual(moves.map(withoutBase).toSorted());
    const inTime = basesOf(moves);
    return basesOf(late.moves).map((base, at) => Math.abs(base - inTime[at]!));
  };

  test('of events that come late it says the same but for the order, and for a cent of base', async () => {
    expect(Math.max(...(await playedLate(LATE_AND_REVERSED)))).toBe(1);
  });

  test('so it does whenever they come, in any order, twice and at once', async () => {
    const property = fc.asyncProperty(anyPlan, async (plan) => {
      expect(Math.max(...(await playedLate(plan)))).toBeLessThanOrEqual(1);
    });
    await fc.assert(property, { numRuns: RUNS });
  });
});
