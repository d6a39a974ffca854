import { describe, expect, test } from 'vitest';
import { DomainError } from '../../server/domain/errors.ts';
import { checkFile } from '../../server/import/file.ts';
import { INITIATIVE, NOW } from '../support/app.ts';

/** The fields that a file with this recipient is refused at. */
function refusedAt(recipient: object): string[] {
  try {
    checkFile({ ...INITIATIVE, recipient: { name: 'Example Foundation', ...recipient } }, NOW);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.fields.map(({ field }) => field);
  }
}

describe('what a file’s recipient says of payers', () => {
  test.each([
    [{ closedCountries: ['BY', 'RU'] }, []],
    [{ closedCountries: [] }, []],
    // Great Britain's is GB.
    [{ closedCountries: ['UK'] }, ['recipient.closedCountries']],
    [{ screenedBy: 'Example Screening' }, []],
    [{ screenedBy: 'Example Screening', screenedAbove: '5000.00' }, []],
    [{ screenedBy: 'Example Screening', screenedAbove: '5000.005' }, ['recipient.screenedAbove']],
    [{ screenedAbove: '5000.00' }, ['recipient.screenedBy']],
  ])('%j: refused at %j', (recipient, fields) => {
    expect(refusedAt(recipient)).toEqual(fields);
  });
});
