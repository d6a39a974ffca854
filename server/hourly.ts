import { DomainError } from './domain/errors.ts';

/** What is done by itself, as far as it is due. */
export interface Hourly {
  /** Does what is due now; never fails. */
  turn: () => Promise<void>;
  /** Takes a turn now and one each hour. */
  start: () => void;
  /** Takes a turn in a moment, once it was started: several of these share one. */
  nudge: () => void;
  /** Cuts off the turn under way, and waits for its end. */
  stop: () => Promise<void>;
  /** Why the last turn failed; null when it did not. Anybody may read it. */
  failure: () => string | null;
}

export interface Log {
  info: (facts: object, message: string) => void;
  warn: (facts: object, message: string) => void;
}

interface Work {
  /** Does what is due, until `stopped`; null where nothing ever is. */
  work: ((stopped: AbortSignal) => Promise<void>) | null;
  /** What the log says of a failure. */
  failed: string;
  /** Whether a failure's own words are for anybody, besides those of the domain's refusals. */
  isPlain?: (error: Error) => boolean;
}

const EACH_MS = 3_600_000;
const NUDGED_MS = 1_000;

export function createHourly(log: Log, { work, failed, isPlain = () => false }: Work): Hourly {
  let failure: string | null = null;
  const stopped = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let nudged: NodeJS.Timeout | undefined;
  let isQueued = false;

  const turn = async (): Promise<void> => {
    if (stopped.signal.aborted) return;
    try {
      await work?.(stopped.signal);
      failure = null;
    } catch (error) {
      if (stopped.signal.aborted) return;
      // A failed query's own words hold what it asked.
      const isTold = error instanceof DomainError || (error instanceof Error && isPlain(error));
      failure = isTold ? error.message : 'see the log';
      log.warn({ err: error }, failed);
    }
  };
  /** However long a turn takes, at most one more waits for it. */
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
    start: () => {
      if (work === null) return;
      next();
      timer = setInterval(next, EACH_MS).unref();
    },
    nudge: () => {
      if (timer === undefined) return;
      nudged ??= setTimeout(() => {
        nudged = undefined;
        next();
      }, NUDGED_MS).unref();
    },
    stop: async () => {
      clearInterval(timer);
      clearTimeout(nudged);
      stopped.abort();
      await running;
    },
    failure: () => failure,
  };
}
