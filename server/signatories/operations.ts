import { z } from 'zod';
import { SIGNATORY_KINDS, type SIGNATORY_STATUSES } from '../domain/signatory.ts';
import { operationsOf } from '../http/operation.ts';
import { next, seq, signatoryId } from '../openapi/shapes.ts';
import { listInput } from './list.ts';
import { profileAnswer } from './schemas.ts';

const signatory = z
  .strictObject({
    id: signatoryId,
    kind: z.enum(SIGNATORY_KINDS),
    name: z.string(),
    ...profileAnswer,
    verifiedDomain: z
      .string()
      .nullable()
      .describe('The domain of the website, if the signatory confirmed an email address there.'),
  })
  .meta({ id: 'Signatory', description: 'A published signatory whose name is public.' });

const decided = <S extends (typeof SIGNATORY_STATUSES)[number]>(status: S) =>
  z.strictObject({ id: signatoryId, status: z.literal(status) });

export const operations = operationsOf({
  listSignatories: {
    summary: 'List the published signatories whose names are public',
    description: 'Organisations first, then people, each in the order they were published.',
    query: listInput,
    answers: { 200: z.strictObject({ signatories: z.array(signatory), next }) },
    refuses: ['busy'],
  },
  publishSignatory: {
    summary: 'Publish a pending signature',
    description: 'The signature counts from now on. Its name appears if it is public.',
    answers: { 201: decided('published').extend({ seq }) },
    refuses: ['conflict'],
  },
  rejectSignatory: {
    summary: 'Reject a signature',
    description:
      'Rejecting a published signature adds a ledger entry that removes it from the count. The signatory’s pending pledges are rejected too. Refused while the signatory has an accepted pledge. If the address is confirmed, it gets the reason by email.',
    answers: { 201: decided('rejected') },
    refuses: ['conflict'],
  },
  askSignatory: {
    summary: 'Ask a signatory a question',
    description:
      'The signatory gets the question by email. The signature shows it until the signatory changes something or you decide. Refused if the address isn’t confirmed.',
    answers: { 201: decided('pending') },
    refuses: ['conflict'],
  },
});
