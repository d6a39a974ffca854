import { readFile, stat } from 'node:fs/promises';
import { ConfigError } from '../config.ts';
import { runOrExplain } from '../explain.ts';
import { MAX_FILE_BYTES } from '../initiative/file.ts';
import { importFile } from '../initiative/import.ts';
import type { ImportAnswer, Tally } from '../initiative/import-job.ts';
import { makeCheckpoint } from '../ledger/checkpoint.ts';
import { onLedger } from '../on-ledger.ts';

/** npm run import -- FILE */

async function readInitiativeFile(file: string | undefined): Promise<unknown> {
  if (file === undefined) throw new ConfigError('name the file: npm run import -- FILE');
  try {
    const { size } = await stat(file);
    if (size > MAX_FILE_BYTES) throw new ConfigError(`${file} is larger than 16 MiB`);
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new ConfigError(`${file} is no JSON: ${error.message}`);
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`cannot read ${file}`);
  }
}

await runOrExplain(async () => {
  const json = await readInitiativeFile(process.argv[2]);
  const answer = await onLedger<ImportAnswer>({
    here: async (ctx) => {
      const answered = await importFile(ctx, { kind: 'admin' }, json, (what, done, of) =>
        process.stderr.write(`muster: ${what}: ${done} of ${of}\n`),
      );
      await makeCheckpoint(ctx);
      return answered;
    },
    path: '/api/v1/admin/import',
    body: () => json,
  });
  for (const [what, { added, skipped }] of Object.entries(answer) as [string, Tally][]) {
    process.stdout.write(`${what}: ${added} added, ${skipped} there already\n`);
  }
});
