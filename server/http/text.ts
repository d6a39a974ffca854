import { z } from 'zod';
import { isDay } from '../domain/day.ts';
import { say } from '../domain/say.ts';

/** Control characters, letters like nothing, heaps of marks, invisible formats. Scripts and emoji need joiners. */
const UNSAFE =
  /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|(?![\u200c\u200d])\p{Cf}|\p{M}{9}/u;

const MARKS = [
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
  ['efbbbf', 'utf-8'],
] as const;

/** The character set that a file's first bytes show. */
export function markedCharset(bytes: Buffer): string | undefined {
  const hex = bytes.subarray(0, 3).toString('hex');
  return MARKS.find(([mark]) => hex.startsWith(mark))?.[1];
}

/** Postgres stores no NUL, and no half of a character. */
const UNSTORABLE = /[\0\p{Cs}]/u;

export const isStorable = (text: string): boolean => !UNSTORABLE.test(text);

const empty = { error: () => say().http.empty };
const tooLong = (most: number) => ({ error: () => say().http.tooLong(most) });

/** Names the first character that is refused, and its place. */
const safe = (lines: boolean) => (text: string, check: z.RefinementCtx) => {
  const found = UNSAFE.exec(lines ? text.replaceAll('\n', ' ') : text);
  if (!found) return;
  const code = found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  check.addIssue(say().http.unsafe(`U+${code}`, found.index + 1));
};
const hasContent = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** More marks in a row than any script has. To order them takes a time that grows with the square of their number. */
const HEAP = /\p{M}{33}/u;

/** In Unicode's composed form (NFC), but for heaps of marks, which `line` and `lines` refuse. */
export const composed = (text: string): string => (HEAP.test(text) ? text : text.normalize('NFC'));

/** Composed and trimmed. */
export const line = (max: number) =>
  z
    .string()
    .transform((text) => composed(text).trim())
    .pipe(
      z
        .string()
        .min(1, { ...empty, abort: true })
        .max(max, tooLong(max))
        .superRefine(safe(false))
        .refine(hasContent, { error: () => say().http.noLetter }),
    )
    .meta({ minLength: 1, maxLength: max });

export const lines = (max: number) =>
  z
    .string()
    .transform((text) => composed(text).replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, empty).max(max, tooLong(max)).superRefine(safe(true)))
    .meta({ minLength: 1, maxLength: max });

export const webAddress = z
  .url({ protocol: /^https?$/, error: () => say().http.notWebAddress })
  .max(500, tooLong(500))
  .refine((text) => !URL.parse(text)?.username && !URL.parse(text)?.password, {
    error: () => say().http.namesUser,
  })
  .superRefine(safe(false));

export const day = z
  .string()
  .refine(isDay, { error: () => say().http.notDay })
  .meta({ format: 'date' });

export const decimal = z
  .string({
    error: ({ input }) => (input === undefined ? say().http.missing : say().http.notQuoted),
  })
  .min(1, { ...empty, abort: true })
  .max(40);

export const questionInput = z.strictObject({
  question: lines(1000).describe('The person gets it by email and sees it until you decide.'),
});
