import type { Kind } from './asset.ts';
import { fieldError } from './errors.ts';
import { say } from './say.ts';
import type { Verb } from './stage.ts';

/** What supports a movement, from the weakest. A third party's publication alone makes no movement. */
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

/** Nobody gives `metered` by hand. `wasMetered` accepts the history that another deployment metered. */
export function acceptedGrades(verb: Verb, kind: Kind, wasMetered = false): readonly Grade[] {
  if (verb === 'commit') return ['signed-agreement', 'provider-statement'];
  if (verb !== 'receive') return BY_HAND;
  if (kind === 'funding') return ['payment'];
  return wasMetered ? ['provider-statement', 'metered'] : ['provider-statement'];
}

/** Throws `invalid-input` for a grade that the verb doesn't take, or where it needs one. */
export function gradeFor(verb: Verb, kind: Kind, grade: Grade | undefined, wasMetered = false) {
  const accepted = acceptedGrades(verb, kind, wasMetered);
  if (grade === undefined && accepted.includes('self-asserted')) return 'self-asserted';
  if (grade !== undefined && accepted.includes(grade)) return grade;
  const { meteredByHand, wrongGrade } = say().domain;
  if (grade === 'metered') throw fieldError('evidence.grade', meteredByHand);
  const what = kind === 'funding' ? 'money' : 'compute';
  throw fieldError('evidence.grade', wrongGrade(verb, what, accepted));
}
