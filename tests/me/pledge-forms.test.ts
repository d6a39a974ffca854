import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as people from '../../server/db/people.ts';
import { AGREEMENT, move } from '../support/actors.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { cookieOf, fieldsOf, send } from '../support/forms.ts';
import {
  eyesOf,
  signatory as newSignatory,
  startMailApp,
  type MailApp,
} from '../support/sign-up.ts';

let app: MailApp;
let session: string;
/** USD 400.00 of Ada's, accepted. */
let ref: string;
beforeAll(async () => {
  app = await startMailApp();
});
beforeEach(async () => {
  await app.ctx.db.delete(people.limitUse);
  const pledge = { kind: 'funding', asset: 'USD', amount: '400.00' };
  ({ session } = await newSignatory(app, { pledge }));
  ref = (await eyesOf(app).as(session, 'me/pledges')).body.pledges[0].ref;
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const as = (path: string, body?: unknown) => eyesOf(app).as(session, path, body);
const textOf = async (path: string) => (await eyesOf(app).page(session, path)).text;
const shown = (page: string): string =>
  page
    .replace(/<head>.*?<\/head>/s, '')
    .replaceAll(/<\/?bdi[^>]*>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&#39;', '’');

/** Opens a form of the pledge, fills it in, and sends it. */
async function fill(name: string, typed: Record<string, string>) {
  const path = `/me/pledges/${ref}/${name}`;
  const fields = new Map([...fieldsOf(await textOf(path)), ...Object.entries(typed)]);
  const sent = await send(app.url + path, fields, cookieOf(session));
  return { ...sent, text: shown(sent.page) };
}

describe('pledging more', () => {
  test('says what waits already, and can be taken back', async () => {
    await fill('increase', { amount: '$5k' });
    expect(shown(await textOf(`/me/pledges/${ref}/increase`))).toContain(
      'You asked to raise it to $5,400. An admin will review this.',
    );
    const other = await fill('increase', { amount: '€100' });
    expect(other.text).toContain('is written in EUR, but the currency is USD.');
    await fill('increase', { amount: '100' });
    const page = await textOf(`/me/pledges/${ref}`);
    expect(page).toContain('You asked to raise it to $5,500');
    const act = `/me/pledges/${ref}/increase/withdraw`;
    expect(page).toContain(`action="${act}"`);
    expect(await textOf(`/me/pledges/${ref}/withdraw`)).toContain('we also cancel the increase');
    const keys = [...fieldsOf(page)];
    expect((await send(app.url + act, keys, cookieOf(session))).status).toBe(303);
    expect((await as(`me/pledges/${ref}`)).body).toMatchObject({ asked: null, amount: '400.00' });
  });
});

describe('withdrawing', () => {
  const agree = (amount: string) => move(app, ref, 'commit', { amount, evidence: AGREEMENT });

  test('more than is open is refused at the field, with what is open; the form stays', async () => {
    const { status, text, page } = await fill('withdraw', { amount: '400.01' });
    expect(status).toBe(400);
    expect(text).toContain('Amount in USD is too much. Enter $400 or less.');
    expect(page).toContain('value="400.01"');
    expect(page).toContain('href="#amount"');
  });

  test('leaves what is agreed in writing, and is not offered where all of it is', async () => {
    await agree('150.00');
    const form = await textOf(`/me/pledges/${ref}/withdraw`);
    expect(shown(form)).toContain(
      'You can withdraw $250. The other $150 is agreed in writing; to change that, ask an admin.',
    );
    expect(form).not.toContain('name="agreed"');
    const sent = await fill('withdraw', { amount: '250.01' });
    expect(sent.text).toContain('Enter $250 or less.');
    expect((await fill('withdraw', {})).status).toBe(303);
    const page = await textOf(`/me/pledges/${ref}`);
    for (const act of ['withdraw', 'instalments']) {
      expect(page).not.toContain(`href="/me/pledges/${ref}/${act}"`);
    }
    expect((await fill('withdraw', {})).text).toContain('Ask an admin to postpone it');
    expect((await as(`me/pledges/${ref}`)).body.stages).toMatchObject({
      committed: { amount: '150.00' },
      withdrawn: { amount: '250.00' },
    });
  });

  test('one’s signature names first what is open of one’s pledges', async () => {
    const form = await textOf('/me/withdraw');
    expect(form).toContain(`href="/me/pledges/${ref}/withdraw"`);
    expect(form).not.toContain('type="submit"');
    const sent = await send(`${app.url}/me/withdraw`, fieldsOf(form), cookieOf(session));
    expect(sent.status).toBe(400);
    expect(shown(sent.page)).toContain('Withdraw what is outstanding of your pledges first.');
    await fill('withdraw', {});
    expect(await textOf('/me/withdraw')).toContain('type="submit"');
  });
});

describe('asking an admin about what is agreed', () => {
  const agree = () => move(app, ref, 'commit', { evidence: AGREEMENT });
  const page = async () => textOf(`/me/pledges/${ref}`);
  const requests = async () => (await as(`me/pledges/${ref}`)).body.requests;

  test('is not offered before anything is', async () => {
    expect(await page()).not.toContain(`href="/me/pledges/${ref}/release"`);
    const path = `/me/pledges/${ref}/release`;
    const keys = new Map([
      ...fieldsOf(await textOf(`/me/pledges/${ref}/withdraw`)),
      ['text', 'Too early.'],
    ]);
    keys.delete('amount');
    const form = await eyesOf(app).page(session, path);
    const sent = await send(app.url + path, keys, cookieOf(session));
    for (const [status, text] of [
      [form.status, form.text],
      [sent.status, sent.page],
    ] as const) {
      expect([status, text]).toEqual([
        409,
        expect.stringContaining('Nothing of this pledge is agreed in writing.'),
      ]);
    }
  });

  test('to pay later names the instalments, waits, and is cancelled with one button', async () => {
    await agree();
    const form = await textOf(`/me/pledges/${ref}/postpone`);
    expect(fieldsOf(form).get('instalments.0.amount')).toBe('400.00');
    expect(shown(form)).toContain('They must add up to $400.');
    const wrong = await fill('postpone', { 'instalments.0.dueOn': '2030-06-30' });
    expect([wrong.status, wrong.text]).toEqual([
      400,
      expect.stringContaining('Your reason must not be empty.'),
    ]);
    expect(wrong.page).toContain('value="2030-06-30"');
    const typed = { 'instalments.0.dueOn': '2030-06-30', text: 'The grant is late.' };
    expect((await fill('postpone', typed)).status).toBe(303);
    const waiting = await page();
    expect(shown(waiting)).toContain(
      'Your request to change the instalments is waiting for an admin.',
    );
    expect(shown(waiting)).toContain('30 Jun 2030: $400.00');
    expect(shown(waiting)).toContain('The grant is late.');
    expect(waiting).not.toContain(`href="/me/pledges/${ref}/release"`);
    expect(shown(await textOf('/me'))).toContain('is waiting for an admin');
    const cancel = `/me/pledges/${ref}/requests/cancel`;
    expect((await send(app.url + cancel, [...fieldsOf(waiting)], cookieOf(session))).status).toBe(
      303,
    );
    expect(await requests()).toMatchObject([{ status: 'cancelled' }]);
    expect(await page()).toContain(`href="/me/pledges/${ref}/release"`);
  });

  test('to give less says at the field how much is agreed', async () => {
    await agree();
    const { text } = await fill('reduce', { amount: '400.01', text: 'Less.' });
    expect(text).toContain('Enter $400 or less.');
    expect((await fill('reduce', { text: 'Less.' })).text).toContain(
      'Reduce by, in USD is missing',
    );
    expect((await fill('reduce', { amount: '100 USD', text: 'Less.' })).status).toBe(303);
    expect(await requests()).toMatchObject([{ kind: 'reduce', amount: '100.00' }]);
  });

  test('shows what was decided, and why', async () => {
    await agree();
    await fill('release', { text: 'No grant.' });
    const [{ id }] = await requests();
    const decided = { body: { request: id, reason: 'The hardware is ordered.' } };
    await app.request(`/api/v1/admin/pledges/${ref}/requests/refuse`, decided);
    expect(shown(await page())).toContain(
      'You asked to be released. An admin refused this on 10 Mar 2026: The hardware is ordered.',
    );
  });

  test('for more needs a due date of its own, and leaves the agreed instalments', async () => {
    await fill('instalments', {
      'instalments.0.dueOn': '2026-06-30',
      'instalments.0.amount': '400',
    });
    await agree();
    const none = await fill('increase', { amount: '50' });
    expect([none.status, none.page]).toEqual([400, expect.stringContaining('href="#dueOn"')]);
    expect((await fill('increase', { amount: '50', dueOn: '2027-06-30' })).status).toBe(303);
    const { instalments } = (await as(`me/pledges/${ref}`)).body;
    expect(instalments).toMatchObject([
      { dueOn: '2026-06-30', amount: '400.00' },
      { dueOn: '2027-06-30', amount: '50.00' },
    ]);
  });
});

test('instalments are not offered while a larger amount waits, and the page says why', async () => {
  const act = `href="/me/pledges/${ref}/instalments"`;
  expect(await textOf(`/me/pledges/${ref}`)).toContain(act);
  await fill('increase', { amount: '5000' });
  const page = await textOf(`/me/pledges/${ref}`);
  expect(page).not.toContain(act);
  expect(shown(page)).toContain('once an admin has decided on the increase');
});

test('a pledge of one sum is put into instalments from its amount on', async () => {
  const fields = fieldsOf(await textOf(`/me/pledges/${ref}/instalments`));
  expect(fields.get('instalments.0.amount')).toBe('400.00');
  const none = await fill('increase', {});
  expect(none.text).toContain('Amount in USD is missing. Enter a number, such as 1,250.50.');
});

test('a pledge of GPUs shows its rows, and is edited on a page that says so', async () => {
  const windows = [{ gpus: 8, from: '2026-04-01', to: '2026-05-01' }];
  const compute = { kind: 'compute', asset: 'H100-SXM', site: 'Oslo', windows };
  ref = (await as('pledges', compute)).body.ref;
  expect(shown(await textOf(`/me/pledges/${ref}`))).toContain(
    '8 H100-SXM, 1 Apr 2026 to 30 Apr 2026',
  );
  expect(shown(await textOf(`/me/pledges/${ref}/edit`))).toContain('Edit your pledge');
});

test('who has just signed is thanked, and told who acts next', async () => {
  expect(shown(await textOf('/me'))).not.toContain('Thank you');
  const page = shown(await textOf('/me?signed'));
  expect(page).toContain('Thank you for signing and pledging.');
  expect(page).toContain('an admin of Open Model Initiative will agree with you how you pay');
});

test('a new address is told where its link has gone', async () => {
  const keys = [...fieldsOf(await textOf('/me/address'))].filter(([name]) => name !== 'email');
  const typed = new Map([...keys, ['email', 'new@uni.example'] as [string, string]]);
  const sent = await send(`${app.url}/me/address`, typed, cookieOf(session));
  expect(shown(sent.page)).toContain('We’ve emailed a link to new@uni.example.');
  const none = await send(
    `${app.url}/me/address`,
    new Map([...keys, ['email', '']]),
    cookieOf(session),
  );
  expect(shown(none.page)).toContain('New email address is missing.');
});
