import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { gpuPrice } from '../db/compute.ts';
import { namesChanged } from '../db/names.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import { checkNotInFuture } from '../domain/day.ts';
import { canonicalRate } from '../domain/quantity.ts';
import { day, decimal, line, webAddress } from '../http/text.ts';
import { priceJson } from './gpus.ts';

/** What an hour of an H100 costs on a day, with where that is from. */
export const priceInput = z.strictObject({
  perHour: decimal
    .refine(
      (text) => canonicalRate(text) !== null,
      'must be a positive decimal number such as "2.00"',
    )
    .describe('The price of one H100 for an hour, in major units of the initiative’s currency.'),
  pricedOn: day,
  source: line(200).describe('Where the price is from.'),
  url: webAddress.optional(),
});
export type PriceInput = z.infer<typeof priceInput>;

/**
 * Records a price. It counts nothing: the public reads by it what the secured money would buy. Throws
 * `invalid-input`.
 */
export const givePrice = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  input: PriceInput,
): Promise<Answer> =>
  writeAs(
    ctx,
    actor,
    key,
    { right: 'record', act: 'price.give', object: input.pricedOn },
    async (tx) => {
      checkNotInFuture(input.pricedOn, ctx.now(), 'pricedOn');
      const { url = null, pricedOn, source } = input;
      const perHour = canonicalRate(input.perHour)!;
      const price = { id: uuidv7(), perHour, pricedOn, source, url, createdAt: ctx.now() };
      await tx.insert(gpuPrice).values(price);
      await namesChanged(tx);
      return { status: 201, body: priceJson(price) };
    },
  );
