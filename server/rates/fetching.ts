import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import * as schema from '../db/schema.ts';
import { today } from '../domain/day.ts';
import { rateAge, type RatesState } from '../domain/rate-age.ts';
import { findInitiative, lockInitiative } from '../initiative/read.ts';
import type { UseCase } from '../use-case.ts';
import { newestRateOn } from './reference.ts';

export const ECB_URL = 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist-90d.xml';

/** Null for nowhere. */
export async function ratesAddress(
  { config, db }: Pick<Context, 'config' | 'db'>,
  ecbUrl = ECB_URL,
): Promise<string | null> {
  if (config.ratesUrl !== null) return config.ratesUrl === 'off' ? null : config.ratesUrl;
  return (await findInitiative(db))?.fetchRates ? ecbUrl : null;
}

export async function ratesState({
  config: { ratesUrl },
  db,
  now,
}: Pick<Context, 'config' | 'db' | 'now'>): Promise<RatesState> {
  const newestOn = await newestRateOn(db);
  return {
    newest: newestOn === null ? null : rateAge(newestOn, today(now())),
    override: ratesUrl === null ? null : ratesUrl === 'off' ? 'off' : 'on',
  };
}

export const fetchingInput = z.strictObject({ fetch: z.enum(['yes', 'no']) });

export const setFetching: UseCase<z.infer<typeof fetchingInput>> = (ctx, actor, key, { fetch }) => {
  const deed = { right: 'manage', act: 'rate.daily', object: null } as const;
  return writeAs(ctx, actor, key, { ...deed, facts: { fetchRates: fetch } }, async (tx) => {
    await lockInitiative(tx);
    await tx
      .update(schema.initiative)
      .set({ fetchRates: fetch === 'yes' })
      .where(eq(schema.initiative.id, 1));
    return { status: 201, body: { fetch } };
  });
};
