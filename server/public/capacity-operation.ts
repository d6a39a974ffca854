import { z } from 'zod';
import type { Operation } from '../http/operation.ts';
import { day, instant, root } from '../openapi/shapes.ts';
import { gpusSecured } from './operations.ts';
import { capacityInput } from './capacity-answer.ts';

const gpus = z.int().min(0);

const counts = z.strictObject({
  secured: gpus.optional().describe('Agreed in writing, at all sites, including bought GPUs.'),
  largestSite: gpus.optional().describe('Secured GPUs at the largest site.'),
  bought: gpus.optional().describe('Secured GPUs that the initiative’s own money bought.'),
  pledged: gpus.optional().describe('Pledged GPUs. No headline includes them.'),
  largestPledged: gpus
    .optional()
    .describe('Pledged GPUs at the site with most of them, which may be another site.'),
});

const step = counts
  .extend({ on: day.describe('The first day. The step lasts until the next one.'), h100e: counts })
  .meta({
    id: 'CapacityStep',
    description: 'GPUs at once, and the same in whole H100-equivalents.',
  });

const ofStages = z.strictObject({ secured: gpus.optional(), pledged: gpus.optional() });
const steps = z.array(ofStages.extend({ on: day, h100e: ofStages }));

const held = z.strictObject({ secured: gpus, pledged: gpus });

const site = z
  .strictObject({
    site: z
      .string()
      .nullable()
      .describe('The site’s code in the ledger. Null for all other sites together.'),
    name: z.string().nullable().describe('Null if no pledge at the site shows its giver.'),
    held: held
      .extend({ h100e: held })
      .describe('The most GPUs held on 30 days in a row, for each stage.'),
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
    basis: z.string().describe('How H100-equivalents are computed.'),
    gpusSecured,
    h100eSecured: z
      .strictObject({ allSites: gpus, largestSite: gpus })
      .describe('The same GPUs in H100-equivalents.'),
    gpusPledged: gpus.describe('The most GPUs pledged on 30 days in a row.'),
    h100ePledged: gpus,
    atTarget: z
      .strictObject({ allSites: atTarget, largestSite: atTarget })
      .nullable()
      .describe('How many days reach the target: at all sites, and at one site.'),
    steps: z.array(step),
    models: z.array(z.strictObject({ model: z.string(), steps })).optional(),
    sites: z
      .array(site)
      .max(51)
      .optional()
      .describe('The 50 largest sites, largest first, then all others together.'),
  })
  .meta({ id: 'Capacity', description: 'GPUs at once, computed from one checkpoint.' });

export const getCapacity: Operation = {
  id: 'getCapacity',
  summary: 'Get the number of GPUs at once over time',
  description:
    'A step lasts until the next one. After the last step there are no GPUs. With `from`, the first step begins on that day. GPUs at different sites make no single cluster, so each step also gives the largest site. H100-equivalents are rounded to whole GPUs, half to even. Availability lowers hours, not GPUs.',
  cached: true,
  query: capacityInput,
  answers: { 200: capacity },
  refuses: ['not-found'],
};
