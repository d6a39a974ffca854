/** One pledge, to its own signatory, in English. */
import { together } from './en-pledges.ts';
import { pledgeForm } from './en-pledge-form.ts';
import type { RequestKind } from '../../server/domain/agreed.ts';
import type { FieldWords } from './shapes.ts';
import type { OwnPledge, OwnPledgeForm } from '../data/me.ts';
import { fullDay } from '../format.ts';
import type { PledgeLine } from '../data/pages.ts';

/** The fields of a form of a pledge. */
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

/** What a form is about, and how much of its pledge is agreed in writing. */
interface About {
  open: string;
  agreed: string;
  isAgreed: boolean;
}

export const mePledge = {
  /** Who acts next. */
  next: (
    status: string,
    { stages, kind }: Pick<PledgeLine, 'stages' | 'kind'>,
    {
      initiative,
      contact = null,
      canPay = false,
    }: { initiative: { name: string }; contact?: string | null; canPay?: boolean },
  ): string => {
    if (status === 'pending') {
      return `Next, an admin of ${initiative.name} looks at it. You get a mail then.`;
    }
    if (status === 'ready') return together;
    if (status === 'rejected') return 'You can pledge something else.';
    if (status === 'withdrawn') return 'There is nothing to do.';
    if (stages.pledged > 0n && kind === 'funding' && canPay) {
      return 'It is a statement of intent, and binds only under a separate signed agreement. You can pay it here, all of it or a part.';
    }
    if (stages.pledged > 0n) {
      const how = kind === 'funding' ? 'paid' : 'delivered';
      const by = contact === null ? `the admins of ${initiative.name}` : contact;
      return `It is a statement of intent, and binds only under a separate signed agreement. Next, how it is ${how} is agreed with you by ${by}.`;
    }
    if (stages.waiting > 0n) return 'It waits for its condition.';
    if (stages.committed > 0n) {
      return kind === 'funding'
        ? 'This is agreed in writing. The instalments below say what is due, and when.'
        : 'It is agreed in writing: what is delivered is recorded here.';
    }
    return 'Nothing is open.';
  },
  visibility: {
    public: 'Shown with your name, where your signature shows it.',
    anonymous: 'Shown without your name.',
  },
  paymentRef: (code: string): string =>
    `If you pay by bank transfer, write this reference on it: ${code}.`,
  publicPage: 'As the public sees it',
  instalments: 'Instalments',
  acts: 'What you can do',
  askNoMore: 'Cancel the increase you asked for',
  all: 'all of it',
  keep: 'Leave it as it is',
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
  withAsked: 'If you withdraw anything, that is taken back as well.',
  afterAsked: 'once an admin has decided on what you asked for more',
  forms: {
    pay: { title: 'Pay', short: 'all of it or a part' },
    edit: { title: 'Change it', short: 'until it is accepted' },
    increase: {
      title: 'Pledge more',
      short: 'in addition to this',
      text: (): string =>
        'If the amount is large, an admin reviews it first, together with any increase that is already waiting.',
      submit: 'Pledge more',
    },
    instalments: {
      title: 'Change the instalments',
      short: 'those of which nothing has come',
      text: ({ open }: About): string =>
        `You can’t change instalments that are paid, even in part. You can change the days and amounts of the others, but not their total. Outstanding: ${open}.`,
      submit: 'Save',
    },
    withdraw: {
      title: 'Withdraw it',
      short: 'what has come stays',
      text: ({ open, agreed, isAgreed }: About): string =>
        isAgreed
          ? `You can withdraw ${open}. The other ${agreed} is agreed in writing; to change that, ask an admin.`
          : `Open: ${open}. What you take back is shown as withdrawn; what has come stays.`,
      submit: 'Withdraw',
    },
    postpone: {
      title: 'Ask to change the instalments',
      short: 'they are agreed in writing, so an admin decides',
      text: ({ open }: About): string =>
        `These instalments are agreed in writing, so an admin decides. Enter the instalments you want. Together they must be ${open}.`,
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
        `${open} is outstanding, and ${agreed} of it is agreed in writing, so an admin decides. Until then nothing changes.`,
      submit: 'Send the request',
    },
  },
};
