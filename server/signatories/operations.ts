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
          },
        ],
        next: null,
      },
    },
  },
};

const pending = z.literal('pending');

export const sign: PostOperation = {
  id: 'sign',
  tag: 'Signing and pledging',
  summary: 'Sign',
  description:
    'The signature waits for an admin to publish it. The public is told only that: the same for an address that has signed already, so that nobody learns who has. An admin is told the id. The address is never shown.',
  refuses: ['closed', 'conflict'],
  answers: {
    201: {
      text: 'Taken, for an admin.',
      schema: z.strictObject({ id: signatoryId, status: pending }),
    },
    202: { text: 'Taken, for the public.', schema: z.strictObject({ status: pending }) },
  },
  examples: {
    'ada-signs': {
      summary: 'An admin enters Ada’s signature',
      body: {
        kind: 'person',
        name: 'Ada Example',
        role: 'Professor',
        affiliation: 'Example University',
        country: 'NO',
        email: 'ada@example.org',
        public: true,
      },
      status: 201,
      answer: { id: ADA, status: 'pending' },
    },
    'dee-signs': {
      summary: 'An admin enters Dee’s, which turns out to be a joke',
      body: { kind: 'person', name: 'Dee', email: 'dee@example.org', public: true },
      status: 201,
      answer: { id: DEE, status: 'pending' },
    },
    'bo-signs': {
      summary: 'Bo signs for an organisation, without a token',
      body: {
        kind: 'organisation',
        name: 'Bo Computing',
        email: 'bo@example.org',
        public: true,
      },
      withoutToken: true,
      status: 202,
      answer: { status: 'pending' },
    },
    'a-signature-with-wrong-fields': {
      summary: 'Every wrong field is named',
      body: { kind: 'robot', name: 'Dee', email: 'nobody', public: true, age: 7 },
      status: 400,
      answer: refusal(
        400,
        'invalid-input',
        'kind: must be one of person, organisation; email: must be an e-mail address; age: is not a known field',
        {
          errors: [
            { field: 'kind', message: 'must be one of person, organisation' },
            { field: 'email', message: 'must be an e-mail address' },
            { field: 'age', message: 'is not a known field' },
          ],
        },
      ),
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
    'A published one is taken out of the count by an entry of its own. Refused while any of its pledges stands.',
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
      body: {},
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
