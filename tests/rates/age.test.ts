import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../server/actor.ts';
import { rateAge } from '../../server/domain/rate-age.ts';
import { increasePledge } from '../../server/pledges/increase.ts';
import { logPledge } from '../../server/pledges/pledge.ts';
import { pledgeInput } from '../../server/pledges/schemas.ts';
import { fundingPledge, move } from '../support/actors.ts';
import { NOW, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { newKey, refused, signedIn } from '../support/signed-in.ts';
import { historyCsv } from './fixtures.ts';

/** The bundled rates end on 13 April 2026. */
const LAST = '2026-04-13';
const OLD = new Date('2026-05-13T12:00:00Z');
const TOO_OLD = new Date('2026-05-14T12:00:00Z');

test.each([
  [0, 'fresh'],
  [10, 'fresh'],
  [11, 'old'],
  [30, 'old'],
  [31, 'too-old'],
] as const)('a rate of %i days ago is %s', (days, is) => {
  const on = '2026-03-01';
  const usedOn = new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);
  expect(rateAge(on, usedOn)).toEqual({ on, days, is });
});

let app: TestApp;
let ada: SignedIn;
beforeAll(async () => {
  app = await startApp({ env: { AUTO_ACCEPT_FUNDING: '100000' } });
  ada = await signedIn(app);
});
afterEach(async () => {
  app.clock.now = NOW;
  await watchLedger(app);
});
afterAll(() => app.close());

const pending = (asset = 'EUR', amount = '100.00') =>
  fundingPledge(app, ada.signatoryId, { asset, amount, accept: false });
const rateOf = async (ref: string) => (await app.request(`/api/v1/pledges/${ref}`)).body.rate;

describe('an admin accepts a pledge', () => {
  test('at a rate of 30 days ago as ever', async () => {
    const ref = await pending();
    app.clock.now = OLD;
    expect((await move(app, ref, 'accept')).status).toBe(201);
    expect(await rateOf(ref)).toMatchObject({ on: LAST, stale: true });
  });

  test('at a rate of 31 days ago only after saying which rate', async () => {
    const ref = await pending();
    app.clock.now = TOO_OLD;
    const answer = await move(app, ref, 'accept');
    expect([answer.status, answer.body.type]).toEqual([409, 'urn:muster:problem:rate-too-old']);
    expect(answer.body).toMatchObject({
      detail: expect.stringContaining(
        'The newest rate for EUR is from 2026-04-13, 31 days before 2026-05-14. Get newer rates',
      ),
      useRateOf: LAST,
    });
    const another = await move(app, ref, 'accept', { useRateOf: '2026-04-10' });
    expect(another.status).toBe(409);
    const agreed = await move(app, ref, 'accept', { useRateOf: LAST });
    expect(agreed.status).toBe(201);
    expect(await rateOf(ref)).toMatchObject({ on: LAST });
    const trail = await app.database!.asOwner(
      `SELECT facts FROM audit WHERE act = 'pledge.accept' AND object = $1`,
      [ref],
    );
    expect(trail).toEqual([{ facts: expect.objectContaining({ useRateOf: LAST }) }]);
  });

  test('as of an earlier day, by the age on that day', async () => {
    const ref = await pending();
    app.clock.now = TOO_OLD;
    expect((await move(app, ref, 'accept', { occurredOn: '2026-05-13' })).status).toBe(201);
  });

  test('of roubles, whose rates ended in 2022, only after saying so', async () => {
    const file = historyCsv({ '2022-03-01': { USD: '1.1162', RUB: '117.201' } });
    await app.request('/api/v1/admin/rates/ecb', { body: { file } });
    const ref = await pending('RUB', '1000.00');
    const answer = await move(app, ref, 'accept');
    expect(answer.body).toMatchObject({
      type: 'urn:muster:problem:rate-too-old',
      useRateOf: '2022-03-01',
    });
  });

  test('at an admin’s own rate of the day, without further words', async () => {
    const ref = await pending('KRW', '1000000');
    app.clock.now = TOO_OLD;
    const given = { currency: 'KRW', ratedOn: '2026-05-14', unitsPer: '1500', source: 'A bank' };
    expect((await app.request('/api/v1/admin/rates', { body: given })).status).toBe(201);
    expect((await move(app, ref, 'accept')).status).toBe(201);
    expect(await rateOf(ref)).toMatchObject({ on: '2026-05-14', source: 'ADMIN' });
  });

  test('not at an admin’s rate that is 31 days old itself', async () => {
    const given = { currency: 'KWD', ratedOn: LAST, perUnit: '3.25', source: 'A bank' };
    app.clock.now = TOO_OLD;
    expect((await app.request('/api/v1/admin/rates', { body: given })).status).toBe(201);
    const ref = await pending('KWD', '100.000');
    expect((await move(app, ref, 'accept')).body.useRateOf).toBe(LAST);
  });

  test('in the initiative’s own currency whatever the day', async () => {
    const ref = await pending('USD');
    app.clock.now = new Date('2031-01-01T12:00:00Z');
    expect((await move(app, ref, 'accept')).status).toBe(201);
  });
});

describe('a signatory pledges', () => {
  const log = async (asset: string): Promise<string> => {
    const input = pledgeInput.parse({ kind: 'funding', asset, amount: '100.00' });
    return (await logPledge(app.ctx, ada, newKey(), input)).body['status'] as string;
  };

  test('and waits for an admin while the rate is older than 30 days', async () => {
    app.clock.now = OLD;
    expect(await log('GBP')).toBe('accepted');
    app.clock.now = TOO_OLD;
    expect(await log('GBP')).toBe('pending');
    expect(await log('USD')).toBe('accepted');
  });
});

describe('a pledge grows', () => {
  const grow = (actor: SignedIn, ref: string, more: object = {}) =>
    increasePledge(app.ctx, actor, newKey(), ref, { amount: '10.00', ...more });
  const accepted = async () => {
    const ref = await pending('CHF');
    expect((await move(app, ref, 'accept', { occurredOn: '2026-03-03' })).status).toBe(201);
    return ref;
  };

  test('by its signatory at once, while its rate is at most 30 days old', async () => {
    const ref = await accepted();
    app.clock.now = new Date('2026-04-02T12:00:00Z');
    expect((await grow(ada, ref)).body['status']).toBeUndefined();
    app.clock.now = new Date('2026-04-03T12:00:00Z');
    expect((await grow(ada, ref)).body['status']).toBe('pending');
    const answer = await move(app, ref, 'accept', { revision: 1 });
    expect(answer.body).toMatchObject({
      type: 'urn:muster:problem:rate-too-old',
      detail: expect.stringContaining('This pledge counts at the CHF rate of 2026-03-03, 31 days'),
      useRateOf: '2026-03-03',
    });
    const agreed = await move(app, ref, 'accept', { revision: 1, useRateOf: '2026-03-03' });
    expect(agreed.status).toBe(201);
  });

  test('by an admin, after saying which rate', async () => {
    const ref = await accepted();
    app.clock.now = TOO_OLD;
    const increase = (body: object) => app.request(`/api/v1/pledges/${ref}/increase`, { body });
    expect((await increase({ amount: '5.00' })).status).toBe(409);
    expect((await increase({ amount: '5.00', useRateOf: '2026-03-03' })).status).toBe(201);
  });

  test('and a signatory cannot agree to an old rate', async () => {
    const ref = await accepted();
    app.clock.now = TOO_OLD;
    const refusal = await refused(grow(ada, ref, { useRateOf: '2026-03-03' }));
    expect(refusal.fields).toEqual([
      { field: 'useRateOf', message: 'is for admins: leave it out' },
    ]);
  });
});
