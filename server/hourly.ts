import { DomainError } from './domain/errors.ts';

export type Hourly = ReturnType<typeof createHourly>;

export interface Log {
  info: (facts: object, message: string) => void;
  warn: (facts: object, message: string) => void;
}

interface Work {
  work: ((stopped: AbortSignal) => Promise<void>) | null;
  failed: string;
  /** Its own words are for anybody. */
  isPlain?: (error: Error) => boolean;
}

const EACH_MS = 3_600_000;
const NUDGED_MS = 1_000;

export function createHourly(log: Log, { work, failed, isPlain = () => false }: Work) {
  let failure: string | null = null;
  const stopped = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let nudged: NodeJS.Timeout | undefined;
  let isQueued = false;

  /** Never rejects. */
  const turn = async (): Promise<void> => {
    if (stopped.signal.aborted) return;
    try {
      await work?.(stopped.signal);
      failure = null;
    } catch (error) {
      if (stopped.signal.aborted) return;
      // A failed query's message has its parameters.
      const isTold = error instanceof DomainError || (error instanceof Error && isPlain(error));
      failure = isTold ? error.message : 'see the log';
      log.warn({ err: error }, failed);
    }
  };
  /** At most one turn waits for the one under way. */
  const next = (): void => {
    if (isQueued) return;
    isQueued = true;
    running = running.then(() => {
      isQueued = false;
      return turn();
    });
  };
  return {
    turn,
    /** A turn now, and each hour. */
    start: (): void => {
      if (work === null) return;
      next();
      timer = setInterval(next, EACH_MS).unref();
    },
    /** A turn in a moment, once started; several nudges share one. */
    nudge: (): void => {
      if (timer === undefined) return;
      nudged ??= setTimeout(() => {
        nudged = undefined;
        next();
      }, NUDGED_MS).unref();
    },
    stop: async (): Promise<void> => {
      clearInterval(timer);
      clearTimeout(nudged);
      stopped.abort();
      await running;
    },
    /** Of the last turn, in words for anybody. */
    failure: (): string | null => failure,
  };
}
