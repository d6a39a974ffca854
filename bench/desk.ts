/**
 * The desk's pages at 50,000 pledges of 10,000 givers, nearly all of them late, and the public's pages at 100,000 when
 * they are first made: a server's whole answer, and what Postgres used of the processor for it.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { startServer } from '../scripts/support/server.ts';
import { DESK_SECONDS } from '../server/admins/session.ts';
import { readConfig } from '../server/config.ts';
import type { Context } from '../server/context.ts';
import * as desk from '../server/db/desk.ts';
import { today } from '../server/domain/day.ts';
import { deriveCapacity, ledgerState } from '../server/ledger/capacity.ts';
import { makeCheckpoint } from '../server/ledger/checkpoint.ts';
import { openContext } from '../server/open-context.ts';
import { openSession } from '../server/sessions/session.ts';
import { postgresProcessor } from './support/processor.ts';
import { ENTRIES_PER_PLEDGE, seedInitiative, seedTo } from './support/seed.ts';
import { milliseconds, spreadOf, timed, type Row } from './support/table.ts';
import { asOwner, say, type Env, type World } from './support/world.ts';

const GIVERS = 10_000;
const AT_DESK = 50_000;
const IN_PUBLIC = 100_000;
const GOAL_MS = 100;
const LOOKS = 20;
/** A server looks for news once a second. */
const SHOWN_WITHIN_MS = 1_500;

async function seedPledges(ctx: Context, from: number, pledges: number): Promise<void> {
  const size = 1 + GIVERS;
  const at = (count: number): number => size + count * ENTRIES_PER_PLEDGE;
  await seedTo(ctx, at(from), at(pledges), { isLate: true });
  await makeCheckpoint(ctx);
  const { underived } = await ledgerState(ctx.db, today(ctx.now()));
  if (underived !== null) await deriveCapacity(ctx, underived);
}

/** Receipts have their bank's reference, and one pledge in ten a payment through Stripe that wasn't made. */
async function seedDesk(ctx: Context): Promise<void> {
  await seedInitiative(ctx, GIVERS);
  await seedPledges(ctx, 0, AT_DESK);
  await ctx.db.execute(sql`
    INSERT INTO evidence (batch, reference) SELECT batch, 'BANK-' || seq FROM movement WHERE verb = 'receive'`);
  await ctx.db.execute(sql`
    INSERT INTO payment (id, code, pledge_id, way, currency, amount_minor, country, livemode, status, created_at)
    SELECT gen_random_uuid(), 'PY' || ref, id, 'checkout', asset, quantity, 'NO', false, 'expired', created_at
    FROM pledge WHERE source IS NULL AND right(ref, 1) IN ('0', '1', '2')`);
}

/** The cookie of an admin who is at the desk. */
async function signIn(ctx: Context): Promise<string> {
  const [id, token] = [randomUUID(), randomUUID()];
  const email = 'cy@example.org';
  await ctx.db.insert(desk.admin).values({
    id,
    name: 'Cy Example',
    email,
    emailKey: email,
    role: 'owner',
    createdAt: ctx.now(),
  });
  await ctx.db.transaction((tx) =>
    openSession(tx, ctx, {
      holder: { adminId: id },
      token,
      seconds: DESK_SECONDS,
      browser: 'the bench',
    }),
  );
  return `muster-desk=${token}`;
}

interface Look {
  what: string;
  path: string;
}

const search = (what: string, q: string): Look => ({
  what: `search for ${what}`,
  path: `/admin/search?q=${encodeURIComponent(q)}`,
});

const deskLooks = (ref: string): Look[] => [
  { what: 'overview', path: '/admin' },
  { what: 'pledges', path: '/admin/pledges' },
  { what: 'pledges by amount', path: '/admin/pledges?sort=amount' },
  { what: 'pledges by day due', path: '/admin/pledges?sort=due' },
  search('a name', 'Giver 4242'),
  search('an email', 'giver-4242@example.org'),
  search('an amount', '$1,042.42'),
  search('a reference', ref),
  search('a bank’s reference', 'BANK-123458'),
  { what: 'overdue', path: '/admin/overdue' },
  { what: 'cash', path: '/admin/cash' },
];

const publicLooks = (giver: string): Look[] => [
  { what: '/givers', path: '/givers' },
  { what: '/givers/:id', path: `/givers/${giver}` },
  { what: '/how-we-know', path: '/how-we-know' },
];

interface Place {
  url: string;
  cookie: string;
  databaseUrl: string;
}

/** The row of a page that is looked at again and again; `before` each look, outside of what is measured. */
async function measure(
  { url, cookie, databaseUrl }: Place,
  { what, path }: Look,
  pledges: number,
  before?: () => Promise<void>,
): Promise<Row> {
  const times: number[] = [];
  const processorMs = await postgresProcessor(databaseUrl);
  let used = 0;
  for (let look = 0; look < LOOKS; look += 1) {
    await before?.();
    const start = processorMs();
    const ms = await timed(async () => {
      const response = await fetch(url + path, { headers: { cookie }, redirect: 'manual' });
      await response.text();
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    });
    used += processorMs() - start;
    // The first looks prepare statements.
    if (look > 1) times.push(ms);
  }
  const spread = spreadOf(times);
  const ours = `${milliseconds(spread)}; ${Math.round(used / LOOKS)} ms of Postgres`;
  say(`${what}: ${ours}`);
  return {
    what: `${what}, ${pledges.toLocaleString('en')} pledges`,
    ours,
    goal: `< ${GOAL_MS} ms`,
    isMet: spread.median < GOAL_MS,
  };
}

async function served<T>(env: Env, work: (url: string) => Promise<T>): Promise<T> {
  const server = await startServer(env);
  try {
    await server.ready;
    return await work(server.url);
  } finally {
    await server.stop();
  }
}

export async function measureDesk(world: World): Promise<Row[]> {
  let cookie = '';
  const env = await world.database('desk', async (ctx) => {
    await seedDesk(ctx);
    cookie = await signIn(ctx);
  });
  const databaseUrl = env['DATABASE_URL']!;
  const [one] = await asOwner(databaseUrl, 'SELECT ref, signatory_id FROM pledge LIMIT 1');
  const rows: Row[] = [];
  await served(env, async (url) => {
    for (const look of deskLooks(String(one!['ref']))) {
      rows.push(await measure({ url, cookie, databaseUrl }, look, AT_DESK));
    }
  });
  const { ctx, close } = await openContext(readConfig(env));
  await seedPledges(ctx, AT_DESK, IN_PUBLIC);
  await close();
  await asOwner(databaseUrl, 'VACUUM ANALYZE', 'CHECKPOINT');
  // The pages are kept until something that they show changes.
  const change = async () => {
    await asOwner(databaseUrl, 'UPDATE names_version SET version = version + 1');
    await sleep(SHOWN_WITHIN_MS);
  };
  await served(env, async (url) => {
    for (const look of publicLooks(String(one!['signatory_id']))) {
      rows.push(await measure({ url, cookie: '', databaseUrl }, look, IN_PUBLIC, change));
    }
  });
  return rows;
}
