import { z } from 'zod';
import { day, gpuHours, money } from '../openapi/shapes.ts';

export const initiativeNames = z.strictObject({
  name: z.string(),
  demonstration: z.boolean().describe('Whether everything here is made up.'),
  closed: z.boolean().describe('Whether signing and pledging are over.'),
});

const hours = z.strictObject({
  secured: gpuHours,
  delivered: gpuHours,
  committed: gpuHours,
  pledged: gpuHours,
});

export const gpusSecured = z
  .strictObject({
    allSites: z.int().min(0).describe('The most GPUs secured on 30 days in a row.'),
    largestSite: z.int().min(0).describe('The secured GPUs at the largest site.'),
    from: day.nullable().describe('The first of the 30 days. Null if no GPUs are secured.'),
  })
  .meta({ id: 'GpusSecured' });

const inUse = {
  gpus: z.string().describe('A decimal: the jobs’ GPU-seconds ÷ 86,400 for each day.'),
};

export const gpusInUse = z
  .strictObject({
    averageLastMonth: z.strictObject({ month: z.string().describe('Such as 2026-03.'), ...inUse }),
    peakDay: z.strictObject({ on: day, ...inUse }),
  })
  .nullable()
  .meta({
    id: 'GpusInUse',
    description:
      'GPUs that metered jobs kept busy, including bought GPUs: in the last full month before the checkpoint, and on the busiest day. Jobs on hours kept available don’t count here. Null if nothing was metered.',
  });

/** domain/figures.ts, as it is answered. */
export const figures = z.strictObject({
  funding: z
    .strictObject({
      currency: z.string().describe('ISO 4217.'),
      target: money.nullable(),
      secured: money.describe('received + committed. This is the headline.'),
      received: money,
      committed: money,
      pledged: money,
      waiting: money,
      withdrawn: money,
      lapsed: money,
      refunded: money,
      disputed: money,
    })
    .meta({ id: 'FundingFigures' }),
  gpuHours: hours.extend({ target: gpuHours.nullable() }).meta({
    id: 'GpuHourFigures',
    description: 'Given compute in GPU-hours of any model. Bought compute doesn’t count.',
  }),
  h100eHours: hours.meta({
    id: 'H100eHourFigures',
    description: 'The same in H100-equivalents: dense BF16 peak ÷ 989.4 TFLOPS.',
  }),
  signatories: z
    .strictObject({ published: z.int().min(0), organisations: z.int().min(0) })
    .meta({ id: 'SignatoryCounts' }),
});
