import type { RequestKind } from '../../server/domain/agreed.ts';
import type { Kind } from '../../server/domain/asset.ts';
import type { Move } from '../../server/domain/pledge-book.ts';
import type { Day } from '../../server/domain/day.ts';
import type { Grade } from '../../server/domain/evidence.ts';
import type { FilledInstalment } from '../../server/domain/schedule.ts';
import type { Place, Stage, Verb } from '../../server/domain/stage.ts';
import type { Window } from '../../server/domain/window.ts';
import { count, fullAmount, fullDay, gpuHours, instant } from '../format.ts';
import { grades } from './en-changes.ts';
import { audit } from './en-desk-audit.ts';
import { movementForms, movementWordsOf } from './en-desk-movement-forms.ts';
import { pledge, stageWords } from './en-pledges.ts';
import type { PledgeStatus, Decided } from '../data/desk.ts';

/** To the last minor unit: what is compared with a bank's statement leaves nothing out. */
export const deskAmount = (asset: string, kind: Kind, quantity: bigint): string =>
  kind === 'funding' ? fullAmount(quantity, asset) : `${gpuHours(quantity)} GPU-hours`;

/** Under a head that says its unit; in base, too. */
const figure = (unit: string, kind: Kind, quantity: bigint): string =>
  kind === 'funding' ? fullAmount(quantity, unit) : gpuHours(quantity);

const placeOf = (place: Place, kind: Kind): string =>
  place === 'outside' ? 'outside' : stageWords[place][kind];

const verbs: Record<Verb, { funding: string; compute: string }> = {
  pledge: { funding: 'Promised', compute: 'Promised' },
  trigger: { funding: 'Condition met', compute: 'Condition met' },
  commit: { funding: 'Agreed in writing', compute: 'Agreed in writing' },
  receive: { funding: 'Received', compute: 'Delivered' },
  withdraw: { funding: 'Withdrawn', compute: 'Withdrawn' },
  lapse: { funding: 'No longer expected', compute: 'No longer expected' },
  dispute: { funding: 'Contested', compute: 'Contested' },
  win: { funding: 'Dispute won', compute: 'Dispute won' },
  lose: { funding: 'Dispute lost', compute: 'Dispute lost' },
  refund: { funding: 'Refunded', compute: 'Refunded' },
  reinstate: { funding: 'Expected again', compute: 'Expected again' },
  reverse: { funding: 'Correction', compute: 'Correction' },
};

const windowLabel = (asset: string, stage: Stage, window: Window): string =>
  `How many of ${pledge.window(asset, window)} (${stageWords[stage].compute})`;

const moveText = (asset: string, kind: Kind, { from, to, quantity }: Move): string => {
  const amount = deskAmount(asset, kind, quantity);
  if (from === 'outside') return `${amount} → ${placeOf(to, kind)}`;
  return `${amount}: ${placeOf(from, kind)} → ${placeOf(to, kind)}`;
};

function willText(asset: string, kind: Kind, move: Move): string {
  const amount = deskAmount(asset, kind, move.quantity);
  const are = kind === 'funding' ? 'is' : 'are';
  const windows = move.windows?.map((window) => pledge.window(asset, window)).join('; ');
  const goes = windows ? `, and with it ${windows}` : '';
  if (move.from === 'outside') return `${amount} ${are} added as ${placeOf(move.to, kind)}${goes}.`;
  if (move.to === 'outside')
    return `${amount} ${placeOf(move.from, kind)} ${are} taken out${goes}.`;
  return `${amount} ${kind === 'funding' ? 'moves' : 'move'} from “${placeOf(move.from, kind)}” to “${placeOf(move.to, kind)}”${goes}.`;
}

function instalmentText(
  asset: string,
  { dueOn, quantity, received, outstanding }: FilledInstalment,
): string {
  const amount = (minor: bigint): string => fullAmount(minor, asset);
  const of = `The instalment of ${fullDay(dueOn)}, ${amount(quantity)},`;
  if (received === quantity) return `${of} is paid.`;
  const rest = outstanding > 0n ? `${amount(outstanding)} outstanding` : 'and no more is expected';
  if (received > 0n) return `${of} is paid in part: ${amount(received)}, ${rest}.`;
  return `${of} is unpaid${outstanding < quantity ? `: ${rest}` : ''}.`;
}

const decidedBy = { policy: 'at once', together: 'together with others' };

export const deskPledge = {
  verbs,
  movementForms,
  movementWordsOf,
  moveText,
  willText,
  instalmentText,
  windowLabel,
  amount: deskAmount,
  figure,
  status: {
    pending: 'To review',
    ready: 'Ready: it will be accepted together with other anonymous pledges',
    accepted: 'Accepted',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn before it was accepted',
  } satisfies Record<PledgeStatus, string>,
  toQueue: 'Review it',
  toReady: 'Accept it alone, or reject it',
  requests: {
    postpone: 'The giver asks to change the instalments.',
    reduce: 'The giver asks to give less.',
    release: 'The giver asks to be released.',
  } satisfies Record<RequestKind, string>,
  termsChanges: 'Changes of the instalments',
  from: 'from',
  publicPage: 'See the public page',
  asked: (amount: string): string => `The giver asks to pledge ${amount} in total.`,
  beyond: (amount: string): string => `${amount} beyond the promise`,
  paymentRef: 'Payment reference',
  paymentRefIs: (code: string): string =>
    `Bank transfers for this pledge have the reference ${code}.`,
  visibility: 'Shown as',
  visibilities: {
    public: 'amount with the giver’s name',
    anonymous: 'amount without a name',
  },
  logged: 'Logged',
  decided: 'Decision',
  decision: (status: PledgeStatus, { at, by }: Decided): string => {
    const who =
      by === null ? '' : typeof by === 'string' ? ` ${decidedBy[by]}` : ` by ${audit.who(by)}`;
    return `${status}${who}, ${instant(at)}`;
  },
  reason: 'Reason',
  giverStatus: (status: string): string =>
    status === 'published' || status === 'giver' ? '' : `(${status})`,
  stage: 'Stage',
  quantity: (kind: Kind, asset: string): string =>
    kind === 'funding' ? asset : `${asset} GPU-hours`,
  base: (kind: Kind, currency: string): string =>
    kind === 'funding' ? `In ${currency}, at its rate` : 'H100-equivalent hours',
  nothing: 'No changes yet.',
  acts: 'Record',
  movements: 'Changes',
  on: 'Day',
  what: 'Change',
  evidence: 'Evidence',
  recorded: 'Recorded',
  by: (who: string): string => `by ${who}`,
  entry: (seq: number): string => `entry ${count(seq)}`,
  reference: (text: string): string => `Reference ${text}`,
  fee: (amount: string): string => `Fee ${amount}`,
  /** "€1,000.00 − €15.00 fee, at 1.0852 = $1,068.92 credited" */
  credited: (
    received: string,
    fee: string | null,
    { minor, currency, rate }: { minor: bigint; currency: string; rate: string },
  ): string =>
    `${received}${fee === null ? '' : ` − ${fee} fee`}, at ${rate} = ${fullAmount(minor, currency)} credited`,
  more: 'Earlier changes',
  undone: 'undone',
  allTrail: 'Whole history',
  noTrail: 'Nobody has changed this pledge by hand since it was recorded.',
  labels: {
    how: 'How much',
    amount: (asset: string): string => `Amount in ${asset}`,
    gpuHours: 'GPU-hours',
    windows: 'GPUs',
    excess: 'Beyond the promise',
    occurredOn: 'Day',
    fee: (asset: string): string => `Fee in ${asset}`,
    creditedCurrency: 'Credited in',
    creditedAmount: 'Credited amount',
    creditedRate: (asset: string): string => `Exchange rate for one ${asset}`,
    grade: 'Evidence',
    url: 'Link to the evidence',
    dueOn: 'Due on',
  },
  hints: {
    amount: 'Enter what was paid, before any fee.',
    windows: 'Enter how many GPUs of each. Leave a field empty for none.',
    excess: 'Yes, this much arrived. Record what is beyond the promise too.',
    fee: 'Enter what the bank kept. This is in no total and never public.',
    creditedCurrency:
      'Only if the bank credited another currency: its three letters. This is in no total and never public.',
    creditedRate: 'The bank’s own rate. Amount less fee, at this rate, is the credited amount.',
    url: 'The public sees it, if the pledge shows its giver.',
    dueOn:
      'Leave empty to add the amount to the last instalment. If the instalments are agreed in writing, enter a day.',
  },
  how: {
    all: (open: string): string => `Everything: ${open}`,
    part: 'A part',
    windows: 'Some of the GPUs',
    hours: 'GPU-hours of past days',
  },
  isBeyond: (open: string): string =>
    `is more than the ${open} outstanding. If this much arrived, tick “Beyond the promise”`,
  tooMany: (shown: number): string =>
    `Only the first ${shown} windows fit here. Use the API for the others.`,
  preview: 'Preview',
  change: 'Edit',
  willBe: (on: Day): string => `What will be recorded, as of ${fullDay(on)}`,
  now: 'Now',
  afterwards: 'After',
  whole: 'Before and after',
  flags: {
    beyond: (amount: string): string => `${amount} beyond the promise.`,
    foreign: (amount: string): string => `At the pledge’s reference rate: ${amount}.`,
    pending:
      'Nothing is left of the pledge after this. An admin has to accept it again or reject it.',
  },
  overtaken: (message: string): string => `${message} Here is what would happen now.`,
  reverseFirst: 'Undo these first:',
  batch: (code: string): string => `change ${code}`,
  gradeIs: (grade: Grade): string => `Evidence: ${grades[grade]}.`,
};
