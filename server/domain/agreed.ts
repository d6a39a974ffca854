import type { Book } from './pledge-book.ts';
import { DomainError } from './errors.ts';
import type { Stage } from './stage.ts';

/** What a giver can ask of an admin about a pledge that is agreed in writing. */
export const REQUEST_KINDS = ['postpone', 'reduce', 'release'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_STATUSES = ['waiting', 'granted', 'refused', 'cancelled'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** Of a request, at the desk and where it is granted. */
export const MISFIT =
  'The pledge has changed since, and this request no longer fits it. Refuse it and ask the giver to send a new one.';

/** The stages of what is agreed in writing: a firm pledge is signed while it waits for its condition. */
export const agreedStages = (firm: boolean): Stage[] =>
  firm ? ['waiting', 'committed'] : ['committed'];

/** The stages of what is only promised: its giver moves it and takes it back alone. */
export const promisedStages = (firm: boolean): Stage[] =>
  firm ? ['pledged'] : ['waiting', 'pledged'];

const sumOf = (stages: Book['stages'], of: readonly Stage[]): bigint =>
  of.reduce((sum, stage) => sum + stages[stage].quantity, 0n);

/** How much is agreed in writing and has not come. Where that is anything, its schedule is agreed too. */
export const agreedOf = (firm: boolean, stages: Book['stages']): bigint =>
  sumOf(stages, agreedStages(firm));

export const promisedOf = (firm: boolean, stages: Book['stages']): bigint =>
  sumOf(stages, promisedStages(firm));

export const isAgreed = ({ terms, stages }: Pick<Book, 'terms' | 'stages'>): boolean =>
  agreedOf(terms.firm, stages) > 0n;

/** The refusal of a change that only an admin can make. */
export const askFirst = (): DomainError =>
  new DomainError(
    'conflict',
    'This is agreed in writing, so you cannot change it yourself. Ask an admin to postpone it, to reduce it, or to release you from it.',
  );
