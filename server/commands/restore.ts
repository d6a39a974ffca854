import { resolve } from 'node:path';
import { restore } from '../backup/restore.ts';
import { lineOf, say } from '../backup/manifest.ts';
import { ConfigError, readConfig } from '../config.ts';
import { runOrExplain } from '../explain.ts';

/** npm run restore -- FILE */
await runOrExplain(async () => {
  const file = process.argv[2];
  if (file === undefined) throw new ConfigError('name the backup: npm run restore -- FILE');
  const manifest = await restore(readConfig(), resolve(file), say);
  process.stdout.write(`restore: ${lineOf(manifest)} ← ${file}\n`);
});
