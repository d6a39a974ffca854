import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownEnv, startServer, type Env } from '../../scripts/support/server.ts';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { freePort, makeCluster, startCluster, type Cluster } from '../support/postgres.ts';

/** A primary, and an asynchronous standby that is behind when it takes the primary's place. */
let folder: string;
let env: Env;
const place = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-standby-'));
  await promisify(execFile)('chmod', ['755', folder]);
});
afterAll(() => rm(folder, { recursive: true }));

async function run(command: string, ...args: string[]): Promise<string> {
  const file = join(PROJECT_ROOT, 'dist/commands', command);
  const done = await promisify(execFile)(process.execPath, [file, ...args], {
    env: ownEnv(env),
  }).catch((error: { stdout: string; stderr: string }) => error);
  return done.stdout + done.stderr;
}

const headers = (key: string) => ({
  authorization: 'Bearer the-admin-token-of-the-tests',
  'content-type': 'application/json',
  'idempotency-key': key,
});

interface Sent {
  key: string;
  status: number;
  body: { ref?: string; type?: string };
}

/** Pledges one after another, each kept with what was answered; a cut connection answers 0. */
async function pledgeFor(url: string, signatory: string, ms: number): Promise<Sent[]> {
  const sent: Sent[] = [];
  const body = JSON.stringify({ signatory, kind: 'funding', asset: 'USD', amount: '1.00' });
  for (const end = Date.now() + ms; Date.now() < end;) {
    const key = randomUUID();
    const answer = await fetch(`${url}/api/v1/pledges`, {
      method: 'POST',
      headers: headers(key),
      body,
    }).catch(() => null);
    const json = (await answer?.json().catch(() => ({}))) as Sent['body'] | undefined;
    sent.push({ key, status: answer?.status ?? 0, body: json ?? {} });
    if (answer?.status === 201) await accept(url, json!.ref!);
  }
  return sent;
}

const accept = (url: string, ref: string) =>
  fetch(`${url}/api/v1/admin/pledges/${ref}/accept`, {
    method: 'POST',
    headers: headers(randomUUID()),
    body: '{}',
  }).catch(() => null);

async function promote(cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  await client.query('SELECT pg_promote()');
  await client.end();
}

async function post(url: string, path: string, body: object): Promise<Record<string, unknown>> {
  const sent = { method: 'POST', headers: headers(randomUUID()), body: JSON.stringify(body) };
  return (await (await fetch(url + path, sent)).json()) as Record<string, unknown>;
}

const acksOf = (sent: Sent[]): Sent[] => sent.filter(({ status }) => status === 201);

test(
  'a standby that was behind takes over: writes stop, and a new log goes on',
  { timeout: 180_000 },
  async () => {
    const port = await freePort();
    for (const name of ['primary', 'standby'])
      await promisify(execFile)('mkdir', ['-m', '700', place(name)]);
    await makeCluster(place('primary'));
    const primary = await startCluster(place('primary'), port);
    await writeFile(
      place('initiative.json'),
      JSON.stringify({
        initiative: { name: 'Standby', call: 'Nothing is lost.', currency: 'USD', targets: {} },
      }),
    );
    env = {
      DATA_DIR: place('data'),
      DATABASE_URL: primary.url,
      LEDGER_KEY: Buffer.alloc(32, 7).toString('base64'),
      ADMIN_TOKEN: 'the-admin-token-of-the-tests',
      INITIATIVE: place('initiative.json'),
      LOG_LEVEL: 'error',
    };
    const server = await startServer(env);
    await server.ready;
    const signed = await post(server.url, '/api/v1/signatories', {
      kind: 'organisation',
      name: 'Example Foundation',
      email: 'ada@example.org',
      public: true,
    });
    const id = String(signed['id']);
    await post(server.url, `/api/v1/admin/signatories/${id}/publish`, {});
    const before = await pledgeFor(server.url, id, 1_000);
    await makeCluster(place('standby'), primary.url);
    const stranded = await pledgeFor(server.url, id, 1_500);
    await sleep(1_200);
    await cp(place('data'), place('data-of-primary'), { recursive: true });
    await primary.kill();
    const standby = await startCluster(place('standby'), port);
    await promote(standby);
    const after = await pledgeFor(server.url, id, 4_000);

    // Before it notices, what is not appended yet may be acknowledged; nothing is after that.
    const refusedFrom = after.findIndex(({ body }) => body.type?.endsWith(':log-rolled-back'));
    expect(refusedFrom).toBeGreaterThanOrEqual(0);
    expect(acksOf(after.slice(refusedFrom))).toEqual([]);
    expect((await fetch(`${server.url}/readyz/writes`)).status).toBe(503);
    expect((await fetch(server.url)).status).toBe(200);
    await server.stop();

    const lines = [...acksOf(before), ...acksOf(stranded)].map((sent) => JSON.stringify(sent));
    await writeFile(place('acks'), lines.join('\n'));
    expect(await run('verify.js')).toMatch(
      /BREACH: .*last-checkpoint: a checkpoint of \d+ entries/,
    );
    expect(await run('../main.js')).toMatch(/npm run new-log/);
    const told = await run(
      'new-log.js',
      '--reason',
      'The standby was behind.',
      '--acks',
      place('acks'),
    );
    expect(told).toContain(
      `${acksOf(stranded).length} of ${lines.length} acknowledgements are lost`,
    );
    expect(await run('verify.js')).toContain('The ledger holds.');
    const restarted = await startServer(env);
    await restarted.ready;
    expect(acksOf(await pledgeFor(restarted.url, id, 500)).length).toBeGreaterThan(0);
    await sleep(1_500);
    await restarted.stop();
    expect(await run('verify.js')).toContain('The ledger holds.');
    await standby.kill();

    // The other side of the break, by what was kept beside it.
    env = { ...env, DATA_DIR: place('data-of-primary') };
    const old = await startCluster(place('primary'), port);
    expect(await run('verify.js', '--acks', place('acks'))).toContain('The ledger holds.');
    await old.kill();
  },
);
