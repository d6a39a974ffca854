import { readFile } from 'node:fs/promises';
import { MACHINE } from '../actor.ts';
import { ConfigError } from '../config.ts';
import { runOrExplain } from '../explain.ts';
import { onLedger } from '../trial/on-ledger.ts';
import { importRates, type RatesAnswer } from '../rates/import.ts';
import { ratesText } from '../rates/file.ts';
import { inContext } from './support.ts';

/** npm run rates -- FILE */

await runOrExplain(async () => {
  const file = process.argv[2];
  if (file === undefined) throw new ConfigError('name the file: npm run rates -- FILE');
  const bytes = await readFile(file).catch(() => {
    throw new ConfigError(`${file} cannot be read`);
  });
  const text = ratesText(bytes);
  const { added, known, newest } = await onLedger<RatesAnswer>({
    here: (config) => inContext(config, (ctx) => importRates(ctx, MACHINE, text)),
    path: '/api/v1/admin/rates/ecb',
    body: () => ({ file: text }),
  });
  process.stdout.write(
    `reference rates: ${added} days added, ${known} there already; the newest are of ${newest}\n`,
  );
});
