import type { MessagePort, Transferable, Worker } from 'node:worker_threads';
import type { PGlite, Results } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Db } from './db.ts';
import type { Answered, Asked, Operations } from './embedded-worker.ts';
import * as schema from './schema.ts';
import { unpackError } from './threads.ts';

export interface EmbeddedConnection {
  db: Db;
  ask: <Name extends keyof Operations>(
    name: Name,
    args: Parameters<Operations[Name]>,
    transfer?: Transferable[],
  ) => ReturnType<Operations[Name]>;
}

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

export function connectEmbedded(port: MessagePort | Worker): EmbeddedConnection {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let isGone = false;
  port.on('message', (answered: Answered) => {
    const { resolve, reject } = waiting.get(answered.id)!;
    waiting.delete(answered.id);
    if (waiting.size === 0) port.unref();
    if ('error' in answered) reject(unpackError(answered.error));
    else resolve(answered.result);
  });
  port.unref();
  const end = (): void => {
    isGone = true;
    for (const { reject } of waiting.values()) reject(gone());
    waiting.clear();
  };
  for (const event of ['exit', 'close']) port.on(event, end);

  const ask = (name: keyof Operations, args: unknown[], transfer: Transferable[] = []) => {
    if (isGone) return Promise.reject(gone());
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const id = (asked += 1);
    waiting.set(id, { resolve, reject });
    port.ref();
    port.postMessage({ id, name, args } satisfies Asked, transfer);
    return promise;
  };
  const typed = ask as EmbeddedConnection['ask'];
  return { db: drizzle(clientOf(typed), { schema }), ask: typed };
}

/** Postgres' code for a server that has ended. */
const gone = (): Error =>
  Object.assign(new Error('the trial database has ended'), { code: '57P01' });

function clientOf(ask: EmbeddedConnection['ask']): PGlite {
  const session = (isInside: boolean) => ({
    query: (
      text: string,
      params: unknown[] = [],
      { rowMode = 'object' }: { rowMode?: 'object' | 'array' } = {},
    ): Promise<Results> => ask('query', [text, params, { rowMode, isInside }]),
  });
  const inside = session(true);
  const transaction = async <T>(work: (tx: typeof inside) => Promise<T>): Promise<T> => {
    await ask('begin', []);
    let result: T;
    try {
      result = await work(inside);
    } catch (error) {
      await ask('end', ['ROLLBACK']);
      throw error;
    }
    await ask('end', ['COMMIT']);
    return result;
  };
  return { ...session(false), transaction } as unknown as PGlite;
}
