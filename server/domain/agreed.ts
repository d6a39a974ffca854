import type { Book } from './pledge-book.ts';
import { DomainError } from './errors.ts';
import { say } from './say.ts';
import type { Stage } from './stage.ts';

export const REQUEST_KINDS = ['postpone', 'reduce', 'release'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_STATUSES = ['waiting', 'granted', 'refused', 'cancelled'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** The stages of what is agreed in writing: a firm pledge is signed before its condition is met. */
export const agreedStages = (firm: boolean): Stage[] =>
  firm ? ['waiting', 'committed'] : ['committed'];

/** The stages of what is only promised, which its giver may change alone. */
export const promisedStages = (firm: boolean): Stage[] =>
  firm ? ['pledged'] : ['waiting', 'pledged'];

const sumOf = (stages: Book['stages'], of: readonly Stage[]): bigint =>
  of.reduce((sum, stage) => sum + stages[stage].quantity, 0n);

/** How much is agreed in writing and not received yet. While there is any, the schedule is agreed too. */
export const agreedOf = (firm: boolean, stages: Book['stages']): bigint =>
  sumOf(stages, agreedStages(firm));

export const promisedOf = (firm: boolean, stages: Book['stages']): bigint =>
  sumOf(stages, promisedStages(firm));

export const isAgreed = ({ terms, stages }: Pick<Book, 'terms' | 'stages'>): boolean =>
  agreedOf(terms.firm, stages) > 0n;

export const askFirst = (): DomainError => new DomainError('conflict', say().domain.askFirst);
