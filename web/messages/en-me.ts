import type { RequestKind } from '../../server/domain/agreed.ts';
import type { OwnPledge, OwnPledgeForm } from '../data/me.ts';
import type { PledgeLine } from '../data/pages.ts';
import { fullDay } from '../format.ts';
import { pledgeForm } from './en-pledge-form.ts';
import { together } from './en-pledges.ts';
import type { FieldWords } from './shapes.ts';
import { news, review, sign } from './en-sign.ts';

/** The first that fits: browsers name those that they descend from as well. */
const PROGRAMS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/curl\//, 'curl'],
];
const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

function fieldsOf(
  { line: { asset }, agreed }: OwnPledge,
  form: OwnPledgeForm,
): Record<string, FieldWords> {
  const isLess = form === 'reduce';
  const hint = form === 'withdraw' ? 'Leave empty to withdraw everything outstanding.' : undefined;
  return {
    ...pledgeForm.fields.funding,
    amount: { label: `${isLess ? 'Reduce by, in' : 'Amount in'} ${asset}`, hint },
    gpuHours: { label: isLess ? 'Reduce by, in GPU-hours' : 'GPU-hours', hint },
    dueOn: {
      label: 'Due on',
      hint:
        agreed > 0n
          ? 'The agreed instalments stay as they are, so this needs a due date of its own.'
          : 'This becomes an instalment of its own. Leave empty to add it to the last one.',
    },
    text: { label: 'Your reason', hint: 'Only the admins read this.' },
  };
}

/** What was asked, after "You asked" and "your request". */
const wishes: Record<RequestKind, string> = {
  postpone: 'to change the instalments',
  reduce: 'to give less',
  release: 'to be released',
};

interface About {
  open: string;
  agreed: string;
  isAgreed: boolean;
}

const pledge = {
  next: (
    status: string,
    { stages, kind }: Pick<PledgeLine, 'stages' | 'kind'>,
    {
      initiative,
      contact,
      canPay,
    }: { initiative: { name: string }; contact?: string | null; canPay: boolean },
  ): string => {
    const isMoney = kind === 'funding';
    if (status === 'pending') return 'We’ll email you when an admin has decided.';
    if (status === 'ready') return together;
    if (status === 'rejected') return 'You can pledge something else.';
    if (status === 'withdrawn') return 'You don’t need to do anything.';
    if (stages.pledged > 0n) {
      const who = contact ?? `an admin of ${initiative.name}`;
      const then =
        isMoney && canPay
          ? 'You can pay here, in full or in part.'
          : `Next, ${who} will agree with you how you ${isMoney ? 'pay' : 'deliver'}.`;
      return `This is a statement of intent. It binds only under a separate signed agreement. ${then}`;
    }
    if (stages.waiting > 0n) return 'It counts once its condition is met.';
    if (stages.committed > 0n) {
      return isMoney
        ? 'This is agreed in writing. Its instalments say what is due, and when.'
        : 'This is agreed in writing. We record here what you deliver.';
    }
    return 'Nothing is outstanding.';
  },
  visibility: {
    public: 'We show this pledge with your name, if your signature is public.',
    anonymous: 'We show this pledge without your name.',
  },
  paymentRef: (code: string): string =>
    `If you pay by bank transfer, give this reference: ${code}.`,
  publicPage: 'See the public page',
  instalments: 'Instalments',
  acts: 'What you can do',
  entered: 'An admin entered this pledge for you. Is it right?',
  confirm: 'Yes, I confirm this pledge',
  askNoMore: 'Cancel the increase you asked for',
  all: 'the whole pledge',
  fieldsOf,
  requests: {
    waiting: {
      postpone: 'Your request to change the instalments is waiting for an admin.',
      reduce: 'Your request to give less is waiting for an admin.',
      release: 'Your request to be released is waiting for an admin.',
    } satisfies Record<RequestKind, string>,
    by: (amount: string): string => `${amount} less`,
    cancel: 'Cancel the request',
    after: 'once your request is decided',
    decided: (kind: RequestKind, isGranted: boolean, on: string): string =>
      `You asked ${wishes[kind]}. An admin ${isGranted ? 'granted' : 'refused'} this on ${fullDay(on)}:`,
  },
  atMost: (amount: string): string => `is too much. Enter ${amount} or less.`,
  withAsked: 'If you withdraw anything, we also cancel the increase that you asked for.',
  afterAsked: 'once an admin has decided on the increase',
  forms: {
    pay: { title: 'Pay', short: 'in full or in part' },
    edit: { title: 'Edit the pledge', short: 'until it is accepted' },
    increase: {
      title: 'Pledge more',
      short: 'in addition to this',
      text: (): string =>
        'An admin first reviews a large amount, together with any increase that is already waiting.',
      submit: 'Pledge more',
    },
    instalments: {
      title: 'Change the instalments',
      short: 'those that aren’t paid yet',
      text: ({ open }: About): string =>
        `You can’t change instalments that are paid, even in part. You can change the days and amounts of the others, but not their total. Outstanding: ${open}.`,
      submit: 'Save',
    },
    withdraw: {
      title: 'Withdraw the pledge',
      short: 'what you have paid or delivered stays',
      text: ({ open, agreed, isAgreed }: About): string =>
        isAgreed
          ? `You can withdraw ${open}. The other ${agreed} is agreed in writing; to change that, ask an admin.`
          : `Outstanding: ${open}. An accepted pledge still shows what you withdrew. What you have paid or delivered stays.`,
      submit: 'Withdraw',
    },
    postpone: {
      title: 'Ask to change the instalments',
      short: 'they are agreed in writing, so an admin decides',
      text: ({ open }: About): string =>
        `These instalments are agreed in writing, so an admin decides. Enter the instalments that you want. They must add up to ${open}.`,
      submit: 'Send the request',
    },
    reduce: {
      title: 'Ask to give less',
      short: 'an admin decides',
      text: ({ agreed }: About): string =>
        `${agreed} is agreed in writing, so an admin decides. Until then nothing changes.`,
      submit: 'Send the request',
    },
    release: {
      title: 'Ask to be released',
      short: 'from everything outstanding; an admin decides',
      text: ({ open, agreed }: About): string =>
        `${open} is outstanding. ${agreed} of this is agreed in writing, so an admin decides. Until then nothing changes.`,
      submit: 'Send the request',
    },
  },
};

export const me = {
  status: {
    pending: (reasons: readonly string[]): string => {
      const why = reasons.map((reason) => review[reason]).filter(Boolean);
      return `An admin will review your signature${why.length > 0 ? `: ${why.join('; ')}` : ''}.`;
    },
    published: (at: string | null, isShown: boolean): string =>
      `Your signature ${at === null ? 'counts' : `has counted since ${fullDay(at.slice(0, 10))}`}. We ${isShown ? 'show' : 'don’t show'} your name.`,
    withdrawn: 'You have withdrawn your signature. It doesn’t count.',
    rejected: 'An admin has rejected this signature.',
  },
  thanks: (hasPledged: boolean): string =>
    hasPledged
      ? 'Thank you for signing and pledging. Here’s what happens next.'
      : 'Thank you for signing.',
  domain: (domain: string): string => `Email address at ${domain} confirmed.`,
  statement: {
    waiting: 'An admin will review your statement before it is shown.',
    hidden: 'An admin decided not to show your statement.',
  },
  signature: 'Your signature',
  pledges: 'Your pledges',
  none: 'You have not pledged yet.',
  money: 'Pledge money',
  gpus: 'Pledge GPUs',
  account: 'Your account',
  address: 'Email address',
  sessions: 'Where you are signed in',
  thisSession: 'this session',
  /** "Firefox on Linux", as far as a User-Agent tells. */
  browser: (agent: string | null): string => {
    const of = (names: [RegExp, string][]) =>
      names.find(([pattern]) => pattern.test(agent ?? ''))?.[1];
    const program = of(PROGRAMS);
    const system = of(SYSTEMS);
    if (!program) return 'Unknown browser';
    return system ? `${program} on ${system}` : program;
  },
  pledgeStatus: {
    pending: 'An admin will review this pledge. Until then it isn’t in the totals.',
    ready: 'This pledge is waiting for other anonymous pledges. Until then it isn’t in the totals.',
    rejected: 'An admin has rejected this pledge.',
    withdrawn: 'You have withdrawn this pledge. It isn’t in the totals.',
  },
  asked: (whole: string): string => `You asked to raise it to ${whole}. An admin will review this.`,
  asks: (at: string | null): string =>
    `An admin asked${at === null ? '' : ` on ${fullDay(at.slice(0, 10))}`}:`,
  answer: 'To answer, reply to our email or edit what you entered.',
  due: (amount: string, on: string, today: string): string =>
    on < today ? `${amount} was due on ${fullDay(on)}.` : `${amount} is due on ${fullDay(on)}.`,
  session: (created: string, seen: string): string =>
    `since ${fullDay(created.slice(0, 10))}, last used ${fullDay(seen.slice(0, 10))}`,
  end: 'End this session',
  signOut: 'Sign out',
  download: 'Download your data',
  json: 'JSON',
  pledge,
  withdrawal: {
    title: 'Withdraw your signature',
    text: 'Your signature won’t count any more, and we won’t show your name anywhere. What you have paid or delivered stays in the ledger, without your name. You can sign again later.',
    first: 'Part of your pledges is still outstanding. Withdraw that first:',
    submit: 'Withdraw your signature',
    keep: 'Keep it',
  },
  signingAgain: {
    title: 'Sign again',
    text: 'An admin entered your signature for you. To sign again, confirm this yourself:',
    submit: 'Sign again',
    keep: 'Leave it withdrawn',
  },
  newAddress: {
    title: 'Change your address',
    text: (old: string): string =>
      `Your address is ${old}. We’ll email a link to the new one. When you use it, we’ll sign you out everywhere else.`,
    email: 'New email address',
    submit: 'Send the link',
    keep: 'Keep the old one',
  },
  fresh: {
    title: 'Confirm that it’s you',
    text: (email: string): string =>
      `You signed in more than 15 minutes ago. We’ll email a link to ${email} to confirm that it’s you.`,
    submit: 'Send the link',
    keep: 'Go back',
  },
  editing: {
    title: 'Edit your details',
    text: (contact: string | null): string =>
      `You can’t change the name. To sign with another one, withdraw this signature${contact === null ? '' : ` or write to ${contact}`}.`,
    fields: {
      ...sign.fields,
      url: {
        label: 'Website',
        hint: 'If it’s on the domain of your email address, we show it as confirmed.',
      },
      public: { label: 'Your name', choices: [{ value: 'on', text: 'Show my name' }] },
      news,
    },
    submit: 'Save',
    keep: 'Cancel',
  },
};
