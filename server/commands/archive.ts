import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { archive } from '../archive/archive.ts';
import { ConfigError, readConfig } from '../config.ts';
import { runOrExplain } from '../explain.ts';
import { knownServer } from '../trial/server-file.ts';

/** npm run archive -- FOLDER [--from URL] */

function runningServer(): string {
  const { dataDir, baseUrl } = readConfig();
  return knownServer(dataDir)?.url ?? baseUrl;
}

await runOrExplain(async () => {
  const options = { from: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [folder] = positionals;
  if (!folder) throw new ConfigError('say where to: npm run archive -- FOLDER [--from URL]');
  const { files, bytes, entries, grew } = await archive({
    from: values.from ?? runningServer(),
    folder: resolve(folder),
    at: new Date(),
    progress: (done) => process.stderr.write(done % 100 === 0 ? `muster: ${done} files\n` : ''),
  });
  const more = grew ? 'The ledger grew meanwhile, so some pages are newer: run it again.\n' : '';
  process.stdout.write(
    `archive: ${files} files, ${bytes} bytes, ${entries} entries that hash to the signed root\n${more}`,
  );
});
