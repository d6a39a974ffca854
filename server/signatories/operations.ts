import { z } from 'zod';
import type { PostOperation } from '../http/api.ts';
import type { Operation } from '../openapi/operation.ts';
import { next, seq, signatoryId } from '../openapi/shapes.ts';
import { listInput } from './list.ts';

const text = z.string().nullable();

const signatory = z
  .strictObject({
    id: signatoryId,
    kind: z.enum(['person', 'organisation']),
    name: z.string(),
    role: text,
    affiliation: text.describe('It identifies a person; the organisation has not signed by it.'),
    url: text,
    country: text.describe('ISO 3166, two letters.'),
    statement: text,
    verifiedDomain: text.describe(
      'The domain of its web address, where its e-mail address was confirmed.',
    ),
  })
  .meta({ id: 'Signatory', description: 'A published signatory who shows itself.' });

export const listSignatories: Operation = {
  id: 'listSignatories',
  refuses: ['busy'],
  tag: 'Public reads',
  summary: 'The published signatories who show themselves',
  description: 'Organisations first, then people, each in the order of their publication.',
  query: listInput,
  answers: {
    200: {
      text: 'A page of signatories.',
      schema: z.strictObject({ signatories: z.array(signatory), next }),
    },
  },
};

const params = z.object({ id: signatoryId });

export const publishSignatory: PostOperation = {
  id: 'publishSignatory',
  tag: 'Admin',
  summary: 'Publish a pending signature',
  description: 'From then on it counts, and its name is shown if it is public.',
  params,
  refuses: ['conflict'],
  answers: {
    201: {
      text: 'Published; `seq` is its entry in the ledger.',
      schema: z.strictObject({ id: signatoryId, status: z.literal('published'), seq }),
    },
  },
};

export const rejectSignatory: PostOperation = {
  id: 'rejectSignatory',
  tag: 'Admin',
  summary: 'Reject a signature',
  description:
    'A published one is taken out of the count by an entry of its own. What waits of its pledges is rejected with it; refused while any of them stands. A reason is mailed to an address that was confirmed.',
  params,
  refuses: ['conflict'],
  answers: {
    201: {
      text: 'Rejected.',
      schema: z.strictObject({ id: signatoryId, status: z.literal('rejected') }),
    },
  },
};

export const askSignatory: PostOperation = {
  id: 'askSignatory',
  tag: 'Admin',
  summary: 'Ask a signatory back',
  description:
    'The question is mailed. The signature waits on, and shows it until its signatory changes something or it is decided on. Refused where no address was confirmed.',
  params,
  refuses: ['conflict'],
  answers: {
    201: {
      text: 'Asked.',
      schema: z.strictObject({ id: signatoryId, status: z.literal('pending') }),
    },
  },
};
