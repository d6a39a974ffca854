import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as desk from '../../server/db/desk.ts';
import * as payments from '../../server/db/payments.ts';
import { ADMIN_TOKEN, startApp } from '../support/app.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { formOf as formIn, textOf } from '../support/desk-forms.ts';
import { useTill } from '../support/pay.ts';

const HOME = '/admin/payments/differences';
const MARCH = { from: '2026-03-01', to: '2026-03-10' };

describe('the desk shows what the ledger and Stripe differ in', () => {
  const till = useTill();
  let cy: DeskUser;
  let dee: DeskUser;
  beforeAll(async () => {
    cy = await atDesk(till.app, 'operator');
    dee = await atDesk(till.app, 'viewer', 'Dee Example');
  });
  beforeEach(() => void till.stripe.events.splice(0));

  /** What the first form for `path` would send; others come after it. */
  const formOf = (page: string, path: string) => {
    const form = page.slice(page.indexOf(`action="${path}"`));
    return formIn(form.slice(0, form.indexOf('</form>')), path);
  };
  /** A receipt of which nothing was told. */
  const missed = async () => {
    const ref = await till.pledge();
    const { code } = await till.pay(ref, '500.00');
    await till.stripe.payByCard(await till.objectOf(code));
    await cy.post(`${HOME}/compare`, MARCH);
    return ref;
  };
  const textAt = async (path = HOME, by = cy) => textOf((await by.get(path)).page);
  const acts = async () => (await till.app.ctx.db.select().from(desk.audit)).map(({ act }) => act);

  test('nothing at first, and a form for some days', async () => {
    const text = await textAt();
    expect(text).toContain('Nothing has been compared yet.');
    expect(text).toContain('No comparisons yet.');
    const done = await cy.post(`${HOME}/compare`, MARCH);
    expect([done.status, done.location]).toEqual([303, `${HOME}?done=payment.compare`]);
    const compared = await textAt(done.location!);
    expect(compared).toContain('The ledger and Stripe agree on all days that were compared.');
    expect(compared).toContain('1 Mar 2026 to 10 Mar 2026, 0 compared, none differs');
    expect(await acts()).toContain('payment.compare');
  });

  test('wrong days are said at their field', async () => {
    const { status, page } = await cy.post(`${HOME}/compare`, {
      from: '2026-03-10',
      to: '2026-03-01',
    });
    expect(status).toBe(400);
    expect(textOf(page)).toContain('Last day must not be before the first day');
    expect(page).toContain('value="2026-03-10"');
  });

  test('one click records what is missing', async () => {
    const ref = await missed();
    const { page } = await cy.get(HOME);
    expect(textOf(page)).toMatch(/Received pi_\w+ 10 Mar 2026 \$500\.00 nothing/);
    const fields = formOf(page, `${HOME}/record`);
    const done = await cy.post(`${HOME}/record`, fields);
    expect([done.status, done.location]).toEqual([303, `${HOME}?outcome=applied`]);
    const text = await textAt(done.location!);
    expect(text).toContain('Recorded.');
    expect(text).toContain('To review (0)');
    expect((await till.moves(ref)).at(-1)).toBe('receive pledged→received 500.00');
    expect(await acts()).toContain('payment.check');
    // Sent twice it is answered again; clicked by another admin it is said.
    expect((await cy.post(`${HOME}/record`, fields)).location).toBe(done.location);
    const late = await cy.post(`${HOME}/record`, { ...fields, key: randomUUID() });
    expect(late.status).toBe(400);
    expect(textOf(late.page)).toContain('This no longer differs');
  });

  test('what cannot be recorded says why', async () => {
    await missed();
    const [row] = await till.app.ctx.db.select().from(payments.difference);
    const object = 'pi_of_somebody_else';
    await till.app.ctx.db.insert(payments.difference).values({ ...row!, object, paymentId: null });
    const { location } = await cy.post(`${HOME}/record`, { object, verb: 'receive' });
    expect(location).toBe(`${HOME}?outcome=not-ours`);
    expect(await textAt(location!)).toContain('Not all of this payment is recorded.');
    await cy.post(`${HOME}/put-aside`, { object, verb: 'receive', note: 'Not for us.' });
  });

  test('what differs rightly is set aside, with a note', async () => {
    const { page } = await cy.get(HOME);
    const path = /href="(\/admin\/payments\/differences\/put-aside[^"]+)"/.exec(page)![1]!;
    const form = (await cy.get(path.replaceAll('&amp;', '&'))).page;
    const fields = formOf(form, `${HOME}/put-aside`);
    const empty = await cy.post(`${HOME}/put-aside`, { ...fields, note: '' });
    expect([empty.status, textOf(empty.page)]).toEqual([
      400,
      expect.stringContaining('Note is missing'),
    ]);
    const done = await cy.post(`${HOME}/put-aside`, { ...fields, note: 'Sold at the fair.' });
    expect(done.location).toBe(`${HOME}?done=payment.put-aside`);
    expect(await textAt()).toContain('To review (0)');
    expect(await textAt(`${HOME}?aside=1`)).toContain('Set aside: Sold at the fair.');
    expect(await acts()).toContain('payment.put-aside');
  });

  test('who only reads has nothing to click', async () => {
    await missed();
    const { page } = await dee.get(HOME);
    expect(textOf(page)).toContain('$500.00');
    expect(page).not.toContain(`action="${HOME}`);
    expect((await dee.post(`${HOME}/compare`, MARCH)).status).toBe(403);
  });

  test('many are read page by page, each once, though they are of one moment', async () => {
    const { difference } = payments;
    await till.app.ctx.db.delete(difference);
    const row = {
      kind: 'missing' as const,
      currency: 'USD',
      theirsMinor: 100n,
      happenedAt: new Date('2026-03-09T12:00:00Z'),
      foundAt: till.app.clock.now,
    };
    const numbers = Array.from({ length: 202 }, (_, at) => String(at).padStart(3, '0'));
    await till.app.ctx.db.insert(difference).values([
      ...numbers.map((at) => ({ ...row, object: `du_${at}`, verb: 'dispute' as const })),
      ...numbers.map((at) => ({ ...row, object: `du_${at}`, verb: 'win' as const })),
      // So that a page ends between two of one object.
      { ...row, object: 're_last', verb: 'refund' as const, happenedAt: till.app.clock.now },
      { ...row, object: 're_aside', verb: 'refund' as const, asideNote: 'Known.' },
    ]);
    const shown: string[] = [];
    const read = async (path: string): Promise<void> => {
      const { page } = await cy.get(path);
      expect(textOf(page)).toContain('To review (405)');
      const lines = page.matchAll(
        /name="object" value="(\w+)"\/?><input type="hidden" name="verb" value="(\w+)"/g,
      );
      shown.push(...Array.from(lines, ([, object, verb]) => `${object} ${verb}`));
      const next = /href="([^"]+)" rel="next"/.exec(page)?.[1];
      if (next !== undefined) await read(next.replaceAll('&amp;', '&'));
    };
    await read(HOME);
    const all = numbers.flatMap((at) => [`du_${at} dispute`, `du_${at} win`]);
    expect(shown).toEqual(['re_last refund', ...all.toReversed()]);
    expect((await cy.get(`${HOME}?cursor=nonsense`)).page).toContain('du_201');
    await till.app.ctx.db.delete(difference);
  });

  test('where no payments go by Stripe it says so', async () => {
    const app = await startApp();
    const bo = await atDesk(app, 'owner', 'Bo Example');
    const { page } = await bo.get(HOME);
    expect(textOf(page)).toContain('This server takes no payments through Stripe');
    expect(page).not.toContain(`action="${HOME}`);
    await app.close();
  });
});

describe('/metrics', () => {
  const till = useTill();
  const metrics = async (token: string | false = ADMIN_TOKEN) => {
    const { status, body } = await till.app.request('/metrics', { token });
    const value = (name: string) =>
      String(body)
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.split(' ')[1];
    return { status, value };
  };

  test('says what differs, what waits, and what came', async () => {
    const { code } = await till.pay(await till.pledge(), '500.00');
    await till.stripe.payByCard(await till.objectOf(code));
    await till.app.request('/api/v1/admin/payments/compare', { body: MARCH });
    const [event] = till.stripe.events;
    await till.stripe.deliver(event!, { url: till.hook });
    await till.stripe.deliver(event!, { url: till.hook });
    await fetch(till.hook, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    const { status, value } = await metrics();
    expect(status).toBe(200);
    const of = (outcome: string) => value(`muster_webhook_events_total{outcome="${outcome}"}`);
    expect([of('applied'), of('known'), of('refused')]).toEqual(['1', '1', '1']);
    expect(value('muster_payment_differences{kind="missing"}')).toBe('1');
    expect(value('muster_payment_differences{kind="extra"}')).toBe('0');
    expect(value('muster_payment_unmatched')).toBe('0');
    expect(Number(value('muster_payment_compared_timestamp_seconds'))).toBe(
      till.app.clock.now.getTime() / 1000,
    );
    expect(value('process_cpu_seconds_total')).toBeDefined();
  });

  test('asks the database once in ten seconds', async () => {
    await till.app.ctx.db.delete(payments.difference);
    expect((await metrics()).value('muster_payment_differences{kind="missing"}')).toBe('1');
  });

  test('is for nobody without a token', async () => {
    expect((await metrics(false)).status).toBe(401);
  });
});
