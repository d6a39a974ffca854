import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditorReference } from '../../server/domain/creditor-reference.ts';

test.each([
  // The standard's own example.
  ['539007547034', 'RF18539007547034'],
  ['000000000539007547034', 'RF18000000000539007547034'],
  // Those of other programs.
  ['2348231', 'RF712348231'],
  ['B3700321', 'RF08B3700321'],
  ['N73GBST73AKL38ZX', 'RF49N73GBST73AKL38ZX'],
])('the creditor reference of %s is %s', (reference, expected) => {
  expect(creditorReference(reference)).toBe(expected);
});

/** ISO 7064: moved behind, letters as numbers, it leaves 1 of 97. */
const isValid = (text: string): boolean => {
  const moved = text.slice(4) + text.slice(0, 4);
  return (
    BigInt(
      moved
        .split('')
        .map((letter) => Number.parseInt(letter, 36))
        .join(''),
    ) %
      97n ===
    1n
  );
};

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ';

test('it is valid for every code of ours, and not after one digit or one letter is another', () => {
  const character = fc.constantFrom(...(DIGITS + LETTERS).split(''));
  const code = fc.array(character, { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(code, fc.nat(9), character, (characters, at, other) => {
      const reference = creditorReference(characters.join(''));
      expect(reference).toMatch(/^RF[0-9]{2}/);
      expect(isValid(reference)).toBe(true);
      const was = characters[at]!;
      fc.pre(was !== other && DIGITS.includes(was) === DIGITS.includes(other));
      const mistyped = reference.slice(0, 4 + at) + other + reference.slice(5 + at);
      expect(isValid(mistyped)).toBe(false);
    }),
  );
});
