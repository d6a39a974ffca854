import { hkdfSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { macOf } from '../../server/accounts/mac.ts';
import { readAccounts, shownAccount } from '../../server/accounts/read.ts';
import { MACHINE } from '../../server/actor.ts';
import { recipientAccount } from '../../server/db/accounts.ts';
import { derivedSecret } from '../../server/ledger/identity.ts';
import { keyOfSeed } from '../../server/ledger/note.ts';
import { verifyAll } from '../../server/maintenance/verify.ts';
import { ACCOUNTS, enter, entered, EUR, OTHER_EUR, USD } from '../support/accounts.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';
import { startMailApp, type MailApp } from '../support/sign-up.ts';

let app: MailApp;
/** An owner who gets emails. */
let dee: string;
const start = async () => {
  app = await startMailApp();
  const { id } = await atDesk(app, 'owner', 'Dee Example', { hasPasskey: true });
  dee = `${id}@desk.example`;
  await entered(app, EUR);
  await entered(app, USD);
  later(24);
  await entered(app, { ...OTHER_EUR, until: 'old' });
  later(24);
  await checkLedger(app);
};
const end = () => app.close();

function later(hours: number): void {
  app.clock.now = new Date(app.clock.now.getTime() + hours * 3_600_000);
}

/** Changes the database as somebody with every right might, triggers and all. */
const tamper = (sql: string) =>
  app.database!.asOwner(`SET session_replication_role = replica; ${sql}`);
const asApp = (sql: string) => app.ctx.db.execute(sql);
const shown = async (currency = 'EUR') => {
  const account = await shownAccount(app.ctx, currency);
  return account && (account.iban ?? account.account);
};
const alarms = async () => {
  await app.postman.deliver();
  return app.mailbox.received().filter(({ to, subject }) => to[0] === dee && /trust/.test(subject));
};

const OLD = 'DE89370400440532013000';
const NEW = 'NL91ABNA0417164300';
const NEWEST = `currency = 'EUR' AND revision = 2`;
const COLUMNS =
  'holder, iban, account, routing, bic, bank, note, made_at, shown_from, keeps_old, mac';

describe('a row that was changed', () => {
  beforeAll(async () => {
    await start();
    await tamper('CREATE TABLE kept AS TABLE recipient_account');
  });
  afterEach(async () => {
    await tamper(
      'DELETE FROM recipient_account; INSERT INTO recipient_account TABLE kept; DELETE FROM account_alarm',
    );
    app.ctx.accounts.seen.clear();
    await checkLedger(app);
  });
  afterAll(end);

  test.each<[what: string, sql: string]>([
    [
      'another IBAN',
      `UPDATE recipient_account SET iban = 'GB33BUKB20201555555555' WHERE ${NEWEST}`,
    ],
    ['another holder', `UPDATE recipient_account SET holder = 'Dee Example' WHERE ${NEWEST}`],
    ['a number beside it', `UPDATE recipient_account SET account = '12345678' WHERE ${NEWEST}`],
    ['a routing number', `UPDATE recipient_account SET routing = '021000021' WHERE ${NEWEST}`],
    ['another BIC', `UPDATE recipient_account SET bic = 'BUKBGB22' WHERE ${NEWEST}`],
    ['another bank', `UPDATE recipient_account SET bank = 'Bank of Dee' WHERE ${NEWEST}`],
    ['a note', `UPDATE recipient_account SET note = 'Or pay Dee' WHERE ${NEWEST}`],
    [
      'another day from which it is shown',
      `UPDATE recipient_account SET shown_from = shown_from - interval '1 day' WHERE ${NEWEST}`,
    ],
    ['no day at all', `UPDATE recipient_account SET shown_from = '-infinity' WHERE ${NEWEST}`],
    ['what was shown meanwhile', `UPDATE recipient_account SET keeps_old = false WHERE ${NEWEST}`],
    [
      'a MAC of another length',
      `ALTER TABLE recipient_account DROP CONSTRAINT recipient_account_mac_check;
     UPDATE recipient_account SET mac = '' WHERE ${NEWEST}`,
    ],
    [
      'the account of another currency',
      `DELETE FROM recipient_account WHERE ${NEWEST};
     INSERT INTO recipient_account (currency, revision, ${COLUMNS})
     SELECT 'EUR', 2, ${COLUMNS} FROM recipient_account WHERE currency = 'USD'`,
    ],
    [
      'an older account under a new number',
      `INSERT INTO recipient_account (currency, revision, ${COLUMNS})
     SELECT currency, 3, ${COLUMNS} FROM recipient_account WHERE currency = 'EUR' AND revision = 1`,
    ],
  ])(
    'with %s nobody sees an account, the owners are emailed once, and verify finds it',
    async (_, sql) => {
      const before = (await alarms()).length;
      expect(await shown()).toBe(NEW);
      await tamper(sql);
      for (let reads = 0; reads < 3; reads += 1) expect(await shown()).toBeNull();
      await readAccounts(app.ctx);
      const [mail, ...more] = (await alarms()).slice(before);
      expect(more).toEqual([]);
      expect(mail!.subject).toBe('Don’t trust the EUR account: Open Model Initiative');
      expect(mail!.link).toBe(`${app.ctx.config.baseUrl}${ACCOUNTS}`);
      expect(await shown('USD')).toBe('000123456789');
      const cy = await atDesk(app);
      expect((await cy.get(ACCOUNTS)).page).toContain(
        'Something other than Muster changed this account',
      );
      expect(await verifyAll(app.ctx, MACHINE, [])).toMatchObject({ holds: false });
    },
  );
});

describe('what else there is to try', () => {
  beforeEach(start);
  afterEach(end);

  test('what an owner entered fits, and the key is one of its own', async () => {
    expect(await shown()).toBe(NEW);
    expect(await alarms()).toEqual([]);
    const seed = keyOfSeed(Buffer.alloc(32, 7)).export({ format: 'der', type: 'pkcs8' });
    const key = Buffer.from(hkdfSync('sha256', seed, '', 'accounts', 32));
    expect(app.ctx.accounts.key).toEqual(key);
    expect(key).not.toEqual(app.ctx.networkSecret);
    for (const { mac, ...row } of await app.ctx.db.select().from(recipientAccount)) {
      expect(macOf(key, row)).toEqual(mac);
    }
  });

  test('each further change is a further email', async () => {
    await tamper(`UPDATE recipient_account SET note = 'Or pay Dee' WHERE ${NEWEST}`);
    await shown();
    await tamper(`UPDATE recipient_account SET note = 'Pay Dee' WHERE ${NEWEST}`);
    await shown();
    expect(await alarms()).toHaveLength(2);
  });

  describe('an older account', () => {
    test('does not come back when the newer one is deleted, on a server that has shown the newer one', async () => {
      expect(await shown()).toBe(NEW);
      await tamper(`DELETE FROM recipient_account WHERE ${NEWEST}`);
      expect(await shown()).toBeNull();
      await tamper('DELETE FROM recipient_account');
      expect(await shown()).toBeNull();
      expect(await alarms()).toHaveLength(1);
    });

    test('does not come back as the old one when the one between is deleted', async () => {
      await entered(app, { ...EUR, iban: 'GB33BUKB20201555555555', until: 'old' });
      expect(await shown()).toBe(NEW);
      await tamper(`DELETE FROM recipient_account WHERE ${NEWEST}`);
      expect(await shown()).toBeNull();
      expect(await alarms()).toHaveLength(1);
    });

    test('cannot be put back by the application’s own login', async () => {
      for (const sql of [
        `UPDATE recipient_account SET iban = '${OLD}'`,
        `DELETE FROM recipient_account WHERE ${NEWEST}`,
        'TRUNCATE recipient_account',
      ]) {
        await expect(asApp(sql)).rejects.toMatchObject({
          cause: expect.objectContaining({ message: expect.stringContaining('permission denied') }),
        });
      }
      expect(await shown()).toBe(NEW);
    });
  });

  test('whoever has the database cannot say that the owners were told', async () => {
    await asApp(`INSERT INTO account_alarm SELECT sha256(mac), now() FROM recipient_account`);
    await tamper(`UPDATE recipient_account SET iban = '${OLD}' WHERE ${NEWEST}`);
    expect(await shown()).toBeNull();
    expect(await alarms()).toHaveLength(1);
  });

  test('under another LEDGER_KEY nobody sees an account until an owner enters it again', async () => {
    const ledgerSeed = Buffer.alloc(32, 8);
    const key = derivedSecret({ ...app.ctx.config, ledgerSeed }, 'accounts');
    app.ctx.accounts = { key, seen: new Map() };
    expect([await shown(), await shown('USD')]).toEqual([null, null]);
    expect(await alarms()).toHaveLength(2);
    const cy = await atDesk(app);
    const form = await cy.get(`${ACCOUNTS}/change?currency=EUR`);
    expect(form.page).not.toContain(NEW);
    expect((await enter(cy, { ...OTHER_EUR, until: 'old' })).status).toBe(303);
    later(23);
    expect(await shown()).toBeNull();
    later(1);
    expect(await shown()).toBe(NEW);
    await checkLedger(app);
  });
});
