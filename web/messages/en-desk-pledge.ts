/** What the desk says of one pledge, and of the movements that are recorded by hand. */
import type { RequestKind } from '../../server/domain/agreed.ts';
import type { Kind } from '../../server/domain/asset.ts';
import type { Move } from '../../server/domain/pledge-book.ts';
import type { Day } from '../../server/domain/day.ts';
import type { Grade } from '../../server/domain/evidence.ts';
import type { FilledInstalment } from '../../server/domain/schedule.ts';
import type { Place, Stage, Verb } from '../../server/domain/stage.ts';
import type { Window } from '../../server/domain/window.ts';
import { count, fullAmount, fullDay, gpuHours, instant } from '../format.ts';
import { grades as publicGrades } from './en-changes.ts';
import { audit } from './en-desk-audit.ts';
import { hands, handOf } from './en-desk-hands.ts';
import { pledge, stageWords } from './en-pledges.ts';
import type { PledgeStatus, Decided } from '../data/desk.ts';

/** To the last minor unit: what is compared with a bank's statement leaves nothing out. */
export const deskAmount = (asset: string, kind: Kind, quantity: bigint): string =>
  kind === 'funding' ? fullAmount(quantity, asset) : `${gpuHours(quantity)} GPU-hours`;

/** Under a head that says its unit; in base, too. */
const figure = (unit: string, kind: Kind, quantity: bigint): string =>
  kind === 'funding' ? fullAmount(quantity, unit) : gpuHours(quantity);

const placeOf = (place: Place, kind: Kind): string =>
  place === 'outside' ? 'nowhere' : stageWords[place][kind];

const verbs: Record<Verb, { funding: string; compute: string }> = {
  pledge: { funding: 'Promised', compute: 'Promised' },
  trigger: { funding: 'Condition met', compute: 'Condition met' },
  commit: { funding: 'Agreed in writing', compute: 'Agreed in writing' },
  receive: { funding: 'Received', compute: 'Delivered' },
  withdraw: { funding: 'Withdrawn', compute: 'Withdrawn' },
  lapse: { funding: 'No longer expected', compute: 'No longer expected' },
  dispute: { funding: 'Contested', compute: 'Contested' },
  win: { funding: 'Contest won', compute: 'Contest won' },
  lose: { funding: 'Contest lost', compute: 'Contest lost' },
  refund: { funding: 'Refunded', compute: 'Refunded' },
  reinstate: { funding: 'Expected after all', compute: 'Expected after all' },
  reverse: { funding: 'Correction', compute: 'Correction' },
};

/** A window of which some GPUs may be named. */
const windowLabel = (asset: string, stage: Stage, window: Window): string =>
  `Of ${pledge.window(asset, window)} (${stageWords[stage].compute})`;

/** "$50.00: agreed in writing → received". */
const moveText = (asset: string, kind: Kind, { from, to, quantity }: Move): string => {
  const amount = deskAmount(asset, kind, quantity);
  if (from === 'outside') return `${amount} → ${placeOf(to, kind)}`;
  return `${amount}: ${placeOf(from, kind)} → ${placeOf(to, kind)}`;
};

/** "$50.00 moves from “agreed in writing” to “received”." */
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

/** What an instalment looks like afterwards. */
function instalmentText(
  asset: string,
  { dueOn, quantity, received, outstanding }: FilledInstalment,
): string {
  const amount = (minor: bigint): string => fullAmount(minor, asset);
  const of = `The instalment of ${fullDay(dueOn)}, ${amount(quantity)},`;
  if (received === quantity) return `${of} is paid.`;
  const rest = outstanding > 0n ? `${amount(outstanding)} open` : 'and no more is expected of it';
  if (received > 0n) return `${of} is paid in part: ${amount(received)}, ${rest}.`;
  return `${of} is unpaid${outstanding < quantity ? `: ${rest}` : ''}.`;
}

/** Where the record is an admin's, nobody has stated anything. */
const grades: Record<Grade, string> = { ...publicGrades, 'self-asserted': 'none' };

/** What nobody in particular has decided. */
const decidedBy = { policy: 'at once', together: 'together with others' };

export const deskPledge = {
  verbs,
  grades,
  hands,
  handOf,
  moveText,
  willText,
  instalmentText,
  windowLabel,
  amount: deskAmount,
  figure,
  status: {
    pending: 'Waits to be decided on',
    ready: 'Ready: it will be accepted together with other anonymous pledges',
    accepted: 'Accepted',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn before it was accepted',
  } satisfies Record<PledgeStatus, string>,
  toQueue: 'Decide on it',
  toReady: 'Accept it alone, or reject it',
  requests: {
    postpone: 'Its giver asks to change the instalments.',
    reduce: 'Its giver asks to give less.',
    release: 'Its giver asks to be released.',
  } satisfies Record<RequestKind, string>,
  termsChanges: 'What changed',
  from: 'from',
  publicPage: 'As the public sees it',
  asked: (amount: string): string => `Its giver asks for ${amount} in all.`,
  beyond: (amount: string): string => `${amount} beyond the promise`,
  paymentRef: 'Payment reference',
  paymentRefIs: (code: string): string => `A bank transfer for this pledge names ${code}.`,
  visibility: 'Shown as',
  visibilities: {
    public: 'name and amount together',
    anonymous: 'the amount without a name',
  },
  logged: 'Logged',
  decided: 'Decided on',
  decision: (status: PledgeStatus, { at, by }: Decided): string => {
    const who =
      by === null ? '' : typeof by === 'string' ? ` ${decidedBy[by]}` : ` by ${audit.who(by)}`;
    return `${status}${who}, ${instant(at)}`;
  },
  reason: 'Reason',
  giver: 'Giver',
  giverStatus: (status: string): string =>
    status === 'published' || status === 'giver' ? '' : `(${status})`,
  stages: 'Where it stands',
  stage: 'Stage',
  quantity: (kind: Kind, asset: string): string =>
    kind === 'funding' ? asset : `${asset} GPU-hours`,
  base: (kind: Kind, currency: string): string =>
    kind === 'funding' ? `In ${currency}, at its rate` : 'H100-equivalent hours',
  nothing: 'Nothing has moved yet.',
  acts: 'Record',
  movements: 'Changes',
  on: 'On',
  what: 'What',
  evidence: 'Evidence',
  recorded: 'Recorded',
  by: (who: string): string => `by ${who}`,
  entry: (seq: number): string => `entry ${count(seq)}`,
  reference: (text: string): string => `Reference ${text}`,
  fee: (amount: string): string => `Fee ${amount}`,
  more: 'Earlier changes',
  states: { stands: '', reversed: 'taken back', reversal: '' },
  trail: 'History',
  allTrail: 'Whole history',
  noTrail: 'Nothing has happened yet.',
  labels: {
    how: 'How much',
    amount: (asset: string): string => `Amount in ${asset}`,
    gpuHours: 'GPU-hours',
    windows: 'GPUs',
    excess: 'Beyond the promise',
    occurredOn: 'Day',
    reference: 'Reference',
    fee: (asset: string): string => `Fee in ${asset}`,
    grade: 'Evidence',
    url: 'Where it can be seen',
    dueOn: 'Due on',
  },
  hints: {
    amount: 'What was paid, before any fee.',
    windows: 'How many GPUs of each; empty for none of it.',
    excess: 'Yes, this much came: record what no promise covers, too.',
    fee: 'What the bank kept of it. Noted apart, in no figure, never public.',
    url: 'Public, where the pledge shows its giver.',
    dueOn:
      'When the added amount is due. Leave empty to add it to the last instalment. If the instalments are agreed in writing, enter a day.',
  },
  how: {
    all: (open: string): string => `All of it: ${open}`,
    part: 'A part',
    windows: 'Some of the GPUs',
    hours: 'GPU-hours of days that have passed',
  },
  isBeyond: (open: string): string =>
    `is more than the ${open} that is open: tick below if so much came`,
  tooMany: (shown: number): string => `Only the first ${shown} windows fit here: use the API.`,
  preview: 'See what it does',
  leave: 'Leave it as it is',
  change: 'Change it',
  willBe: (on: Day): string => `What will be recorded, as of ${fullDay(on)}`,
  now: 'Now',
  afterwards: 'Then',
  whole: 'Before and after',
  flags: {
    beyond: (amount: string): string => `${amount} beyond the promise.`,
    foreign: (amount: string): string => `At the reference rate of the pledge: ${amount}.`,
    pending: 'Nothing of it is left then: it waits to be accepted again, or rejected.',
  },
  overtaken: (message: string): string => `${message} This is what it would do now.`,
  reverseFirst: 'Take these back first:',
  batch: (code: string): string => `batch ${code}`,
  gradeIs: (grade: Grade): string => `Evidence: ${grades[grade]}.`,
};
