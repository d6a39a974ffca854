import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import type { ApiDocument } from '../../web/data/api-document.ts';
import { buildApp, type App } from '../../server/app.ts';
import { readConfig, type Config } from '../../server/config.ts';
import type { Context } from '../../server/context.ts';
import { importFile } from '../../server/import/import.ts';
import { openContext } from '../../server/open-context.ts';
import { beginsAsCopy, checkWatched } from './check-ledger.ts';
import type { TestDatabase } from './database.ts';
import { documentChecks, type DocumentChecks } from './document.ts';
import { throughPooler } from './pgbouncer.ts';
import { databaseFor, findableOf, type Kept } from './templates.ts';

export const ADMIN_TOKEN = 'the-admin-token-of-the-tests';

/** The day on which the tests take place, unless they move the clock. */
export const NOW = new Date('2026-03-10T12:00:00Z');

/** An initiative with targets and nothing else. */
export const INITIATIVE = {
  initiative: {
    name: 'Open Model Initiative',
    call: 'One lab, in the open.',
    currency: 'USD',
    targets: { funding: '100000000.00', gpus: 10_000, gpuHours: '87600000.00' },
    startsOn: '2026-01-01',
    endsOn: '2027-01-01',
  },
};

export interface Reply {
  status: number;
  // The tests read what they expect; a wrong shape fails there.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
  headers: Headers;
}

export interface Request {
  method?: string;
  body?: unknown;
  /** False: as the public. */
  token?: string | false;
  key?: string | null;
  headers?: Record<string, string>;
}

export interface TestApp extends App {
  ctx: Context;
  url: string;
  /** Null on the embedded database. */
  database: TestDatabase | null;
  clock: { now: Date };
  /**
   * One real request; with a body it is a POST, as Cy the admin unless a token is given. Fails when
   * its answer is not as /openapi.json says.
   */
  request: (path: string, options?: Request) => Promise<Reply>;
  close: () => Promise<void>;
  /** Ends it, and leaves what it had. */
  end: () => Promise<void>;
}

interface StartOptions {
  engine?: 'postgres' | 'embedded';
  initiative?: unknown;
  /** The initiative's pledges may take rates older than 30 days. */
  useOldRates?: boolean;
  now?: Date;
  /** One that somebody else goes by as well. */
  clock?: { now: Date };
  /** Another replica of this one, on the same database; it is closed before it. */
  besides?: TestApp;
  /** What it finds when it starts; its initiative is there already. */
  copyOf?: Kept;
  /** Further settings, by their variables. */
  env?: Record<string, string>;
  /** BASE_URL is where it is served, so that links in mail lead there. */
  servedAsNamed?: boolean;
  /** Makes what the server finds when it starts; its database is empty before. */
  found?: (dataDir: string, database: TestDatabase | null) => Promise<void>;
  /** The port of a PgBouncer between it and its database. */
  poolerPort?: number | null;
  /** Of the embedded database: the key that is made in its folder, in place of LEDGER_KEY. */
  ownKey?: boolean;
}

/** A server on real sockets, over a database of its own on either engine. */
export async function startApp({
  engine = 'postgres',
  initiative = INITIATIVE,
  now = NOW,
  clock = { now },
  besides,
  copyOf,
  env = {},
  ownKey = false,
  servedAsNamed = false,
  found,
  useOldRates = false,
  poolerPort = inject('poolerPort'),
}: StartOptions = {}): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'muster-test-'));
  // The log has a key and a name.
  const isUsual =
    !besides && !found && !servedAsNamed && !ownKey && !('BASE_URL' in env || 'LEDGER_KEY' in env);
  const imported = isUsual && !copyOf && findableOf({ initiative, now: clock.now, useOldRates });
  const database =
    besides?.database ??
    (await databaseFor(configOf, dataDir, { engine, imported, copyOf, empty: !!found }));
  await found?.(dataDir, database);
  const port = servedAsNamed ? await freePort() : 0;
  const own = { ...(ownKey && { LEDGER_KEY: '' }), ...env };
  const config = configOf(dataDir, database, { port, env: own, poolerPort });
  const { ctx, close } = await openContext(config, () => clock.now);
  if (imported || copyOf) beginsAsCopy(ctx);
  const app = await buildApp(ctx);
  const isThere = besides ?? copyOf ?? (imported && imported.initiative !== null);
  if (initiative !== null && !isThere) {
    await importFile(ctx, MACHINE, structuredClone(initiative), { useOldRates });
  }
  await app.publicCache.refresh();
  await app.http.listen({ port, host: '127.0.0.1' });
  const url = `http://localhost:${(app.http.server.address() as AddressInfo).port}`;
  const checks = await checksOf(url, ctx.engine);
  const end = async (): Promise<void> => {
    await app.http.close();
    await close();
  };
  return {
    ...app,
    ctx,
    url,
    database,
    clock,
    request: async (path, options) => {
      // What these show ends at the checkpoint, which else follows within a second.
      if (
        /^\/api\/v1\/(pledges|movements|entries|signatories)\b/.test(path) &&
        options?.body === undefined
      ) {
        await app.publicCache.refresh().catch(() => {});
      }
      return send(`${url}${path}`, checks, options);
    },
    end,
    close: async () => {
      await checkWatched({ ctx, publicCache: app.publicCache }).finally(async () => {
        await end();
        if (!besides) await database?.drop();
        await rm(dataDir, { recursive: true });
      });
    },
  };
}

/** Ends an app on Postgres, and keeps what it has for others to begin with. */
export async function keep({ ctx, database, end }: TestApp): Promise<Kept> {
  const dataDir = await mkdtemp(join(inject('templates'), 'kept-'));
  await end();
  await database!.leave();
  await cp(ctx.config.dataDir, dataDir, { recursive: true });
  await rm(ctx.config.dataDir, { recursive: true });
  return { database: database!.name, dataDir };
}

interface Settings {
  port?: number;
  env?: Record<string, string>;
  poolerPort?: number | null;
}

const configOf = (
  dataDir: string,
  database: TestDatabase | null,
  { port, env, poolerPort = null }: Settings = {},
): Config =>
  readConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    ADMIN_TOKEN,
    LOG_LEVEL: 'silent',
    LEDGER_KEY: Buffer.alloc(32, 7).toString('base64'),
    BASE_URL: `http://localhost:${port || 8080}`,
    ...env,
    ...(database && { DATABASE_URL: database.appUrl, MIGRATE_DATABASE_URL: database.ownerUrl }),
    ...(database &&
      poolerPort !== null && {
        DATABASE_URL: throughPooler(database.appUrl, poolerPort),
        DATABASE_POOLER: 'transaction',
      }),
  });

const documents = new Map<string, DocumentChecks>();

/** Made once in a worker: but for its address the document is the same of all apps of an engine. */
async function checksOf(url: string, engine: string): Promise<DocumentChecks> {
  const known = documents.get(engine);
  if (known) return known;
  const document = await (await fetch(`${url}/openapi.json`)).json();
  const checks = documentChecks(document as ApiDocument);
  documents.set(engine, checks);
  return checks;
}

/** A port that nobody has at this moment. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function send(url: string, checks: DocumentChecks, options: Request = {}): Promise<Reply> {
  const { body, token = ADMIN_TOKEN, key = randomUUID(), headers = {} } = options;
  const method = options.method ?? (body === undefined ? 'GET' : 'POST');
  const response = await fetch(url, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== false && { authorization: `Bearer ${token}` }),
      ...(key !== null && method === 'POST' && { 'idempotency-key': key }),
      ...headers,
    },
    ...(body !== undefined && {
      body:
        typeof body === 'string' || body instanceof Uint8Array
          ? (body as BodyInit)
          : JSON.stringify(body),
    }),
    redirect: 'manual',
  });
  const text = await response.text();
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  const reply = {
    status: response.status,
    body: type.endsWith('json') ? JSON.parse(text) : text,
    headers: response.headers,
  };
  checks.check({ method, path: new URL(url).pathname, sent: body, type, ...reply });
  return reply;
}

/** What the newest checkpoint says, made first if it is due. */
export async function progressOf(app: TestApp) {
  await app.publicCache.refresh();
  return (await app.request('/api/v1/progress')).body;
}
