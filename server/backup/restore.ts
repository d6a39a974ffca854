import type { Config } from '../config.ts';
import { readLastCheckpoint, sizeShown } from '../ledger/last-checkpoint.ts';
import { restoreEmbedded } from './embedded.ts';
import type { Say } from './facts.ts';
import { checkSame, readManifest, type Manifest } from './manifest.ts';
import { restorePostgres } from './postgres.ts';
import { BackupError } from './program.ts';

/** Throws `BackupError`, with nothing restored unless the message says so. */
export async function restore(config: Config, file: string, say: Say): Promise<Manifest> {
  say('reading the backup');
  const manifest = await readManifest(file);
  checkEngine(config, manifest);
  checkNotBehind(config.dataDir, manifest);
  if (config.databaseUrl === null) {
    await restoreEmbedded(config, file, (facts) => checkSame(facts, manifest), say);
  } else {
    const { migrations } = manifest;
    checkSame(await restorePostgres(config, file, migrations, say), manifest);
  }
  return manifest;
}

function checkEngine({ databaseUrl }: Config, { engine }: Manifest): void {
  if (engine === 'postgres' && databaseUrl === null) {
    throw new BackupError('DATABASE_URL: is needed, the backup is of a Postgres database');
  }
  if (engine === 'embedded' && databaseUrl !== null) {
    throw new BackupError('DATABASE_URL: unset it, the backup is of a trial database');
  }
}

/** A log shown beyond the backup's end would fork. A start refuses that too, but here nothing is restored yet. */
function checkNotBehind(dataDir: string, { verifierKey, entries }: Manifest): void {
  const kept = verifierKey === null ? null : readLastCheckpoint(dataDir);
  const shown = kept && sizeShown(kept, verifierKey!);
  if (!shown || shown <= BigInt(entries)) return;
  throw new BackupError(
    `${kept.file}: a checkpoint of ${shown} entries was shown, and this backup ends at ${entries}. ` +
      'Restore a newer one. If there is none, restore this one into another DATA_DIR, copy that file ' +
      'there, and begin a new log: npm run new-log -- --reason "…"',
  );
}
