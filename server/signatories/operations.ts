import { z } from 'zod';
import type { PostOperation } from '../http/api.ts';
import type { Operation } from '../openapi/operation.ts';
import { next, seq, signatoryId } from '../openapi/shapes.ts';
import { ADA, DEE, refusal } from '../openapi/story.ts';
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
  examples: {
    'who-signed': {
      summary: 'Who signed',
      query: { limit: '10' },
      status: 200,
      answer: {
        signatories: [
          {
            id: ADA,
            kind: 'person',
            name: 'Ada Example',
            role: 'Professor',
            affiliation: 'Example University',
            url: null,
            country: 'NO',
            statement: null,
            verifiedDomain: null,
          },
        ],
        next: null,
      },
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
  examples: {
    'ada-is-published': {
      summary: 'Ada is published',
      params: { id: ADA },
      body: {},
      status: 201,
      answer: { id: ADA, status: 'published', seq: 1 },
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
  examples: {
    'dee-is-rejected': {
      summary: 'Dee is rejected',
      params: { id: DEE },
      body: { reason: 'Entered by mistake.' },
      status: 201,
      answer: { id: DEE, status: 'rejected' },
    },
    'nobody-is-rejected': {
      summary: 'There is no such signatory',
      params: { id: '00000000-0000-7000-8000-000000000000' },
      body: {},
      status: 404,
      answer: refusal(404, 'not-found', 'There is no such signatory.'),
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
  examples: {
    'dee-cannot-be-asked': {
      summary: 'Dee was entered by an admin, and has confirmed no address',
      params: { id: DEE },
      body: { question: 'Do you sign for yourself?' },
      status: 409,
      answer: refusal(409, 'conflict', 'Its address is not confirmed: no mail goes there.'),
    },
  },
};
