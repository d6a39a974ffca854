import type { BulkKind } from '../../server/domain/signatory.ts';
import { count, instant } from '../format.ts';
import type { BulkState, FieldWords } from './shapes.ts';

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

const TIME = 'Enter a day or a time, for example 2026-03-31 or 2026-03-31 14:30.';

const fields: Record<string, FieldWords> = {
  kind: {
    label: 'What do you want to do?',
    choices: [
      {
        value: 'accept',
        text: 'Accept waiting signatures',
        hint: 'We publish them and accept their small pledges.',
      },
      {
        value: 'reject',
        text: 'Reject waiting signatures',
        hint: 'Their waiting pledges are rejected too.',
      },
      {
        value: 'show',
        text: 'Show waiting statements',
        hint: 'Their signatures are published already.',
      },
      {
        value: 'hide',
        text: 'Hide published signatures',
        hint: 'They leave the public list and the count.',
      },
    ] satisfies { value: BulkKind; text: string; hint: string }[],
  },
  domain: {
    label: 'Email domain',
    hint: 'For example, spam.example. Subdomains are included.',
  },
  pattern: {
    label: 'Text in the name or statement',
    hint: 'Enter any part. Capitals make no difference. Use * for any text.',
  },
  why: { label: 'Reason for the review' },
  from: { label: 'Signed from (UTC)', hint: TIME },
  until: { label: 'Signed before (UTC)', hint: TIME },
  except: { label: 'Leave out the ticked ones' },
  reason: {
    label: 'Reason',
    hint: 'We email it to confirmed addresses. Leave it empty to send no email.',
  },
};

export const deskBulk = {
  title: 'Accept, reject or hide many signatures',
  link: 'Decide on many',
  text: 'Choose the signatures. You see them before anything happens, and you can undo the decision.',
  fields,
  filters: 'Which signatures?',
  filtersText: 'Leave a filter empty to skip it. A signature must match all the others.',
  anyReason: 'Any reason',
  show: 'Show signatures',
  queue: 'Back to the queue',
  found: (of: number): string => `${some(of, 'signature')} found`,
  none: 'No signature matches.',
  range: (first: number, last: number, of: number): string =>
    `Showing ${count(first)} to ${count(last)} of ${count(of)}.`,
  pledges: (kind: BulkKind, of: number): string | null =>
    kind === 'show'
      ? null
      : kind === 'accept'
        ? `They have ${some(of, 'pledge')} in the queue. Those within the limit for small pledges are accepted too; the others stay in the queue.`
        : `They have ${some(of, 'pledge')} in the queue, which ${of === 1 ? 'is' : 'are'} rejected too.`,
  standing: (of: number): string =>
    `${some(of, 'more signature')} ${of === 1 ? 'matches but has' : 'match but have'} pledges in the totals, so ${of === 1 ? 'it is' : 'they are'} not included. Mark those pledges as no longer expected first.`,
  pledge: (of: number): string => some(of, 'pledge'),
  leaveOut: (name: string): string => `Leave out ${name}`,
  leaveOutSome: 'Leave out the ticked ones',
  leftOut: (of: number): string => `${some(of, 'signature')} left out.`,
  reset: 'Include them again',
  submit: (kind: BulkKind, of: number): string => `${submits[kind]} ${some(of, 'signature')}`,
  recent: 'Recent bulk decisions',
  recentLine: (kind: BulkKind, of: number, at: Date, who: string): string =>
    `${some(of, 'signature')} ${did[kind]} on ${instant(at)} by ${who}`,
  isUndone: '(undone)',
  state: {
    title: 'Decision on many signatures',
    progress: ({ kind, total, done }: BulkState): string =>
      `${count(done)} of ${some(total, 'signature')} ${did[kind]}.`,
    result: ({ kind, decided }: BulkState): string => `${some(decided, 'signature')} ${did[kind]}.`,
    passed: (of: number): string =>
      `${some(of, 'signature')} ${of === 1 ? 'was' : 'were'} decided on or changed in the meantime. We left ${of === 1 ? 'it as it is' : 'them as they are'}.`,
    go: 'Continue',
    undo: 'Undo',
    undoText: {
      accept: 'They go back to the queue. Those with pledges in the totals stay published.',
      reject: 'They go back to the queue with their pledges. We can’t take back emails.',
      show: 'The statements go back to the queue.',
      hide: 'They are published again.',
    } satisfies Record<BulkKind, string>,
    undoing: ({ restored, decided }: BulkState): string =>
      `${count(restored)} of ${some(decided, 'signature')} put back.`,
    undone: ({ restored, decided }: BulkState): string =>
      restored === decided
        ? `Undone. ${some(restored, 'signature')} put back.`
        : `Undone. ${some(restored, 'signature')} put back. We left ${count(decided - restored)} as they are, because they have pledges in the totals or have changed since.`,
    goUndo: 'Continue undoing',
  },
};
