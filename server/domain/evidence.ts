import type { Kind } from './asset.ts';
import { fieldError } from './errors.ts';
import type { Verb } from './stage.ts';

/**
 * What stands behind a movement. `reported` is no grade of a movement: what only a third party's
 * publication says makes no ledger entry, so that it can be in no total.
 */
export const GRADES = [
  'self-asserted',
  'domain-verified',
  'signed-agreement',
  'provider-statement',
  'payment',
  'metered',
] as const;

export type Grade = (typeof GRADES)[number];

/** What a movement may be recorded with. */
export function acceptedGrades(verb: Verb, kind: Kind): readonly Grade[] {
  if (verb === 'commit') return ['signed-agreement', 'provider-statement'];
  if (verb !== 'receive') return GRADES;
  return kind === 'funding' ? ['payment'] : ['provider-statement', 'metered'];
}

/**
 * The grade a movement is recorded with. Throws `invalid-input` when the verb does not take the
 * grade, or needs one and has none; elsewhere none means `self-asserted`.
 */
export function gradeFor(verb: Verb, kind: Kind, grade: Grade | undefined): Grade {
  const accepted = acceptedGrades(verb, kind);
  if (grade === undefined && accepted.includes('self-asserted')) return 'self-asserted';
  if (grade !== undefined && accepted.includes(grade)) return grade;
  const what = kind === 'funding' ? 'money' : 'compute';
  throw fieldError(
    'evidence.grade',
    `to ${verb} ${what} takes ${accepted.join(' or ')}${grade ? `, not ${grade}` : ''}`,
  );
}
