import { setImmediate } from 'node:timers/promises';
import { together } from './sql.ts';

export interface Ahead {
  /** Sends an insert while Postgres runs the one before. The caller goes on with the next rows. */
  begin: (insert: () => Promise<unknown>) => Promise<void>;
  /** When all rows are in. Throws what the first insert that failed threw. */
  done: () => Promise<unknown>;
}

/**
 * Postgres inserts while we plan: each has a processor of its own. It has the next insert already when it ends one.
 * Wait for `done` also where planning fails.
 */
export function insertAhead(): Ahead {
  let running: Promise<unknown> = Promise.resolve();
  let sent: Promise<unknown> = Promise.resolve();
  return {
    begin: async (insert) => {
      await running;
      running = sent;
      sent = insert();
      sent.catch(() => {});
      await setImmediate();
    },
    done: () => together([running, sent]),
  };
}
