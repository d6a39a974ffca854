import { MACHINE } from '../actor.ts';
import type { Context } from '../context.ts';
import { LOCKS } from '../db/locks.ts';
import { onOneReplica } from '../db/one-replica.ts';
import { addDays, today, type Day } from '../domain/day.ts';
import { createHourly, type Hourly, type Log } from '../hourly.ts';
import { FetchFailed, fetchRates } from './fetch.ts';
import { ECB_URL, ratesAddress } from './fetching.ts';
import { ratesText } from './file.ts';
import { importRates, type RatesAnswer } from './import.ts';
import { newestRateOn } from './reference.ts';

/** 15:15 UTC: the ECB publishes at about 16:00 in Frankfurt, an hour or two earlier. */
const PUBLISHED_AFTER_MS = 15.25 * 3_600_000;

/** The ECB publishes on weekdays; on a bank holiday the turns find nothing. */
export function expectedRateOn(now: Date): Day {
  const day = today(new Date(now.getTime() - PUBLISHED_AFTER_MS));
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0) return addDays(day, -2);
  return weekday === 6 ? addDays(day, -1) : day;
}

/** The table says what is done: before a crash's commit the next turn fetches again, after it nothing is due. */
export function createDailyRates(ctx: Context, log: Log, ecbUrl = ECB_URL): Hourly {
  const fetchDue = async (url: string, stopped: AbortSignal): Promise<RatesAnswer | null> => {
    const newest = await newestRateOn(ctx.db);
    if (newest !== null && newest >= expectedRateOn(ctx.now())) return null;
    return importRates(ctx, MACHINE, ratesText(await fetchRates(url, stopped)));
  };
  const work = async (stopped: AbortSignal): Promise<void> => {
    const url = await ratesAddress(ctx, ecbUrl);
    if (url === null) return;
    // Another replica may have fetched them a moment ago.
    const answer = await onOneReplica(ctx, LOCKS.fetchRates, () => fetchDue(url, stopped));
    if (answer) log.info(answer, 'reference rates fetched');
  };
  return createHourly(log, {
    work,
    failed: 'the reference rates could not be fetched',
    isPlain: (error) => error instanceof FetchFailed,
  });
}
