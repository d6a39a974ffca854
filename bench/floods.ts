/**
 * One client asks for more than the server can answer, over as many connections as it can open. Beside it a person of
 * another network reads a list, and somebody who has signed in reads her own page.
 */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from '../scripts/support/server.ts';
import type { Context } from '../server/context.ts';
import * as schema from '../server/db/schema.ts';
import { openSession } from '../server/sessions/session.ts';
import { seedInitiative, seedTo } from './support/seed.ts';
import { milliseconds, spreadOf, timed, type Row } from './support/table.ts';
import type { World } from './support/world.ts';

const ENTRIES = 50_000;
const CONNECTIONS = 260;
const FLOOD_MS = 12_000;
/** How often each honest person asks, and when they give up. */
const EACH_MS = 400;
const PATIENCE_MS = 10_000;
const SESSION = 'the-session-of-the-bench';

const FLOODER = { 'x-forwarded-for': '203.0.113.7' };
const READER = { 'x-forwarded-for': '198.51.100.7' };
const SIGNED_IN = { 'x-forwarded-for': '192.0.2.7', authorization: `Bearer ${SESSION}` };

async function fill(ctx: Context): Promise<void> {
  await seedTo(ctx, await seedInitiative(ctx), ENTRIES);
  const [giver] = await ctx.db.select({ id: schema.signatory.id }).from(schema.signatory).limit(1);
  const holder = { signatoryId: giver!.id };
  const session = { holder, token: SESSION, seconds: 3_600, browser: null };
  await ctx.db.transaction((tx) => openSession(tx, ctx, session));
}

/** Each connection asks again as soon as it is answered. */
function flood(url: string, headers: () => Record<string, string>, path: string): () => void {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let isOver = false;
  const ask = (): void => {
    if (isOver) return;
    request(url + path, { agent, headers: headers() }, (answer) => answer.resume().on('end', ask))
      .on('error', () => setTimeout(ask, 100))
      .end();
  };
  for (let nth = 0; nth < CONNECTIONS; nth += 1) ask();
  return () => {
    isOver = true;
    agent.destroy();
  };
}

/** How long each answer took while the flood lasts; of those that were no answer, none. */
async function honest(url: string, path: string, headers: Record<string, string>) {
  const times: number[] = [];
  const end = performance.now() + FLOOD_MS;
  let asked = 0;
  while (performance.now() < end) {
    asked += 1;
    let isAnswered = false;
    // One person asks one thing after another.
    // oxlint-disable-next-line no-await-in-loop
    const ms = await timed(async () => {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const answer = await fetch(url + path, { headers, signal }).catch(() => null);
      await answer?.arrayBuffer();
      isAnswered = answer?.status === 200;
    });
    if (isAnswered) times.push(ms);
    // oxlint-disable-next-line no-await-in-loop
    await sleep(EACH_MS);
  }
  return { times, asked };
}

const LIST = '/api/v1/pledges?limit=200';
const FLOODS: [what: string, path: string | null, headers: () => Record<string, string>][] = [
  ['no flood', null, () => FLOODER],
  [`${CONNECTIONS} connections on ${LIST}`, LIST, () => FLOODER],
  [
    `${CONNECTIONS} connections with made-up tokens`,
    '/api/v1/me',
    () => ({ ...FLOODER, authorization: `Bearer ${randomUUID()}` }),
  ],
];

export async function measureFloods(world: World): Promise<Row[]> {
  const server = await startServer({
    ...(await world.database('floods', fill)),
    TRUSTED_PROXIES: '127.0.0.1,::1',
    LOG_LEVEL: 'error',
  });
  try {
    await server.ready;
    const rows: Row[] = [];
    for (const [what, path, headers] of FLOODS) {
      const stop = path === null ? () => {} : flood(server.url, headers, path);
      // The floods take turns, else none could be told from another.
      // oxlint-disable-next-line no-await-in-loop
      const [list, own] = await Promise.all([
        honest(server.url, '/api/v1/pledges?limit=20', READER),
        honest(server.url, '/api/v1/me', SIGNED_IN),
      ]);
      stop();
      for (const [who, { times, asked }] of [
        ['a reader of a list', list],
        ['a person who has signed in', own],
      ] as const) {
        rows.push({
          what: `${what}: ${who}`,
          ours: `${milliseconds(spreadOf(times))}; ${times.length} of ${asked} answered`,
          goal: 'all answered',
          isMet: times.length === asked,
        });
      }
    }
    return rows;
  } finally {
    await server.stop();
  }
}
