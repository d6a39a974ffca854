/** One pledge, to its own signatory, in English. */
import { pledgeForm } from './en-pledge-form.ts';
import type { PledgeLine } from '../model-pages.ts';

const FIELDS: Record<string, string> = {
  amount: 'Amount',
  gpuHours: 'GPU-hours',
};

export const mePledge = {
  /** Who acts next. */
  next: (status: string, { stages, kind }: Pick<PledgeLine, 'stages' | 'kind'>): string => {
    if (status === 'pending') return 'Next, an admin looks at it. You get a mail then.';
    if (status === 'rejected') return 'You can pledge something else.';
    if (status === 'withdrawn') return 'There is nothing to do.';
    if (stages.pledged > 0n) {
      return 'It is a statement of intent. It binds only under a separate signed agreement, for which the admins write to you.';
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
    'amount-hidden': 'Its amount is shown without your name, which is listed apart from it.',
    anonymous: 'Shown without your name.',
  },
  publicPage: 'As the public sees it',
  instalments: 'Instalments',
  due: 'Due on',
  amount: 'Amount',
  received: 'Received',
  open: 'Open',
  late: 'overdue',
  acts: 'What you can do',
  all: 'all of it',
  keep: 'Leave it as it is',
  labelOf: (name: string): string | null => FIELDS[name] ?? pledgeForm.labelOf(name, 'funding'),
  labels: {
    increase: (asset: string): string => `More, in ${asset}`,
    part: (asset: string): string => `Only a part, in ${asset}`,
    hours: 'Only a part, in GPU-hours',
  },
  hints: { part: 'Empty: all that is open.' },
  forms: {
    edit: { title: 'Change it', short: 'as long as it waits for an admin' },
    increase: {
      title: 'Pledge more',
      short: 'in addition to this',
      text: (): string =>
        'What you add goes to the last instalment. A large amount waits for an admin first.',
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
      text: (open: string): string => `You take back ${open}. What has come stays in the ledger.`,
      submit: 'Withdraw',
    },
  },
};
