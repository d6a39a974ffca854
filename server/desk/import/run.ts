import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { Progress } from '../../import/job.ts';
import type { DeskRequest } from '../frame.ts';

/** An import that this process records or undoes. */
interface Run {
  what: string;
  done: number;
  of: number;
  /** Why it has failed. */
  failed: string | null;
}

/** How long a form waits for the end; the page that follows shows the progress. */
const WAITS_MS = 3_000;

const plainText = (error: unknown): string =>
  error instanceof DomainError ? error.message : say().csv.failed;

/** Work that may outlast its request: a proxy gives up earlier. A crash leaves nothing recorded. */
export function createRuns() {
  const runs = new Map<string, Run>();
  const ofImport = (id: string): Run | null => runs.get(id) ?? null;
  return {
    isOn: (id: string): boolean => ofImport(id)?.failed === null,
    hasFailed: (id: string): boolean => (ofImport(id)?.failed ?? null) !== null,
    /** How far it is; null where nothing runs. */
    progressOf: (id: string): Run | null => (ofImport(id)?.failed === null ? ofImport(id) : null),
    /** Said once, on the page that was waiting for the end. */
    failureOf: (id: string): string | null => {
      const failed = ofImport(id)?.failed ?? null;
      if (failed !== null) runs.delete(id);
      return failed;
    },
    /** Waits a moment for the end, and throws what ends it by then. */
    begin: async (
      { request }: DeskRequest,
      id: string,
      work: (progress: Progress) => Promise<void>,
    ): Promise<void> => {
      if (ofImport(id)?.failed === null) throw new DomainError('conflict', say().csv.busy);
      const run: Run = { what: 'rows', done: 0, of: 1, failed: null };
      runs.set(id, run);
      const ended = work((what, done, of) => Object.assign(run, { what, done, of })).then(
        () => void runs.delete(id),
        (error: unknown) => {
          run.failed = plainText(error);
          if (!(error instanceof DomainError)) {
            request.log.error({ err: error }, 'an import failed');
          }
          throw error;
        },
      );
      try {
        await Promise.race([ended, sleep(WAITS_MS, undefined, { ref: false })]);
      } catch (error) {
        runs.delete(id);
        throw error;
      }
      ended.catch(() => {});
    },
  };
}
export type Runs = ReturnType<typeof createRuns>;
