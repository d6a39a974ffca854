import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';

const POSTGRES = { DATABASE_URL: 'postgres://app@localhost/muster' };
const SECRET = { STRIPE_WEBHOOK_SECRET: 'whsec_secret' };
const TEST = { STRIPE_SECRET_KEY: 'sk_test_hidden', ...SECRET };
const LIVE = { STRIPE_SECRET_KEY: 'sk_live_hidden', ...SECRET, ...POSTGRES };
const PRODUCTION = { NODE_ENV: 'production' };

const HERE = { STRIPE_API_URL: 'http://localhost:12111' };

type Env = Record<string, string>;

describe('payments by Stripe', () => {
  test.each<[string, Env, object | null]>([
    ['are closed without a key', {}, null],
    ['are closed with an empty one', { STRIPE_SECRET_KEY: '', STRIPE_WEBHOOK_SECRET: '' }, null],
    ['are for trial with a test key, on any database', TEST, { livemode: false, apiUrl: null }],
    [
      'may go to a stand-in on this machine',
      { ...TEST, ...HERE },
      { livemode: false, apiUrl: 'http://localhost:12111' },
    ],
    [
      'may be by a key that is restricted',
      { ...TEST, STRIPE_SECRET_KEY: 'rk_test_hidden' },
      { livemode: false, secretKey: 'rk_test_hidden' },
    ],
    ['are real with a live key', LIVE, { livemode: true, secretKey: 'sk_live_hidden' }],
    ['are real in production', { ...LIVE, ...PRODUCTION }, { livemode: true }],
    [
      'are for trial in production only if that is said',
      { ...TEST, ...POSTGRES, ...PRODUCTION, STRIPE_LIVEMODE: 'off' },
      { livemode: false },
    ],
    ['may be said to be real', { ...LIVE, STRIPE_LIVEMODE: 'on' }, { livemode: true }],
  ])('%s', (_what, env, stripe) => {
    const { stripe: read } = readConfig(env);
    if (stripe === null) expect(read).toBeNull();
    else expect(read).toMatchObject({ webhookSecret: 'whsec_secret', ...stripe });
  });

  test.each<[string, Env, RegExp]>([
    [
      'without the webhook’s secret',
      { STRIPE_SECRET_KEY: 'sk_test_hidden' },
      /^STRIPE_WEBHOOK_SECRET: is missing/,
    ],
    [
      'with an empty one',
      { ...TEST, STRIPE_WEBHOOK_SECRET: '' },
      /^STRIPE_WEBHOOK_SECRET: is missing/,
    ],
    [
      'with nothing in it but its beginning',
      { ...TEST, STRIPE_WEBHOOK_SECRET: 'whsec_' },
      /^STRIPE_WEBHOOK_SECRET: must be/,
    ],
    ['with a secret alone', SECRET, /^STRIPE_WEBHOOK_SECRET: has no use/],
    ['with an address alone', HERE, /^STRIPE_API_URL: has no use/],
    ['with a mode alone', { STRIPE_LIVEMODE: 'on' }, /^STRIPE_LIVEMODE: has no use/],
    [
      'with a key that anybody may know',
      { ...TEST, STRIPE_SECRET_KEY: 'pk_test_hidden' },
      /^STRIPE_SECRET_KEY: must be a secret or restricted key/,
    ],
    [
      'for real on the trial database',
      { ...LIVE, DATABASE_URL: '' },
      /^STRIPE_SECRET_KEY: a live key needs Postgres/,
    ],
    [
      'for real by a restricted key on the trial database',
      { ...SECRET, STRIPE_SECRET_KEY: 'rk_live_hidden' },
      /^STRIPE_SECRET_KEY: a live key needs Postgres/,
    ],
    [
      'with a live key that would be told to a stand-in',
      { ...LIVE, ...HERE },
      /^STRIPE_API_URL: a live key is told to Stripe alone/,
    ],
    [
      'for trial in production',
      { ...TEST, ...POSTGRES, ...PRODUCTION },
      /^STRIPE_SECRET_KEY: is a test key; STRIPE_LIVEMODE=on and/,
    ],
    [
      'for trial where real ones are meant',
      { ...TEST, ...POSTGRES, STRIPE_LIVEMODE: 'on' },
      /^STRIPE_SECRET_KEY: is a test key/,
    ],
    [
      'for real where a trial is meant',
      { ...LIVE, STRIPE_LIVEMODE: 'off' },
      /^STRIPE_SECRET_KEY: is a live key, and STRIPE_LIVEMODE is off/,
    ],
    ['in no mode', { ...TEST, STRIPE_LIVEMODE: 'maybe' }, /^STRIPE_LIVEMODE: /],
    [
      'at an address elsewhere',
      { ...TEST, STRIPE_API_URL: 'http://stripe.example:12111' },
      /^STRIPE_API_URL: must be plain http on localhost/,
    ],
    [
      'at an address that looks like this machine',
      { ...TEST, STRIPE_API_URL: 'http://127.0.0.1.example:12111' },
      /^STRIPE_API_URL: must be plain http on localhost/,
    ],
    [
      'up to a limit that is no amount',
      { ...TEST, CHECKOUT_LIMIT: 'much' },
      /^CHECKOUT_LIMIT: must be an amount/,
    ],
  ])('%s stop the start with one line that tells no secret', (_what, env, message) => {
    expect(() => readConfig(env)).toThrow(message);
    expect(() => readConfig(env)).toThrow(/^[^\n]+$/);
    expect(() => readConfig(env)).not.toThrow(/hidden/);
  });

  test('may have their secrets in files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-config-'));
    const env = Object.fromEntries(
      Object.entries(TEST).map(([name, value]) => {
        writeFileSync(join(folder, name), `${value}\n`);
        return [`${name}_FILE`, join(folder, name)];
      }),
    );
    expect(readConfig(env).stripe).toEqual(readConfig(TEST).stripe);
  });
});
