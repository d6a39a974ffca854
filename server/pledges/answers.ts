import { z } from 'zod';
import { CURRENCIES, GPUS } from '../domain/asset.ts';
import { GRADES } from '../domain/evidence.ts';
import { STAGES, VERBS } from '../domain/stage.ts';
import {
  batch,
  day,
  gpuHours,
  gpuSeconds,
  money,
  next,
  ref,
  seq,
  window,
} from '../openapi/shapes.ts';

const currency = z
  .enum(CURRENCIES.map(({ code }) => code))
  .meta({ id: 'Currency', description: 'ISO 4217.' });
const gpu = z.enum(GPUS.map(({ code }) => code)).meta({ id: 'Gpu', description: 'A GPU model.' });

const place = z
  .enum(['outside', ...STAGES])
  .meta({ id: 'Place', description: 'A stage, or `outside`: where amounts come from.' });

/** json.ts: a quantity and its base, of money or of compute. */
const amounts = {
  amount: money.describe('In the currency of the pledge.'),
  base: money.describe('In the initiative’s currency, at the reference rate of the terms.'),
};
const hours = {
  gpuHours: gpuHours.describe('In hours of the GPU model itself.'),
  gpuSeconds,
  h100eHours: gpuHours.describe('In H100-equivalents.'),
};

const facts = {
  seq,
  verb: z.enum([...VERBS, 'reverse']),
  from: place,
  to: place,
  occurredOn: day.describe('The day in the real world.'),
  grade: z.enum(GRADES).describe('What stands behind it.'),
  reverses: seq.optional().describe('The movement that this one takes back.'),
};
const ofMoney = z.strictObject({ ...facts, asset: currency, ...amounts });
const ofCompute = z.strictObject({
  ...facts,
  asset: gpu,
  ...hours,
  windows: z.array(window).optional().describe('The GPUs that move; none where hours alone do.'),
});

const movement = z.union([ofMoney, ofCompute]).meta({
  id: 'Movement',
  description: 'An amount of one pledge moves from one stage to another, for ever.',
});

const listed = { ref, batch };
const listedMovement = z
  .union([ofMoney.extend(listed), ofCompute.extend(listed)])
  .meta({ id: 'ListedMovement', description: 'A movement, with its pledge and its batch.' });

export const movementPage = z.strictObject({ movements: z.array(listedMovement), next });

export const recorded = z
  .strictObject({ batch, movements: z.array(movement).min(1) })
  .meta({ id: 'Recorded', description: 'The movements of this call, to be reversed together.' });

export const decided = (status: 'pending' | 'rejected') =>
  z.strictObject({ ref, status: z.literal(status) });

const heldMoney = z.strictObject(amounts).meta({ id: 'HeldMoney' });
const heldCompute = z.strictObject(hours).meta({ id: 'HeldCompute' });

const perStage = <T extends z.ZodType>(held: T) =>
  z.strictObject(Object.fromEntries(STAGES.map((stage) => [stage, held])));

const shown = {
  ref,
  signatory: z
    .string()
    .nullable()
    .describe('The giver’s name; null where the pledge or the giver hides it.'),
  site: z.string().nullable(),
  windows: z.array(window).nullable(),
  condition: z
    .strictObject({
      kind: z.literal('threshold'),
      metric: z.enum(['funding', 'gpuHours', 'organisations']),
      counts: z.enum(['committed', 'pledged']),
      reaches: z
        .string()
        .describe('In minor units of the initiative’s currency, GPU-seconds, or organisations.'),
      by: day.nullable(),
    })
    .meta({ id: 'Condition', description: 'What a pledge waits for.' })
    .nullable(),
};
const shownMoney = z.strictObject({
  ...shown,
  kind: z.literal('funding'),
  asset: currency,
  source: z.null(),
  stages: perStage(heldMoney),
});
const shownCompute = z.strictObject({
  ...shown,
  kind: z.literal('compute'),
  asset: gpu,
  source: z.enum(['given', 'bought']).describe('What was bought is no contribution.'),
  stages: perStage(heldCompute),
});

const terms = {
  grant: z
    .strictObject({ from: day, to: day })
    .nullable()
    .describe('The days of a grant that is stated in hours only.'),
  firm: z.boolean().describe('Whether it is signed already, though it waits for its condition.'),
  instalments: z.array(z.strictObject({ dueOn: day, amount: money })),
  rate: z
    .strictObject({
      num: z.string(),
      den: z.string(),
      on: day.nullable(),
      source: z.string().describe('ECB; ADMIN; PAR for the own currency; BF16 for GPUs.'),
      sourceText: z.string().nullable().describe('Where an admin’s rate is from.'),
      sourceUrl: z.string().nullable(),
      stale: z.boolean().describe('Whether it was older than ten days at acceptance.'),
    })
    .describe('Base per unit, as a fraction of two decimal strings, fixed at acceptance.'),
  movements: z.array(listedMovement).describe('The first hundred.'),
  next: next.describe('The `cursor` of GET /api/v1/movements?ref=… for those after these.'),
};

export const pledge = z
  .discriminatedUnion('kind', [shownMoney.extend(terms), shownCompute.extend(terms)])
  .meta({ id: 'Pledge', description: 'An accepted pledge, and where its amounts stand.' });

const acceptedOn = day.describe('The day of its first acceptance.');
const listedPledge = z
  .discriminatedUnion('kind', [
    shownMoney.extend({ acceptedOn, total: heldMoney }),
    shownCompute.extend({ acceptedOn, total: heldCompute }),
  ])
  .meta({
    id: 'ListedPledge',
    description: 'An accepted pledge in a list; `total` is all it came to, whatever became of it.',
  });

export const pledgePage = z.strictObject({ pledges: z.array(listedPledge), next });
