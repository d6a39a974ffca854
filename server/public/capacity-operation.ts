import { z } from 'zod';
import type { Operation } from '../openapi/operation.ts';
import { day, instant, root } from '../openapi/shapes.ts';
import { gpusSecured } from './answers.ts';
import { capacityInput } from './capacity-answer.ts';

const gpus = z.int().min(0);

const counts = z.strictObject({
  secured: gpus
    .optional()
    .describe('Agreed in writing, over all sites; bought ones are among them.'),
  largestSite: gpus.optional().describe('Of these, those at the one site that has most.'),
  bought: gpus.optional().describe('Of these, those bought with the initiative’s own money.'),
  pledged: gpus.optional().describe('In no headline.'),
  largestPledged: gpus
    .optional()
    .describe('Of these, those at the one site that has most of them: perhaps another one.'),
});

const step = counts
  .extend({ on: day.describe('From this day on, until the next step’s.'), h100e: counts })
  .meta({ id: 'CapacityStep', description: 'GPUs at once, and their whole H100-equivalents.' });

const ofStages = z.strictObject({ secured: gpus.optional(), pledged: gpus.optional() });
const steps = z.array(ofStages.extend({ on: day, h100e: ofStages }));

const held = z.strictObject({ secured: gpus, pledged: gpus });

const site = z
  .strictObject({
    site: z
      .string()
      .nullable()
      .describe('Its code in the ledger; null for all others together, which are no one cluster.'),
    name: z.string().nullable().describe('Null where no pledge that shows its giver is at it.'),
    held: held
      .extend({ h100e: held })
      .describe('The most on each of 30 consecutive days, each stage for itself.'),
    models: z.array(z.string()),
    steps,
  })
  .meta({ id: 'SiteCapacity' });

const atTarget = z.strictObject({
  days: z.int().min(0),
  firstOn: day.nullable(),
});

const capacity = z
  .strictObject({
    asOf: z.strictObject({ size: z.int().min(1), root, at: instant }),
    targetGpus: z.int().min(1).nullable(),
    basis: z.string().describe('What H100-equivalents are, and by which factor.'),
    gpusSecured,
    h100eSecured: z
      .strictObject({ allSites: gpus, largestSite: gpus })
      .describe('What of them is held on those days in H100-equivalents.'),
    gpusPledged: gpus.describe('The most pledged on each of 30 consecutive days.'),
    h100ePledged: gpus,
    atTarget: z
      .strictObject({ allSites: atTarget, largestSite: atTarget })
      .nullable()
      .describe('On how many days the target is reached, over all sites and on one; of all days.'),
    steps: z.array(step),
    models: z.array(z.strictObject({ model: z.string(), steps })).optional(),
    sites: z
      .array(site)
      .max(51)
      .optional()
      .describe('At most 50, the one that holds most first, then the others together.'),
  })
  .meta({ id: 'Capacity', description: 'GPUs at once: a pure function of one checkpoint.' });

export const getCapacity: Operation = {
  id: 'getCapacity',
  tag: 'Public reads',
  summary: 'How many GPUs at once, by the days on which that changes',
  description:
    'A step holds until the next one; after the last there is nothing. With `from`, what holds on that day begins there. GPUs at different sites make no one cluster, so the largest site of each stage is told beside. H100-equivalents are whole GPUs, half to even; their largest sites are those that have most of them. Availability lowers hours and not GPUs.',
  cached: true,
  query: capacityInput,
  refuses: ['not-found'],
  answers: { 200: { text: 'The curve.', schema: capacity } },
};
