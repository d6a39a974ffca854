/** Emails to givers about each step of a signature and a pledge, in English. */
import type { DuePart, PledgeNow } from './shapes.ts';
import type { Day } from '../../server/domain/day.ts';
import type { Verb } from '../../server/domain/stage.ts';
import { fullAmount, fullDay, gpuHours } from '../format.ts';
import { CONFIRMATION, questionsTo, receiptLine } from './en-mail-pledges.ts';
import type { Letter } from './shapes.ts';

interface Moved {
  verb: Verb;
  /** What was undone. */
  undoes: Verb | null;
  quantity: bigint;
  on: Day;
  reason: string | null;
  contact: string | null;
  receiptText: string | null;
  today: Day;
}

interface Reminder {
  parts: readonly DuePart[];
  contact: string | null;
  today: Day;
}

const MOST_PARTS = 10;

type Unit = Pick<PledgeNow, 'asset' | 'kind'>;

const amountOf = ({ asset, kind }: Unit, quantity: bigint): string =>
  kind === 'funding' ? fullAmount(quantity, asset) : `${gpuHours(quantity)} GPU-hours (${asset})`;

const due = (pledge: Unit, { dueOn, quantity }: DuePart, today: Day): string =>
  `${amountOf(pledge, quantity)} ${dueOn < today ? 'was' : 'is'} due on ${fullDay(dueOn)}.`;

/** What the giver does next. */
function whatNext(pledge: PledgeNow, today: Day): string {
  const { kind, isAccepted, open, waiting, next } = pledge;
  if (!isAccepted) return 'Next, an admin will review the pledge again.';
  if (open === 0n) {
    return waiting > 0n
      ? `Nothing is due now. ${amountOf(pledge, waiting)} is conditional.`
      : 'Nothing is outstanding. You have nothing more to do.';
  }
  const is = kind === 'funding' ? 'is' : 'are';
  const rest = `${amountOf(pledge, open)} of your pledge ${is} still outstanding.`;
  if (next === null) return rest;
  return `${rest} ${next.dueOn < today ? '' : 'Next: '}${due(pledge, next, today)}`;
}

const UNDONE: Partial<Record<Verb, string>> = {
  pledge: 'accepted',
  commit: 'agreed in writing',
  receive: 'received',
  withdraw: 'withdrawn',
  lapse: 'no longer expected',
  refund: 'refunded',
  reinstate: 'expected again',
};

type Words = (
  initiative: string,
  pledge: PledgeNow,
  moved: Moved,
) => Pick<Letter, 'subject' | 'before'> & { button?: string };

const received: Words = (initiative, pledge, { quantity, on, receiptText }) => {
  const amount = amountOf(pledge, quantity);
  const isMoney = pledge.kind === 'funding';
  return {
    subject: `${amount} ${isMoney ? 'received' : 'delivered'}: ${initiative}`,
    before: [
      `Thank you. We’ve ${isMoney ? 'received' : 'recorded the delivery of'} ${amount} for pledge ` +
        `${pledge.ref} to ${initiative}, dated ${fullDay(on)}.`,
      ...(isMoney ? [receiptLine(receiptText)] : []),
    ],
    ...(isMoney && { button: CONFIRMATION }),
  };
};

const undone: Words = (initiative, pledge, { undoes, quantity, on, reason }) => {
  const what = UNDONE[undoes!];
  return {
    subject: `We’ve undone a change to pledge ${pledge.ref}: ${initiative}`,
    before: [
      `We’ve undone a change to your pledge ${pledge.ref} to ${initiative}, as of ${fullDay(on)}: ` +
        `${amountOf(pledge, quantity)}${what ? ` ${what}` : ''}.`,
      ...(reason === null ? [] : [`The reason: “${reason}”`]),
    ],
  };
};

const MOVED: Partial<Record<Verb, Words>> = {
  commit: (initiative, pledge, { quantity, on }) => ({
    subject: `Agreement recorded, pledge ${pledge.ref}: ${initiative}`,
    before: [
      `We’ve recorded your written agreement to give ${amountOf(pledge, quantity)} of pledge ` +
        `${pledge.ref} to ${initiative}, as of ${fullDay(on)}.`,
    ],
  }),
  receive: received,
  refund: (initiative, pledge, { quantity, on }) => ({
    subject: `${amountOf(pledge, quantity)} refunded: ${initiative}`,
    before: [
      `We’ve recorded a refund of ${amountOf(pledge, quantity)} of pledge ${pledge.ref} to ` +
        `${initiative}, as of ${fullDay(on)}. A bank may take a few days to show it.`,
    ],
  }),
};

export const stepMail = {
  published: (initiative: string, contact: string | null): Letter => ({
    subject: `Your signature is published: ${initiative}`,
    before: [
      `We’ve reviewed and published your signature of ${initiative}. It counts from now on.`,
      'You can pledge money or GPU time next, or edit what the public sees:',
    ],
    button: 'Your signature and pledges',
    after: questionsTo(contact),
  }),
  moved: (initiative: string, pledge: PledgeNow, moved: Moved): Letter => {
    const words = MOVED[moved.verb] ?? undone;
    const { button = 'Your pledge', subject, before } = words(initiative, pledge, moved);
    return {
      subject,
      before: [...before, whatNext(pledge, moved.today)],
      button,
      after: questionsTo(moved.contact),
    };
  },
  reminder: (initiative: string, pledge: PledgeNow, reminder: Reminder): Letter => {
    const { parts, contact, today } = reminder;
    const more = parts.length - MOST_PARTS;
    const { ref, paymentRef, received: has } = pledge;
    const isLate = parts[0]!.dueOn < today;
    return {
      subject: `${isLate ? 'Payment overdue' : 'Payment due soon'}, pledge ${ref}: ${initiative}`,
      before: [
        `This is a reminder of your pledge ${ref} to ${initiative}.`,
        [
          ...parts.slice(0, MOST_PARTS).map((part) => due(pledge, part, today)),
          ...(more > 0 ? [`Your pledge’s page lists ${more} more.`] : []),
        ].join('\n'),
        `We’ve received ${has === 0n ? 'nothing' : amountOf(pledge, has)} so far. If you have just ` +
          `paid, ignore this email. When you pay, give the reference ${paymentRef}.`,
        'See your pledge, and what you can do if you need other dates:',
      ],
      button: 'Your pledge',
      after: questionsTo(contact),
    };
  },
};
