import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { verifyAll } from '../../server/maintenance/verify.ts';
import { progressOf, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import {
  AGREEMENT,
  computePledge,
  fundingPledge,
  move,
  PAYMENT,
  publishedSignatory,
} from '../support/actors.ts';

let app: TestApp;
let ada: string;

beforeAll(async () => {
  app = await startApp();
  ada = await publishedSignatory(app);
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const stagesOf = async (ref: string) =>
  (await app.request(`/api/v1/pledges/${ref}`, { token: false })).body.stages;

describe('a pledge of money', () => {
  test('counts nowhere until it is accepted', async () => {
    const before = await progressOf(app);
    const ref = await fundingPledge(app, ada, { accept: false });
    expect(await progressOf(app)).toEqual(before);
    expect((await app.request(`/api/v1/pledges/${ref}`)).status).toBe(404);
    expect((await move(app, ref, 'commit', { evidence: AGREEMENT })).body).toMatchObject({
      type: 'urn:muster:problem:conflict',
    });
  });

  test('moves from stage to stage, and the totals with it, to the cent', async () => {
    const before = await progressOf(app);
    const ref = await fundingPledge(app, ada, { amount: '5000000.00' });
    await move(app, ref, 'commit', { amount: '2500000.00', evidence: AGREEMENT });
    await move(app, ref, 'receive', { amount: '500000.00', evidence: PAYMENT });
    const { funding } = await progressOf(app);
    const verified = await verifyAll(app.ctx, MACHINE, []);
    expect(verified).toMatchObject({ holds: true, figures: { funding } });
    const grown = (key: string) => (Number(funding[key]) - Number(before.funding[key])).toFixed(2);
    expect(['received', 'committed', 'pledged', 'secured'].map((key) => [key, grown(key)])).toEqual(
      [
        ['received', '500000.00'],
        ['committed', '2000000.00'],
        ['pledged', '2500000.00'],
        ['secured', '2500000.00'],
      ],
    );
  });

  test('in won keeps its amount, and counts at the reference rate of its acceptance', async () => {
    const ref = await fundingPledge(app, ada, {
      asset: 'KRW',
      amount: '1000000000',
      accept: false,
    });
    const accepted = await move(app, ref, 'accept', { occurredOn: '2025-08-05' });
    expect(accepted.body.movements[0]).toMatchObject({ amount: '1000000000', base: '718843.97' });
    const pledge = await app.request(`/api/v1/pledges/${ref}`);
    expect(pledge.body.rate).toEqual({
      num: '1.1546',
      den: '1606.19',
      on: '2025-08-05',
      source: 'ECB',
      sourceText: null,
      sourceUrl: null,
      stale: false,
    });
  });

  test('on a Sunday takes the rate of the Friday before, and says so', async () => {
    const ref = await fundingPledge(app, ada, { asset: 'EUR', amount: '10.00', accept: false });
    await move(app, ref, 'accept', { occurredOn: '2025-08-10' });
    expect((await app.request(`/api/v1/pledges/${ref}`)).body.rate.on).toBe('2025-08-08');
  });

  test('is flagged when its rate was older than ten days', async () => {
    app.clock.now = new Date('2026-05-01T12:00:00Z');
    const ref = await fundingPledge(app, ada, { asset: 'EUR', amount: '10.00' });
    const { rate } = (await app.request(`/api/v1/pledges/${ref}`)).body;
    expect(rate).toMatchObject({ on: '2026-04-13', stale: true });
    app.clock.now = new Date('2026-03-10T12:00:00Z');
  });

  test('in a currency without a rate is refused by name', async () => {
    const ref = await fundingPledge(app, ada, { asset: 'KZT', amount: '10.00', accept: false });
    expect((await move(app, ref, 'accept')).body).toMatchObject({
      status: 400,
      errors: [{ field: 'asset' }],
    });
  });

  test('is received beyond the promise only when that is meant', async () => {
    const ref = await fundingPledge(app, ada, { amount: '100.00' });
    const refused = await move(app, ref, 'receive', { amount: '100.01', evidence: PAYMENT });
    expect(refused).toMatchObject({
      status: 409,
      body: {
        type: 'urn:muster:problem:over-draw',
        balances: { committed: '0.00', pledged: '100.00', waiting: '0.00' },
      },
    });
    const meant = { amount: '100.01', excess: true, evidence: PAYMENT };
    expect((await move(app, ref, 'receive', meant)).body.movements).toMatchObject([
      { from: 'pledged', amount: '100.00' },
      { from: 'outside', amount: '0.01' },
    ]);
  });

  test('comes back: lapsed, reinstated, received, refunded', async () => {
    const ref = await fundingPledge(app, ada, { amount: '100.00' });
    await move(app, ref, 'lapse', { evidence: { note: 'the sponsor closed' } });
    await move(app, ref, 'reinstate', { amount: '60.00' });
    await move(app, ref, 'receive', { amount: '60.00', evidence: PAYMENT });
    await move(app, ref, 'refund', { amount: '10.00', evidence: PAYMENT });
    expect(await stagesOf(ref)).toMatchObject({
      lapsed: { amount: '40.00' },
      received: { amount: '50.00' },
      refunded: { amount: '10.00' },
    });
  });

  test('shows its name only when it is public', async () => {
    const refs = {
      public: await fundingPledge(app, ada),
      anonymous: await fundingPledge(app, ada, { visibility: 'anonymous' }),
    };
    for (const [visibility, ref] of Object.entries(refs)) {
      const { signatory } = (await app.request(`/api/v1/pledges/${ref}`)).body;
      expect([visibility, signatory]).toEqual([
        visibility,
        visibility === 'public' ? 'Ada Example' : null,
      ]);
    }
  });
});

describe('a pledge of compute', () => {
  test('is committed by a part of its GPUs, and held for 30 days where they stand', async () => {
    const ref = await computePledge(app, ada);
    const half = [{ gpus: 256, from: '2026-03-01', to: '2026-12-01' }];
    const moved = await move(app, ref, 'commit', { windows: half, evidence: AGREEMENT });
    expect(moved.body.movements).toMatchObject([{ gpuHours: '1689600.00', windows: half }]);
    expect((await progressOf(app)).compute.gpusSecured).toEqual({
      allSites: 256,
      largestSite: 256,
      from: '2026-03-01',
    });
    const more = await move(app, ref, 'commit', {
      windows: [{ gpus: 257, from: '2026-03-01', to: '2026-04-01' }],
      evidence: AGREEMENT,
    });
    expect(more).toMatchObject({ status: 409, body: { errors: [{ field: 'windows' }] } });
  });

  test('delivers hours without moving its GPUs', async () => {
    const before = (await progressOf(app)).compute;
    const ref = await computePledge(app, ada, { site: 'Seoul' });
    await move(app, ref, 'commit', { evidence: AGREEMENT });
    await move(app, ref, 'receive', {
      gpuHours: '1000.25',
      evidence: { grade: 'provider-statement' },
    });
    const { compute } = await progressOf(app);
    expect(compute.gpusSecured.allSites).toBe(before.gpusSecured.allSites + 512);
    expect(compute.gpusSecured.largestSite).toBe(512);
    expect(Number(compute.gpuHours.delivered) - Number(before.gpuHours.delivered)).toBe(1000.25);
  });

  test('of a grant in hours has volume and no concurrency', async () => {
    const before = (await progressOf(app)).compute;
    const windows = { gpuHours: '1500000.00', from: '2026-02-01', to: '2026-09-16' };
    const ref = await computePledge(app, ada, { asset: 'A100', site: undefined, windows });
    const grade = 'provider-statement';
    await move(app, ref, 'commit', { evidence: { grade } });
    await move(app, ref, 'receive', { gpuHours: '1251068.80', evidence: { grade } });
    const { compute } = await progressOf(app);
    expect(compute.gpusSecured).toEqual(before.gpusSecured);
    expect(await stagesOf(ref)).toMatchObject({
      received: { gpuHours: '1251068.80', gpuSeconds: '4503847680' },
      committed: { gpuHours: '248931.20' },
    });
  });

  test('that was bought counts in concurrency, never as a contribution', async () => {
    const before = (await progressOf(app)).compute;
    const ref = await computePledge(app, ada, { source: 'bought', site: 'Oslo' });
    await move(app, ref, 'commit', { evidence: AGREEMENT });
    const { compute } = await progressOf(app);
    expect(compute.gpusSecured.allSites).toBe(before.gpusSecured.allSites + 512);
    expect(compute.gpuHours).toEqual(before.gpuHours);
  });
});

describe('GPUs', () => {
  test('do not stay in the headline when all their hours have lapsed', async () => {
    const before = (await progressOf(app)).compute.gpusSecured.allSites;
    const ref = await computePledge(app, ada, { site: 'Bergen' });
    await move(app, ref, 'commit', { evidence: AGREEMENT });
    const { gpuHours } = (await stagesOf(ref)).committed;
    await move(app, ref, 'lapse', { gpuHours, occurredOn: '2026-03-01' });
    expect((await progressOf(app)).compute.gpusSecured.allSites).toBe(before);
  });
});

describe('a batch', () => {
  test('that was the acceptance leaves the pledge pending, to be accepted anew or rejected', async () => {
    const ref = await fundingPledge(app, ada, { asset: 'EUR', amount: '10.00', accept: false });
    const { batch } = (await move(app, ref, 'accept', { occurredOn: '2025-08-05' })).body;
    await app.request(`/api/v1/admin/batches/${batch}/reverse`, { body: { reason: 'too early' } });
    expect((await app.request(`/api/v1/pledges/${ref}`)).status).toBe(404);
    expect((await move(app, ref, 'accept', { occurredOn: '2026-03-09' })).status).toBe(201);
    expect((await app.request(`/api/v1/pledges/${ref}`)).body).toMatchObject({
      rate: { on: '2026-03-09' },
      stages: { pledged: { amount: '10.00' } },
    });
  });

  test('is taken back once, with a reason; what has moved on is named', async () => {
    const ref = await fundingPledge(app, ada, { amount: '100.00' });
    const commit = (await move(app, ref, 'commit', { evidence: AGREEMENT })).body.batch;
    const receive = (await move(app, ref, 'receive', { evidence: PAYMENT })).body.batch;
    const reverse = (batch: string) =>
      app.request(`/api/v1/admin/batches/${batch}/reverse`, { body: { reason: 'typed twice' } });
    expect((await reverse(commit)).body).toMatchObject({
      status: 409,
      type: 'urn:muster:problem:moved-on',
      reverseFirst: [receive],
    });
    const undone = await reverse(receive);
    expect(undone.body.movements).toMatchObject([{ from: 'received', to: 'committed' }]);
    expect((await reverse(receive)).body.type).toBe('urn:muster:problem:already-reversed');
    expect((await reverse(undone.body.batch)).body.type).toBe(
      'urn:muster:problem:already-reversed',
    );
    expect((await reverse(commit)).status).toBe(201);
    expect(await stagesOf(ref)).toMatchObject({ pledged: { amount: '100.00' } });
  });
});
