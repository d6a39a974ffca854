import { writeFileSync } from 'node:fs';
import { parentPort, type MessagePort } from 'node:worker_threads';
import { messages, PGlite, protocol, types, type Results } from '@electric-sql/pglite';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { packError, type SentError } from './threads.ts';

/* On a thread of its own, because a statement takes the whole thread. All connections share one session. */

/** Long imports hold the session; whoever waits longer is refused. */
const WAIT_MS = 10_000;

let database: PGlite | null = null;
let lastTurn: Promise<void> = Promise.resolve();

const open = (): PGlite => {
  if (!database) throw new Error('the trial database is closed');
  return database;
};

/** Waits for the session; the caller gives it back by calling the result. */
async function takeTurn(): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const before = lastTurn;
  lastTurn = promise;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((give) => (timer = setTimeout(give, WAIT_MS, false)));
  const isFree = await Promise.race([before.then(() => true), late]);
  clearTimeout(timer);
  if (isFree) return resolve;
  void before.then(resolve);
  throw new DomainError('busy', say().http.trialBusy);
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const release = await takeTurn();
  try {
    return await work();
  } finally {
    release();
  }
}

/** Days and instants stay texts: drizzle parses them. */
const asText = (value: string): string => value;
const TEXTS = [types.TIMESTAMP, types.TIMESTAMPTZ, types.INTERVAL, types.DATE];
const TEXT_ARRAYS = [1115, 1182, 1185, 1187, 1231];
const parsers = Object.fromEntries([...TEXTS, ...TEXT_ARRAYS].map((type) => [type, asText]));

interface Connection {
  release: (() => void) | null;
  isClosed: boolean;
}

async function begin(connection: Connection): Promise<void> {
  const release = await takeTurn();
  try {
    if (connection.isClosed) throw new Error('the connection was closed');
    await open().exec('BEGIN');
    connection.release = release;
  } catch (error) {
    release();
    throw error;
  }
}

async function end(connection: Connection, how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
  const { release } = connection;
  try {
    await open().exec(how);
  } finally {
    connection.release = null;
    release?.();
  }
}

/** By the wire protocol: the application's role may not COPY to a file. */
async function copyToFile(statement: string, file: number): Promise<void> {
  const parser = new protocol.Parser();
  let failure: unknown = null;
  await open().execProtocolRawStream(protocol.serialize.query(statement), {
    syncToFs: false,
    onRawData: (data) => {
      if (failure) return;
      // Nothing may be thrown through the engine that calls this.
      try {
        const rows: Uint8Array[] = [];
        parser.parse(data, (message) => {
          if (message instanceof messages.DatabaseError) failure = message;
          else if (message instanceof messages.CopyDataMessage) rows.push(message.chunk);
        });
        writeFileSync(file, Buffer.concat(rows));
      } catch (error) {
        failure = error;
      }
    },
  });
  if (failure) throw failure;
}

/** PGlite fills all of Postgres' 128 MB of buffers with zeros, though the whole of a trial is smaller. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'];

const operationsOf = (connection: Connection) => ({
  make: async (folder: string, archive: Blob): Promise<void> =>
    (await PGlite.create(folder, { loadDataDir: archive, startParams })).close(),
  open: async (folder: string): Promise<void> => {
    database = await PGlite.create(folder, { startParams });
  },
  close: (): Promise<void> =>
    inTurn(async () => {
      await database?.close();
      database = null;
    }),
  query: (
    text: string,
    params: unknown[],
    { rowMode, isInside }: { rowMode: 'object' | 'array'; isInside: boolean },
  ): Promise<Results> => {
    const run = () => open().query(text, params, { rowMode, parsers }) as Promise<Results>;
    return isInside ? run() : inTurn(run);
  },
  script: (text: string): Promise<void> => inTurn(async () => void (await open().exec(text))),
  begin: () => begin(connection),
  end: (how: 'COMMIT' | 'ROLLBACK') => end(connection, how),
  copyToFile,
  archive: (): Promise<ArrayBuffer> =>
    inTurn(async () => (await open().dumpDataDir('gzip')).arrayBuffer()),
  connect: async (port: MessagePort): Promise<void> => serve(port),
});

export type Operations = ReturnType<typeof operationsOf>;
export interface Asked {
  id: number;
  name: keyof Operations;
  args: unknown[];
}
export type Answered = { id: number } & ({ result: unknown } | { error: SentError });

function serve(port: MessagePort): void {
  const connection: Connection = { release: null, isClosed: false };
  const operations = operationsOf(connection) as Record<string, (...args: unknown[]) => unknown>;
  const answer = (answered: Answered) => port.postMessage(answered);
  port.on('message', ({ id, name, args }: Asked) => {
    Promise.try(() => operations[name]!(...args)).then(
      (result) => answer({ id, result }),
      (error: unknown) => answer({ id, error: packError(error) }),
    );
  });
  // The other thread has ended, perhaps within a transaction.
  port.on('close', () => {
    connection.isClosed = true;
    if (connection.release) void end(connection, 'ROLLBACK');
  });
}

serve(parentPort!);
