import { z } from 'zod';
import { day, line, lines, webAddress } from '../http/text.ts';

const facts = {
  kind: z.enum(['person', 'organisation']),
  name: line(200),
  role: line(200).optional(),
  affiliation: line(200)
    .optional()
    .describe('It identifies a person; the organisation does not sign by it.'),
  url: webAddress.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two capital letters (ISO 3166)')
    .optional()
    .describe('ISO 3166, two capital letters.'),
  statement: lines(2000).optional(),
};

const email = z
  .email('must be an e-mail address')
  .max(254, 'has more than 254 characters')
  .describe('Never shown; one signature for each.');

/** A signature by the API. */
export const signInput = z.strictObject({
  ...facts,
  email,
  public: z.boolean().describe('Whether the name is shown.'),
});
export type SignInput = z.infer<typeof signInput>;

/** A signatory in an initiative file: it may lack an address, and is public unless it says not. */
export const signatoryFile = z.strictObject({
  key: line(80),
  ...facts,
  email: email.optional(),
  public: z.boolean().default(true),
  signedOn: day.optional(),
});

/** One signature for each address: case does not tell two apart. */
export const emailKey = (address: string): string => address.normalize('NFC').toLowerCase();
