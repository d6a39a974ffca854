import { z } from 'zod';
import type { Operation } from '../http/operation.ts';
import { entriesInput } from './entries.ts';
import { figures, gpusInUse, gpusSecured, initiativeNames } from './answers.ts';
import { instant, next, root, seq } from '../openapi/shapes.ts';

const { funding, gpuHours, h100eHours, signatories } = figures.shape;

const progress = z
  .strictObject({
    initiative: initiativeNames,
    asOf: z.strictObject({
      size: z.int().min(1).describe('The number of ledger entries that the figures are made from.'),
      root,
      at: instant,
    }),
    funding,
    compute: z.strictObject({
      targetGpus: z.int().min(1).nullable(),
      gpusSecured,
      gpusInUse,
      gpuHours,
      h100eHours,
    }),
    signatories,
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
