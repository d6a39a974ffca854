import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { day, line, lines, webAddress } from '../http/text.ts';

/** A country's code. */
export const country = z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters (ISO 3166)');

const facts = {
  kind: z.enum(['person', 'organisation']),
  name: line(200),
  role: line(200).optional(),
  affiliation: line(200)
    .optional()
    .describe('Identifies a person. It doesn’t mean the organisation signs.'),
  url: webAddress.optional(),
  country: country.optional().describe('ISO 3166, two capital letters.'),
  statement: lines(2000).optional(),
};

const email = z
  .email({ error: ({ input }) => (input ? 'must be an e-mail address' : 'is missing') })
  .max(254, 'has more than 254 characters')
  .describe('Never shown. Each address can sign once.');

/** A signature by the API. */
export const signInput = z.strictObject({
  ...facts,
  email,
  public: z.boolean().describe('Whether the name is public.'),
});
export type SignInput = z.infer<typeof signInput>;

export const rejectInput = z.strictObject({
  reason: lines(1000)
    .optional()
    .describe('The signatory gets it by email. Without a reason there is no email.'),
});

/** A signatory in an initiative file: it may lack an address, and is public unless it says not. */
export const signatoryFile = z.strictObject({
  key: line(80),
  ...facts,
  email: email.optional(),
  public: z.boolean().default(true),
  signedOn: day.optional(),
});

/** Providers that deliver name+anything@ to name@, by what they say of themselves. */
const PLUS_DOMAINS: ReadonlySet<string> = new Set(
  `fastmail.com fastmail.fm gmail.com hotmail.com icloud.com live.com mac.com me.com outlook.com pm.me
  proton.me protonmail.com`.split(/\s+/),
);

/**
 * One signature for each mailbox: what two addresses that reach the same one have in common, where
 * that is certain. Case does not tell two apart, nor how a domain's letters are written, nor what
 * follows a plus at the providers above, nor a dot at Gmail, which has two names. It is kept with
 * the signature: one that was made by an earlier rule keeps its own.
 */
export function emailKey(address: string): string {
  const folded = address.normalize('NFC').toLowerCase();
  const at = folded.lastIndexOf('@');
  const written = folded.slice(at + 1);
  const ascii = domainToASCII(written) || written;
  const domain = ascii === 'googlemail.com' ? 'gmail.com' : ascii;
  const typed = folded.slice(0, at);
  const name = PLUS_DOMAINS.has(domain) ? typed.replace(/(?<=.)\+.*$/, '') : typed;
  return `${domain === 'gmail.com' ? name.replaceAll('.', '') : name}@${domain}`;
}

/**
 * What two names have in common that a reader takes for one: their letters and digits, whatever
 * their case and width.
 */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
