import { z } from 'zod';
import {
  REVIEW_REASONS,
  SIGNATORY_KINDS,
  SIGNATORY_STATUSES,
  STATEMENT_STATUSES,
} from '../domain/signatory.ts';
import type { PostOperation } from '../http/api.ts';
import type { Operation } from '../http/operation.ts';
import { instant, signatoryId } from '../openapi/shapes.ts';
import { profileAnswer } from '../signatories/schemas.ts';

const text = z.string().nullable();
const status = z.enum(SIGNATORY_STATUSES);

const me = z
  .strictObject({
    signature: z.strictObject({
      id: signatoryId,
      status,
      kind: z.enum(SIGNATORY_KINDS),
      name: z.string(),
      ...profileAnswer,
      statementStatus: z
        .enum(STATEMENT_STATUSES)
        .nullable()
        .describe('An admin reviews a statement before it appears.'),
      public: z.boolean(),
      email: text,
      signedAt: instant,
      confirmedAt: instant.nullable(),
      publishedAt: instant.nullable(),
      verifiedDomain: text.describe(
        'The domain of `url`, if you confirmed an email address there.',
      ),
      review: z.array(z.enum(REVIEW_REASONS)).describe('Why an admin must review it.'),
      notice: text.describe('The version of the privacy notice you agreed to.'),
      consentedAt: instant.nullable(),
      newsSince: instant.nullable().describe('Since when the initiative may email you news.'),
      question: text.describe('An admin’s question, while the signature is pending.'),
      askedBackAt: instant.nullable(),
    }),
    sessions: z.array(
      z.strictObject({
        id: z.uuid(),
        browser: text,
        createdAt: instant,
        seenAt: instant.describe('When it was last used, to the hour.'),
        expiresAt: instant,
        isThis: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Me', description: 'Everything we keep about you.' });

export const getMe: Operation = {
  id: 'getMe',
  summary: 'Get your signature and your sessions',
  access: 'signatory',
  answers: { 200: me },
};

const changed = (id: string, summary: string, description: string): PostOperation => ({
  id,
  summary,
  description,
  answers: { 201: z.strictObject({ id: signatoryId, status }) },
  refuses: ['conflict', 'closed', 'confirm-again'],
});

export const editSignature = changed(
  'editSignature',
  'Edit your details',
  'Fields you leave out stay as they are. Null removes a field. A name can’t change.',
);
export const withdrawSignature = changed(
  'withdrawSignature',
  'Withdraw your signature',
  'Your signature no longer counts, and your name no longer appears. Refused while any of your pledges is outstanding. Needs a session opened in the last 15 minutes.',
);
export const signAgain = changed(
  'signAgain',
  'Sign again after a withdrawal',
  'As with a new signature, yours is published at once or an admin reviews it first. A signature that never counted waits for an admin. If an admin or a file entered you, send `adult` and `notice` to consent.',
);

export const askForAddress: PostOperation = {
  id: 'askForAddress',
  summary: 'Change your email address',
  description:
    'Sends a link to the new address. When you use the link, the new address replaces the old one and all your sessions end. The old address is told at once. Ending a session cancels the link. Needs a session opened in the last 15 minutes.',
  answers: { 202: z.strictObject({ status: z.literal('sent') }) },
  refuses: ['confirm-again', 'too-many'],
};

export const endSession: PostOperation = {
  id: 'endSession',
  summary: 'End one of your sessions',
  answers: { 201: z.strictObject({ status: z.literal('ended') }) },
};
