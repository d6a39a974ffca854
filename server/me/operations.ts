import { z } from 'zod';
import { SIGNATORY_STATUSES, STATEMENT_STATUSES } from '../domain/signatory.ts';
import { REVIEW_REASONS } from '../domain/review.ts';
import type { PostOperation } from '../http/api.ts';
import type { Operation } from '../openapi/operation.ts';
import { instant, signatoryId } from '../openapi/shapes.ts';

const text = z.string().nullable();
const status = z.enum(SIGNATORY_STATUSES);

const me = z
  .strictObject({
    signature: z.strictObject({
      id: signatoryId,
      status,
      kind: z.enum(['person', 'organisation']),
      name: z.string(),
      role: text,
      affiliation: text,
      url: text,
      country: text,
      statement: text,
      statementStatus: z
        .enum(STATEMENT_STATUSES)
        .nullable()
        .describe('An admin reviews a statement before it is shown.'),
      public: z.boolean(),
      email: text,
      signedAt: instant,
      confirmedAt: instant.nullable(),
      publishedAt: instant.nullable(),
      verifiedDomain: text.describe('The domain of `url`, when the proved address is on it.'),
      review: z.array(z.enum(REVIEW_REASONS)).describe('Why it waits for an admin.'),
      notice: text.describe('The version of the notice that was consented to.'),
      consentedAt: instant.nullable(),
      question: text.describe('What an admin asks back, while it waits.'),
      askedBackAt: instant.nullable(),
    }),
    sessions: z.array(
      z.strictObject({
        id: z.uuid(),
        browser: text,
        createdAt: instant,
        seenAt: instant.describe('Its last use, to the hour.'),
        expiresAt: instant,
        isThis: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Me', description: 'All that is kept of the signatory who asks.' });

export const getMe: Operation = {
  id: 'getMe',
  tag: 'Signing and pledging',
  summary: 'Your signature and your sessions',
  access: 'signatory',
  answers: { 200: { text: 'All that is kept.', schema: me } },
};

const changed = (id: string, summary: string, description: string): PostOperation => ({
  id,
  tag: 'Signing and pledging',
  summary,
  description,
  refuses: ['conflict', 'closed', 'confirm-again'],
  answers: { 201: { text: 'Done.', schema: z.strictObject({ id: signatoryId, status }) } },
});

export const editSignature = changed(
  'editSignature',
  'Change your signature',
  'What is absent stays, null takes it away. A name cannot be changed.',
);
export const withdrawSignature = changed(
  'withdrawSignature',
  'Withdraw your signature',
  'It counts no more, and its name is shown nowhere. Refused while anything of your pledges is expected. Needs a session that was opened within a quarter of an hour.',
);
export const signAgain = changed(
  'signAgain',
  'Sign again after a withdrawal',
  'Published, or looked at by an admin, as a new signature is; one that never counted waits. Whom an admin or a file has entered consents by `adult` and `notice`.',
);

export const askForAddress: PostOperation = {
  id: 'askForAddress',
  tag: 'Signing and pledging',
  summary: 'Change your address',
  description:
    'Sends a link to the new one, which takes the old one’s place once it is used; all sessions end then. The old one is told at once, and ending a session takes the link back. Needs a session that was opened within a quarter of an hour.',
  refuses: ['confirm-again', 'too-many'],
  answers: { 202: { text: 'Sent.', schema: z.strictObject({ status: z.literal('sent') }) } },
};

export const endSession: PostOperation = {
  id: 'endSession',
  tag: 'Signing and pledging',
  summary: 'End one of your sessions',
  params: z.object({ id: z.uuid() }),
  answers: { 201: { text: 'Ended.', schema: z.strictObject({ status: z.literal('ended') }) } },
};
