import { describe, expect, it } from 'vitest';
import type { Kind } from '../../server/domain/asset.ts';
import { gradeFor, GRADES, type Grade } from '../../server/domain/evidence.ts';
import { VERBS, type MoveVerb } from '../../server/domain/stage.ts';
import { refusalOf } from './fixtures.ts';

const ALL = [
  'self-asserted',
  'domain-verified',
  'signed-agreement',
  'provider-statement',
  'payment',
  'metered',
];

const BY_HAND = ALL.filter((grade) => grade !== 'metered');

const NARROWED: [MoveVerb, Kind, string[]][] = [
  ['commit', 'funding', ['signed-agreement', 'provider-statement']],
  ['commit', 'compute', ['signed-agreement', 'provider-statement']],
  ['receive', 'funding', ['payment']],
  ['receive', 'compute', ['provider-statement']],
];

const OTHERS = VERBS.filter((verb) => verb !== 'commit' && verb !== 'receive').flatMap(
  (verb): [MoveVerb, Kind, string[]][] => [
    [verb, 'funding', BY_HAND],
    [verb, 'compute', BY_HAND],
  ],
);

/** `reported` is a grade of the words, and never of a movement. */
const EVERY_GRADE = [...ALL, 'reported'] as Grade[];

describe('the grade of evidence', () => {
  it.each([...NARROWED, ...OTHERS])('to %s %s can be only: %s', (verb, kind, accepted) => {
    const taken = EVERY_GRADE.filter((grade) => {
      if (accepted.includes(grade)) return gradeFor(verb, kind, grade) === grade;
      expect(refusalOf(() => gradeFor(verb, kind, grade))).toMatchObject({
        code: 'invalid-input',
        fields: [{ field: 'evidence.grade' }],
      });
      return false;
    });
    expect(taken).toEqual(ALL.filter((grade) => accepted.includes(grade)));
  });

  it.each(NARROWED)('to %s %s has to be named', (verb, kind, accepted) => {
    const { message } = refusalOf(() => gradeFor(verb, kind, undefined));
    expect(message).toContain(accepted.join(' or '));
  });

  it.each(OTHERS)('to %s %s is self-asserted when none is named', (verb, kind) => {
    expect(gradeFor(verb, kind, undefined)).toBe('self-asserted');
  });

  it('can be metered of hours that were metered elsewhere, and of no money', () => {
    expect(gradeFor('receive', 'compute', 'metered', true)).toBe('metered');
    expect(refusalOf(() => gradeFor('receive', 'funding', 'metered', true)).fields).toHaveLength(1);
  });

  it('has no other value, and none that is only reported', () => {
    expect(GRADES).toEqual(ALL);
  });
});
