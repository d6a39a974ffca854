import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { readConfig } from '../../server/config.ts';
import type { Context } from '../../server/context.ts';
import { today } from '../../server/domain/day.ts';
import { deriveCapacity, ledgerState } from '../../server/ledger/capacity.ts';
import { makeCheckpoint } from '../../server/ledger/checkpoint.ts';
import { openContext } from '../../server/open-context.ts';
import { withDatabase } from '../../tests/support/database.ts';
import { startPostgres } from '../../tests/support/postgres.ts';
import { seedInitiative, seedTo } from './seed.ts';
import { timed } from './table.ts';

export type Env = Record<string, string>;

export const ADMIN_TOKEN = 'the-admin-token-of-the-bench';
/** A pledge that is seeded adds five entries, of which four are movements. */
const ENTRIES_PER_MOVEMENT = 5 / 4;

export interface World {
  /** How many movements the large ledger has. */
  movements: number;
  /** Whether it is recomputed once its checkpoints are measured. */
  isToVerify: boolean;
  /** For files of one's own; it goes with the world. */
  folder: string;
  /** The environment of a server on a ledger of so many movements, which is made once. */
  ledger: (movements: number) => Promise<Env>;
  /** The environment of a server on a database of its own, which `fill` fills. */
  database: (name: string, fill: (ctx: Context) => Promise<void>) => Promise<Env>;
  /** A copy of such a database, which nobody uses at the moment. */
  copyOf: (env: Env) => Promise<Env>;
  postgresVersion: () => Promise<string | null>;
  close: () => Promise<void>;
}

export const say = (text: string): boolean => process.stderr.write(`${text}\n`);

/** A Postgres with the ledgers that the benches measure; it is started when the first asks. */
export function openWorld(movements: number, isToVerify: boolean): World {
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'));
  const key = randomBytes(32).toString('base64');
  const ledgers = new Map<number, Promise<Env>>();
  const created: string[] = [];
  let starting: ReturnType<typeof startPostgres> | null = null;
  // A running COPY is found in pg_stat_activity, which cuts a text at 1 KiB unless told otherwise.
  const postgres = () =>
    (starting ??= startPostgres({ settings: { track_activity_query_size: '64kB' } }));

  const create = async (name: string, more = ''): Promise<Env> => {
    const { url } = await postgres();
    const own = `muster_bench_${name}_${randomBytes(4).toString('hex')}`;
    await asOwner(url, `CREATE DATABASE ${own} ${more}`);
    created.push(own);
    return {
      DATA_DIR: join(folder, own),
      DATABASE_URL: withDatabase(url, own),
      LEDGER_KEY: key,
      ADMIN_TOKEN,
    };
  };
  const database: World['database'] = async (name, fill) => {
    const env = await create(name);
    const { ctx, close } = await openContext(readConfig(env));
    await fill(ctx);
    await close();
    // What filling left to do must not be done while something is measured.
    await asOwner(env['DATABASE_URL']!, 'VACUUM ANALYZE', 'CHECKPOINT');
    return env;
  };
  return {
    movements,
    isToVerify,
    folder,
    database,
    copyOf: async (env) => {
      const name = new URL(env['DATABASE_URL']!).pathname.slice(1);
      return create('copy', `TEMPLATE ${name}`);
    },
    ledger: (count) => {
      const known = ledgers.get(count);
      if (known) return known;
      const made = database(`ledger_${count}`, (ctx) => seed(ctx, count));
      ledgers.set(count, made);
      return made;
    },
    postgresVersion: async () => {
      if (!starting) return null;
      const [row] = await asOwner((await starting).url, 'SHOW server_version');
      return String(row!['server_version']).split(' ')[0]!;
    },
    close: async () => {
      const server = await starting;
      for (const name of created) {
        await asOwner(server!.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }
      await server?.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Runs statements as the owner; answers the rows of the last. */
export async function asOwner(
  url: string,
  ...statements: string[]
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`SET muster.states = 'on'`);
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

async function seed(ctx: Context, movements: number): Promise<void> {
  const ms = await timed(async () => {
    const size = await seedInitiative(ctx);
    await seedTo(ctx, size, size + Math.ceil(movements * ENTRIES_PER_MOVEMENT));
    await makeCheckpoint(ctx);
    const { underived } = await ledgerState(ctx.db, today(ctx.now()));
    if (underived !== null) await deriveCapacity(ctx, underived);
  });
  say(`a ledger of ${movements} movements is made: ${(ms / 1000).toFixed(0)} s`);
}
