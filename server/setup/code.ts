import { createHash, timingSafeEqual } from 'node:crypto';
import { inGroups, randomCode, typedCode } from '../ledger/codes.ts';

/** Five bits each: 80 in all. */
const CODE_LENGTH = 16;
/** Enough for a person's slips; a program gets nowhere with them. */
const MAX_WRONG = 10;

/** The one-time code of a process: whoever started it reads it where it prints. */
export interface SetupCode {
  /** As it is printed, in groups of four. */
  text: string;
  /** `locked` in place of `wrong` after too many, until another start. */
  check: (given: string) => 'right' | 'wrong' | 'locked';
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

export function makeSetupCode(randomBytes: (size: number) => Buffer): SetupCode {
  const code = randomCode(randomBytes, CODE_LENGTH);
  const expected = sha256(code);
  let wrong = 0;
  return {
    text: inGroups(code),
    check(given) {
      // The right one is let in however many others were wrong: a stranger must not lock the owner out.
      if (timingSafeEqual(sha256(typedCode(given)), expected)) return 'right';
      if (wrong >= MAX_WRONG) return 'locked';
      wrong += 1;
      return 'wrong';
    },
  };
}
