/** Deciding on many signatures at once, at the desk, in English. */
import type { BulkKind } from '../../server/domain/signatory.ts';
import { count, instant } from '../format.ts';
import type { BulkState } from './shapes.ts';

const some = (number: number, one: string): string =>
  `${count(number)} ${one}${number === 1 ? '' : 's'}`;

const did: Record<BulkKind, string> = {
  accept: 'accepted',
  reject: 'rejected',
  show: 'with their statements shown',
  hide: 'hidden',
};

const submits: Record<BulkKind, string> = {
  accept: 'Accept',
  reject: 'Reject',
  show: 'Show the statements of',
  hide: 'Hide',
};

export const deskBulk = {
  title: 'Accept, reject or hide many',
  link: 'Decide on many',
  text: 'Choose which signatures. You see them before anything is done, and you can undo it afterwards.',
  kind: 'What do you want to do?',
  kinds: {
    accept: {
      text: 'Accept signatures that wait',
      hint: 'They are published, and their small pledges accepted.',
    },
    reject: {
      text: 'Reject signatures that wait',
      hint: 'Their waiting pledges are rejected too.',
    },
    show: { text: 'Show statements that wait', hint: 'Their signatures are published already.' },
    hide: { text: 'Hide published signatures', hint: 'They leave the public list and the count.' },
  } satisfies Record<BulkKind, { text: string; hint: string }>,
  filters: 'Which signatures?',
  filtersText: 'Leave a filter empty to skip it. A signature must fit all the others.',
  domain: 'Email domain',
  domainHint: 'For example spam.example. It includes everything below it.',
  pattern: 'Text in the name or statement',
  patternHint: 'Any part, in capitals or not. Use * for any text.',
  why: 'Reason for the review',
  anyReason: 'Any reason',
  from: 'Signed from (UTC)',
  until: 'Signed before (UTC)',
  timeHint: 'A day or a time, for example 2026-03-31 or 2026-03-31 14:30.',
  show: 'Show signatures',
  queue: 'Back to the queue',
  found: (of: number): string => `${some(of, 'signature')} found`,
  none: 'No signature fits.',
  range: (first: number, last: number, of: number): string =>
    `Showing ${count(first)} to ${count(last)} of ${count(of)}.`,
  pledges: (kind: BulkKind, of: number): string | null =>
    kind === 'show'
      ? null
      : kind === 'accept'
        ? `They have ${some(of, 'pledge')} in the queue. Those within the limit for small pledges are accepted too; the others stay in the queue.`
        : `They have ${some(of, 'pledge')} in the queue, which ${of === 1 ? 'is' : 'are'} rejected too.`,
  standing: (of: number): string =>
    `${some(of, 'more signature')} ${of === 1 ? 'fits but has' : 'fit but have'} pledges in the totals, so ${of === 1 ? 'it is' : 'they are'} not included. Mark those pledges as no longer expected first.`,
  pledge: (of: number): string => some(of, 'pledge'),
  leaveOut: (name: string): string => `Leave out ${name}`,
  leaveOutSome: 'Leave out the ticked ones',
  leftOut: (of: number): string => `${some(of, 'signature')} left out.`,
  reset: 'Include them again',
  submit: (kind: BulkKind, of: number): string => `${submits[kind]} ${some(of, 'signature')}`,
  reason: 'Reason',
  reasonHint: 'We email it to confirmed addresses. Leave it empty to send no email.',
  recent: 'Recent decisions on many',
  recentLine: (kind: BulkKind, of: number, at: Date, who: string): string =>
    `${some(of, 'signature')} ${did[kind]} on ${instant(at)} by ${who}`,
  isUndone: '(undone)',
  state: {
    title: 'Decision on many signatures',
    progress: ({ kind, total, done }: BulkState): string =>
      `${count(done)} of ${some(total, 'signature')} ${did[kind]}.`,
    result: ({ kind, decided }: BulkState): string => `${some(decided, 'signature')} ${did[kind]}.`,
    passed: (of: number): string =>
      `${some(of, 'signature')} ${of === 1 ? 'was' : 'were'} decided on or changed meanwhile, and left as ${of === 1 ? 'it is' : 'they are'}.`,
    go: 'Continue',
    undo: 'Undo',
    undoText: {
      accept: 'They wait in the queue again. Those with pledges in the totals stay published.',
      reject: 'They wait in the queue again, with their pledges. Emails that were sent stay sent.',
      show: 'The statements wait for a review again.',
      hide: 'They are published again.',
    } satisfies Record<BulkKind, string>,
    undoing: ({ restored, decided }: BulkState): string =>
      `${count(restored)} of ${some(decided, 'signature')} put back.`,
    undone: ({ restored, decided }: BulkState): string =>
      restored === decided
        ? `Undone. ${some(restored, 'signature')} put back.`
        : `Undone. ${some(restored, 'signature')} put back; ${count(decided - restored)} left as they are, because they have pledges in the totals or have changed since.`,
    goUndo: 'Continue to undo',
  },
};
