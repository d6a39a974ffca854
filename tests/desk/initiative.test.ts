import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { INITIATIVE, progressOf, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { fieldsOf } from '../support/forms.ts';

let app: TestApp;
let cy: DeskUser;
beforeEach(async () => {
  app = await startApp({
    initiative: {
      ...INITIATIVE,
      initiative: { ...INITIATIVE.initiative, note: 'A note.' },
      recipient: { name: 'Example Foundation', country: 'Nowhere' },
    },
  });
  cy = await atDesk(app);
});
afterEach(async () => {
  await watchLedger(app);
  await app.close();
});

const HOME = '/admin/initiative';

/** What the page's own form sends: its hidden and typed fields, and a button. */
const press = (
  path: string,
  page: string,
  go: string,
  typed: Record<string, string> = {},
  user = cy,
) =>
  user.post(path, {
    ...(path.endsWith('/terms') && { note: 'A note.' }),
    ...Object.fromEntries(fieldsOf(page.split('<main')[1]!)),
    ...typed,
    go,
  });
const terms = async (go: string, typed: Record<string, string>) =>
  press(`${HOME}/terms`, (await cy.get(`${HOME}/terms`)).page, go, typed);

const TYPED = { 'targets.funding': '$120,000,000', reason: 'A second site' };

describe('the page of the initiative', () => {
  test('shows what stands and what the recipient lacks; changing it is the owner’s alone', async () => {
    const viewer = await atDesk(app, 'viewer', 'Dee Example');
    const { status, page } = await viewer.get(HOME);
    expect(status).toBe(200);
    expect(page).toContain('$100M');
    expect(page).toContain(
      'Missing: registration number, tax status, refund policy, privacy notice and contact.',
    );
    expect(page).not.toContain(`${HOME}/terms`);
    for (const name of ['terms', 'recipient', 'milestones']) {
      expect((await cy.get(HOME)).page).toContain(`${HOME}/${name}`);
      const form = await cy.get(`${HOME}/${name}`);
      expect((await viewer.get(`${HOME}/${name}`)).status).toBe(403);
      const own = (fields: string) => fields.replaceAll(/name="csrf" value="[^"]*"/g, '');
      const sent = await press(`${HOME}/${name}`, own(form.page), 'send', {}, viewer);
      expect(sent.status).toBe(403);
    }
  });
});

describe('what it says', () => {
  test('is read once more with before, after and shares, and then changed', async () => {
    const review = await terms('review', TYPED);
    expect(review.status).toBe(200);
    const text = review.page
      .replaceAll(/<\/?bdi[^>]*>/g, '')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ');
    expect(text).toContain('Funding goal $100M $120M');
    expect(text).toContain('secured 0% → 0% of the goal.');
    expect(text).toContain('The funding goal is now $120M (was $100M): A second site.');
    expect((await progressOf(app)).funding.target).toBe('100000000.00');

    const sent = await press(`${HOME}/terms`, review.page, 'send');
    expect([sent.status, sent.location]).toEqual([303, `${HOME}?done=initiative.change`]);
    expect((await progressOf(app)).funding.target).toBe('120000000.00');
    const { page } = await cy.get(`${HOME}?done=initiative.change`);
    expect(page).toContain('The initiative is changed.');
    expect(page).toContain('Cy Example changed the initiative');
    expect(page).toContain('Funding goal: 100,000,000 → 120,000,000');
    expect(page).toContain('Reason: A second site');
    expect(page).toContain('entry 1');
    // What the form did not touch is as it was.
    expect(page).toContain('A note.');
  });

  test('keeps what was typed when it is wrong, and when it is edited again', async () => {
    const wrong = await terms('review', { ...TYPED, 'targets.gpus': 'many', endsOn: '2025-01-01' });
    expect(wrong.status).toBe(400);
    expect(wrong.page).toContain('GPUs at once must be a number.');
    expect(wrong.page).toContain('value="$120,000,000"');
    const none = await terms('review', {
      'targets.funding': '',
      'targets.gpus': '',
      'targets.gpuHours': '',
      reason: 'No targets',
    });
    expect(none.page).toContain('Funding goal is the only goal left, so it must stay.');
    const review = await terms('review', TYPED);
    const edited = await press(`${HOME}/terms`, review.page, 'edit');
    expect(edited.page).toContain('value="$120,000,000"');
    expect(edited.page).toContain('value="A second site"');
    const nothing = await terms('review', { reason: 'None' });
    expect([nothing.status, nothing.page]).toEqual([
      400,
      expect.stringContaining('Nothing would change'),
    ]);
  });

  test('is not overwritten with what another owner has changed meanwhile', async () => {
    const early = await terms('review', TYPED);
    const review = await terms('review', { 'targets.gpus': '12,000', reason: 'More GPUs' });
    expect((await press(`${HOME}/terms`, review.page, 'send')).status).toBe(303);
    const late = await press(`${HOME}/terms`, early.page, 'send');
    expect([late.status, late.page]).toEqual([
      400,
      expect.stringContaining('changed the initiative'),
    ]);
    expect((await progressOf(app)).funding.target).toBe('100000000.00');
    // Told of it, whoever sends it once more means it.
    const again = await press(`${HOME}/terms`, late.page, 'send');
    expect(again.status).toBe(303);
  });

  test('is not overwritten either by a form in which something was mended meanwhile', async () => {
    const form = (await cy.get(`${HOME}/terms`)).page;
    const early = await terms('review', TYPED);
    const review = await terms('review', { 'targets.gpus': '12,000', reason: 'More GPUs' });
    expect((await press(`${HOME}/terms`, review.page, 'send')).status).toBe(303);
    const mistyped = { ...TYPED, 'targets.gpus': 'many' };
    const wrong = await press(`${HOME}/terms`, form, 'review', mistyped);
    const edited = await press(`${HOME}/terms`, early.page, 'edit');
    for (const { page } of [wrong, edited]) {
      const mended = await press(`${HOME}/terms`, page, 'review', { 'targets.gpus': '10,000' });
      expect([mended.status, mended.page]).toEqual([
        400,
        expect.stringContaining('changed the initiative'),
      ]);
    }
  });

  test('asks for the passkey again without losing what was typed', async () => {
    const review = await terms('review', TYPED);
    app.clock.now = new Date(app.clock.now.getTime() + 301_000);
    const late = await press(`${HOME}/terms`, review.page, 'send');
    expect(late.status).toBe(400);
    expect(late.page).toContain('href="/admin/touch?next=/admin/initiative"');
    expect(late.page).toContain('value="$120,000,000"');
    expect((await progressOf(app)).funding.target).toBe('100000000.00');
    const shown = await cy.get(`${HOME}/terms`);
    expect([shown.status, shown.location]).toEqual([
      303,
      '/admin/touch?next=%2Fadmin%2Finitiative%2Fterms',
    ]);
  });

  test('closes and opens again', async () => {
    const closing = await terms('send', { closed: 'on', reason: 'Over' });
    expect(closing.status).toBe(303);
    expect((await progressOf(app)).initiative.closed).toBe(true);
    const { page } = await cy.get(`${HOME}/terms`);
    const fields = Object.fromEntries(fieldsOf(page.split('<main')[1]!));
    expect(fields['closed']).toBe('on');
    delete fields['closed'];
    const opened = await cy.post(`${HOME}/terms`, {
      ...fields,
      note: 'A note.',
      reason: 'Another round',
      go: 'send',
    });
    expect(opened.status).toBe(303);
    expect((await progressOf(app)).initiative.closed).toBe(false);
  });
});

test('the recipient is completed, and emptied', async () => {
  const path = `${HOME}/recipient`;
  const send = async (typed: Record<string, string>) => {
    const fields = Object.fromEntries(fieldsOf((await cy.get(path)).page.split('<main')[1]!));
    return cy.post(path, { ...fields, ...typed, go: 'send' });
  };
  const wrong = await send({ 'recipient.refundPolicy': 'refunds', reason: 'Complete' });
  expect(wrong.page).toContain('Refund policy must be an http or https address.');
  const complete = {
    'recipient.registration': '000',
    'recipient.taxStatus': 'charity',
    'recipient.refundPolicy': 'https://foundation.example/refunds',
    'recipient.privacyNotice': 'https://foundation.example/privacy',
    'recipient.contact': 'hello@foundation.example',
    reason: 'Complete',
  };
  expect((await send(complete)).status).toBe(303);
  const { page } = await cy.get(HOME);
  expect(page).toContain('All details are filled in.');
  expect(page).not.toContain('Missing:');
});

test('whom the recipient takes nothing from, and who screens, is said or refused at its field', async () => {
  const path = `${HOME}/recipient`;
  const send = async (typed: Record<string, string>) => {
    const fields = Object.fromEntries(fieldsOf((await cy.get(path)).page.split('<main')[1]!));
    return cy.post(path, { ...fields, 'recipient.name': 'Example', ...typed, go: 'send' });
  };
  const wrong = { reason: 'Sanctions', 'recipient.closedCountries': 'BY UK' };
  const refused = await send({ ...wrong, 'recipient.screenedAbove': '5,000' });
  expect(refused.page).toContain('Closed countries must be codes of countries (ISO 3166)');
  expect(refused.page).toContain('value="BY UK"');
  const countries = { reason: 'Sanctions', 'recipient.closedCountries': 'by, GB' };
  const nobody = await send({ ...countries, 'recipient.screenedAbove': '5,000.005' });
  expect(nobody.page).toContain('Screened above must have at most 2 decimals');
  expect(nobody.page).toContain(
    'Screened by is missing: say who screens payments above that amount.',
  );
  const said = { 'recipient.screenedBy': 'Example Screening', 'recipient.screenedAbove': '5,000' };
  expect((await send({ ...countries, ...said })).status).toBe(303);
  await app.publicCache.refresh();
  const { body } = await app.request('/api/v1/initiative');
  expect(body.recipient).toMatchObject({
    closedCountries: ['BY', 'GB'],
    screenedBy: 'Example Screening',
    screenedAbove: '5000',
  });
  expect((await cy.get(HOME)).page).toContain('BY, GB');
  expect((await cy.get(path)).page).toContain('value="BY, GB"');
});

describe('milestones', () => {
  const path = `${HOME}/milestones`;
  const send = (page: string, go: string, typed: Record<string, string> = {}) =>
    cy.post(path, { ...Object.fromEntries(fieldsOf(page.split('<main')[1]!)), ...typed, go });

  test('rows are added and removed without a script, and saved', async () => {
    const first = await cy.get(path);
    const typed = { 'funding.0.reaches': '30,000,000', 'funding.0.label': 'first training run' };
    const grown = await send(first.page, 'add-funding', typed);
    expect(grown.page).toContain('name="funding.1.reaches"');
    expect(grown.page).toContain('value="30,000,000"');
    const second = { 'funding.1.reaches': '$10M', 'funding.1.label': 'data team' };
    const shrunk = await send(grown.page, 'drop-funding-0', second);
    expect(shrunk.page).toContain('value="$10M"');
    expect(shrunk.page).not.toContain('name="funding.1.');
    const wrong = await send(shrunk.page, 'send', { 'gpus.0.reaches': '1,024' });
    expect(wrong.page).toContain('Purpose 1 must not be empty.');
    const sent = await send(shrunk.page, 'send');
    expect([sent.status, sent.location]).toEqual([303, `${HOME}?done=initiative.milestones`]);
    const { page } = await cy.get(HOME);
    expect(page).toContain('data team');
    expect(page).toContain('$10M to go');
    expect((await cy.get(path)).page).toContain('value="10,000,000"');
  });

  test('are not overwritten with what another owner has changed meanwhile', async () => {
    const first = await cy.get(path);
    const others = { 'gpus.0.reaches': '1,024', 'gpus.0.label': 'ablations' };
    expect((await send(first.page, 'send', others)).status).toBe(303);
    const typed = { 'funding.0.reaches': '30,000,000' };
    const grown = await send(first.page, 'add-gpus', typed);
    const wrong = await send(grown.page, 'send');
    expect(wrong.page).toContain('Purpose 1 must not be empty.');
    const late = await send(wrong.page, 'send', { 'funding.0.label': 'first training run' });
    expect([late.status, late.page]).toEqual([
      400,
      expect.stringContaining('changed the initiative'),
    ]);
    expect(late.page).toContain('value="first training run"');
    expect((await cy.get(HOME)).page).toContain('ablations');
    // Told of it, whoever sends it once more means it.
    expect((await send(late.page, 'send')).status).toBe(303);
    expect((await cy.get(HOME)).page).not.toContain('ablations');
  });
});
