/** One pledge, to its own signatory, in English. */
import { together } from './en-together.ts';
import { pledgeForm } from './en-pledge-form.ts';
import type { PledgeLine } from '../model-pages.ts';

const FIELDS: Record<string, (asset: string) => string> = {
  amount: (asset) => `Amount in ${asset}`,
  gpuHours: () => 'GPU-hours',
  agreed: () => 'A tick here',
  dueOn: () => 'Due on',
};

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
        ? 'It is agreed in writing: the instalments below say what is due when.'
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
  askNoMore: 'Take back what you asked for more',
  all: 'all of it',
  keep: 'Leave it as it is',
  /** The label of a field, by its name; empty for what stands in none. */
  labelOf: (name: string, asset: string): string =>
    FIELDS[name]?.(asset) ?? pledgeForm.labelOf(name, 'funding') ?? '',
  hints: {
    part: 'Of a part only. Empty: all that is open.',
    agreed: 'The agreement itself is not ended by this. It is shown publicly.',
    dueOn: 'As an instalment of its own. Empty: the last instalment grows.',
  },
  agreed: (amount: string): string => `Also what is agreed in writing, ${amount}`,
  needed: 'is needed: nothing else is open',
  atMost: (amount: string): string => `is more than is open. At most ${amount} is open.`,
  withAsked: 'If you withdraw anything, that is taken back as well.',
  afterAsked: 'once an admin has decided on what you asked for more',
  forms: {
    pay: { title: 'Pay', short: 'all of it or a part' },
    edit: { title: 'Change it', short: 'until it is accepted' },
    increase: {
      title: 'Pledge more',
      short: 'in addition to this',
      text: (): string => 'A large amount waits for an admin first, with what waits already.',
      submit: 'Pledge more',
    },
    instalments: {
      title: 'Change the instalments',
      short: 'those of which nothing has come',
      text: (open: string): string =>
        `Instalments of which something has come stay. The others can be of other days and parts; together they must stay the same. Open: ${open}.`,
      submit: 'Save',
    },
    withdraw: {
      title: 'Withdraw it',
      short: 'what has come stays',
      text: (open: string): string =>
        `Open: ${open}. What you take back is shown as withdrawn; what has come stays.`,
      submit: 'Withdraw',
    },
  },
};
