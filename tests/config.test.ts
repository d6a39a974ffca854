import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../server/config.ts';
import { ownerUrlOf } from '../server/db/client.ts';

const POSTGRES = 'postgres://app@localhost/muster';
const KEY = Buffer.alloc(32, 1).toString('base64');

describe('the environment', () => {
  test('may be empty: a trial on localhost:8080, in ./data', () => {
    expect(readConfig({}, '/srv')).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      baseUrl: 'http://localhost:8080',
      dataDir: '/srv/data',
      databaseUrl: null,
      initiativeFile: null,
      ratesUrl: null,
    });
  });

  test('takes an empty file of a password for none, and an empty file of the database for a mistake', () => {
    const empty = join(mkdtempSync(join(tmpdir(), 'muster-config-')), 'empty');
    writeFileSync(empty, '\n');
    expect(readConfig({ SMTP_URL_FILE: empty, STRIPE_SECRET_KEY_FILE: empty })).toMatchObject({
      smtpUrl: null,
      stripe: null,
    });
    const smtp = 'smtp://mail:1025';
    expect(readConfig({ SMTP_URL_FILE: empty, SMTP_URL: smtp }).smtpUrl).toBe(smtp);
    expect(() => readConfig({ DATABASE_URL_FILE: empty })).toThrow(/^DATABASE_URL: must begin/);
  });

  test('behind a pooler takes no URL of its for the owner’s', () => {
    const pooled = { DATABASE_URL: POSTGRES, DATABASE_POOLER: 'transaction' };
    expect(() => ownerUrlOf(readConfig(pooled))).toThrow(/^MIGRATE_DATABASE_URL: is needed/);
    const owner = 'postgres://owner@elsewhere/muster';
    expect(ownerUrlOf(readConfig({ ...pooled, MIGRATE_DATABASE_URL: owner }))).toBe(owner);
    expect(ownerUrlOf(readConfig({ DATABASE_URL: POSTGRES }))).toBe(POSTGRES);
  });

  test('with an empty variable is as without it', () => {
    expect(readConfig({ DATABASE_URL: '', BASE_URL: '' }).databaseUrl).toBeNull();
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a port that is none', { PORT: 'http' }, /^PORT: must be a port number/],
    [
      'plain http under a public name',
      { BASE_URL: 'http://pledges.example.org' },
      /^BASE_URL: must be https/,
    ],
    [
      'a database that is not Postgres',
      { DATABASE_URL: 'mysql://x' },
      /^DATABASE_URL: must begin with/,
    ],
    ['a base with a plus', { BASE_URL: 'https://example.org/a+b' }, /^BASE_URL: must be a name/],
    ['a base with a query', { BASE_URL: 'https://example.org/?a' }, /^BASE_URL: must be a name/],
    ['a key of another length', { LEDGER_KEY: 'c2hvcnQ=' }, /^LEDGER_KEY: must be 32 random bytes/],
    ['a short token', { ADMIN_TOKEN: 'short' }, /^ADMIN_TOKEN: must have at least 16/],
    [
      'an owner without an application',
      { MIGRATE_DATABASE_URL: POSTGRES },
      /^MIGRATE_DATABASE_URL:/,
    ],
    ['a pooler without a database', { DATABASE_POOLER: 'transaction' }, /^DATABASE_POOLER: has no/],
    [
      'a pooler of another kind',
      { DATABASE_URL: POSTGRES, DATABASE_POOLER: 'session' },
      /^DATABASE_POOLER: must be transaction/,
    ],
    [
      'options that a pooler would not pass on',
      { DATABASE_URL: `${POSTGRES}?options=-cjit%3Doff`, DATABASE_POOLER: 'transaction' },
      /^DATABASE_URL: a pooler passes no options on/,
    ],
    [
      'an owner by way of the pooler',
      {
        DATABASE_URL: 'postgres://app:secret@pooler:6432/muster',
        MIGRATE_DATABASE_URL: 'postgres://owner@pooler:6432/muster',
        DATABASE_POOLER: 'transaction',
      },
      /^MIGRATE_DATABASE_URL: names the pooler/,
    ],
    [
      'a file that cannot be read',
      { ADMIN_TOKEN_FILE: '/nowhere' },
      /^ADMIN_TOKEN_FILE: cannot read/,
    ],
    [
      'rates over plain http',
      { RATES_URL: 'http://example.org/x.xml' },
      /^RATES_URL: must be https/,
    ],
    ['rates with a user', { RATES_URL: 'https://a:b@example.org/' }, /^RATES_URL: must be https/],
    ['rates that are on', { RATES_URL: 'on' }, /^RATES_URL: must be https/],
    ['rates of a file', { RATES_URL: 'file:///etc/passwd' }, /^RATES_URL: must be https/],
    [
      'a value in both places',
      { ADMIN_TOKEN: 'x'.repeat(16), ADMIN_TOKEN_FILE: '/x' },
      /^ADMIN_TOKEN: both/,
    ],
  ])('with %s stops the start with one line', (_what, env, message) => {
    expect(() => readConfig(env)).toThrow(message);
    expect(() => readConfig(env)).toThrow(/^[^\n]+$/);
  });

  test('may name a file for each value', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'muster-config-')), 'key');
    writeFileSync(file, `${KEY}\n`);
    const { ledgerSeed } = readConfig({ DATABASE_URL: POSTGRES, LEDGER_KEY_FILE: file });
    expect(ledgerSeed?.toString('base64')).toBe(KEY);
  });
});
