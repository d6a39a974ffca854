import { randomUUID } from 'node:crypto';
import { readConfig, type Config } from './config.ts';
import { FolderInUse } from './db/folder-lock.ts';
import { DomainError, type FieldError } from './domain/errors.ts';
import { knownServer } from './server-file.ts';

/** A refusal as the server words it. */
interface Problem {
  type: string;
  detail: string;
  errors?: FieldError[];
}

/**
 * Does a command's work on the ledger: here, when the database can be opened; on the trial database
 * of a running server, which alone may open it, by asking that server at the address it left.
 */
export async function onLedger<T>(work: {
  here: (config: Config) => Promise<T>;
  path: string;
  body: () => unknown;
  read?: (response: Response) => Promise<T>;
}): Promise<T> {
  const config = readConfig();
  try {
    return await work.here(config);
  } catch (error) {
    const server = error instanceof FolderInUse ? knownServer(config.dataDir) : null;
    if (!server) throw error;
    process.stderr.write(`muster: asking the server at ${server.url}\n`);
    const response = await ask(`${server.url}${work.path}`, server.token, work.body());
    return work.read ? work.read(response) : (response.json() as Promise<T>);
  }
}

async function ask(url: string, token: string, body: unknown): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  });
  if (response.ok) return response;
  const { detail, errors } = (await response.json()) as Problem;
  throw new DomainError('conflict', detail, { fields: errors ?? [] });
}
