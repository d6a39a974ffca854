import { describe, expect, test } from 'vitest';
import { paymentCodesIn } from '../../server/domain/payment-codes.ts';
import { mayBeSameName } from '../../server/domain/same-name.ts';

describe('a pledge’s reference is found', () => {
  test.each([
    'PLEDGE 7KQ2M9XW4T',
    'pledge7kq2-m9xw-4t thanks',
    '7KQ2M9\nXW4T',
    'RF63 7KQ2 M9XW 4T',
    'Invoice 12, ref:7KQ2M9XW4T/march',
  ])('in “%s”', (text) => {
    expect(paymentCodesIn(text)).toContain('7KQ2M9XW4T');
  });

  test('with letters that look like digits', () => {
    expect(paymentCodesIn('lOO1234567')).toContain('1001234567');
  });

  test('not behind wrong check digits', () => {
    expect(paymentCodesIn('RF64 7KQ2 M9XW 4T')).not.toContain('7KQ2M9XW4T');
    expect(paymentCodesIn('RF63 7KQ2 M9WX 4T')).not.toContain('7KQ2M9WX4T');
  });

  test('not if a letter is missing', () => {
    expect(paymentCodesIn('7KQ2M9XW4')).toEqual([]);
  });
});

test.each([
  ['Example Foundation', 'EXAMPLE FOUNDATION INC.', true],
  ['Ada Example', 'EXAMPLE, ADA', true],
  ['Ada Example', 'Dr. Ada M. Example', true],
  ['Börse Müller e.V.', 'BORSE MULLER', true],
  ['Ada Example', 'Bo Example', false],
  ['Ada', 'Ada Lovewell', false],
  ['The Inc.', 'Example Ltd', false],
  ['예시재단', '(재)예시재단', true],
])('“%s” and “%s” may be one: %s', (one, other, expected) => {
  expect(mayBeSameName(one, other)).toBe(expected);
});
