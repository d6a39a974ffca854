import { z } from 'zod';
import { day, gpuHours, money } from '../openapi/shapes.ts';

export const initiativeNames = z.strictObject({
  name: z.string(),
  demonstration: z.boolean().describe('Whether all of it is made up.'),
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
    allSites: z.int().min(0).describe('The most GPUs secured on each of 30 consecutive days.'),
    largestSite: z.int().min(0).describe('Of these, those at the one site that has most.'),
    from: day.nullable().describe('The first of the 30 days; null while there are none.'),
  })
  .meta({ id: 'GpusSecured' });

const inUse = { gpus: z.string().describe('A decimal: GPU-seconds of jobs ÷ 86,400 a day.') };

export const gpusInUse = z
  .strictObject({
    averageLastMonth: z.strictObject({ month: z.string().describe('As 2026-03.'), ...inUse }),
    peakDay: z.strictObject({ on: day, ...inUse }),
  })
  .nullable()
  .meta({
    id: 'GpusInUse',
    description:
      'GPUs that metered jobs kept busy, by the deliveries of the ledger: of the last whole month before the checkpoint and of the busiest day, bought ones included; use of hours that are kept available is not among it. Null while nothing was metered.',
  });

/** domain/figures.ts, as it is answered. */
export const figures = z.strictObject({
  funding: z
    .strictObject({
      currency: z.string().describe('ISO 4217.'),
      target: money.nullable(),
      secured: money.describe('received + committed: the headline.'),
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
    description: 'Given compute in GPU-hours of any model; what was bought is no contribution.',
  }),
  h100eHours: hours.meta({
    id: 'H100eHourFigures',
    description: 'The same in H100-equivalents: dense BF16 peak ÷ 989.4 TFLOPS.',
  }),
  signatories: z
    .strictObject({ published: z.int().min(0), organisations: z.int().min(0) })
    .meta({ id: 'SignatoryCounts' }),
});
