/**
 * npm run bench -- checkpoint [--entries 1000000] [--embedded] [--verify]
 *
 * A checkpoint after one new entry, among a thousand entries and among a million. Goal: under 20 ms,
 * and the same at both, for only the new entry is folded. In contrast: the root recomputed whole.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { and, asc, gte, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { readConfig } from '../server/config.ts';
import type { Context } from '../server/context.ts';
import * as schema from '../server/db/schema.ts';
import { rowsOf } from '../server/db/sql.ts';
import { append } from '../server/ledger/append.ts';
import { deriveCapacity, ledgerState } from '../server/ledger/capacity.ts';
import { makeCheckpoint, newestCheckpoint } from '../server/ledger/checkpoint.ts';
import { BATCH_LENGTH, randomCode } from '../server/ledger/code.ts';
import { windowOf } from '../server/ledger/leaf.ts';
import { appendHash, emptyFrontier, rootOf } from '../server/ledger/merkle.ts';
import { verifyLedger } from '../server/ledger/verify.ts';
import { openContext } from '../server/open.ts';
import { startPostgres } from '../tests/support/postgres.ts';
import { printMachine, printTable, spreadOf } from './support/machine.ts';
import { seedInitiative, seedTo } from './support/seed.ts';

const RUNS = 30;
const GOAL_MS = 20;
const FEW = 2_001;
const PAGE = 50_000n;

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** An increase of a pledge of money, or of compute with its windows: one more entry. */
async function appendOne(ctx: Context, withWindows: boolean): Promise<void> {
  const { movement, pledge } = schema;
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .select({ movement, ref: pledge.ref })
      .from(movement)
      .innerJoin(pledge, sql`${pledge.id} = ${movement.pledgeId}`)
      .where(
        and(
          sql`${movement.verb} = 'pledge'`,
          withWindows ? isNotNull(movement.windows) : isNull(movement.windows),
        ),
      )
      .orderBy(asc(movement.seq))
      .limit(1);
    const { quantity, base, windows, occurredOn: on, pledgeId } = row!.movement;
    const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
    await append(
      tx,
      [
        {
          kind: 'movement',
          pledgeId,
          ref: row!.ref,
          batch,
          move: {
            verb: 'pledge',
            from: 'outside',
            to: 'pledged',
            quantity,
            base,
            windows: windows?.map(windowOf) ?? null,
            reverses: null,
          },
          on,
          grade: 'self-asserted',
        },
      ],
      ctx,
    );
  });
}

/** The checkpoint itself, and, where windows moved, the concurrency that is derived after it. */
async function measure(ctx: Context, withWindows: boolean) {
  const checkpoints: number[] = [];
  const derivations: number[] = [];
  for (let turn = 0; turn < RUNS; turn++) {
    await appendOne(ctx, withWindows);
    checkpoints.push(await timed(() => makeCheckpoint(ctx)));
    const { underived } = await ledgerState(ctx.db);
    if (underived === null) continue;
    derivations.push(await timed(() => deriveCapacity(ctx, underived)));
  }
  return { checkpoint: spreadOf(checkpoints), derivation: spreadOf(derivations) };
}

/** All leaf hashes, folded from the first on: what a checkpoint does not do. */
async function recomputeRoot(ctx: Context): Promise<void> {
  const checkpoint = (await newestCheckpoint(ctx.db))!;
  const frontier = emptyFrontier();
  const { seq, leafHash } = schema.ledgerEntry;
  while (frontier.size < checkpoint.size) {
    const rows = await ctx.db
      .select({ leafHash })
      .from(schema.ledgerEntry)
      .where(and(gte(seq, frontier.size), lt(seq, frontier.size + PAGE)))
      .orderBy(asc(seq));
    for (const row of rows) appendHash(frontier, row.leafHash);
  }
  if (!rootOf(frontier).equals(checkpoint.root)) throw new Error('the roots differ');
}

async function openDatabase(isEmbedded: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'));
  const server = isEmbedded ? null : await startPostgres();
  const { ctx, close } = await openContext(
    readConfig({
      DATA_DIR: folder,
      LEDGER_KEY: randomBytes(32).toString('base64'),
      ...(server && { DATABASE_URL: server.url }),
    }),
  );
  /** Writes out what seeding left, else the first commits wait for the disk to do that. */
  const settle = async (): Promise<void> => {
    if (!server) return;
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query('CHECKPOINT');
    await client.end();
  };
  const stop = async (): Promise<void> => {
    await close();
    await server?.stop();
    rmSync(folder, { recursive: true });
  };
  return { ctx, settle, stop };
}

type Spread = ReturnType<typeof spreadOf>;

const rowOf = (
  size: number,
  what: string,
  { median, p95, max }: Spread,
  few?: Spread,
): string[] => [
  `${size} entries, ${what}`,
  ...[median, p95, max].map((ms) => ms.toFixed(1)),
  few ? (median / few.median).toFixed(2) : '1',
];

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

interface Options {
  entries: number;
  isToVerify: boolean;
  settle: () => Promise<unknown>;
}

async function run(ctx: Context, { entries, isToVerify, settle }: Options): Promise<void> {
  const [server] = rowsOf<{ server_version: string }>(
    await ctx.db.execute(sql`SHOW server_version`),
  );
  printMachine(`${server!.server_version} (${ctx.engine})`);
  const seeded = await seedInitiative(ctx);
  await seedTo(ctx, seeded, FEW);
  await makeCheckpoint(ctx);
  const few = { money: await measure(ctx, false), windows: await measure(ctx, true) };
  const size = FEW + 2 * RUNS;
  const seeding = await timed(() => seedTo(ctx, size, entries));
  await settle();
  const first = await timed(() => makeCheckpoint(ctx));
  const many = { money: await measure(ctx, false), windows: await measure(ctx, true) };
  const whole = await timed(() => recomputeRoot(ctx));
  printTable(
    ['checkpoint after 1 new entry', 'median ms', 'p95', 'max', 'ratio'],
    [
      rowOf(FEW, 'money', few.money.checkpoint),
      rowOf(entries, 'money', many.money.checkpoint, few.money.checkpoint),
      rowOf(FEW, 'a window', few.windows.checkpoint),
      rowOf(entries, 'a window', many.windows.checkpoint, few.windows.checkpoint),
      rowOf(FEW, 'concurrency, after it', few.windows.derivation),
      rowOf(entries, 'concurrency, after it', many.windows.derivation, few.windows.derivation),
    ],
  );
  say(
    `goal: ${GOAL_MS} ms. Seeded in ${seconds(seeding)}; the first checkpoint took ${seconds(first)},`,
  );
  say(`the root alone, recomputed from all leaf hashes, ${seconds(whole)}`);
  if (!isToVerify) return;
  const { entries: verified } = await verifyLedger(ctx.db);
  say(`the ledger holds: ${verified} entries verified`);
}

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '1000000' },
    embedded: { type: 'boolean', default: false },
    verify: { type: 'boolean', default: false },
  },
});
const { ctx, settle, stop } = await openDatabase(values.embedded);
try {
  await run(ctx, { entries: Number(values.entries), isToVerify: values.verify, settle });
} finally {
  await stop();
}
