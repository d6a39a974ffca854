import { randomUUID } from 'node:crypto';
import { readConfig, type Config } from '../config.ts';
import { FolderInUse } from './folder-lock.ts';
import { DomainError, type FieldError } from '../domain/errors.ts';
import { knownServer } from './server-file.ts';

interface Problem {
  type: string;
  detail: string;
  errors?: FieldError[];
}

/** Here, or by asking the running server that alone may open the trial database. */
export async function onLedger<T>(work: {
  here: (config: Config) => Promise<T>;
  path: string;
  body: () => unknown;
  /** A file's bytes, not JSON. */
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

/** A file goes out while it is read. */
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
