import { z } from 'zod';
import { isDay } from '../domain/day.ts';

/**
 * What people may type. Control characters (but the line break where lines are allowed), letters
 * that look like nothing, heaps of marks and invisible format characters, such as those that turn
 * the direction of a text and make it read as another one, are refused rather than dropped; joiners
 * are not, for scripts and emoji need them.
 */
const UNSAFE =
  /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|(?![\u200c\u200d])\p{Cf}|\p{M}{9}/u;

/** Postgres keeps no NUL in a text, and no half of a character. */
const UNSTORABLE = /[\0\p{Cs}]/u;

export const isStorable = (text: string): boolean => !UNSTORABLE.test(text);
export const UNSTORABLE_MESSAGE = 'has a NUL character, or half of a character';

const safe = (text: string, lines: boolean): boolean =>
  !UNSAFE.test(lines ? text.replaceAll('\n', '') : text);

const unsafeMessage = 'has control, invisible or text-direction characters';
const hasContent = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** One line of text, in Unicode's composed form (NFC), trimmed. */
export const line = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1, { error: 'must not be empty', abort: true })
        .max(max, `has more than ${max} characters`)
        .refine((text) => safe(text, false), unsafeMessage)
        .refine(hasContent, 'has no letter or digit'),
    )
    .meta({ minLength: 1, maxLength: max });

/** Several lines of text. */
export const lines = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(1, 'must not be empty')
        .max(max, `has more than ${max} characters`)
        .refine((text) => safe(text, true), unsafeMessage),
    )
    .meta({ minLength: 1, maxLength: max });

export const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .max(500, 'has more than 500 characters')
  .refine(
    (text) => !URL.parse(text)?.username && !URL.parse(text)?.password,
    'must not name a user',
  )
  .refine((text) => safe(text, false), unsafeMessage);

export const day = z
  .string()
  .refine(isDay, 'must be a day such as 2026-03-31')
  .meta({ format: 'date' });

export const decimal = z
  .string({
    error: ({ input }) =>
      input === undefined ? 'is missing' : 'must be a decimal number in quotes, such as "1250.50"',
  })
  .min(1, { error: 'must not be empty', abort: true })
  .max(40);

/** What an admin asks back of somebody. */
export const questionInput = z.strictObject({
  question: lines(1000).describe('The person gets it by email and sees it until you decide.'),
});
