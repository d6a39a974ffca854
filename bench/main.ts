/**
 * npm run bench [-- NAME …] [--movements 1000000] [--verify]
 *
 * Measures what docs/speed.md has goals for, each against a baseline of the same run, and prints one
 * table. NAME is a key of BENCHES; all of them when none is given.
 * `--verify` also recomputes the large ledger after the checkpoint's measurements.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { measureCapacity } from './capacity.ts';
import { measureCheckpoint } from './checkpoint.ts';
import { measureCsv } from './csv.ts';
import { measureDesk } from './desk.ts';
import { measureFloods } from './floods.ts';
import { measureImports } from './imports.ts';
import { measureMails } from './mails.ts';
import { measureMetering } from './metering.ts';
import { measurePledges } from './pledges.ts';
import { measureReads } from './reads.ts';
import { measureSpreadsheets } from './spreadsheets.ts';
import { machine, table, type Row } from './support/table.ts';
import { openWorld, say, type World } from './support/world.ts';
import { measureWebhooks } from './webhooks.ts';

const BENCHES: Record<string, (world: World) => Promise<Row[]>> = {
  capacity: measureCapacity,
  metering: measureMetering,
  imports: measureImports,
  spreadsheets: measureSpreadsheets,
  desk: measureDesk,
  pledges: measurePledges,
  webhooks: measureWebhooks,
  mails: measureMails,
  floods: measureFloods,
  reads: measureReads,
  csv: measureCsv,
  checkpoint: measureCheckpoint,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    movements: { type: 'string', default: '1000000' },
    verify: { type: 'boolean', default: false },
  },
});
const unknown = positionals.find((name) => !Object.hasOwn(BENCHES, name));
if (unknown !== undefined) {
  throw new Error(`no bench '${unknown}'; they are ${Object.keys(BENCHES).join(', ')}`);
}
const world = openWorld(Number(values.movements), values.verify);
try {
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(BENCHES)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    say(`${name} …`);
    rows.push(...(await measure(world)));
  }
  const where = machine(await world.postgresVersion());
  process.stdout.write(`\n${where}\n\n${table(rows)}\n`);
} finally {
  await world.close();
}
