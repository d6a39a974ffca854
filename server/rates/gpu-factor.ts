import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { gpuFactor } from '../db/compute.ts';
import { namesChanged } from '../db/names.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import { BASES, isGpu, UNIT_GPU } from '../domain/asset.ts';
import { DomainError } from '../domain/errors.ts';
import { canonicalRate } from '../domain/quantity.ts';
import { day, decimal, line, webAddress } from '../http/text.ts';
import { factorJson } from './gpus.ts';

/** What a GPU model is counted as from a day on, with where that is from. */
export const factorInput = z.strictObject({
  model: z
    .string()
    .refine(isGpu, 'must be a known GPU model, such as B200')
    .refine((model) => model !== UNIT_GPU, 'is the unit: it is one H100 by definition'),
  tflops: decimal
    .refine(
      (text) => canonicalRate(text) !== null,
      'must be a positive decimal number such as "989.4"',
    )
    .describe('The dense peak of one GPU. Figures with sparsity are twice that.'),
  basis: z
    .enum(BASES)
    .describe('The number format of the peak. Use FP16 if the model has no BF16.'),
  holdsFrom: day.describe('Pledges accepted from this day on use it.'),
  source: line(200).describe('Where the figure is from.'),
  url: webAddress.optional(),
});
export type FactorInput = z.infer<typeof factorInput>;

/**
 * Records what a model is counted as from a day on. What was accepted keeps the factor of its terms.
 * Throws `conflict` where the model has a factor of that day.
 */
export const giveFactor = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  input: FactorInput,
): Promise<Answer> =>
  writeAs(
    ctx,
    actor,
    key,
    { right: 'record', act: 'factor.give', object: `${input.model} ${input.holdsFrom}` },
    async (tx) => {
      const { url = null, ...given } = input;
      const tflops = canonicalRate(input.tflops)!;
      const factor = { ...given, tflops, url, createdAt: ctx.now() };
      const [added] = await tx.insert(gpuFactor).values(factor).onConflictDoNothing().returning();
      if (!added) {
        throw new DomainError(
          'conflict',
          `There is a factor of ${factor.model} from ${factor.holdsFrom}, and it stands.`,
        );
      }
      await namesChanged(tx);
      return { status: 201, body: factorJson(added) };
    },
  );
