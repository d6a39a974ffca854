/**
 * Logging a pledge (key, pledge, terms, movement: one POST that logs it and one that accepts it) at
 * 16 connections, against pgbench with the very statements that these two send, in turn on databases
 * that begin alike. Postgres has fsync on, and the server has all of its own work: checkpoints too.
 */
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
import { openClient, type PostClient } from './support/client.ts';
import { pgbenchPerSecond } from './support/pgbench.ts';
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
  const script = pgbenchScript(await run(1), await run(2), {
    variables: ['n :n + 1', 'id :client_id * 10000000 + :n', `giver random(1, ${GIVERS})`],
    numbered: { [giverId(0).slice(0, 24)]: 'giver' },
  });
  await close();
  return script;
}

const post = ({ post: send }: PostClient, path: string, body: object) =>
  send(
    path,
    [`Authorization: Bearer ${ADMIN_TOKEN}`, `Idempotency-Key: ${randomUUID()}`],
    JSON.stringify(body),
  );

async function pledgesPerSecond(clients: PostClient[]): Promise<number> {
  const start = performance.now();
  let logged = 0;
  const work = async (client: PostClient): Promise<void> => {
    while (performance.now() - start < ROUND_SECONDS * 1000) {
      const giver = 1 + Math.floor(Math.random() * GIVERS);
      const { ref } = await post(client, '/api/v1/pledges', bodyOf(giver));
      await post(client, `/api/v1/admin/pledges/${String(ref)}/accept`, {});
      logged++;
    }
  };
  await Promise.all(clients.map(work));
  return (logged / (performance.now() - start)) * 1000;
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
      const numbers = ['-D', `n=${round * APART}`, '-T', String(ROUND_SECONDS)];
      theirs.push(await pgbenchPerSecond(script, baseline, CONNECTIONS, numbers));
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
