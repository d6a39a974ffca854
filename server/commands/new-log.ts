import { parseArgs } from 'node:util';
import { beginNewLog } from '../maintenance/new-log.ts';
import { ConfigError, readConfig } from '../config.ts';
import { runOrExplain } from '../explain.ts';
import { line } from '../http/text.ts';
import { checkAcks } from '../ledger/acks.ts';
import { openContext } from '../open-context.ts';
import { readAcks } from './support.ts';

/** npm run new-log -- --reason "…" [--acks FILE], with the servers stopped and MIGRATE_DATABASE_URL set */

await runOrExplain(async () => {
  const { values } = parseArgs({
    options: { reason: { type: 'string' }, acks: { type: 'string' } },
  });
  const reason = line(300).safeParse(values.reason ?? '');
  if (!reason.success) {
    const why = reason.error.issues[0]!.message;
    throw new ConfigError(
      `--reason: ${why}. Say what happened, for the public: npm run new-log -- --reason "…"`,
    );
  }
  const acks = await readAcks(values.acks);
  await using opened = await openContext(readConfig(), undefined, { isForked: true });
  const { origin, size, lostSize } = await beginNewLog(opened.ctx, reason.data);
  process.stdout.write(
    `The ledger goes on as ${origin} with ${size} entries; ${lostSize} had been shown.\n`,
  );
  const { broken, keysGone } = await checkAcks(opened.ctx.db, opened.ctx.now(), acks);
  for (const each of broken) process.stdout.write(`lost: ${each}\n`);
  if (values.acks !== undefined) {
    process.stdout.write(
      `${broken.length} of ${acks.length} acknowledgements are lost; the keys of ${keysGone} others are gone\n`,
    );
  }
  process.stdout.write('Start the servers again. Each admin gets an email.\n');
});
