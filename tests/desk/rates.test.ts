import { describe, expect, test } from 'vitest';
import { findInitiative } from '../../server/initiative/read.ts';
import { fundingPledge, move } from '../support/actors.ts';
import { startApp } from '../support/app.ts';
import { atDesk } from '../support/desk.ts';
import { at, formOf, preview, textOf } from '../support/desk-forms.ts';
import { useQueue } from '../support/queue.ts';
import { signedIn } from '../support/signed-in.ts';

const queue = useQueue();

/** The bundled rates end on 13 April 2026. */
const OLD = new Date('2026-04-27T12:00:00Z');
const TOO_OLD = new Date('2026-05-20T12:00:00Z');
const HOME = '/admin/initiative';

let givers = 0;
const pendingOf = async (asset: string, facts: object = {}) => {
  givers += 1;
  const { signatoryId } = await signedIn(queue.app, { name: `Ada ${'x'.repeat(givers)}` });
  return fundingPledge(queue.app, signatoryId, { asset, amount: '5000', accept: false, ...facts });
};
const later = async (now: Date) => {
  queue.app.clock.now = now;
  queue.cy = await atDesk(queue.app, 'owner');
};
const pageOf = async (path = '/admin/queue?kind=pledge') => (await queue.cy.get(path)).page;
const accept = (ref: string): string => `/admin/pledges/${ref}/accept`;

describe('beside Accept', () => {
  test('nothing is said of a rate that is at most ten days old', async () => {
    await pendingOf('KRW');
    expect(await pageOf()).not.toContain('exchange rate');
  });

  test('a rate of 14 days ago is told with its day and what to do', async () => {
    const ref = await pendingOf('KRW');
    await later(OLD);
    const page = await pageOf();
    expect(textOf(page)).toContain(
      'The newest exchange rate for KRW is from 13 Apr 2026, 14 days ago. Once accepted, this pledge keeps that rate.',
    );
    expect(page).toContain(`href="${HOME}/rates"`);
    expect(formOf(page, accept(ref))).not.toHaveProperty('useRateOf');
    expect((await queue.cy.post(accept(ref), formOf(page, accept(ref)))).status).toBe(303);
    expect((await queue.pledgeOf(ref)).status).toBe('accepted');
  });

  test('a rate of 37 days ago is used by one click that names it', async () => {
    const ref = await pendingOf('KRW');
    await later(TOO_OLD);
    const page = await pageOf();
    expect(textOf(page)).toContain('The exchange rate is more than 30 days old.');
    expect(page).toContain('>Accept at the rate of 13 Apr 2026</button>');
    const form = formOf(page, accept(ref));
    expect(form['useRateOf']).toBe('2026-04-13');
    expect((await queue.cy.post(accept(ref), form)).status).toBe(303);
    expect(await queue.pledgeOf(ref)).toMatchObject({ status: 'accepted', rateOn: '2026-04-13' });
    expect(textOf(await pageOf(`/admin/audit?object=${ref}`))).toContain(
      'at the rate of 13 Apr 2026',
    );
  });

  test('an anonymous pledge at a rate of 37 days ago waits for a newer one, or is accepted alone', async () => {
    const ref = await pendingOf('KRW', { visibility: 'anonymous' });
    await later(TOO_OLD);
    const together = await move(queue.app, ref, 'accept');
    expect([together.status, together.body.detail]).toEqual([
      409,
      expect.stringContaining('The exchange rate for KRW is from 2026-04-13, more than 30 days'),
    ]);
    const page = await pageOf();
    expect(page.split(`action="${accept(ref)}"`)).toHaveLength(2);
    expect(textOf(page)).not.toContain('keeps that rate');
    expect(page).toContain('>Accept alone at the rate of 13 Apr 2026</button>');
    const form = { ...formOf(page, accept(ref)), alone: 'yes' };
    expect((await queue.cy.post(accept(ref), form)).status).toBe(303);
    expect(await queue.pledgeOf(ref)).toMatchObject({ status: 'accepted', rateOn: '2026-04-13' });
    expect(textOf(await pageOf(`/admin/audit?object=${ref}`))).toMatch(
      /alone, after the warning; .*at the rate of 13 Apr 2026/,
    );
  });

  test('who accepts from a page on which the rate was not too old is shown it first', async () => {
    const ref = await pendingOf('KRW');
    await later(TOO_OLD);
    const form = formOf(await pageOf(), accept(ref));
    const { useRateOf: _, ...before } = form;
    const { status, page } = await queue.cy.post(accept(ref), before);
    expect([status, textOf(page)]).toEqual([
      409,
      expect.stringContaining('The exchange rate is more than 30 days old. Check it below'),
    ]);
    expect(formOf(page, accept(ref))['useRateOf']).toBe('2026-04-13');
    expect((await queue.pledgeOf(ref)).status).toBe('pending');
  });

  test('an admin gives a rate, and the pledge is accepted at it as ever', async () => {
    const ref = await pendingOf('ZAR');
    await later(TOO_OLD);
    const path = `${HOME}/rate`;
    expect(await pageOf()).toContain(`href="${path}?currency=ZAR"`);
    const form = formOf(await pageOf(`${path}?currency=ZAR`), path);
    expect(form).toMatchObject({ currency: 'ZAR', ratedOn: '2026-05-20' });
    const typed = { ...form, currency: 'zar', source: 'Example Bank' };
    const bare = await queue.cy.post(path, typed);
    expect([bare.status, textOf(bare.page)]).toEqual([
      400,
      expect.stringContaining('USD for one unit is missing: enter one of the two figures'),
    ]);
    expect((await queue.cy.post(path, { ...typed, unitsPer: '18.5' })).status).toBe(303);
    const page = await pageOf();
    expect(page).not.toContain('exchange rate for ZAR');
    expect((await queue.cy.post(accept(ref), formOf(page, accept(ref)))).status).toBe(303);
    expect(await queue.pledgeOf(ref)).toMatchObject({ rateOn: '2026-05-20', rateSource: 'ADMIN' });
  });
});

describe('an increase', () => {
  test('shows the age of its pledge’s rate before it is recorded', async () => {
    const ref = await pendingOf('KRW');
    await move(queue.app, ref, 'accept');
    await later(TOO_OLD);
    const path = at(ref, 'increase');
    const { page, text } = await preview(queue.cy, path, { amount: '1000' });
    expect(text).toContain('This pledge counts at the KRW rate from 10 Mar 2026, 71 days ago.');
    expect(page).toContain('Increase at the rate of 10 Mar 2026');
    const { useRateOf, ...form } = formOf(page, path);
    expect(useRateOf).toBe('2026-03-10');
    const without = await queue.cy.post(path, { ...form, go: 'confirm' });
    expect([without.status, without.page.includes('Increase at the rate')]).toEqual([409, true]);
    const done = await queue.cy.post(path, { ...form, useRateOf: useRateOf!, go: 'confirm' });
    expect(done.status).toBe(303);
  });

  test('is no question where money has arrived beyond the promise', async () => {
    const ref = await pendingOf('KRW');
    await move(queue.app, ref, 'accept');
    await later(TOO_OLD);
    const path = at(ref, 'receive');
    const typed = { how: 'part', amount: '6000', excess: 'on', 'evidence.grade': 'payment' };
    const { page, text } = await preview(queue.cy, path, typed);
    expect(text).toContain('This pledge counts at the KRW rate from 10 Mar 2026, 71 days ago.');
    const done = await queue.cy.post(path, { ...formOf(page, path), go: 'confirm' });
    expect(done.status).toBe(303);
  });
});

describe('daily updates', () => {
  test('are turned on at the desk, which the trail keeps', async () => {
    await later(OLD);
    expect(textOf(await pageOf(HOME))).toContain('Newest rates 13 Apr 2026, 14 days ago');
    expect(textOf(await pageOf(HOME))).toContain('Daily updates Off');
    const path = `${HOME}/rates`;
    const form = formOf(await pageOf(path), path);
    expect(form['fetch']).toBe('no');
    expect((await queue.cy.post(path, { ...form, fetch: 'perhaps' })).status).toBe(400);
    expect((await queue.cy.post(path, { ...form, fetch: 'yes' })).status).toBe(303);
    expect((await findInitiative(queue.app.ctx.db))!.fetchRates).toBe(true);
    await pendingOf('KRW');
    expect(textOf(await pageOf())).toContain(
      'For a newer rate, add your own , or run npm run rates.',
    );
    expect(textOf(await pageOf(HOME))).toContain('Daily updates On');
    expect(textOf(await pageOf(HOME))).toContain('Daily updates of exchange rates: yes');
  });

  test('are not asked about where RATES_URL decides', async () => {
    const app = await startApp({ env: { RATES_URL: 'off' } });
    const cy = await atDesk(app, 'owner');
    const { page } = await cy.get(`${HOME}/rates`);
    expect(textOf(page)).toContain('RATES_URL is off, so the server downloads no rates.');
    expect(page).not.toContain('>Save</button>');
    expect(textOf((await cy.get(HOME)).page)).toContain('Daily updates Off: RATES_URL is off');
    await app.close();
  });
});
