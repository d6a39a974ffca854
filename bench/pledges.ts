/**
 * Logging a pledge (key, pledge, terms, movement: one POST that logs it and one that accepts it) at
 * 16 connections, against pgbench with the very statements that these two send, in turn on databases
 * that begin alike. Postgres has fsync on, and the server has all of its own work: checkpoints too.
 */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { MACHINE } from '../server/actor.ts';
import { startServer } from '../scripts/support/server.ts';
import { readConfig } from '../server/config.ts';
import type { Context } from '../server/context.ts';
import { requestKey } from '../server/db/write.ts';
import { importFile } from '../server/initiative/import.ts';
import { openContext } from '../server/open.ts';
import { acceptPledge } from '../server/pledges/decide.ts';
import { logPledge } from '../server/pledges/pledge.ts';
import { acceptInput, pledgeInput } from '../server/pledges/schemas.ts';
import { capture, giverId, pgbenchScript } from './support/capture.ts';
import { perSecond, ratioOf, type Row } from './support/table.ts';
import { ADMIN_TOKEN, asOwner, type Env, type World } from './support/world.ts';

const CONNECTIONS = 16;
const GIVERS = 1_000;
const ROUNDS = 6;
const ROUND_SECONDS = 5;
const GOAL = 0.5;
/** Transactions of a client in a round, at the very most: where the next round's numbers begin. */
const APART = 1_000_000;

const bodyOf = (giver: number) => ({
  signatory: giverId(giver),
  kind: 'funding',
  asset: 'USD',
  amount: '1000.00',
});

async function fill(ctx: Context): Promise<void> {
  const initiative = { name: 'Benchmark', call: 'Many pledges.', currency: 'USD', targets: {} };
  await importFile(ctx, MACHINE, { initiative });
  await asOwner(
    ctx.config.migrateDatabaseUrl!,
    `INSERT INTO signatory (id, code, kind, name, public, status, created_at, published_at)
     SELECT (left('${giverId(0)}', 24) || lpad(to_hex(nth), 12, '0'))::uuid, 'G' || nth,
            'organisation', 'Giver ' || nth, true, 'published', now(), now()
     FROM generate_series(1, ${GIVERS}) nth`,
  );
}

const newKey = () => requestKey('admin', randomUUID());

/** The unit of work twice, as the routes do it; what it sends becomes pgbench's script. */
async function scriptOf(env: Env): Promise<string> {
  const { ctx, close } = await openContext(readConfig(env));
  const actor = MACHINE;
  const run = (giver: number) =>
    capture(async () => {
      const { body } = await logPledge(ctx, actor, newKey(), pledgeInput.parse(bodyOf(giver)));
      await acceptPledge(ctx, actor, newKey(), String(body['ref']), acceptInput.parse({}));
    });
  const script = pgbenchScript(await run(1), await run(2), GIVERS);
  await close();
  return script;
}

/**
 * Posts one request after another on a connection of its own, and answers each one's body. By hand,
 * as pgbench is lean: node:http's client would take a good part of the machine from the server.
 */
async function openClient(url: string) {
  const { host, port } = new URL(url);
  const socket = connect({ port: Number(port), host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  let received = '';
  let answer = Promise.withResolvers<Record<string, unknown>>();
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    received += chunk;
    const [head, body] = received.split('\r\n\r\n', 2);
    const length = Number(/^content-length: (\d+)/im.exec(head!)?.[1]);
    if (body === undefined || body.length < length) return;
    received = '';
    if (head!.startsWith('HTTP/1.1 201')) answer.resolve(JSON.parse(body) as never);
    else answer.reject(new Error(body));
  });
  const post = (path: string, body: object): Promise<Record<string, unknown>> => {
    const text = JSON.stringify(body);
    const head = [
      `POST ${path} HTTP/1.1`,
      `Host: ${host}`,
      'Content-Type: application/json',
      `Content-Length: ${text.length}`,
      `Authorization: Bearer ${ADMIN_TOKEN}`,
      `Idempotency-Key: ${randomUUID()}`,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${text}`);
    answer = Promise.withResolvers();
    return answer.promise;
  };
  return { post, close: () => socket.destroy() };
}

type Client = Awaited<ReturnType<typeof openClient>>;

async function pledgesPerSecond(clients: Client[]): Promise<number> {
  const start = performance.now();
  let logged = 0;
  const work = async ({ post }: Client): Promise<void> => {
    while (performance.now() - start < ROUND_SECONDS * 1000) {
      const giver = 1 + Math.floor(Math.random() * GIVERS);
      const { ref } = await post('/api/v1/pledges', bodyOf(giver));
      await post(`/api/v1/admin/pledges/${String(ref)}/accept`, {});
      logged++;
    }
  };
  await Promise.all(clients.map(work));
  return (logged / (performance.now() - start)) * 1000;
}

async function pgbenchPerSecond(script: string, url: string, round: number): Promise<number> {
  const clients = ['-c', String(CONNECTIONS), '-j', '2', '-M', 'prepared', '-n'];
  const from = ['-D', `n=${round * APART}`, '-T', String(ROUND_SECONDS), '-f', script];
  const { stdout } = await promisify(execFile)('pgbench', [...clients, ...from, url], {
    env: { ...process.env, PGOPTIONS: '-c role=muster_app -c search_path=public,pg_temp' },
  });
  return Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
}

export async function measurePledges(world: World): Promise<Row[]> {
  const env = await world.database('pledges', fill);
  const script = join(world.folder, 'pledge.sql');
  await writeFile(script, await scriptOf(env));
  const baseline = await world.copyOf(env);
  const server = await startServer(env);
  try {
    await server.ready;
    const clients = await Promise.all(
      Array.from({ length: CONNECTIONS }, () => openClient(server.url)),
    );
    const ours: number[] = [];
    const theirs: number[] = [];
    // The first round of each warms up.
    for (let round = 0; round <= ROUNDS; round++) {
      ours.push(await pledgesPerSecond(clients));
      theirs.push(await pgbenchPerSecond(script, baseline['DATABASE_URL']!, round));
    }
    for (const { close } of clients) close();
    const [rates, base] = [ours.slice(1), theirs.slice(1)];
    const ratio = ratioOf(rates, base);
    return [
      {
        what: `log a pledge and accept it, ${CONNECTIONS} connections`,
        ours: perSecond(rates),
        baseline: `pgbench ${perSecond(base)}`,
        ratio: ratio.toFixed(2),
        goal: `≥ ${GOAL}`,
        isMet: ratio >= GOAL,
      },
    ];
  } finally {
    await server.stop();
  }
}
