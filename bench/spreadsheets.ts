/**
 * CSV files of 100,000 signatories and 100,000 pledges, as an admin brings them: uploaded, looked at, recorded. What
 * counts is the processor time of both, Node and Postgres.
 */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { MACHINE, type Admin } from '../server/actor.ts';
import { readConfig } from '../server/config.ts';
import type { Context } from '../server/context.ts';
import { admin } from '../server/db/desk.ts';
import type { CsvKind } from '../server/domain/csv-fields.ts';
import { addDays } from '../server/domain/day.ts';
import { recordCsv } from '../server/import/csv/record.ts';
import { findCsv, planCsv, stageCsv } from '../server/import/csv/stage.ts';
import { openContext } from '../server/open.ts';
import { seedInitiative } from './support/seed.ts';
import { timed, type Row } from './support/table.ts';
import { asOwner, type World } from './support/world.ts';

const ROWS = 100_000;
const GOAL_SECONDS = 60;
/** Linux counts processor time in these. */
const TICKS_PER_SECOND = 100;

const dayOf = (nth: number): string => addDays('2026-01-01', nth % 60);

const FILES = {
  signatories: [
    'Record ID,Name,Email,Organisation,Country,Created',
    (nth: number) =>
      `rec${nth},Signer ${nth} Example,signer${nth}@bench.example,"Example, Works",Norway,${dayOf(nth)}`,
  ],
  pledges: [
    'Pledge ID,Email,Amount,Currency,Pledged on,Note',
    (nth: number) =>
      `P${nth},signer${nth}@bench.example,"$${1 + (nth % 900)},250.50",USD,${dayOf(nth)},By post`,
  ],
} as const satisfies Partial<Record<CsvKind, unknown>>;

const fileOf = (kind: keyof typeof FILES): Buffer => {
  const [header, line] = FILES[kind];
  return Buffer.from([header, ...Array.from({ length: ROWS }, (_, nth) => line(nth))].join('\r\n'));
};

/** Of Postgres's process and its children, also those that have ended. */
function postgresSeconds(postmaster: string): number {
  const ticks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /, '')
          .split(' ');
        const isOne = pid === postmaster || stat[1] === postmaster;
        return isOne ? stat.slice(11, 15).reduce((sum, each) => sum + Number(each), 0) : 0;
      } catch {
        return 0;
      }
    });
  return ticks.reduce((sum, each) => sum + each, 0) / TICKS_PER_SECOND;
}

const nodeSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** As the desk does it: the page shows the rows before somebody records them. */
async function importCsv(ctx: Context, actor: Admin, kind: keyof typeof FILES): Promise<string> {
  const id = await stageCsv(ctx, actor, kind, fileOf(kind));
  const look = await timed(async () => planCsv(ctx, await findCsv(ctx.db, id), null));
  const { seen, good } = await planCsv(ctx, await findCsv(ctx.db, id), null);
  if (good !== ROWS) throw new Error(`only ${good} of ${ROWS} rows can be recorded`);
  const record = await timed(() => recordCsv(ctx, actor, id, seen));
  return [look, record].map((ms) => `${(ms / 1000).toFixed(1)} s`).join(' + ');
}

export async function measureSpreadsheets(world: World): Promise<Row[]> {
  const actor = { ...MACHINE, by: 'session' as const, adminId: randomUUID() };
  const env = await world.database('spreadsheets', async (ctx) => {
    await seedInitiative(ctx);
    const email = 'admin@bench.example';
    const row = {
      id: actor.adminId,
      name: 'Admin',
      email,
      emailKey: email,
      role: 'owner',
    } as const;
    await ctx.db.insert(admin).values({ ...row, createdAt: ctx.now() });
  });
  const [found] = await asOwner(
    env['DATABASE_URL']!,
    `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS pid`,
  );
  const postmaster = String(found!['pid']);
  const { ctx, close } = await openContext(readConfig(env));
  const rows: Row[] = [];
  for (const kind of ['signatories', 'pledges'] as const) {
    const [node, postgres] = [nodeSeconds(), postgresSeconds(postmaster)];
    const looked = await importCsv(ctx, actor, kind);
    const own = [nodeSeconds() - node, postgresSeconds(postmaster) - postgres];
    const seconds = own[0]! + own[1]!;
    rows.push({
      what: `a CSV of ${ROWS.toLocaleString('en')} ${kind}, looked at twice and recorded: ${looked}`,
      ours: `Node ${own[0]!.toFixed(1)} s, Postgres ${own[1]!.toFixed(1)} s`,
      goal: `≤ ${GOAL_SECONDS} s of processor time`,
      isMet: seconds <= GOAL_SECONDS,
    });
  }
  await close();
  return rows;
}
