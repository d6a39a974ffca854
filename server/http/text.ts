import { z } from 'zod';
import { isDay } from '../domain/day.ts';

/**
 * What people may type. Control characters (but the line break where lines are allowed) and the
 * bidirectional overrides, which make a text read as another one, are refused rather than dropped.
 */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Co}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/u;

const safe = (text: string, lines: boolean): boolean =>
  !UNSAFE.test(lines ? text.replaceAll('\n', '') : text);

const unsafeMessage = 'has control or text-direction characters';

/** One line of text, in Unicode's composed form (NFC), trimmed. */
export const line = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1, 'must not be empty')
        .max(max, `has more than ${max} characters`)
        .refine((text) => safe(text, false), unsafeMessage),
    );

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
    );

export const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .max(500, 'has more than 500 characters')
  .refine((text) => safe(text, false), unsafeMessage);

export const day = z.string().refine(isDay, 'must be a day such as 2026-03-31');

export const decimal = z.string('must be a decimal number in quotes, such as "1250.50"').max(40);
