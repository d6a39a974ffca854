import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enterAccount } from '../../server/accounts/change.ts';
import { shownAccount } from '../../server/accounts/read.ts';
import { accountInput } from '../../server/accounts/schemas.ts';
import { MACHINE } from '../../server/actor.ts';
import { ACCOUNTS, enter, EUR, OTHER_EUR, remove, USD } from '../support/accounts.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';
import { fieldsOf } from '../support/forms.ts';
import { newKey, refused } from '../support/signed-in.ts';
import { startMailApp, type MailApp } from '../support/sign-up.ts';

let app: MailApp;
const start = async () => {
  app = await startMailApp();
};
const end = async () => {
  await checkLedger(app);
  await app.close();
};

const later = (hours: number): void => {
  app.clock.now = new Date(app.clock.now.getTime() + hours * 3_600_000);
};
/** Cy, who has just touched a passkey. */
const cy = () => atDesk(app, 'owner', 'Cy Example');
const ibanShown = async () => (await shownAccount(app.ctx, 'EUR'))?.iban ?? null;
const text = (page: string): string =>
  page
    .split('<main')[1]!
    .replaceAll(/<\/?bdi[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
const listed = async () => text((await (await cy()).get(ACCOUNTS)).page);

const OLD = 'DE89370400440532013000';
const NEW = 'NL91ABNA0417164300';

describe('an account', () => {
  beforeEach(start);
  afterEach(end);

  test('is shown to givers a day after an owner entered it', async () => {
    const sent = await enter(await cy(), EUR);
    expect([sent.status, sent.location]).toEqual([303, `${ACCOUNTS}?done=account.enter`]);
    expect(await listed()).toContain(
      'From 11 Mar 2026, 12:00 UTC, givers will see this account. Until then they see none.',
    );
    later(23.99);
    expect(await ibanShown()).toBeNull();
    later(0.02);
    expect(await ibanShown()).toBe(OLD);
    expect(await listed()).toContain('Givers see this account.');
    expect(await listed()).toContain(
      'IBAN DE89 3704 0044 0532 0130 00 BIC (SWIFT code) COBADEFFXXX',
    );
  });

  test.each([
    ['old', OLD],
    ['nothing', null],
  ])('that is changed leaves givers with %s for a day', async (until, meanwhile) => {
    await enter(await cy(), EUR);
    later(24);
    expect((await enter(await cy(), { ...OTHER_EUR, until })).status).toBe(303);
    expect(await ibanShown()).toBe(meanwhile);
    later(24);
    expect(await ibanShown()).toBe(NEW);
  });

  test.each([
    ['old', OLD],
    ['nothing', null],
  ])('that is removed leaves givers with %s for a day', async (until, meanwhile) => {
    await enter(await cy(), EUR);
    later(24);
    expect((await remove(await cy(), 'EUR', until)).location).toContain('done=account.remove');
    expect(await ibanShown()).toBe(meanwhile);
    expect(await listed()).toContain('givers will see no account.');
    later(24);
    expect(await ibanShown()).toBeNull();
    expect(await listed()).toContain('No account yet.');
  });

  test('that an owner corrects within the day is never shown, not even as the old one', async () => {
    await enter(await cy(), EUR);
    later(24);
    await enter(await cy(), { ...OTHER_EUR, until: 'old' });
    later(23);
    await enter(await cy(), { ...EUR, until: 'old' });
    for (let hour = 0; hour < 30; hour += 1) {
      expect(await ibanShown()).toBe(OLD);
      later(1);
    }
  });
});

test('an account that a change hid does not come back with the next change', async () => {
  await start();
  await enter(await cy(), EUR);
  later(24);
  await remove(await cy(), 'EUR', 'nothing');
  expect(await ibanShown()).toBeNull();
  later(1);
  await enter(await cy(), { ...OTHER_EUR, until: 'old' });
  expect(await ibanShown()).toBeNull();
  later(24);
  expect(await ibanShown()).toBe(NEW);
  await end();
});

describe('a form with a mistake', () => {
  beforeAll(start);
  afterAll(end);

  test.each<[typed: Record<string, string>, error: string]>([
    [{ ...EUR, currency: 'EURO' }, 'Currency'],
    [{ ...EUR, holder: '' }, 'Account holder'],
    [{ ...EUR, iban: 'DE89 3704 0044 0532 0130 01' }, 'IBAN has a typing error'],
    [{ ...EUR, iban: 'DE89 3704 0044 0532 0130' }, 'IBAN is too long or too short'],
    [{ ...EUR, iban: 'KR12 3456' }, 'IBAN must begin with a country'],
    [{ ...EUR, iban: 'CH44 3199 9123 0008 8901 2' }, 'IBAN is a QR-IBAN'],
    [{ ...EUR, iban: '' }, 'IBAN is missing'],
    [{ ...EUR, account: '000123456789' }, 'Account number must be empty'],
    [{ ...EUR, routing: '37040044' }, 'Routing number must be empty'],
    [{ ...EUR, bic: 'COBADEF' }, 'BIC (SWIFT code) must have'],
    [{ ...USD, routing: '021000022' }, 'Routing number isn’t a US routing number'],
    [{ ...USD, routing: '' }, 'BIC (SWIFT code) is missing'],
    [{ ...USD, account: '12-3' }, 'Account number must have'],
    [{ ...USD, note: '\u202Etxet' }, 'Note'],
  ])('is refused and keeps what was typed: %j', async (typed, error) => {
    const { status, page } = await enter(await cy(), typed);
    expect([status, text(page)]).toEqual([400, expect.stringContaining(error)]);
    const fields = fieldsOf(page.split('<main')[1]!);
    for (const name of ['holder', 'iban', 'account', 'routing', 'bic']) {
      expect(fields.get(name)).toBe(typed[name] ?? '');
    }
  });
});

describe('the form', () => {
  beforeEach(start);
  afterEach(end);

  test('takes accounts without an IBAN, by routing number or by BIC', async () => {
    expect((await enter(await cy(), USD)).status).toBe(303);
    const won = {
      ...USD,
      currency: 'KRW',
      account: '110-234-567890',
      routing: '',
      bic: 'SHBKKRSE',
    };
    expect((await enter(await cy(), won)).status).toBe(303);
    later(24);
    expect(await listed()).toContain('Account number 110-234-567890 BIC (SWIFT code) SHBKKRSE');
  });

  test('is not sent over another owner’s change, nor without any', async () => {
    const [first, second] = [await cy(), await atDesk(app, 'owner', 'Dee Example')];
    const seen = { seen: '0' };
    await enter(first, EUR);
    const late = await enter(second, { ...OTHER_EUR, ...seen });
    expect([late.status, text(late.page)]).toEqual([
      409,
      expect.stringContaining('has changed since you opened the form'),
    ]);
    const same = await enter(first, { ...EUR, until: 'nothing' });
    expect([same.status, text(same.page)]).toEqual([
      409,
      expect.stringContaining('Nothing would change'),
    ]);
  });

  test('is for owners who have just touched a passkey', async () => {
    const owner = await cy();
    const operator = await atDesk(app, 'operator', 'Bo Example');
    for (const path of [ACCOUNTS, `${ACCOUNTS}/change`, `${ACCOUNTS}/remove`]) {
      expect((await operator.get(path)).status).toBe(403);
    }
    expect((await operator.post(`${ACCOUNTS}/change`, { ...EUR, seen: '0' })).status).toBe(403);
    later(0.1);
    expect((await owner.get(`${ACCOUNTS}/change`)).location).toMatch(/^\/admin\/touch\?next=/);
    for (const path of ['change', 'remove']) {
      const sent = { ...(path === 'change' && EUR), currency: 'EUR', until: 'old', seen: '0' };
      const { status, page } = await owner.post(`${ACCOUNTS}/${path}`, sent);
      expect([status, page]).toEqual([400, expect.stringContaining('Confirm with your passkey')]);
    }
    expect(await listed()).toContain('No account yet.');
  });

  test('has no way round it for programs, whatever their rights', async () => {
    const input = accountInput.parse({ ...EUR, currency: 'EUR', seen: 0 });
    const error = await refused(enterAccount(app.ctx, MACHINE, newKey(), input));
    expect(error.code).toBe('touch-again');
  });
});

describe('each change', () => {
  beforeEach(start);
  afterEach(end);

  const mailsTo = async ({ id }: { id: string }) => {
    await app.postman.deliver();
    return app.mailbox.received().filter(({ to }) => to.includes(`${id}@desk.example`));
  };

  test('is emailed to every owner, with holder and last four digits and no more', async () => {
    const owners = [
      await atDesk(app, 'owner', 'Cy Example', { hasPasskey: true }),
      await atDesk(app, 'owner', 'Dee Example', { hasPasskey: true }),
    ];
    const operator = await atDesk(app, 'operator', 'Bo Example', { hasPasskey: true });
    await enter(owners[0]!, { ...EUR, note: 'Name the second cluster.' });
    for (const owner of owners) {
      const [mail] = await mailsTo(owner);
      expect(mail!.subject).toBe('A bank account was changed, EUR: Open Model Initiative');
      expect(mail!.text).toContain(
        'Cy Example entered the bank account for payments in EUR: Example Foundation, account ending in 3000.',
      );
      expect(mail!.text).toContain(
        'Givers see the change from 11 Mar 2026, 12:00 UTC. Until then they see no account.',
      );
      expect(mail!.link).toBe(`${app.ctx.config.baseUrl}${ACCOUNTS}`);
      expect(mail!.raw).not.toMatch(/DE89|0532|COBADEFF|second cluster/);
    }
    expect(await mailsTo(operator)).toEqual([]);
    later(24);
    await remove(await cy(), 'EUR', 'old');
    const [, removed] = await mailsTo(owners[1]!);
    expect(removed!.text).toContain('removed the bank account for payments in EUR');
    expect(removed!.text).toContain('Until then they see the account from before.');
  });

  test('is in the history, without the account', async () => {
    await enter(await cy(), EUR);
    const { page } = await (await cy()).get('/admin/audit');
    expect(text(page)).toContain(
      'Cy Example entered a bank account: EUR until then no account; ending in 3000; shown from 11 Mar 2026, 12:00 UTC',
    );
    expect(page).not.toContain('DE89');
  });
});
