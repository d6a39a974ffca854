import { BackupError } from './backup/program.ts';
import { ConfigError, readConfig } from './config.ts';
import { MigrationError } from './db/migrate.ts';
import { FolderInUse } from './trial/folder-lock.ts';
import { DomainError } from './domain/errors.ts';
import { knownServer } from './trial/server-file.ts';

/** What a person can cure; null for our own mistakes. */
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
  if (error instanceof SuppressedError) return reasonOf(error.suppressed) ?? reasonOf(error.error);
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'PORT: another program listens there already';
  if (code === 'EADDRNOTAVAIL') return `HOST: ${message}`;
  if (isPooler(code, message)) {
    return `DATABASE_URL: a connection pooler refuses our connections’ settings (${message}). Set DATABASE_POOLER=transaction, or connect to Postgres directly`;
  }
  if (UNREACHABLE.test(code ?? '') || REFUSED.test(message ?? '')) {
    return `DATABASE_URL: ${message || code}`;
  }
  if (UNABLE.test(code ?? '')) return `the database: ${message}`;
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
  const trouble = folderTrouble(error as FolderError);
  if (trouble !== null) return `DATA_DIR: ${trouble}`;
  // A failed query wraps the database's error.
  return error instanceof Error && error.cause !== undefined ? reasonOf(error.cause) : null;
}

/** The network, who logs in, and TLS. */
const UNREACHABLE =
  /^(08...|28...|3D000|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ERR_TLS_\w+|\w*(CERT|SIGNATURE)\w*)$/;
/** node-postgres' own errors. */
const REFUSED =
  /timeout exceeded when trying to connect|Connection terminated|does not support SSL connections/;
/** A standby, a full disk, no connection left, or a shutdown. */
const UNABLE = /^(25006|53...|57P0.|58...)$/;

/** A transaction pooler refuses settings and loses prepared statements. */
const isPooler = (code: string | undefined, message: string): boolean =>
  (code === '08P01' && /startup parameter/.test(message)) || code === '26000' || code === '42P05';

type FolderError = NodeJS.ErrnoException & { errno?: number };

/** Emscripten's errno, all that PGlite's file system tells. */
const NUMBERED: Record<number, string> = {
  2: 'may not be written',
  19: 'the disk quota is used up',
  51: 'the disk is full',
  69: 'the file system is read-only',
};

/** Where Node's code doesn't tell. */
function folderTrouble({ name, code, errno, syscall, message }: FolderError): string | null {
  if (name === 'ErrnoError') return NUMBERED[errno ?? 0] ?? null;
  // Also for a read-only file system.
  if (code === 'ENOENT' && syscall === 'mkdir') return `${message}; is it read-only?`;
  return code === 'ERR_SQLITE_ERROR' ? `its lock can’t be taken: ${message}` : null;
}

const FILE_TROUBLES: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS']);

/** What a person can cure becomes a line on stderr. */
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
