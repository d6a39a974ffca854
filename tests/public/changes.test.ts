import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { newestChanges } from '../../server/public/changes.ts';
import { newestTermsChanges } from '../../server/public/terms-and-target-changes.ts';
import { changeSentence } from '../../web/messages/en-changes.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { aPledge, meterOf } from '../compute/meter.ts';
import { fileOf, row } from '../compute/sacct.ts';
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

const newest = async () => (await newestChanges(app.ctx.db, 1_000_000n, 1))[0]!;
const sentence = async () => changeSentence(await newest());
const reverse = (batch: string) =>
  app.request(`/api/v1/admin/batches/${batch}/reverse`, { body: { reason: 'typed twice' } });

test('the newest changes are batches, however many movements each has', async () => {
  const ref = await aPledge(app);
  const days = fileOf(row({ start: '2026-03-01T00:00:00', elapsed: 8 * 86_400 }));
  await (await meterOf(app)).meter(days, {}, ref);
  await fundingPledge(app, ada, { amount: '1.00' });
  const changes = await newestChanges(app.ctx.db, 1_000_000n, 3);
  expect(changes.map(({ verb, quantity }) => [verb, quantity])).toMatchObject([
    ['pledge', 100n],
    ['receive', BigInt(6 * 86_400)],
    ['pledge', expect.anything()],
  ]);
  await reverse((await app.request(`/api/v1/movements?ref=${ref}`)).body.movements.at(-1).batch);
  expect(await newest()).toMatchObject({ verb: 'reverse', quantity: BigInt(6 * 86_400) });
});

test('the deliveries of one file are one change; the ledger has each day', async () => {
  const ref = await aPledge(app);
  const days = fileOf(row({ start: '2026-03-01T00:00:00', elapsed: 8 * 86_400 }));
  await (await meterOf(app)).meter(days, {}, ref);
  await app.publicCache.refresh();
  const delivered = async (path: string) =>
    String((await app.request(path, { token: false })).body)
      .replaceAll(/<[^>]*>/g, '')
      .match(/Ada \w+ delivered [^.]*\./g);
  const whole = /^Ada \w+ delivered 144 A100 GPU-hours from 1 Mar 2026 to 8 Mar 2026\.$/;
  expect((await delivered('/'))!.slice(0, 1)).toEqual([expect.stringMatching(whole)]);
  expect(await delivered(`/pledges/${ref}`)).toEqual([expect.stringMatching(whole)]);
  expect((await delivered('/ledger'))!.slice(0, 6)).toEqual(
    Array.from({ length: 6 }, () => expect.stringMatching(/ delivered 24 A100 GPU-hours\.$/)),
  );
});

describe('the newest change, as a sentence, is', () => {
  test('a promise, an agreement, a payment of a part', async () => {
    const ref = await fundingPledge(app, ada, { amount: '100.00' });
    expect(await sentence()).toBe('Ada Example promised $100.');
    await move(app, ref, 'commit', { evidence: AGREEMENT });
    expect(await sentence()).toBe('Ada Example agreed in writing to give $100.');
    await move(app, ref, 'receive', { amount: '40.00', evidence: PAYMENT });
    expect(await sentence()).toBe('Ada Example paid $40 of a pledge of $100.');
  });

  test('a payment beyond the promise, and its correction', async () => {
    const ref = await fundingPledge(app, ada, { amount: '10.00' });
    await move(app, ref, 'receive', { amount: '4.00', evidence: PAYMENT });
    await move(app, ref, 'lapse');
    const paid = await move(app, ref, 'receive', {
      amount: '9.00',
      excess: true,
      evidence: PAYMENT,
    });
    expect(paid.body.movements).toHaveLength(3);
    expect(await sentence()).toBe('Ada Example paid $9, including $3 beyond a pledge of $10.');
    await reverse(paid.body.batch);
    expect(await sentence()).toBe(
      'Correction: an entry of $9 from Ada Example is undone: typed twice.',
    );
  });

  test('a part that is expected after all', async () => {
    const ref = await fundingPledge(app, ada, { amount: '100.00' });
    await move(app, ref, 'lapse', { evidence: { note: 'the sponsor closed' } });
    expect(await sentence()).toBe(
      'A pledge of $100 by Ada Example is no longer expected: the sponsor closed.',
    );
    await move(app, ref, 'reinstate', { amount: '60.00' });
    expect(await sentence()).toBe(
      '$60 of a pledge of $100 from Ada Example is expected after all.',
    );
  });

  test('an increase, with the instalments that came with it', async () => {
    const parts = [{ dueOn: '2027-06-30', amount: '100.00' }];
    const ref = await fundingPledge(app, ada, { amount: '100.00', instalments: parts });
    await app.request(`/api/v1/pledges/${ref}/increase`, { body: { amount: '20.00' } });
    expect(await sentence()).toBe('Ada Example promised $20 more.');
    const further = [{ dueOn: '2028-06-30', amount: '30.00' }];
    const body = { amount: '30.00', instalments: further };
    await app.request(`/api/v1/pledges/${ref}/increase`, { body });
    expect(await sentence()).toBe('Ada Example promised $30 more, in 1 instalment in 2028.');
    expect(await newestTermsChanges(app.ctx.db, { size: 1_000_000n }, 5)).toEqual([]);
    await app.publicCache.refresh();
    const page = String((await app.request('/ledger', { token: false })).body);
    const ledger = page.replaceAll(/<[^>]*>/g, '');
    expect(ledger).toContain(
      'Ada Example raised a pledge from $120 to $150 and added 1 instalment in 2028.',
    );
    expect(ledger).toContain('Ada Example raised a pledge from $100 to $120.');
  });

  test('changed instalments, without the name of an anonymous giver', async () => {
    const schedule = { every: 'quarter', times: 4, firstOn: '2027-03-31' };
    const later = { schedule: { ...schedule, firstOn: '2029-06-30' } };
    const facts = { amount: '100.00', schedule };
    for (const [visibility, who] of [
      ['public', 'Ada Example'],
      ['anonymous', 'Someone'],
    ]) {
      const ref = await fundingPledge(app, ada, { ...facts, visibility });
      await app.request(`/api/v1/pledges/${ref}/instalments`, { body: later });
      const [change] = await newestTermsChanges(app.ctx.db, { size: 1_000_000n }, 1);
      expect(changeSentence(change!)).toBe(
        `${who} moved 4 instalments from 2027 to 2029–30: a pledge of $100.`,
      );
      const again = await app.request(`/api/v1/pledges/${ref}/instalments`, { body: later });
      expect(again.status).toBe(409);
    }
  });

  test('still a promise when the pledge is accepted again', async () => {
    const ref = await fundingPledge(app, ada, { amount: '100.00' });
    await reverse((await app.request(`/api/v1/movements?ref=${ref}`)).body.movements[0].batch);
    await move(app, ref, 'accept');
    expect(await sentence()).toBe('Ada Example promised $100.');
  });

  test('one that doesn’t reveal an anonymous giver by the site or the reason', async () => {
    const ref = await computePledge(app, ada, { visibility: 'anonymous', site: 'Ada’s cellar' });
    expect(await newest()).toMatchObject({ who: null, site: null, extent: { levels: [512] } });
    await move(app, ref, 'lapse', {
      evidence: { note: 'Ada moved', url: 'https://ada.example/moved' },
    });
    expect(await newest()).toMatchObject({ who: null, reason: null, evidenceUrl: null });
    expect((await app.request(`/api/v1/pledges/${ref}`)).body.site).toBeNull();
  });

  test('one that doesn’t attribute an admin’s record to the giver', async () => {
    const ref = await fundingPledge(app, ada);
    expect((await newest()).grade).toBe('self-asserted');
    await move(app, ref, 'lapse');
    expect((await newest()).grade).toBeNull();
  });
});
