import { z } from 'zod';
import { NOTICE_VERSION } from '../domain/signatory.ts';
import { say } from '../domain/say.ts';
import { newPledge } from '../pledges/schemas.ts';
import { signInput } from '../signatories/schemas.ts';

export const signUpInput = signInput
  .extend({
    adult: z.literal(true, { error: () => say().me.adultsOnly }).describe('“I am 18 or over.”'),
    notice: z
      .literal(NOTICE_VERSION, { error: () => say().me.otherNotice(NOTICE_VERSION) })
      .describe('The version of the privacy notice that you agree to. It is on the page /sign.'),
    news: z.boolean().optional().describe('Whether the initiative may email news to the address.'),
    pledge: newPledge.optional(),
  })
  .meta({ id: 'SignUp', description: 'A signature to confirm by email.' });
export type SignUpInput = z.infer<typeof signUpInput>;

/** From the public, or from an admin who enters a signature. */
export const signInputs = z.union([signUpInput, signInput]);

export const linkInput = z.strictObject({
  email: signInput.shape.email,
  next: z
    .string()
    .regex(/^\/(me|pledge\/(funding|compute))(\/[\w/-]*)?$/, {
      error: () => say().me.nextElsewhere,
    })
    .optional()
    .describe('The page that the link leads to. The default is /me.'),
});
export type LinkInput = z.infer<typeof linkInput>;

export const sessionInput = z.strictObject({
  token: z.string().max(100).describe('The `token` in the emailed link.'),
});
