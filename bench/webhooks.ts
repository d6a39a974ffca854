/**
 * Stripe's events of payments that are paid, at 8 connections, against pgbench, in
 * turn on databases that begin alike. Each event is of a payment of its own,
 * and makes the server look at Stripe, which answers from a process of its own.
 */
import { createHmac } from 'node:crypto';
import { MACHINE } from '../server/actor.ts';
import { startServer } from '../scripts/support/server.ts';
import { readConfig } from '../server/config.ts';
import type { Context } from '../server/context.ts';
import { importFile } from '../server/import/import.ts';
import { openContext } from '../server/open-context.ts';
import { openStripe, requireStripe } from '../server/stripe/client.ts';
import { takeEvent } from '../server/payments/events/inbox.ts';
import { openEvent } from '../server/payments/events/webhook.ts';
import { startFakeStripe } from '../tests/support/stripe/fake.ts';
import { capture, pgbenchScript } from './support/capture.ts';
import { openClient, type PostClient } from './support/client.ts';
import { againstPgbench, ROUNDS } from './support/pgbench.ts';
import { startSessions } from './support/http-load.ts';
import { numberedId, seedAsked, STARTS } from './support/seed-payments.ts';
import { perSecond, type Row } from './support/table.ts';
import { type Env, type World } from './support/world.ts';

const CONNECTIONS = 8;
const GOAL = 0.35;
/** Events on a connection in a round. */
const EVENTS = 100;
const PER_ROUND = CONNECTIONS * EVENTS;
const PAYMENTS = (ROUNDS + 1) * PER_ROUND;
const SECRET = 'whsec_of_the_bench';
const LOOKS_WITHIN = [
  'payment_intent',
  'payment_intent.latest_charge.balance_transaction',
  'payment_intent.latest_charge.refunds',
];

/** What Stripe says of a session that a card has paid, and the event of it, with ids that end in `number`. */
async function recordPaid(number: string): Promise<{ session: string; event: string }> {
  const fake = await startFakeStripe();
  const { secretKey, webhookSecret, url: apiUrl } = fake;
  const { api } = (await openStripe({ secretKey, webhookSecret, livemode: false, apiUrl }))!;
  const { id } = await api.checkout.sessions.create({
    mode: 'payment',
    line_items: [
      {
        quantity: 1,
        price_data: { currency: 'usd', unit_amount: 100_000, product_data: { name: 'A pledge' } },
      },
    ],
    success_url: 'http://localhost/paid',
  });
  await fake.payByCard(id);
  const session = await api.checkout.sessions.retrieve(id, { expand: LOOKS_WITHIN });
  const event = fake.events.at(-1)!;
  await fake.close();
  const renumber = (of: object): string =>
    JSON.stringify(of).replaceAll(/\b(cs_test|pi|ch|txn|evt)_[\da-f]{24}/g, `$1_${number}`);
  return { session: renumber(session), event: renumber(event) };
}

/** An event as it is sent: its body and the header that signs it. */
type Sent = [signature: string, body: string];

function signed(body: string): Sent {
  const time = Math.floor(Date.now() / 1000);
  const v1 = createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex');
  return [`t=${time},v1=${v1}`, body];
}

type Event = (nth: number) => Sent;

const fill = async (ctx: Context): Promise<void> => {
  await importFile(ctx, MACHINE, {
    initiative: { name: 'Benchmark', call: 'Many payments.', currency: 'USD', targets: {} },
  });
  // Two more, whose events are taken for the script.
  await seedAsked(ctx, PAYMENTS + 2);
};

/** The unit of work twice, as the route does it; what it sends becomes pgbench's script. */
async function scriptOf(env: Env, event: Event): Promise<string> {
  const { ctx, close } = await openContext(readConfig(env));
  const run = (nth: number) =>
    capture(() => {
      const [signature, body] = event(nth);
      const opened = openEvent(requireStripe(ctx), Buffer.from(body), signature, ctx.now());
      return takeEvent(ctx, opened);
    });
  const script = pgbenchScript(await run(PAYMENTS), await run(PAYMENTS + 1), {
    variables: ['n :n + 1', `id :first + :client_id * ${EVENTS} + :n`],
    numbered: Object.fromEntries(STARTS.map((start) => [start, 'id'])),
  });
  await close();
  return script;
}

/** Takes the events from `first` on, each connection its own. */
async function eventsPerSecond(
  clients: readonly PostClient[],
  event: Event,
  first: number,
  outcome: 'applied' | 'known',
): Promise<number> {
  const start = performance.now();
  const work = async ({ post }: PostClient, index: number): Promise<void> => {
    for (let nth = 0; nth < EVENTS; nth += 1) {
      const [signature, body] = event(first + index * EVENTS + nth);
      const told = await post('/webhooks/stripe', [`Stripe-Signature: ${signature}`], body);
      if (told['outcome'] !== outcome) throw new Error(`an event was ${String(told['outcome'])}`);
    }
  };
  await Promise.all(clients.map(work));
  return (PER_ROUND / (performance.now() - start)) * 1000;
}

export async function measureWebhooks(world: World): Promise<Row[]> {
  const number = numberedId('', 0);
  const recorded = await recordPaid(number);
  const event: Event = (nth) => signed(recorded.event.replaceAll(number, numberedId('', nth)));
  const sessions = await startSessions({ json: recorded.session, number });
  const env = {
    ...(await world.database('webhooks', fill)),
    STRIPE_SECRET_KEY: 'sk_test_of_the_bench',
    STRIPE_WEBHOOK_SECRET: SECRET,
    STRIPE_API_URL: `http://localhost:${sessions.port}`,
  };
  const script = await scriptOf(env, event);
  const baseline = await againstPgbench(world, env, {
    name: 'webhook',
    script,
    connections: CONNECTIONS,
  });
  const server = await startServer(env);
  try {
    await server.ready;
    const clients = await Promise.all(
      Array.from({ length: CONNECTIONS }, () => openClient(server.url)),
    );
    const again: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const first = round * PER_ROUND;
      const ours = await eventsPerSecond(clients, event, first, 'applied');
      // The first transaction of each client has its number 0.
      const numbers = ['-D', 'n=-1', '-D', `first=${first}`, '-t', String(EVENTS)];
      await baseline.round(ours, numbers);
      again.push(await eventsPerSecond(clients, event, first, 'known'));
    }
    for (const { close } of clients) close();
    const what = `${CONNECTIONS} connections`;
    return [
      baseline.row(`an event of a payment that is paid, ${what}`, GOAL),
      {
        what: `an event that is known, ${what}`,
        ours: perSecond(again.slice(1)),
        goal: '',
        isMet: null,
      },
    ];
  } finally {
    await server.stop();
    sessions.stop();
  }
}
