import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { MACHINE } from '../actor.ts';
import { ConfigError } from '../config.ts';
import { say } from '../domain/say.ts';
import { runOrExplain } from '../explain.ts';
import { readInitiativeFile } from '../import/file.ts';
import { importFile } from '../import/import.ts';
import type { ImportAnswer, Tally } from '../import/job.ts';
import { signNow } from '../ledger/last-checkpoint.ts';
import { onLedger } from '../trial/on-ledger.ts';
import { oldRatesText } from '../rates/age.ts';
import { inContext } from './support.ts';

/** npm run import -- FILE [--use-old-rates] [--keep-initiative] [--rates-are-right] */

// Nearly all of a large file lives to the end: a heap that grows in large steps would be twice as large.
setFlagsFromString('--heap-growing-percent=50');
setFlagsFromString('--max-semi-space-size=32');

const showProgress = (what: string, done: number, total: number): void =>
  void process.stderr.write(`muster: ${what}: ${done} of ${total}\n`);

await runOrExplain(async () => {
  const { values, positionals } = parseArgs({
    options: {
      'use-old-rates': { type: 'boolean', default: false },
      'keep-initiative': { type: 'boolean', default: false },
      'rates-are-right': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined) throw new ConfigError('name the file: npm run import -- FILE');
  const useOldRates = values['use-old-rates'];
  const keepInitiative = values['keep-initiative'];
  const ratesAreRight = values['rates-are-right'];
  const query = new URLSearchParams({
    ...(useOldRates && { useOldRates: 'true' }),
    ...(keepInitiative && { keepInitiative: 'true' }),
    ...(ratesAreRight && { ratesAreRight: 'true' }),
  });
  const json = await readInitiativeFile(file);
  const { oldRates, ...answer } = await onLedger<ImportAnswer>({
    here: (config) =>
      inContext(config, async (ctx) => {
        const how = { progress: showProgress, useOldRates, keepInitiative, ratesAreRight };
        const answered = await importFile(ctx, MACHINE, json, how);
        await signNow(ctx);
        return answered;
      }),
    path: `/api/v1/admin/import?${query}`,
    body: () => json,
  });
  for (const [what, { added, skipped }] of Object.entries(answer) as [string, Tally][]) {
    process.stdout.write(`${what}: ${added} added, ${skipped} there already\n`);
  }
  for (const line of oldRatesText(oldRates)) process.stdout.write(`${line}\n`);
  if (oldRates.length > 0) {
    process.stdout.write(`These rates are more than 10 days old. ${say().rates.oldRatesCure}\n`);
  }
  if (answer.initiative.changedHere) {
    process.stdout.write('initiative: the file says otherwise; what is here was kept\n');
  }
});
