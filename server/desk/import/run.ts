import { setTimeout as sleep } from 'node:timers/promises';
import { conflict, DomainError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { Progress } from '../../import/job.ts';
import type { DeskRequest } from '../frame.ts';

interface Run {
  /** Empty until it says what it does. */
  what: string;
  done: number;
  of: number;
  failure: DomainError | null;
}

/** How long a form waits for the end; the page that follows shows the progress. */
const WAITS_MS = 3_000;

const MOST_RUNS = 2;

/** Imports that this process records or undoes: a proxy gives up earlier. A crash leaves nothing recorded. */
export function createRuns() {
  const runs = new Map<string, Run>();
  /** Tells a failure once. */
  const take = (id: string): Run | null => {
    const run = runs.get(id) ?? null;
    if (run?.failure) runs.delete(id);
    return run;
  };
  return {
    take,
    /** Waits a moment for the end, and throws what failed by then. */
    begin: async (
      { request }: DeskRequest,
      id: string,
      work: (progress: Progress) => Promise<void>,
    ): Promise<void> => {
      const isRunning = ({ failure }: Run): boolean => failure === null;
      if (runs.has(id) && isRunning(runs.get(id)!)) throw conflict(say().csv.busy);
      // Each holds a connection, and waits for the one before it.
      if ([...runs.values()].filter(isRunning).length >= MOST_RUNS) {
        throw conflict(say().csv.othersRun);
      }
      const run: Run = { what: '', done: 0, of: 1, failure: null };
      runs.set(id, run);
      const ended = work((what, done, of) => Object.assign(run, { what, done, of })).then(
        () => void runs.delete(id),
        (error: unknown) => {
          const isOurs = error instanceof DomainError;
          if (!isOurs) request.log.error({ err: error }, 'an import failed');
          run.failure = isOurs ? error : conflict(say().csv.failed);
        },
      );
      await Promise.race([ended, sleep(WAITS_MS, undefined, { ref: false })]);
      if (run.failure) throw take(id)!.failure;
    },
  };
}
