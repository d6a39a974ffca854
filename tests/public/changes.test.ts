import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { newestChanges } from '../../server/public/changes.ts';
import { changeSentence } from '../../web/messages/en-changes.ts';
import { checkLedger, startApp, type TestApp } from '../support/app.ts';
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
afterEach(() => checkLedger(app));
afterAll(() => app.close());

const newest = async () => (await newestChanges(app.ctx.db, 1_000_000n, 1))[0]!;
const sentence = async () => changeSentence(await newest());
const reverse = (batch: string) =>
  app.request(`/api/v1/admin/batches/${batch}/reverse`, { body: { reason: 'typed twice' } });

describe('the newest change, as a sentence, is', () => {
  test('a promise, an agreement, a payment of a part', async () => {
    const ref = await fundingPledge(app, ada, { amount: '100.00' });
    expect(await sentence()).toBe('Ada Example promised $100.');
    await move(app, ref, 'commit', { evidence: AGREEMENT });
    expect(await sentence()).toBe('Ada Example agreed in writing to $100.');
    await move(app, ref, 'receive', { amount: '40.00', evidence: PAYMENT });
    expect(await sentence()).toBe('Ada Example paid $40 of a pledge of $100.');
  });

  test('a payment beyond the promise, with what is beyond; and its correction', async () => {
    const ref = await fundingPledge(app, ada, { amount: '10.00' });
    await move(app, ref, 'receive', { amount: '4.00', evidence: PAYMENT });
    await move(app, ref, 'lapse');
    const paid = await move(app, ref, 'receive', {
      amount: '9.00',
      excess: true,
      evidence: PAYMENT,
    });
    expect(paid.body.movements).toHaveLength(3);
    expect(await sentence()).toBe('Ada Example paid $9, of which $3 beyond a pledge of $10.');
    await reverse(paid.body.batch);
    expect(await sentence()).toBe(
      'Correction: an entry of $9 from Ada Example is taken back: typed twice.',
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

  test('one that does not tell an anonymous giver by the site or the reason', async () => {
    const ref = await computePledge(app, ada, { visibility: 'anonymous', site: 'Ada’s cellar' });
    expect(await newest()).toMatchObject({ who: null, site: null, extent: { levels: [512] } });
    await move(app, ref, 'lapse', {
      evidence: { note: 'Ada moved', url: 'https://ada.example/moved' },
    });
    expect(await newest()).toMatchObject({ who: null, reason: null, evidenceUrl: null });
    expect((await app.request(`/api/v1/pledges/${ref}`)).body.site).toBeNull();
  });

  test('one that claims no giver’s word for what an admin recorded', async () => {
    const ref = await fundingPledge(app, ada);
    expect((await newest()).grade).toBe('self-asserted');
    await move(app, ref, 'lapse');
    expect((await newest()).grade).toBeNull();
  });
});
