import { BackupError } from './backup/program.ts';
import { ConfigError, readConfig } from './config.ts';
import { MigrationError } from './db/migrate.ts';
import { FolderInUse } from './db/folder-lock.ts';
import { DomainError } from './domain/errors.ts';
import { knownServer } from './server-file.ts';

/** What a person can do something about, in plain lines; null for what is our own mistake. */
function reasonOf(error: unknown): string | null {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof DomainError) {
    const places = error.fields.map(({ field, message }) => `\n  ${field}: ${message}`).join('');
    return places === '' ? error.message : `refused, nothing was changed:${places}`;
  }
  if (error instanceof FolderInUse) {
    const server = knownServer(readConfig().dataDir);
    return error.message + (server ? `, at ${server.url}` : '');
  }
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'PORT: another program listens there already';
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '28P01' || code === '3D000') {
    return `DATABASE_URL: ${message || code}`;
  }
  if (/role "muster_app" does not exist/.test(message ?? '')) {
    return 'the role muster_app does not exist: run deploy/roles.sql, as its first lines say';
  }
  if (error instanceof MigrationError || error instanceof BackupError) return message;
  if (/role "muster_app"/.test(message ?? '')) {
    return 'DATABASE_URL: the login lacks its role; as the owner, once: GRANT muster_app TO <the login>';
  }
  if (code === '42501' && /schema public/.test(message)) {
    return 'DATABASE_URL: the login may not migrate; first: npm run migrate, with the owner as MIGRATE_DATABASE_URL';
  }
  if (FILE_TROUBLES.has(code ?? '')) return message;
  // A failed query wraps what the database said.
  return error instanceof Error && error.cause !== undefined ? reasonOf(error.cause) : null;
}

/** The disk is full, or not ours to write. */
const FILE_TROUBLES: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS']);

/** Runs a program; an error that a person can mend becomes a line on stderr and exit code 1. */
export async function runOrExplain(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === null) throw error;
    process.stderr.write(`muster: ${reason}\n`);
    process.exit(1);
  }
}
