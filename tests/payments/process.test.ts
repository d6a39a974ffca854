import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startServer, type Server } from '../../scripts/support/server.ts';
import { stripeEnv, useTill } from '../support/pay.ts';

/** The built program on the till's database, by the side of it: it can be killed. */
const till = useTill();
let dataDir: string;
beforeAll(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'muster-payments-'))));
afterAll(() => rm(dataDir, { recursive: true }));

let server: Server;
async function start(): Promise<void> {
  const { appUrl, ownerUrl } = till.app.database!;
  server = await startServer({
    DATA_DIR: dataDir,
    DATABASE_URL: appUrl,
    MIGRATE_DATABASE_URL: ownerUrl,
    LEDGER_KEY: till.app.ctx.config.ledgerSeed!.toString('base64'),
    LOG_LEVEL: 'error',
    ...stripeEnv(till.stripe),
  });
  await server.ready;
}
beforeEach(start);
afterEach(() => server.stop());

const PLEDGED = 'pledge outside→pledged 2000.00';
const RECEIVED = 'receive pledged→received 500.00';

async function paid(): Promise<{ ref: string; event: Stripe.Event }> {
  const ref = await till.pledge();
  const { code } = await till.pay(ref, '500.00');
  await till.stripe.payByCard(await till.objectOf(code));
  return { ref, event: till.stripe.events.at(-1)! };
}

/** The till's own look may find the server making the checkpoint, and then shows the one before. */
async function moved(ref: string): Promise<void> {
  const shownSize = async () => {
    await till.app.publicCache.refresh();
    return Number(till.app.publicCache.current()!.size);
  };
  await expect.poll(shownSize).toBe(await till.entries());
  expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED]);
}

/** As Stripe does it: this machine's clock is the server's. */
const deliver = (event: Stripe.Event, url = server.url): Promise<Response> =>
  till.stripe.deliver(event, { url: `${url}/webhooks/stripe`, at: new Date() });

/**
 * Delivers an event of which no answer comes back: `cut` is called as the server says that it has it. Until then the
 * event comes again, as from Stripe: on a slow machine the server may give up first.
 */
async function deliverWithoutAnswer(event: Stripe.Event, cut: () => unknown): Promise<void> {
  let status = '';
  const front = createServer((client) => {
    const back = connect(Number(new URL(server.url).port), '127.0.0.1');
    client.pipe(back);
    back.once('data', (answer) => {
      status = answer.toString('latin1', 9, 12);
      if (status === '200') cut();
      client.destroy();
      back.destroy();
    });
    for (const socket of [client, back]) socket.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(front, 'listening');
  const { port } = front.address() as AddressInfo;
  const deliverUntilDone = async (): Promise<void> => {
    await expect(deliver(event, `http://localhost:${port}`)).rejects.toThrow('fetch failed');
    if (status === '200') return;
    expect(status).toBe('503');
    await deliverUntilDone();
  };
  await deliverUntilDone();
  front.close();
}

test('a connection that is cut after the commit: the event comes again, and is known', async () => {
  const { ref, event } = await paid();
  await deliverWithoutAnswer(event, () => {});
  await moved(ref);
  const again = await deliver(event);
  expect([again.status, await again.json()]).toEqual([200, { outcome: 'known' }]);
  await moved(ref);
});

test('a server that is killed between the commit and its answer: one movement', async () => {
  const { ref, event } = await paid();
  let killed: Promise<void> | undefined;
  await deliverWithoutAnswer(event, () => (killed = server.kill()));
  await killed;
  await start();
  const again = await deliver(event);
  expect([again.status, await again.json()]).toEqual([200, { outcome: 'known' }]);
  await moved(ref);
});

test('a server that is killed before the commit: nothing is kept, and then one movement', async () => {
  const { ref, event } = await paid();
  const { asOwner, waiting } = till.app.database!;
  await asOwner('BEGIN');
  await asOwner('SELECT 1 FROM payment FOR UPDATE');
  /** On a slow machine the server may give up waiting, with 503, before it is killed. */
  const killedWhileItWaits = async (): Promise<void> => {
    const delivered = deliver(event).then(
      ({ status }) => status,
      () => 'cut',
    );
    // It has inserted the event, and waits for its payment.
    await expect.poll(() => waiting('%payment%for update%')).toBe(1);
    await server.kill();
    const answer = await delivered;
    if (answer === 'cut') return;
    expect(answer).toBe(503);
    await start();
    await killedWhileItWaits();
  };
  await killedWhileItWaits();
  await asOwner('ROLLBACK');
  expect(await till.moves(ref)).toEqual([PLEDGED]);
  expect(await till.events()).not.toContainEqual(expect.objectContaining({ id: event.id }));
  await start();
  // Unless the server, as it starts, has looked at what was open.
  expect((await deliver(event)).status).toBe(200);
  await moved(ref);
});
