import { z } from 'zod';
import { operationsOf } from '../http/operation.ts';
import { SIGNATORY_STATUSES } from '../domain/signatory.ts';
import { signatoryId } from '../openapi/shapes.ts';

const pending = z.literal('pending');

export const operations = operationsOf({
  sign: {
    summary: 'Sign',
    description:
      'Without a token, the address gets an email, and nothing counts until somebody uses the link in it. The answer never tells whether an address has signed. An admin can enter a signature for somebody else. That signature waits to be published. The address is never shown.',
    answers: {
      201: z
        .strictObject({ id: signatoryId, status: pending })
        .describe('The signature that an admin entered.'),
      202: z.strictObject({ status: pending }).describe('We have emailed a link to the address.'),
    },
    refuses: ['closed', 'conflict', 'too-many', 'no-longer-offered'],
  },
  askForLink: {
    summary: 'Get a link to sign in',
    description:
      'The link goes to the address if it has signed. The answer is the same if it hasn’t. A link works once, within 15 minutes. In an hour, one network can have five emails sent to an address, and all networks together 20. These limits don’t apply if you send a session’s token, or ask from a network where the address signed in before.',
    answers: { 202: z.strictObject({ status: z.literal('sent') }) },
    refuses: ['too-many'],
  },
  openSession: {
    summary: 'Use the link in an email: confirm and sign in',
    description:
      'Confirms what the link was sent for: a sign-up becomes a signature, with its pledge. `session` is your bearer token for 30 days. For the Idempotency-Key, make a new secret of at least 16 characters. If you repeat the call with that key while the link is valid, you get the same session.',
    answers: {
      201: z.strictObject({
        session: z.string().describe('The bearer token. We don’t store it or show it again.'),
        signatory: z.strictObject({ id: signatoryId, status: z.enum(SIGNATORY_STATUSES) }),
        next: z.string().nullable().describe('The page that the link leads to.'),
      }),
    },
    refuses: ['link-spent', 'closed', 'conflict', 'too-many'],
  },
});
