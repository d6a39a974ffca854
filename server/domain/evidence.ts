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

const BY_HAND = GRADES.filter((grade) => grade !== 'metered');

/**
 * What a movement may be recorded with. `metered` are hours that a reader of jobs has counted, of the
 * day on which they ran: no hand gives it, for all that has it is in use on its day. Where
 * `wasMetered`, the history of hours that another deployment has metered is taken as that.
 */
export function acceptedGrades(verb: Verb, kind: Kind, wasMetered = false): readonly Grade[] {
  if (verb === 'commit') return ['signed-agreement', 'provider-statement'];
  if (verb !== 'receive') return BY_HAND;
  if (kind === 'funding') return ['payment'];
  return wasMetered ? ['provider-statement', 'metered'] : ['provider-statement'];
}

/**
 * The grade a movement is recorded with. Throws `invalid-input` when the verb does not take the
 * grade, or needs one and has none; elsewhere none means `self-asserted`.
 */
export function gradeFor(
  verb: Verb,
  kind: Kind,
  grade: Grade | undefined,
  wasMetered = false,
): Grade {
  const accepted = acceptedGrades(verb, kind, wasMetered);
  if (grade === undefined && accepted.includes('self-asserted')) return 'self-asserted';
  if (grade !== undefined && accepted.includes(grade)) return grade;
  const what = kind === 'funding' ? 'money' : 'compute';
  throw fieldError(
    'evidence.grade',
    `to ${verb} ${what} takes ${accepted.join(' or ')}${grade ? `, not ${grade}` : ''}` +
      (grade === 'metered' ? '; what was metered is read from the records of its jobs' : ''),
  );
}
