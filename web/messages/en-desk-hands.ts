/** What the desk says of the movements that are recorded by hand. */
import type { Kind } from '../../server/domain/asset.ts';
import type { HandVerb } from '../data/desk.ts';

interface HandWords {
  link: string;
  title: string;
  text: string;
  submit: string;
  /** What the note is here. */
  note: { label: string; hint: string };
  reference: { label: string; hint: string };
  /** What the day is. */
  day: string;
}

const NOTE = { label: 'Note', hint: 'For the file of movements; not public.' };
const REASON = {
  label: 'Reason',
  hint: 'Public with the change, where the pledge shows its giver.',
};
const BANK = { label: 'Bank reference', hint: 'Never public.' };
const STATEMENT = {
  label: 'Reference of the statement',
  hint: 'Its number or name. Never public.',
};
const WORDS = { note: NOTE, reference: BANK, day: 'When it happened.' };

export const hands: Record<HandVerb, HandWords> = {
  commit: {
    ...WORDS,
    link: 'Record an agreement',
    title: 'Record an agreement',
    text: 'What is promised becomes agreed in writing, and counts as secured.',
    submit: 'Record the agreement',
    reference: { label: 'Reference of the agreement', hint: 'Its number or name. Never public.' },
  },
  receive: {
    ...WORDS,
    link: 'Record a receipt',
    title: 'Record a receipt',
    text: 'It pays the oldest outstanding instalments first.',
    submit: 'Record the receipt',
    day: 'When the bank credited it.',
  },
  lapse: {
    ...WORDS,
    link: 'Mark as no longer expected',
    title: 'Mark as no longer expected',
    text: 'For an amount that is promised, conditional or agreed, and won’t come.',
    submit: 'Mark as no longer expected',
    note: REASON,
  },
  withdraw: {
    ...WORDS,
    link: 'Record a withdrawal',
    title: 'Record a withdrawal',
    text: 'The giver takes it back, and has told you so.',
    submit: 'Record the withdrawal',
    note: REASON,
  },
  dispute: {
    ...WORDS,
    link: 'Record a dispute',
    title: 'Record a dispute',
    text: 'What came and is asked back, until it is decided. It counts no more as received.',
    submit: 'Record the dispute',
    note: REASON,
  },
  win: {
    ...WORDS,
    link: 'Record a dispute won',
    title: 'Record a dispute won',
    text: 'What was contested stays here, and counts as received again.',
    submit: 'Record that it is won',
  },
  lose: {
    ...WORDS,
    link: 'Record a dispute lost',
    title: 'Record a dispute lost',
    text: 'What was contested went back, and counts as refunded.',
    submit: 'Record that it is lost',
    note: REASON,
  },
  refund: {
    ...WORDS,
    link: 'Record a refund',
    title: 'Record a refund',
    text: 'What came and went back. This records it; it sends no money.',
    submit: 'Record the refund',
    note: REASON,
  },
  reinstate: {
    ...WORDS,
    link: 'Mark as expected again',
    title: 'Mark as expected again',
    text: 'An amount that was withdrawn, refunded or no longer expected is promised again.',
    submit: 'Mark as expected again',
  },
  increase: {
    ...WORDS,
    link: 'Promise more',
    title: 'Promise more',
    text: 'The giver promises more. It is added to the last instalment, or is a further one.',
    submit: 'Promise more',
  },
  reverse: {
    ...WORDS,
    link: 'Undo',
    title: 'Undo a batch',
    text: 'For mistakes. Further movements undo it; nothing is deleted.',
    submit: 'Undo',
    note: REASON,
  },
};

/** What differs where no bank has to do with it. */
const delivery: Partial<HandWords> = {
  text: 'What the provider states that it has delivered. It takes from what is agreed first.',
  day: 'It counts as delivered on this day.',
};

/** What is said of a movement of money, or of compute. */
export function handOf(verb: HandVerb, kind: Kind): HandWords {
  const words = hands[verb];
  if (kind === 'funding' || words.reference !== BANK) return words;
  return { ...words, ...(verb === 'receive' && delivery), reference: STATEMENT };
}
