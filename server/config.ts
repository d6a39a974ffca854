import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

/** One line says which setting and why. Nothing was started. */
export class ConfigError extends Error {}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

const publicUrl = z
  .url('must be a URL such as https://pledges.example.org')
  .refine(
    (text) => {
      const { protocol, hostname } = new URL(text);
      return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
    },
    { error: 'must be https, or plain http on localhost' },
  )
  .refine(
    (text) => /^https?:\/\/[^/?#@+\s]+(\/[\w.~/-]*)?$/.test(text),
    // The log's origin, and so a key's name, which has no + and no space.
    { error: 'must be a name and at most a plain path' },
  );

const ratesUrl = z.string().refine(
  (text) => {
    if (text === 'off') return true;
    if (!URL.canParse(text) || text.includes('#')) return false;
    const { protocol, hostname, username, password } = new URL(text);
    const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
    return isSafe && username === '' && password === '';
  },
  { error: 'must be https without a user, plain http on localhost, or off' },
);

/** A stand-in for Stripe gets the key, so it must be on this machine. */
const loopbackUrl = z.url('must be a URL').refine(
  (text) => {
    const { protocol, hostname, pathname } = new URL(text);
    return protocol === 'http:' && isLoopback(hostname) && pathname === '/';
  },
  { error: 'must be plain http on localhost' },
);

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://');

const smtpUrl = z
  .string()
  .regex(/^smtps?:\/\/[^\s/]+\/?(\?\S*)?$/, 'must be smtp://… or smtps://…');

/** Perhaps after a name: "Muster <muster@example.org>". */
const mailbox = z
  .string()
  .regex(/^([^<>\r\n]{1,100} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'must be a mail address')
  .max(320);

const addresses = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine((list) => list.every((address) => isIP(address) !== 0), {
    error: 'must be exact addresses of proxies, such as 10.0.0.2',
  });

const decimalOf = (what: string) =>
  z.string().regex(/^\d{1,13}(\.\d{1,3})?$/, `must be an amount in ${what}, such as 1000`);

const ledgerKey = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length === 32, {
    error: 'must be 32 random bytes in base64: openssl rand -base64 32',
  })
  .transform((text) => Buffer.from(text, 'base64'));

const environment = z.object({
  PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  BASE_URL: publicUrl.optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: postgresUrl.optional(),
  MIGRATE_DATABASE_URL: postgresUrl.optional(),
  DATABASE_POOLER: z.literal('transaction', 'must be transaction, or unset').optional(),
  INITIATIVE: z.string().min(1).optional(),
  LEDGER_KEY: ledgerKey.optional(),
  RATES_URL: ratesUrl.optional(),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailbox.optional(),
  ADMIN_EMAIL: mailbox.optional(),
  AUTO_ACCEPT_FUNDING: decimalOf('the initiative’s currency').default('1000'),
  AUTO_PUBLISH: z.enum(['on', 'off']).default('on'),
  TRUSTED_PROXIES: addresses.optional(),
  ADMIN_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^[rs]k_(test|live)_\w+$/, 'must be a secret or restricted key: sk_test_…, sk_live_…')
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\S+$/, 'must be the endpoint’s signing secret: whsec_…')
    .optional(),
  STRIPE_API_URL: loopbackUrl.optional(),
  STRIPE_LIVEMODE: z.enum(['on', 'off']).optional(),
  CHECKOUT_LIMIT: decimalOf('the initiative’s currency').default('10000'),
  NODE_ENV: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

/** Each may also be given as NAME_FILE. */
export const SETTINGS: readonly string[] = Object.keys(environment.shape);

/** For a program that we start: none of our secrets. */
export const programEnv = (given: Record<string, string>): Record<string, string | undefined> => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => /^(PATH|HOME|PGSSL\w+)$/.test(name)),
  ),
  ...given,
});

/** Without its secret a webhook would believe anybody; real money needs Postgres, and must not be mistaken for play. */
function stripeOf(set: z.infer<typeof environment>) {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = set;
  const { STRIPE_API_URL: apiUrl = null } = set;
  if (secretKey === undefined) {
    const useless = ['STRIPE_WEBHOOK_SECRET', 'STRIPE_API_URL', 'STRIPE_LIVEMODE'] as const;
    const name = useless.find((each) => set[each] !== undefined);
    if (name) throw new ConfigError(`${name}: has no use without STRIPE_SECRET_KEY`);
    return null;
  }
  if (webhookSecret === undefined) {
    throw new ConfigError(
      'STRIPE_WEBHOOK_SECRET: is missing; without it anybody could send events',
    );
  }
  const livemode = /^[rs]k_live_/.test(secretKey);
  if (livemode && set.DATABASE_URL === undefined) {
    throw new ConfigError('STRIPE_SECRET_KEY: a live key needs Postgres; set DATABASE_URL');
  }
  if (livemode && apiUrl !== null) {
    throw new ConfigError('STRIPE_API_URL: a live key is told to Stripe alone');
  }
  const meansLive = set.STRIPE_LIVEMODE ?? (set.NODE_ENV === 'production' ? 'on' : undefined);
  if (meansLive !== undefined && (meansLive === 'on') !== livemode) {
    throw new ConfigError(
      livemode
        ? 'STRIPE_SECRET_KEY: is a live key, and STRIPE_LIVEMODE is off'
        : 'STRIPE_SECRET_KEY: is a test key; STRIPE_LIVEMODE=on and, unless it is off, production need a live one',
    );
  }
  return { secretKey, webhookSecret, livemode, apiUrl };
}

/** Compose always has these files. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set([
  'SMTP_URL',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
]);

const addressOf = (url: string): string | undefined =>
  /^\w+:\/\/(?:[^/?@]*@)?([^/?]*)/.exec(url)?.[1];

/** A pooler passes no options on, and loses what an owner's session locks. */
function poolerMistake(set: z.infer<typeof environment>): string | null {
  const { DATABASE_POOLER: pooler, DATABASE_URL: url, MIGRATE_DATABASE_URL: ownerUrl } = set;
  if (pooler === undefined) return null;
  if (url === undefined) return 'DATABASE_POOLER: has no use without DATABASE_URL';
  if (/[?&]options=/.test(url)) {
    return 'DATABASE_URL: a pooler passes no options on; set them for the login with ALTER ROLE';
  }
  if (ownerUrl !== undefined && addressOf(ownerUrl) === addressOf(url)) {
    return 'MIGRATE_DATABASE_URL: names the pooler of DATABASE_URL; name Postgres itself';
  }
  return null;
}

function readSetting(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new ConfigError(`${name}_FILE: cannot read ${file}`);
  }
}

/** NAME_FILE names a file with the setting, as container secrets do. */
function withFiles(env: Record<string, string | undefined>): Record<string, string | undefined> {
  const entries = SETTINGS.map((name) => {
    const file = env[`${name}_FILE`];
    // Compose passes on unset variables as empty ones.
    const value = env[name] === '' ? undefined : env[name];
    if (file === undefined || file === '') return [name, value];
    const mayBeEmpty = MAY_BE_EMPTY.has(name);
    const both = new ConfigError(`${name}: both it and ${name}_FILE are set`);
    if (value !== undefined && !mayBeEmpty) throw both;
    const content = readSetting(name, file);
    if (content === '' && mayBeEmpty) return [name, value];
    if (value !== undefined) throw both;
    return [name, content];
  });
  return Object.fromEntries(entries);
}

export type Config = ReturnType<typeof readConfig>;
export type StripeConfig = NonNullable<Config['stripe']>;

/** Throws `ConfigError` for the first wrong variable. */
export function readConfig(
  env: Record<string, string | undefined> = process.env,
  cwd = process.cwd(),
) {
  const parsed = environment.safeParse(withFiles(env));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(`${issue!.path.join('.')}: ${issue!.message}`);
  }
  const set = parsed.data;
  if (set.DATABASE_URL === undefined && set.MIGRATE_DATABASE_URL !== undefined) {
    throw new ConfigError('MIGRATE_DATABASE_URL: has no use without DATABASE_URL');
  }
  const mistake = poolerMistake(set);
  if (mistake !== null) throw new ConfigError(mistake);
  const baseUrl = (set.BASE_URL ?? `http://localhost:${set.PORT}`).replace(/\/+$/, '');
  return {
    port: set.PORT,
    host: set.HOST,
    // Without a trailing slash. Links begin with it, never with a Host header.
    baseUrl,
    dataDir: resolve(cwd, set.DATA_DIR),
    // Null for the trial database in `dataDir`.
    databaseUrl: set.DATABASE_URL ?? null,
    // A pooler may give every transaction another session.
    isPooled: set.DATABASE_POOLER !== undefined,
    // The owner's; by default the application's own, unless that is a pooler's.
    migrateDatabaseUrl:
      set.MIGRATE_DATABASE_URL ?? (set.DATABASE_POOLER ? null : (set.DATABASE_URL ?? null)),
    // For an empty database.
    initiativeFile: set.INITIATIVE === undefined ? null : resolve(cwd, set.INITIATIVE),
    // The log's Ed25519 seed; null for the trial's own in `dataDir`.
    ledgerSeed: set.LEDGER_KEY ?? null,
    adminToken: set.ADMIN_TOKEN ?? null,
    // Where the ECB's rates are fetched daily, or `off`; null: as the initiative says.
    ratesUrl: set.RATES_URL ?? null,
    // Null: emails are written to DATA_DIR/outbox.
    smtpUrl: set.SMTP_URL ?? null,
    mailFrom: set.MAIL_FROM ?? `muster@${new URL(baseUrl).hostname}`,
    // Who is told what needs an admin.
    adminEmail: set.ADMIN_EMAIL ?? null,
    // Pledges up to so much, in major units of the initiative's currency, are accepted at once.
    autoAcceptFunding: set.AUTO_ACCEPT_FUNDING,
    // Publishes a confirmed signature at once unless there is a reason to review it.
    autoPublish: set.AUTO_PUBLISH === 'on',
    trustedProxies: set.TRUSTED_PROXIES ?? [],
    // Null: admins record all payments.
    stripe: stripeOf(set),
    // Larger payments, in major units of the initiative's currency, are invoices by bank transfer.
    checkoutLimit: set.CHECKOUT_LIMIT,
    logLevel: set.LOG_LEVEL,
  };
}

/** Where emails are that no mail server takes: a trial's log shows their links too. Null with a mail server. */
export function unsentIn(config: Config): 'log' | 'outbox' | null {
  if (config.smtpUrl !== null) return null;
  return config.databaseUrl === null ? 'log' : 'outbox';
}
