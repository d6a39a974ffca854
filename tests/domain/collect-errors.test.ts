import { expect, test } from 'vitest';
import { collector } from '../../server/domain/collect-errors.ts';
import { DomainError } from '../../server/domain/errors.ts';

test('as many errors are gathered as a large file may have', () => {
  const fields = Array.from({ length: 300_000 }, (_, index) => ({
    field: `pledges[${index}].amount`,
    message: 'is missing',
  }));
  const check = collector();
  const refused = check.attempt(() => {
    throw new DomainError('invalid-input', 'a large file', { fields });
  });
  expect(refused).toBeUndefined();
  expect(() => check.done()).toThrow(DomainError);
});
