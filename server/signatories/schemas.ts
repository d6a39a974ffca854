import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { perProfileField, type ProfileField } from '../domain/profile.ts';
import { say } from '../domain/say.ts';
import { SIGNATORY_KINDS } from '../domain/signatory.ts';
import { day, line, lines, webAddress } from '../http/text.ts';

export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: () => say().signatories.notCountry });

export const profileInput = perProfileField((_, { as, most, about }) => {
  const text = { line: line(most), lines: lines(most), url: webAddress, select: country }[as];
  return text.optional().describe(about);
}) as Record<ProfileField, z.ZodOptional<z.ZodType<string>>>;

export const profileAnswer = perProfileField((_, { about }) =>
  z.string().nullable().describe(about),
);

const facts = { kind: z.enum(SIGNATORY_KINDS), name: line(200), ...profileInput };

const email = z
  .email({
    error: ({ input }) => (input ? say().signatories.notEmail : say().signatories.emailMissing),
  })
  .max(254, { error: () => say().signatories.longEmail(254) })
  .describe('Never shown. Each address can sign once.');

export const signInput = z.strictObject({
  ...facts,
  email,
  public: z.boolean().describe('Whether the name is public.'),
});
export type SignInput = z.infer<typeof signInput>;

const contact = { contactName: line(200).optional(), contactEmail: email.optional() };

/** At the desk, for somebody who may have no address. */
export const enterInput = signInput.extend({ email: email.optional(), ...contact });
export type EnterInput = z.infer<typeof enterInput>;

/** Where an admin got something from: "phone". */
export const enteredInput = z.strictObject({ from: line(200), invite: z.boolean().default(false) });

export const rejectInput = z.strictObject({
  reason: lines(1000)
    .optional()
    .describe('The signatory gets it by email. Without a reason there is no email.'),
});

export const signatoryFile = z.strictObject({
  key: line(80),
  ...facts,
  email: email.optional(),
  public: z.boolean().default(true),
  signedOn: day.optional(),
});

/** They deliver name+anything@ to name@. */
const PLUS_DOMAINS: ReadonlySet<string> = new Set(
  `fastmail.com fastmail.fm gmail.com hotmail.com icloud.com live.com mac.com me.com outlook.com pm.me
  proton.me protonmail.com`.split(/\s+/),
);

/** The same for two addresses that certainly reach one mailbox. It is kept, so earlier keys stay. */
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

/** The same for two names that a reader takes for one. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
