import { z } from 'zod';
import { NOTICE_VERSION } from '../domain/signatory.ts';
import { newPledge } from '../pledges/schemas.ts';
import { signInput } from '../signatories/schemas.ts';

/** A signature by whom it is of: with consent and, if wished, a pledge that the same mail confirms. */
export const signUpInput = signInput
  .extend({
    adult: z
      .literal(true, 'must be true: only those who are 18 or over can sign')
      .describe('“I am 18 or over.”'),
    notice: z
      .literal(
        NOTICE_VERSION,
        `must be ${NOTICE_VERSION}, the version of the notice that is consented to`,
      )
      .describe('The version of the privacy notice that you agree to. It is on the page /sign.'),
    pledge: newPledge.optional(),
  })
  .meta({ id: 'SignUp', description: 'A signature to confirm by email.' });
export type SignUpInput = z.infer<typeof signUpInput>;

/** What POST /api/v1/signatories takes: of the public, or of an admin who enters it for somebody. */
export const signInputs = z.union([signUpInput, signInput]);

export const linkInput = z.strictObject({
  email: signInput.shape.email,
  next: z
    .string()
    .regex(
      /^\/(me|pledge\/(funding|compute))(\/[\w/-]*)?$/,
      'must be a page of a signatory, such as /me',
    )
    .optional()
    .describe('The page that the link leads to. The default is /me.'),
});
export type LinkInput = z.infer<typeof linkInput>;

export const sessionInput = z.strictObject({
  token: z.string().max(100).describe('The `token` in the emailed link.'),
});
