/**
 * CSV files of 100,000 signatories and 100,000 pledges, as an admin brings them: uploaded, looked at, then recorded.
 */
import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { MACHINE, type Admin } from '../server/actor.ts';
import { readConfig } from '../server/config.ts';
import type { Context } from '../server/context.ts';
import { admin } from '../server/db/desk.ts';
import type { CsvKind } from '../server/domain/csv-fields.ts';
import { addDays } from '../server/domain/day.ts';
import { recordCsv } from '../server/import/csv/record.ts';
import { findCsv, planCsv, stageCsv } from '../server/import/csv/stage.ts';
import { openContext } from '../server/open-context.ts';
import { postgresProcessor } from './support/processor.ts';
import { seedInitiative } from './support/seed.ts';
import type { Row } from './support/table.ts';
import type { World } from './support/world.ts';

const ROWS = 100_000;
const GOAL_MS = 60_000;

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

const nodeMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const sum = (all: number[]): number => all.reduce((total, each) => total + each, 0);
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** As the desk does it: the page shows the rows before somebody records them. In milliseconds: upload, look, recording. */
async function importCsv(ctx: Context, actor: Admin, kind: keyof typeof FILES, file: Buffer) {
  const times = [performance.now()];
  const id = await stageCsv(ctx, actor, kind, file);
  times.push(performance.now());
  const { seen, good } = await planCsv(ctx, await findCsv(ctx.db, id), null);
  times.push(performance.now());
  if (good !== ROWS) throw new Error(`only ${good} of ${ROWS} rows can be recorded`);
  await recordCsv(ctx, actor, id, seen);
  times.push(performance.now());
  return times.slice(1).map((at, index) => at - times[index]!);
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
  const postgresMs = await postgresProcessor(env['DATABASE_URL']!);
  const { ctx, close } = await openContext(readConfig(env));
  const rows: Row[] = [];
  for (const kind of ['signatories', 'pledges'] as const) {
    const file = fileOf(kind);
    const before = [nodeMs(), postgresMs()];
    const parts = await importCsv(ctx, actor, kind, file);
    const [node, postgres] = [nodeMs() - before[0]!, postgresMs() - before[1]!];
    const goal = `≤ ${GOAL_MS / 1000} s`;
    rows.push(
      {
        what: `a CSV of ${ROWS.toLocaleString('en')} ${kind}: upload, look, recording`,
        ours: parts.map(seconds).join(' + '),
        goal,
        isMet: sum(parts) <= GOAL_MS,
      },
      {
        what: 'its processor time',
        ours: `Node ${seconds(node)}, Postgres ${seconds(postgres)}`,
        goal,
        isMet: node + postgres <= GOAL_MS,
      },
    );
  }
  await close();
  return rows;
}
