import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as people from '../../server/db/people.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { fundingPledge, PAYMENT, publishedSignatory } from '../support/actors.ts';

let app: TestApp;
let ada: string;

beforeAll(async () => {
  app = await startApp();
  ada = await publishedSignatory(app);
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const receive = (ref: string, amount: string, key: string) =>
  app.request(`/api/v1/admin/pledges/${ref}/receive`, {
    body: { amount, evidence: PAYMENT },
    key,
  });

/** Sent again while the server is too busy, as its answer asks. */
async function receiveInTheEnd(...asked: Parameters<typeof receive>): ReturnType<typeof receive> {
  const reply = await receive(...asked);
  return reply.status === 503 ? receiveInTheEnd(...asked) : reply;
}

describe('an Idempotency-Key', () => {
  test('is needed for every POST', async () => {
    const refused = await app.request('/api/v1/pledges', { body: {}, key: null });
    expect(refused).toMatchObject({
      status: 400,
      body: { type: 'urn:muster:problem:idempotency-key-missing' },
    });
  });

  test('gives the first answer again, and the pledge moved once', async () => {
    const ref = await fundingPledge(app, ada);
    const first = await receive(ref, '10.00', 'once');
    const again = await receive(ref, '10.00', 'once');
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    const pledge = await app.request(`/api/v1/pledges/${ref}`, { token: false });
    expect(pledge.body.stages.received.amount).toBe('10.00');
  });

  test('with another body, or on another pledge, is refused', async () => {
    const [one, two] = [await fundingPledge(app, ada), await fundingPledge(app, ada)];
    await receive(one, '10.00', 'reused');
    const type = 'urn:muster:problem:idempotency-key-reused';
    expect(await receive(one, '11.00', 'reused')).toMatchObject({ status: 422, body: { type } });
    expect(await receive(two, '10.00', 'reused')).toMatchObject({ status: 422, body: { type } });
  });

  test('of a stranger is taken from no other stranger, and gives them the first answer again', async () => {
    const ask = (email: string) =>
      app.request('/api/v1/links', { token: false, key: '1', body: { email } });
    const statuses = [await ask('dee@example.org'), await ask('eve@example.org')];
    expect(statuses.map(({ status }) => status)).toEqual([202, 202]);
    expect((await ask('dee@example.org')).status).toBe(202);
    const mails = await app.ctx.db.select({ to: people.mail.address }).from(people.mail);
    expect(mails.map(({ to }) => to)).toEqual(['dee@example.org', 'eve@example.org']);
  });

  test('may be used again after a refusal', async () => {
    const ref = await fundingPledge(app, ada);
    expect((await receive(ref, '1000.01', 'mended')).status).toBe(409);
    expect((await receive(ref, '1000.00', 'mended')).status).toBe(201);
  });

  test('sent twenty times at once moves the pledge once; the others are told so', async () => {
    const ref = await fundingPledge(app, ada);
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => receive(ref, '100.00', 'at-once')),
    );
    const bodies = new Set(
      replies.filter(({ status }) => status === 201).map(({ body }) => JSON.stringify(body)),
    );
    expect(bodies.size).toBe(1);
    const others = replies.filter(({ status }) => status !== 201);
    for (const { status, body } of others) {
      expect([status, body.type]).toEqual([409, 'urn:muster:problem:still-running']);
    }
    const pledge = await app.request(`/api/v1/pledges/${ref}`);
    expect(pledge.body.stages.received.amount).toBe('100.00');
  });
});

describe('concurrent receipts', () => {
  test('of fifty parts that would over-fill a pledge, never pass it', async () => {
    const ref = await fundingPledge(app, ada, { amount: '1000.00' });
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, index) => receiveInTheEnd(ref, '30.00', `part-${index}`)),
    );
    const done = replies.filter(({ status }) => status === 201).length;
    const refused = replies.filter(
      ({ body }) => body.type === 'urn:muster:problem:over-draw',
    ).length;
    expect([done, refused]).toEqual([33, 17]);
    const pledge = await app.request(`/api/v1/pledges/${ref}`);
    expect(pledge.body.stages.received.amount).toBe('990.00');
  });
});
