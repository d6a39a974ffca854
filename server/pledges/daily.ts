import type { Context } from '../context.ts';
import { createHourly, type Hourly, type Log } from '../hourly.ts';
import { acceptTogether } from './accept-together.ts';

/** After midnight at UTC, on whichever replica comes first. */
export const createDailyAcceptance = (ctx: Context, log: Log): Hourly =>
  createHourly(log, {
    work: async () => {
      const accepted = await acceptTogether(ctx);
      if (accepted > 0) log.info({ accepted }, 'anonymous pledges were accepted together');
    },
    failed: 'anonymous pledges could not be accepted together',
  });
