import { MACHINE } from '../actor.ts';
import { ConfigError } from '../config.ts';
import { runOrExplain } from '../explain.ts';
import { readInitiativeFile } from '../initiative/file.ts';
import { importFile } from '../initiative/import.ts';
import { showProgress } from '../initiative/progress.ts';
import type { ImportAnswer, Tally } from '../initiative/import-job.ts';
import { signNow } from '../ledger/sign-now.ts';
import { onLedger } from '../on-ledger.ts';
import { openContext } from '../open.ts';

/** npm run import -- FILE */

await runOrExplain(async () => {
  const file = process.argv[2];
  if (file === undefined) throw new ConfigError('name the file: npm run import -- FILE');
  const json = await readInitiativeFile(file);
  const answer = await onLedger<ImportAnswer>({
    here: async (config) => {
      const { ctx, close } = await openContext(config);
      try {
        const answered = await importFile(ctx, MACHINE, json, showProgress);
        await signNow(ctx);
        return answered;
      } finally {
        await close();
      }
    },
    path: '/api/v1/admin/import',
    body: () => json,
  });
  for (const [what, { added, skipped }] of Object.entries(answer) as [string, Tally][]) {
    process.stdout.write(`${what}: ${added} added, ${skipped} there already\n`);
  }
  if (answer.initiative.changedHere) {
    process.stdout.write(
      'initiative: it was changed here since, and stands as it was changed; the file says otherwise\n',
    );
  }
});
