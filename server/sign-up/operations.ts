import { z } from 'zod';
import { SIGNATORY_STATUSES } from '../domain/signatory.ts';
import type { PostOperation } from '../http/api.ts';
import { signatoryId } from '../openapi/shapes.ts';

const pending = z.literal('pending');

export const sign: PostOperation = {
  id: 'sign',
  tag: 'Signing and pledging',
  summary: 'Sign',
  description:
    'By the public: a mail goes to the address, and nothing counts before its link is used. The answer is the same for an address that has signed already, so that nobody learns who has. By an admin, who enters it for somebody: it waits to be published, and the id is answered. The address is never shown.',
  refuses: ['closed', 'conflict', 'too-many', 'no-longer-offered'],
  answers: {
    201: {
      text: 'Taken, for an admin.',
      schema: z.strictObject({ id: signatoryId, status: pending }),
    },
    202: { text: 'Taken, for the public.', schema: z.strictObject({ status: pending }) },
  },
};

export const askForLink: PostOperation = {
  id: 'askForLink',
  tag: 'Signing and pledging',
  summary: 'Ask for a link to sign in',
  description:
    'It goes to the address, if that has signed; the answer is the same if not. A link works once, for 15 minutes. In an hour one network can have five emails sent to an address, and all networks together 20. Send a session’s token as the bearer, or ask from a network where the address signed in before, and these limits do not hold you up.',
  refuses: ['too-many'],
  answers: { 202: { text: 'Taken.', schema: z.strictObject({ status: z.literal('sent') }) } },
};

export const openSession: PostOperation = {
  id: 'openSession',
  tag: 'Signing and pledging',
  summary: 'Use the link of a mail: confirm, and sign in',
  description:
    'What the link was sent for is done: a sign-up becomes a signature, with its pledge. `session` is the bearer token of what is yours, for thirty days. The Idempotency-Key must be a secret of at least 16 characters that is made for this call: the same again, while the link is valid, gets the same session.',
  refuses: ['link-spent', 'closed', 'conflict', 'too-many'],
  answers: {
    201: {
      text: 'Signed in.',
      schema: z.strictObject({
        session: z.string().describe('The bearer token. It is not stored, and not shown again.'),
        signatory: z.strictObject({ id: signatoryId, status: z.enum(SIGNATORY_STATUSES) }),
        next: z.string().nullable().describe('The page that the link leads on to.'),
      }),
    },
  },
};
