import type { Kind } from '../../server/domain/asset.ts';
import type { DeskVerb } from '../data/desk.ts';

interface MovementFormWords {
  link: string;
  title: string;
  text: string;
  submit: string;
  note: { label: string; hint: string };
  reference: { label: string; hint: string };
  day: string;
}

const NOTE = { label: 'Note', hint: 'This isn’t public. The export of changes has it.' };
const REASON = {
  label: 'Reason',
  hint: 'The public sees it with the change, if the pledge shows its giver.',
};
const BANK = { label: 'Bank reference', hint: 'This is never public.' };
const STATEMENT = {
  label: 'Statement reference',
  hint: 'Enter its number or name. This is never public.',
};

/** The link to a form and its button have its title, unless they say otherwise. */
const movementForm = (
  title: string,
  words: Partial<MovementFormWords> & Pick<MovementFormWords, 'text'>,
): MovementFormWords => ({
  link: title,
  title,
  submit: title,
  note: NOTE,
  reference: BANK,
  day: 'Enter the day on which it happened.',
  ...words,
});

export const movementForms: Record<DeskVerb, MovementFormWords> = {
  commit: movementForm('Record agreement', {
    text: 'The amount becomes agreed in writing and counts as secured.',
    reference: {
      label: 'Agreement reference',
      hint: 'Enter its number or name. This is never public.',
    },
  }),
  receive: movementForm('Record payment', {
    text: 'A payment fills the oldest outstanding instalments first.',
    day: 'Enter the day on which the bank credited it.',
  }),
  lapse: movementForm('Mark as no longer expected', {
    text: 'Use this for an amount that is promised, conditional or agreed, but won’t arrive.',
    note: REASON,
  }),
  withdraw: movementForm('Record a withdrawal', {
    text: 'Use this if the giver has told you that they withdraw the amount.',
    submit: 'Record the withdrawal',
    note: REASON,
  }),
  dispute: movementForm('Record a dispute', {
    text: 'The payer wants the money back, and it isn’t decided yet. The amount no longer counts as received.',
    submit: 'Record the dispute',
    note: REASON,
  }),
  win: movementForm('Record a won dispute', {
    text: 'The contested amount stays here and counts as received again.',
    submit: 'Record the dispute as won',
  }),
  lose: movementForm('Record a lost dispute', {
    text: 'The contested amount went back and counts as refunded.',
    submit: 'Record the dispute as lost',
    note: REASON,
  }),
  refund: movementForm('Record a refund', {
    text: 'Use this for money that already went back. It doesn’t send money.',
    submit: 'Record the refund',
    note: REASON,
  }),
  reinstate: movementForm('Mark as expected again', {
    text: 'An amount that was withdrawn, refunded or no longer expected becomes promised again.',
  }),
  increase: movementForm('Increase the pledge', {
    text: 'Use this if the giver promises more. We add the amount to the last instalment, or as a new one.',
  }),
  reverse: movementForm('Undo a change', {
    link: 'Undo',
    text: 'Use this for mistakes. New ledger entries undo the change. Nothing is deleted.',
    submit: 'Undo',
    note: REASON,
  }),
};

/** A delivery of compute is no bank's receipt. */
const delivery: Partial<MovementFormWords> = {
  link: 'Record delivery',
  title: 'Record delivery',
  submit: 'Record delivery',
  text: 'Record the hours that the provider says it delivered. They count towards the agreed hours first.',
  day: 'The hours count as delivered on this day.',
};

export function movementWordsOf(verb: DeskVerb, kind: Kind): MovementFormWords {
  const words = movementForms[verb];
  if (kind === 'funding' || words.reference !== BANK) return words;
  return { ...words, ...(verb === 'receive' && delivery), reference: STATEMENT };
}
