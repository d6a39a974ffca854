import { randomUUID } from 'node:crypto';
import { readConfig, type Config } from '../config.ts';
import { FolderInUse } from './folder-lock.ts';
import { DomainError, type FieldError } from '../domain/errors.ts';
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
  /** The body isn’t JSON but a file's bytes. */
  isFile?: boolean;
  read?: (response: Response) => Promise<T>;
}): Promise<T> {
  const config = readConfig();
  try {
    return await work.here(config);
  } catch (error) {
    const server = error instanceof FolderInUse ? knownServer(config.dataDir) : null;
    if (!server) throw error;
    process.stderr.write(`muster: asking the server at ${server.url}\n`);
    const response = await ask(`${server.url}${work.path}`, server.token, bodyOf(work));
    return work.read ? work.read(response) : (response.json() as Promise<T>);
  }
}

/** What is sent, and as what. A file goes out while it is read. */
function bodyOf({ body, isFile = false }: { body: () => unknown; isFile?: boolean }) {
  return isFile
    ? { type: 'application/octet-stream', body: body() as ReadableStream, duplex: 'half' as const }
    : { type: 'application/json', body: JSON.stringify(body()) };
}

async function ask(
  url: string,
  token: string,
  { type, ...body }: ReturnType<typeof bodyOf>,
): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': type,
      'idempotency-key': randomUUID(),
    },
    ...body,
  });
  if (response.ok) return response;
  const { detail, errors } = (await response.json()) as Problem;
  throw new DomainError('conflict', detail, { fields: errors ?? [] });
}
