import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as people from '../../server/db/people.ts';
import { checkLedger, watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { textOf } from '../support/queue.ts';
import { signatory, startMailApp, type MailApp } from '../support/sign-up.ts';

let app: MailApp;
let cy: DeskUser;
beforeAll(async () => {
  app = await startMailApp();
});
beforeEach(async () => {
  cy = await atDesk(app, 'operator');
  await app.ctx.db.delete(people.limitUse);
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const PATH = '/admin/review-settings';
/** The form as it is now, with what is typed over it. */
async function save(fields: Record<string, string>) {
  const { page } = await cy.get(PATH);
  const seen = /name="seen" value="(\d+)"/.exec(page)![1]!;
  return cy.post(PATH, { hold: 'no', dailyCap: '', organisations: '', seen, ...fields });
}
const reviewOf = async (facts: object = {}) => {
  const { session, status } = await signatory(app, facts);
  const { body } = await app.request('/api/v1/me', { token: session });
  return { status, review: body.signature.review };
};

describe('the review settings', () => {
  test('hold new signatures while the switch is on', async () => {
    expect((await save({ hold: 'yes' })).location).toBe('/admin/queue?done=review.change');
    expect(textOf((await cy.get('/admin/queue')).page)).toContain(
      'New signatures wait for a review.',
    );
    expect(await reviewOf()).toEqual({ status: 'pending', review: ['held'] });
    await save({ hold: 'no' });
    expect(await reviewOf()).toEqual({ status: 'published', review: [] });
  });

  test('have the admins’ own list of well-known organisations, or the one that Muster comes with', async () => {
    await save({ organisations: 'Vellum Robotics\r\n\r\n Quillfort ' });
    expect((await reviewOf({ name: 'VeIIum Robotics' })).review).toEqual(['known-organisation']);
    expect((await cy.get(PATH)).page).toContain('Vellum Robotics\nQuillfort');
    await save({});
    expect((await reviewOf({ name: 'Quillfort' })).review).toEqual([]);
    expect((await cy.get(PATH)).page).toContain('Hugging Face');
  });

  test('say which field is wrong, and keep what was typed', async () => {
    const wrong = await save({ dailyCap: 'much', organisations: 'Quillfort' });
    expect(wrong.status).toBe(400);
    expect(wrong.page).toContain('href="#dailyCap"');
    expect(wrong.page).toContain('Quillfort</textarea>');
  });

  test('are not overwritten by an admin who saw older ones', async () => {
    const seen = /name="seen" value="(\d+)"/.exec((await cy.get(PATH)).page)![1]!;
    await save({ dailyCap: '$1.5k' });
    const late = await cy.post(PATH, { hold: 'yes', dailyCap: '', organisations: '', seen });
    expect(late.status).toBe(409);
    expect(late.page).toContain('Another admin has just changed these settings');
    expect(late.page).toContain('value="1500.00"');
    await save({});
  });

  test('are not a viewer’s', async () => {
    const viewer = await atDesk(app, 'viewer', 'Vi Example');
    expect((await viewer.get(PATH)).status).toBe(403);
    expect((await viewer.post(PATH, { hold: 'no', seen: '0' })).status).toBe(403);
  });

  test('disable the switch and say why where AUTO_PUBLISH is off', async () => {
    const other = await startMailApp({ env: { AUTO_PUBLISH: 'off' } });
    try {
      const bo = await atDesk(other, 'operator', 'Bo Example');
      const { page } = await bo.get(PATH);
      expect(page).toMatch(/name="hold"[^>]*disabled/);
      expect(page).toContain('AUTO_PUBLISH=off holds every new signature');
      const { status, session } = await signatory(other);
      const { body } = await other.request('/api/v1/me', { token: session });
      expect([status, body.signature.review]).toEqual(['pending', ['policy']]);
      await checkLedger(other);
    } finally {
      await other.close();
    }
  });
});
