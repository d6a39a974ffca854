import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROJECT_ROOT } from '../../server/paths.ts';

export type Env = Record<string, string>;

/** As `npm start` runs it (scripts/launch/node.mjs). */
export const FLAGS = ['--disable-warning=ExperimentalWarning', '--liftoff-only'];
const READY_WITHIN_MS = 60_000;
const LOG_CHARACTERS = 20_000;

/** The built server as a process of its own. */
export interface Server {
  url: string;
  pid: number;
  /** Resolves once it listens; rejects with its log when it ends before that. */
  ready: Promise<void>;
  /** What it has printed, the last part of it. */
  log: () => string;
  /** kill -9: no handler runs, no buffer is flushed. */
  kill: () => Promise<void>;
  /** Ends it in good order; answers its exit code. */
  stop: () => Promise<number | null>;
}

/** Nothing of the caller's environment but what a program needs to run: no DATABASE_URL of theirs. */
export const ownEnv = (env: Env): Env => ({
  PATH: process.env['PATH'] ?? '',
  // Where the next process finds what this one has compiled.
  ...(process.env['NODE_COMPILE_CACHE'] && {
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
  }),
  ...env,
});

/** Starts dist/main.js on a free port; it ends with this process at the latest. */
export async function startServer(env: Env): Promise<Server> {
  const port = await freePort();
  const main = join(PROJECT_ROOT, 'dist/main.js');
  const child = spawn(process.execPath, [...FLAGS, main], {
    env: ownEnv({ ...env, PORT: String(port) }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endChild = (): void => void child.kill('SIGKILL');
  process.once('exit', endChild);
  const exited = once(child, 'exit').then(([code]) => {
    process.off('exit', endChild);
    return code as number | null;
  });
  let log = '';
  const listening = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        log = (log + chunk.toString()).slice(-LOG_CHARACTERS);
        if (/^muster: http/m.test(log)) resolve();
      });
    }
  });
  const fail = (why: string) => (): never => {
    throw new Error(`the server ${why}:\n${log}`);
  };
  const late = sleep(READY_WITHIN_MS, undefined, { ref: false }).then(fail('does not start'));
  const ready = Promise.race([listening, exited.then(fail('ended')), late]);
  // A server may be killed before anyone has asked whether it is ready.
  ready.catch(() => {});
  return {
    url: `http://localhost:${port}`,
    pid: child.pid!,
    ready,
    log: () => log,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
