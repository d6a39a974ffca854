/**
 * Logging a pledge (token, key, pledge, terms, movement: one POST that logs it and one that accepts it) at
 * 16 connections, against pgbench, in turn on databases that begin alike. Postgres has fsync on, and the
 * server has all of its own work: checkpoints too.
 */
import { randomUUID } from 'node:crypto';
import { MACHINE } from '../server/actor.ts';
import { findToken, TOKEN_PREFIX } from '../server/admins/token.ts';
import { startServer } from '../scripts/support/server.ts';
import { readConfig } from '../server/config.ts';
import type { Context } from '../server/context.ts';
import * as desk from '../server/db/desk.ts';
import { requestKey } from '../server/db/write.ts';
import { importFile } from '../server/import/import.ts';
import { openContext } from '../server/open-context.ts';
import { acceptInput, acceptPledge } from '../server/pledges/decide.ts';
import { logPledge } from '../server/pledges/pledge.ts';
import { pledgeInput } from '../server/pledges/schemas.ts';
import { hashOf } from '../server/sessions/token.ts';
import { capture, giverId, pgbenchScript } from './support/capture.ts';
import { openClient, type PostClient } from './support/client.ts';
import { againstPgbench, ROUNDS } from './support/pgbench.ts';
import type { Row } from './support/table.ts';
import { asOwner, type Env, type World } from './support/world.ts';

const CONNECTIONS = 16;
const GIVERS = 1_000;
const ROUND_SECONDS = 5;
const GOAL = 0.42;
const TOKEN = `${TOKEN_PREFIX}of-the-bench`;
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
  await makeToken(ctx);
}

/** The programs of an initiative hold a token, which is looked up for each request. */
async function makeToken({ db, now }: Context): Promise<void> {
  const [id, createdAt] = [giverId(0), now()];
  const [name, email] = ['Cy', 'cy@example.org'];
  await db
    .insert(desk.admin)
    .values({ id, name, email, emailKey: email, role: 'owner', createdAt });
  await db.insert(desk.apiToken).values({
    id,
    name: 'Bench',
    tokenHash: hashOf(TOKEN),
    rights: ['decide'],
    madeBy: id,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + 24 * 3_600_000),
    // Its last use is written down once a minute, which is no part of the unit.
    usedAt: createdAt,
  });
}

const newKey = () => requestKey('admin', randomUUID());

/** The unit of work twice, as the routes do it; what it sends becomes pgbench's script. */
async function scriptOf(env: Env): Promise<string> {
  const { ctx, close } = await openContext(readConfig(env));
  const holder = async () => (await findToken(ctx, { ip: '127.0.0.1' }, TOKEN))!;
  const run = (giver: number) =>
    capture(async () => {
      const pledge = pledgeInput.parse(bodyOf(giver));
      const { body } = await logPledge(ctx, await holder(), newKey(), pledge);
      const ref = String(body['ref']);
      await acceptPledge(ctx, await holder(), newKey(), ref, acceptInput.parse({}));
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
    [`Authorization: Bearer ${TOKEN}`, `Idempotency-Key: ${randomUUID()}`],
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
  const script = await scriptOf(env);
  const baseline = await againstPgbench(world, env, {
    name: 'pledge',
    script,
    connections: CONNECTIONS,
  });
  const server = await startServer(env);
  try {
    await server.ready;
    const clients = await Promise.all(
      Array.from({ length: CONNECTIONS }, () => openClient(server.url)),
    );
    for (let round = 0; round <= ROUNDS; round++) {
      const numbers = ['-D', `n=${round * APART}`, '-T', String(ROUND_SECONDS)];
      await baseline.round(await pledgesPerSecond(clients), numbers);
    }
    for (const { close } of clients) close();
    return [baseline.row(`log a pledge and accept it, ${CONNECTIONS} connections`, GOAL)];
  } finally {
    await server.stop();
  }
}
