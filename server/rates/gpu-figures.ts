import { asc, desc } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { writeAs } from '../audit/audit.ts';
import type { Db, Tx } from '../db/db.ts';
import { gpuFactor, gpuPrice } from '../db/compute.ts';
import { namesChanged } from '../db/names.ts';
import { BASES, GPUS, isGpu, UNIT_GPU } from '../domain/asset.ts';
import { checkNotInFuture } from '../domain/day.ts';
import { conflict } from '../domain/errors.ts';
import { canonicalRate } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { day, decimal, line, webAddress } from '../http/text.ts';
import * as shapes from '../openapi/shapes.ts';
import type { UseCase } from '../use-case.ts';

type Factor = typeof gpuFactor.$inferSelect;

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

type Price = typeof gpuPrice.$inferSelect;

/** Of two on a day, the one given later. */
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

const sourceShape = { source: z.string(), url: z.string().nullable() };

export const factorShape = z
  .strictObject({
    model: z.string(),
    tflops: z
      .string()
      .describe('The dense peak of one GPU. Divide by 989.4 to get H100-equivalents.'),
    basis: z.enum(BASES),
    ...sourceShape,
    holdsFrom: shapes.day.nullable().describe('Null means from the beginning.'),
  })
  .meta({ id: 'GpuFactor' });

export const priceShape = z
  .strictObject({
    perHour: z
      .string()
      .describe('The price of one H100 for an hour, in major units of the initiative’s currency.'),
    pricedOn: shapes.day,
    ...sourceShape,
  })
  .meta({ id: 'GpuPrice' });

export const factorInput = z.strictObject({
  model: z
    .string()
    .refine(isGpu, { error: () => say().rates.notGpu })
    .refine((model) => model !== UNIT_GPU, { error: () => say().rates.unitGpu }),
  tflops: decimal
    .refine((text) => canonicalRate(text) !== null, {
      error: () => say().rates.notDecimal('989.4'),
    })
    .describe('The dense peak of one GPU. Figures with sparsity are twice that.'),
  basis: z
    .enum(BASES)
    .describe('The number format of the peak. Use FP16 if the model has no BF16.'),
  holdsFrom: day.describe('Pledges accepted from this day on use it.'),
  source: line(200).describe('Where the figure is from.'),
  url: webAddress.optional(),
});

export const giveFactor: UseCase<z.infer<typeof factorInput>> = (ctx, actor, key, input) => {
  const object = `${input.model} ${input.holdsFrom}`;
  const deed = { right: 'record', act: 'factor.give', object } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const { url = null, ...given } = input;
    const tflops = canonicalRate(input.tflops)!;
    const factor = { ...given, tflops, url, createdAt: ctx.now() };
    const [added] = await tx.insert(gpuFactor).values(factor).onConflictDoNothing().returning();
    if (!added) throw conflict(say().rates.factorExists(factor.model, factor.holdsFrom));
    await namesChanged(tx);
    return { status: 201, body: factorJson(added) };
  });
};

export const priceInput = z.strictObject({
  perHour: decimal
    .refine((text) => canonicalRate(text) !== null, { error: () => say().rates.notDecimal('2.00') })
    .describe('The price of one H100 for an hour, in major units of the initiative’s currency.'),
  pricedOn: day,
  source: line(200).describe('Where the price is from.'),
  url: webAddress.optional(),
});

/** It counts nothing: pages show what the secured money would buy. */
export const givePrice: UseCase<z.infer<typeof priceInput>> = (ctx, actor, key, input) => {
  const deed = { right: 'record', act: 'price.give', object: input.pricedOn } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    checkNotInFuture(input.pricedOn, ctx.now(), 'pricedOn');
    const { url = null, pricedOn, source } = input;
    const perHour = canonicalRate(input.perHour)!;
    const price = { id: uuidv7(), perHour, pricedOn, source, url, createdAt: ctx.now() };
    await tx.insert(gpuPrice).values(price);
    await namesChanged(tx);
    return { status: 201, body: priceJson(price) };
  });
};
