import { readFile } from 'node:fs/promises';
import { MACHINE } from '../actor.ts';
import { ConfigError } from '../config.ts';
import { runOrExplain } from '../explain.ts';
import { onLedger } from '../trial/on-ledger.ts';
import { openContext } from '../open.ts';
import { importRates, type RatesAnswer } from '../rates/import.ts';
import { ratesText } from '../rates/file.ts';

/** npm run rates -- FILE */

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch {
    throw new ConfigError(`${file} cannot be read`);
  }
}

await runOrExplain(async () => {
  const file = process.argv[2];
  if (file === undefined) throw new ConfigError('name the file: npm run rates -- FILE');
  const text = ratesText(await readBytes(file));
  const { added, known, newest } = await onLedger<RatesAnswer>({
    here: async (config) => {
      const { ctx, close } = await openContext(config);
      try {
        return await importRates(ctx, MACHINE, text);
      } finally {
        await close();
      }
    },
    path: '/api/v1/admin/rates/ecb',
    body: () => ({ file: text }),
  });
  process.stdout.write(
    `reference rates: ${added} days added, ${known} there already; the newest are of ${newest}\n`,
  );
});
