/** What mails say of agreed pledges that are to change, and of promises that were taken back, in English. */
import { isCurrency } from '../../server/domain/asset.ts';
import type { RequestKind } from '../../server/domain/agreed.ts';
import { formatGpuHours } from '../../server/domain/quantity.ts';
import type { ScheduleChange } from '../../server/domain/terms-change.ts';
import { fullAmount } from '../format.ts';
import type { Letter } from './shapes.ts';
import { scheduleText } from './en-terms.ts';

/** What a giver asks, after "asks" and "asked". */
const wishes: Record<RequestKind, (ref: string) => string> = {
  postpone: (ref) => `to change the payment schedule of pledge ${ref}`,
  reduce: (ref) => `to reduce pledge ${ref}`,
  release: (ref) => `to be released from pledge ${ref}`,
};

const quantityOf = (asset: string, quantity: string): string =>
  isCurrency(asset)
    ? fullAmount(BigInt(quantity), asset)
    : `${formatGpuHours(BigInt(quantity))} GPU-hours (${asset})`;

interface StepBack {
  ref: string;
  asset: string;
  quantity: string;
  schedule: ScheduleChange | null;
}

export const requestMail = {
  /** Without a word of the giver's: the desk shows what was written. */
  request: (
    initiative: string,
    { ref, request }: { ref: string; request: RequestKind },
  ): Letter => ({
    subject: `Request to decide on, pledge ${ref}: ${initiative}`,
    before: [
      `A giver asks ${wishes[request](ref)}, which is agreed in writing.`,
      'Nothing changes until an admin decides. Read the request and decide:',
    ],
    button: 'Review the request',
    after: [],
  }),
  decided: (
    initiative: string,
    contact: string | null,
    {
      ref,
      request,
      decision,
      reason,
    }: { ref: string; request: RequestKind; decision: 'granted' | 'refused'; reason: string },
  ): Letter => ({
    subject: `Your request about pledge ${ref} was ${decision}: ${initiative}`,
    before: [
      `You asked ${wishes[request](ref)}. An admin has ${decision} your request.`,
      `The reason: “${reason}”`,
      decision === 'granted'
        ? 'The change is made. See your pledge:'
        : 'Your pledge has not changed. See your pledge:',
    ],
    button: 'Your pledge',
    after: contact === null ? [] : [`Questions? Write to ${contact}.`],
  }),
  stepBack: (initiative: string, { ref, asset, quantity, schedule }: StepBack): Letter => {
    const amount = quantityOf(asset, quantity);
    return {
      subject: `${schedule ? 'Promise put off' : 'Promise withdrawn'}, pledge ${ref}: ${initiative}`,
      before: [
        schedule
          ? `The giver of pledge ${ref} ${scheduleText(schedule)}: ${amount}.`
          : `The giver of pledge ${ref} has withdrawn ${amount}.`,
        'It was promised, not agreed in writing, so this needs no decision.',
      ],
      button: 'See the pledge',
      after: [],
    };
  },
};
