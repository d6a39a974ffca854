import { z } from 'zod';
import type { Operation } from '../openapi/operation.ts';
import { entriesInput } from './entries.ts';
import { figures, gpusInUse, gpusSecured, initiativeNames } from './answers.ts';
import { instant, next, root, seq } from '../openapi/shapes.ts';

const { funding, gpuHours, h100eHours, signatories } = figures.shape;

const progress = z
  .strictObject({
    initiative: initiativeNames,
    asOf: z.strictObject({
      size: z.int().min(1).describe('The number of entries of the ledger behind all figures.'),
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
  .meta({ id: 'Progress', description: 'The public figures: a pure function of one checkpoint.' });

export const getProgress: Operation = {
  id: 'getProgress',
  tag: 'Public reads',
  summary: 'The public figures, of the newest checkpoint',
  description:
    'Poll it with its ETag. `secured` is received + committed; what is pledged, waits or is disputed is in no headline. Money is in the initiative’s currency at reference rates.',
  cached: true,
  refuses: ['not-found'],
  answers: { 200: { text: 'The figures.', schema: progress } },
};

export const getCheckpoint: Operation = {
  id: 'getCheckpoint',
  tag: 'Checking',
  summary: 'The signed note of the newest checkpoint',
  description:
    'C2SP tlog-checkpoint, signed with Ed25519: the log’s origin, the number of entries, their root. The key stands on the public page.',
  cached: true,
  refuses: ['not-found'],
  answers: {
    200: {
      text: 'The note.',
      type: 'text/plain',
      schema: z.string().regex(/^\S+\n\d+\n[A-Za-z0-9+/]{43}=\n\n(— \S+ [A-Za-z0-9+/]+={0,2}\n)+$/),
    },
  },
};

const entries = z.strictObject({
  entries: z.array(
    z.strictObject({
      seq,
      leaf: z
        .string()
        .describe('The exact bytes of the entry: its leaf hash is SHA-256(0x00 ‖ leaf).'),
    }),
  ),
  next,
});

export const listEntries: Operation = {
  id: 'listEntries',
  refuses: ['busy'],
  tag: 'Checking',
  summary: 'The ledger itself, entry by entry',
  description:
    'In the order of `seq`, without gaps. The RFC 6962 tree over the first N leaves has the root that the checkpoint of size N signs. Quantities in leaves are minor units (cents, GPU-seconds). A leaf holds no name, address or free text.',
  query: entriesInput,
  answers: { 200: { text: 'A page of entries.', schema: entries } },
};

export const getHealth: Operation = {
  id: 'getHealth',
  tag: 'Operations',
  summary: 'Whether the process answers',
  answers: {
    200: { text: 'It does.', schema: z.strictObject({ status: z.literal('ok') }) },
  },
};

const writeReadiness = z
  .strictObject({ status: z.string().describe('`ready`, or why not.') })
  .meta({ id: 'WriteReadiness' });

const readiness = z
  .strictObject({
    status: z.string().describe('`ready`, or why not.'),
    warnings: z
      .array(z.string())
      .optional()
      .describe('What an operator should know; none of it stops the service. Only with a token.'),
  })
  .meta({ id: 'Readiness' });

export const getWriteReadiness: Operation = {
  id: 'getWriteReadiness',
  tag: 'Operations',
  summary: 'Whether this server takes writes',
  description:
    'It tries what a write needs, at most once a second. Pages are served all the same. For alerts: an orchestrator should ask `/readyz`, or it restarts a server that can only read.',
  refuses: ['unavailable'],
  answers: {
    200: { text: 'It takes writes.', schema: writeReadiness },
    503: { text: 'It does not, and why.', schema: writeReadiness },
  },
};

export const getReadiness: Operation = {
  id: 'getReadiness',
  tag: 'Operations',
  summary: 'Whether this server serves the page',
  description:
    'For orchestrators. The page is served from memory, so this is 200 while the database is away. An API token with the right “view” is also told the warnings that the desk shows.',
  access: 'either',
  refuses: ['unavailable'],
  answers: {
    200: { text: 'It serves the page.', schema: readiness },
    503: { text: 'There is no page to serve.', schema: readiness },
  },
};
