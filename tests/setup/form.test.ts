import { describe, expect, test } from 'vitest';
import { initiativeOf } from '../../web/forms/setup.ts';
import { makeSetupCode } from '../../server/setup/setup.ts';
import { TYPED } from '../support/setup.ts';

const read = (name: string, text: string): unknown =>
  name.split('.').reduce<unknown>(
    (value, part) => (value as Record<string, unknown> | undefined)?.[part],
    initiativeOf(
      new Map([
        ['initiative.currency', 'USD'],
        [name, text],
      ]),
    ),
  );

describe('what is typed', () => {
  test('becomes an initiative file, without what was left empty', () => {
    const trimmed = Object.entries(TYPED).map(([name, text]): [string, string] => [
      name,
      text.trim(),
    ]);
    expect(initiativeOf(new Map(trimmed))).toEqual({
      initiative: {
        name: 'Cy’s Initiative',
        call: 'Open models & the compute to lead.',
        currency: 'EUR',
        targets: { funding: '2500000.50', gpus: 1024 },
        startsOn: '2026-01-01',
        endsOn: '2027-01-01',
      },
      recipient: {
        name: 'Example Foundation',
        refundPolicy: 'https://foundation.example/refunds',
        contact: 'hello@foundation.example',
      },
    });
  });

  test.each([
    ['100,000,000', '100000000'],
    ['100 000 000.5', '100000000.5'],
    ['1\u202f000', '1000'],
    ['1250.50', '1250.50'],
    // Not thousands, or not surely: these reach the check as they are, and are refused there.
    ['1,5', '1,5'],
    ['1000,000', '1000,000'],
    ['1.000.000', '1.000.000'],
    ['1,000 000', '1,000 000'],
    ['$100M', '100000000'],
    ['100M USD', '100000000'],
    ['€100M', '€100M'],
  ])('as the amount %s is read as %s', (text, amount) => {
    expect(read('initiative.targets.funding', text)).toBe(amount);
  });

  test.each([
    ['10,000', 10_000],
    ['10.5', 10.5],
    ['0x10', '0x10'],
    ['10k', 10_000],
    ['ten', 'ten'],
  ])('as the number of GPUs %s is read as %s', (text, number) => {
    expect(read('initiative.targets.gpus', text)).toBe(number);
  });
});

describe('the code', () => {
  const bytes = (size: number) => Buffer.from(Array.from({ length: size }, (_, index) => index));

  test('has 80 bits, and is right however a person writes it', () => {
    const code = makeSetupCode(bytes);
    expect(code.text).toBe('0123-4567-89AB-CDEF');
    for (const given of ['0123-4567-89AB-CDEF', ' o1234567 89ab cdef', 'OI23456789ABCDEF']) {
      expect(code.check(given)).toBe('right');
    }
  });

  test('lets the right one in after ten wrong ones too', () => {
    const code = makeSetupCode(bytes);
    for (let turn = 0; turn < 9; turn += 1) expect(code.check('0123')).toBe('wrong');
    expect(code.check(code.text)).toBe('right');
    expect(code.check(`${code.text}0`)).toBe('wrong');
    expect(code.check(code.text)).toBe('right');
  });
});
