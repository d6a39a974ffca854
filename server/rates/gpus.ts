import { asc, desc } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/db.ts';
import { gpuFactor, gpuPrice } from '../db/compute.ts';
import { BASES, GPUS } from '../domain/asset.ts';
import { day } from '../openapi/shapes.ts';

/** What GPUs are counted as and what an hour of one costs, for whoever shows it. */

export type Factor = typeof gpuFactor.$inferSelect;

/** All factors, model by model as the software lists them, each in the order of its days. */
export async function readFactors(reader: Db | Tx): Promise<Factor[]> {
  const rows = await reader.select().from(gpuFactor).orderBy(asc(gpuFactor.holdsFrom));
  const byModel = Map.groupBy(rows, ({ model }) => model);
  return GPUS.flatMap(({ code }) => byModel.get(code) ?? []);
}

export const factorJson = ({ createdAt, url, holdsFrom, ...factor }: Factor) => ({
  ...factor,
  url,
  holdsFrom: createdAt === null ? null : holdsFrom,
});

export type Price = typeof gpuPrice.$inferSelect;

/** The price of the newest day, of two of that day the one that was given later; null without one. */
export async function newestPrice(reader: Db | Tx): Promise<Price | null> {
  const { pricedOn, id } = gpuPrice;
  const [row] = await reader.select().from(gpuPrice).orderBy(desc(pricedOn), desc(id)).limit(1);
  return row ?? null;
}

export const priceJson = ({ perHour, pricedOn, source, url }: Price) => ({
  perHour,
  pricedOn,
  source,
  url,
});

const source = { source: z.string(), url: z.string().nullable() };

/** rates/gpu-factor.ts, as it is answered. */
export const factorShape = z
  .strictObject({
    model: z.string(),
    tflops: z
      .string()
      .describe('The dense peak of one GPU. Divide by 989.4 to get H100-equivalents.'),
    basis: z.enum(BASES),
    ...source,
    holdsFrom: day.nullable().describe('Null means from the beginning.'),
  })
  .meta({ id: 'GpuFactor' });

/** rates/gpu-price.ts, as it is answered. */
export const priceShape = z
  .strictObject({
    perHour: z
      .string()
      .describe('The price of one H100 for an hour, in major units of the initiative’s currency.'),
    pricedOn: day,
    ...source,
  })
  .meta({ id: 'GpuPrice' });
