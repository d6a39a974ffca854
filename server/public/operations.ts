import { z } from 'zod';
import type { Operation } from '../http/operation.ts';
import { BASES } from '../domain/totals.ts';
import { day, gpuHours, instant, money, next, root, seq } from '../openapi/shapes.ts';
import { entriesInput } from './entries.ts';

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

const progress = z
  .strictObject({
    initiative: initiativeNames,
    asOf: z.strictObject({
      size: z.int().min(1).describe('The number of ledger entries that the figures are made from.'),
      root,
      at: instant,
    }),
    funding: figures.shape.funding,
    compute: z.strictObject({
      targetGpus: z.int().min(1).nullable(),
      basis: z.enum(BASES).describe('Whether `targetGpus` counts GPUs at one site or at all.'),
      gpusSecured,
      gpusAtOneSite: z
        .strictObject({ gpus: z.int().min(0), from: day.nullable() })
        .describe(
          'The most GPUs that one site has secured on 30 days in a row, and the first of them.',
        ),
      gpusInUse,
      gpuHours: figures.shape.gpuHours,
      h100eHours: figures.shape.h100eHours,
    }),
    signatories: figures.shape.signatories,
  })
  .meta({ id: 'Progress', description: 'The public figures, computed from one checkpoint.' });

export const getProgress: Operation = {
  id: 'getProgress',
  summary: 'Get the public figures, as of the newest checkpoint',
  description:
    'Poll with the ETag. `secured` is received + committed. The headline leaves out pledged, waiting and disputed amounts. Money is in the initiative’s currency at reference rates.',
  cached: true,
  answers: { 200: progress },
  refuses: ['not-found'],
};

export const getCheckpoint: Operation = {
  id: 'getCheckpoint',
  tag: 'Checking',
  summary: 'Get the signed note of the newest checkpoint',
  description:
    'A C2SP tlog-checkpoint, signed with Ed25519: the log’s origin, the number of entries and their root. The ledger page shows the public key.',
  cached: true,
  answers: {
    200: z
      .string()
      .regex(/^\S+\n\d+\n[A-Za-z0-9+/]{43}=\n\n(— \S+ [A-Za-z0-9+/]+={0,2}\n)+$/)
      .meta({ contentMediaType: 'text/plain' }),
  },
  refuses: ['not-found'],
};

const entries = z.strictObject({
  entries: z.array(
    z.strictObject({
      seq,
      leaf: z.string().describe('The exact bytes. The leaf hash is SHA-256(0x00 ‖ leaf).'),
    }),
  ),
  next,
});

export const listEntries: Operation = {
  id: 'listEntries',
  tag: 'Checking',
  summary: 'List the ledger’s entries',
  description:
    'In the order of `seq`, without gaps. The checkpoint of size N signs the root of the RFC 6962 tree over the first N leaves. Leaves give quantities in minor units (cents, GPU-seconds). They have no names, addresses or free text.',
  query: entriesInput,
  answers: { 200: entries },
  refuses: ['busy'],
};

export const getHealth: Operation = {
  id: 'getHealth',
  tag: 'Operations',
  summary: 'Check that the process answers',
  answers: { 200: z.strictObject({ status: z.literal('ok') }) },
};

const status = z.string().describe('`ready`, or why not.');
const writeReadiness = z.strictObject({ status }).meta({ id: 'WriteReadiness' });
const readiness = z
  .strictObject({
    status,
    warnings: z
      .array(z.string())
      .optional()
      .describe('What an operator should know. Only with a token.'),
  })
  .meta({ id: 'Readiness' });

export const getWriteReadiness: Operation = {
  id: 'getWriteReadiness',
  tag: 'Operations',
  summary: 'Check that this server takes writes',
  description:
    'Tries what a write needs, at most once a second. Use it for alerts. An orchestrator should ask `/readyz`, or it restarts a server that can still serve pages.',
  answers: {
    200: writeReadiness.describe('The server takes writes.'),
    503: writeReadiness.describe('The server takes no writes: `status` says why.'),
  },
  refuses: ['unavailable'],
};

export const getReadiness: Operation = {
  id: 'getReadiness',
  tag: 'Operations',
  summary: 'Check that this server serves the page',
  description:
    'For orchestrators. The server keeps the page in memory, so this is 200 while the database is down. A token with the right “view” also gets the warnings that the desk shows.',
  access: 'either',
  answers: {
    200: readiness.describe('The server serves the page.'),
    503: readiness.describe('There is no page to serve.'),
  },
  refuses: ['unavailable'],
};
