import { resolve } from 'node:path';
import { backup } from '../backup/backup.ts';
import { lineOf, say } from '../backup/manifest.ts';
import { ConfigError, readConfig } from '../config.ts';
import { runOrExplain } from '../explain.ts';

/** npm run backup -- FILE|FOLDER */
await runOrExplain(async () => {
  const target = process.argv[2];
  if (target === undefined) throw new ConfigError('say where to: npm run backup -- FILE|FOLDER');
  const config = readConfig();
  const made = await backup(config, resolve(target), say);
  process.stdout.write(`backup: ${lineOf(made)} → ${made.file}\n`);
  const keyLine =
    config.ledgerSeed === null && made.engine === 'embedded'
      ? `${made.file}.key signs the log: keep it secret`
      : 'LEDGER_KEY is not in it: keep that apart';
  process.stdout.write(`backup: ${keyLine}\n`);
});
