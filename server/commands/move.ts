import { parseArgs } from 'node:util';
import { move } from '../backup/move.ts';
import { ledgerLine, say } from '../backup/manifest.ts';
import { ConfigError, readConfig } from '../config.ts';
import { runOrExplain } from '../explain.ts';

/** npm run move -- --to postgres://OWNER@HOST/DATABASE, with the trial's server stopped */
await runOrExplain(async () => {
  const { values } = parseArgs({ options: { to: { type: 'string' } } });
  if (!/^postgres(ql)?:\/\//.test(values.to ?? '')) {
    throw new ConfigError('--to: name the new database: npm run move -- --to postgres://…');
  }
  const config = readConfig();
  const { origin, to, ...facts } = await move(config, values.to!, say);
  process.stdout.write(
    `move: ${ledgerLine(facts)} on both sides → ${to}\n` +
      `move: the log keeps its name, ${origin}, and its key: LEDGER_KEY is ` +
      `${config.ledgerSeed ? 'the one that you have set' : `in ${config.dataDir}/ledger.key`}\n` +
      `move: start the server with DATABASE_URL and this DATA_DIR. The trial doesn't start any more\n`,
  );
});
