import type { Context } from '../context.ts';
import { tryLock } from '../db/sql.ts';
import { addDays, today, type Day } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { FetchFailed, fetchRates } from './fetch.ts';
import { MACHINE } from '../actor.ts';
import { importRates, type RatesAnswer } from './import.ts';
import { newestRateOn } from './reference.ts';
import { ratesText } from './unzip.ts';

/** Fetches the ECB's newest rates by itself. */
export interface DailyRates {
  /** Looks whether newer rates are due, and fetches them if so; never fails. */
  turn: () => Promise<void>;
  /** Takes a turn now and one each hour. */
  start: () => void;
  stop: () => Promise<void>;
  /** Why the last turn failed; null when it did not. */
  failure: () => string | null;
}

interface Log {
  info: (facts: object, message: string) => void;
  warn: (facts: object, message: string) => void;
}

const EACH_MS = 3_600_000;

/** An arbitrary number of our own: one replica at a time fetches. */
const FETCH_LOCK = 7_305_681_209n;

/** 15:15 UTC: the ECB publishes at about 16:00 in Frankfurt, an hour or two ahead of it. */
const PUBLISHED_AFTER_MS = 15.25 * 3_600_000;

/**
 * The day whose rates should be out by now: today's from the afternoon on, and Friday's over a weekend.
 * On a bank holiday there are none, so that each turn of that day asks in vain.
 */
export function expectedRateOn(now: Date): Day {
  const day = today(new Date(now.getTime() - PUBLISHED_AFTER_MS));
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0) return addDays(day, -2);
  return weekday === 6 ? addDays(day, -1) : day;
}

/**
 * The rates at RATES_URL, fetched on whichever replica gets there first once newer ones are due. The
 * table itself says what is done, so nothing is lost by a crash: before the import's commit nothing
 * is there and the next turn fetches again; after it, nothing is due. A failure, which is logged once
 * a turn and thus once an hour, leaves the rates that there are. Without RATES_URL nothing goes out.
 */
export function createDailyRates(ctx: Context, log: Log): DailyRates {
  const { ratesUrl } = ctx.config;
  const stopped = new AbortController();
  let failure: string | null = null;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const fetchDue = async (url: string): Promise<RatesAnswer | null> => {
    const newest = await newestRateOn(ctx.db);
    if (newest !== null && newest >= expectedRateOn(ctx.now())) return null;
    const text = ratesText(await fetchRates(url, stopped.signal));
    return importRates(ctx, MACHINE, text);
  };
  const turn = async (): Promise<void> => {
    if (ratesUrl === null) return;
    try {
      // The lock first: another replica may have fetched them a moment ago.
      const answer = await alone(ctx, () => fetchDue(ratesUrl));
      failure = null;
      if (answer) log.info(answer, 'reference rates fetched');
    } catch (error) {
      if (stopped.signal.aborted) return;
      // Anybody may read it: a failed query's own words hold what it asked.
      const isPlain = error instanceof DomainError || error instanceof FetchFailed;
      failure = isPlain ? error.message : 'see the log';
      log.warn({ err: error }, 'the reference rates could not be fetched');
    }
  };
  const next = (): void => {
    running = running.then(turn);
  };
  return {
    turn,
    start: () => {
      if (ratesUrl === null) return;
      next();
      timer = setInterval(next, EACH_MS).unref();
    },
    stop: async () => {
      clearInterval(timer);
      stopped.abort();
      await running;
    },
    failure: () => failure,
  };
}

/**
 * Runs `work` on one replica at a time; null where another one is at it. The lock goes with its own
 * transaction, which holds nothing else: should its connection break, `work` may run twice, which the
 * import takes. The embedded database has one session, which a slow server must not hold, and no
 * replicas.
 */
async function alone<T>(ctx: Context, work: () => Promise<T>): Promise<T | null> {
  if (ctx.engine === 'embedded') return work();
  return ctx.db.transaction(async (tx) => ((await tryLock(tx, FETCH_LOCK)) ? work() : null));
}
