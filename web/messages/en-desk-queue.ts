/** The desk's queue and its page of a signatory, in English. */
import type { Act, TrailLine } from '../../server/domain/audit-trail.ts';
import { domain as domainRefusals } from '../../server/domain/refusals/en-domain.ts';
import {
  type QueueTab,
  type Ready,
  type Verb,
  type WaitingPledge,
  type WaitingRequest,
  type WaitReason,
  MOST_ALIKE,
} from '../data/desk.ts';
import { count, exactAmount, fullAmount, fullDay, instant } from '../format.ts';
import { review } from './en-sign.ts';
import { audit } from './en-desk-audit.ts';
import { deskAmount } from './en-desk-pledge.ts';
import { scheduleText } from './en-changes.ts';

const UNITS: [name: string, ms: number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/** "3 days", "1 hour", "2 seconds" of the time between; null of less than a second. */
function lasting(from: Date, to: Date): string | null {
  const ms = to.getTime() - from.getTime();
  const unit = UNITS.find(([, each]) => ms >= each);
  if (!unit) return null;
  const of = Math.floor(ms / unit[1]);
  return `${count(of)} ${unit[0]}${of === 1 ? '' : 's'}`;
}

const some = (number: number, one: string, many = `${one}s`): string =>
  `${count(number)}${number === MOST_ALIKE ? ' or more' : ''} ${number === 1 ? one : many}`;

const reasons: Partial<Record<WaitReason, string>> = {
  larger: 'The giver asks to increase an accepted pledge',
  compute: 'An admin reviews all compute',
  'no-rate': 'There is no exchange rate for its currency yet',
  'rate-too-old': 'The exchange rate is more than 30 days old',
  'giver-unpublished': 'The giver’s signature isn’t published',
  'giver-unproved': 'The giver hasn’t confirmed an email address',
  firm: 'The giver says that it is already agreed in writing',
  'names-payer': 'Somebody else pays',
  'public-text': 'It has text for the public',
};

const kinds = { person: 'person', organisation: 'organisation' };
const statuses = {
  pending: 'to review',
  published: 'published',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  accepted: 'accepted',
  ready: 'ready',
};

const decided: Partial<Record<Act, string>> = {
  'signatory.publish': 'published',
  'signatory.reject': 'rejected',
  'signatory.show-statement': 'showed',
  'signatory.hide-statement': 'hid',
  'pledge.accept': 'accepted',
  'pledge.reject': 'rejected',
  'pledge.grant': 'granted',
  'pledge.refuse': 'refused',
};

const verbs: Record<Verb, string> = {
  show: 'Show the statement',
  hide: 'Hide the statement',
  publish: 'Publish',
  accept: 'Accept',
  reject: 'Reject',
  ask: 'Ask a question',
  grant: 'Grant',
  refuse: 'Refuse',
};

/** "$2,500, above the limit of $1,000"; null without a rate. */
function baseText({ money, currency, reading, reasons: codes }: WaitingPledge): string | null {
  if (money === null || money.base === null) return null;
  const { base, promised, limit } = money;
  const isForeign = reading.asset !== currency;
  const worth = `${isForeign ? '≈ ' : ''}${exactAmount(base, currency)}`;
  const most = exactAmount(limit, currency);
  if (codes.includes('over-limit')) return `${worth}, above the limit of ${most}`;
  if (codes.includes('over-limit-in-all')) {
    return `${worth}, with ${exactAmount(promised, currency)} already promised, above the limit of ${most}`;
  }
  return `${worth}, within the limit of ${most}`;
}

/** "Asks to move 3 instalments from 2027 to 2030–32." */
function wish({ kind, preview, line, agreed }: WaitingRequest): string {
  const amount = (quantity: bigint): string => deskAmount(line.asset, line.kind, quantity);
  if (kind === 'postpone') {
    const { schedule = null } = preview ?? {};
    return `Asks to ${schedule ? scheduleText(schedule, 'wish') : 'change the instalments'}.`;
  }
  if (kind === 'reduce') {
    return preview ? `Asks to give ${amount(preview.quantity)} less.` : 'Asks to give less.';
  }
  const rest = preview ? `the ${amount(preview.quantity)} outstanding` : 'the pledge';
  return `Asks to be released from ${rest}. ${amount(agreed)} is agreed in writing.`;
}

export const deskQueue = {
  tabs: {
    all: 'All',
    signature: 'Signatures',
    statement: 'Statements',
    pledge: 'Pledges',
    request: 'Requests',
    ready: 'Ready',
  } satisfies Record<QueueTab, string>,
  tabsLabel: 'To review',
  tab: (text: string, of: number): string => `${text} (${count(of)})`,
  ready: ({ pledges, givers, dueAt }: Ready, now: Date): string =>
    `${some(pledges, 'anonymous pledge')} from ${some(givers, 'giver')} ${pledges === 1 ? 'is' : 'are'} ready. ` +
    'Anonymous pledges are accepted together, once a day, when five givers are waiting. ' +
    `After seven days an admin decides: the oldest ${dueAt > now ? 'is due on' : 'has been due since'} ${fullDay(dueAt)}.`,
  seeReady: 'See them',
  warnings: 'Check this server’s settings',
  together: {
    accept:
      'Accepted together with other anonymous pledges, once a day, when five givers are waiting.',
    ready: (dueAt: Date, now: Date): string =>
      dueAt > now
        ? `Ready. It will be accepted together with other anonymous pledges, once five givers are waiting. If it is still ready on ${fullDay(dueAt)}, an admin decides.`
        : 'Ready for seven days, but fewer than five givers were waiting. Accept it alone, or leave it to be accepted with others later.',
    summary: 'Accept alone',
    warning:
      'This may identify the giver. In the public ledger, anyone can see what was recorded just before and after this pledge.',
    confirm: 'I understand that this may identify the giver',
    submit: 'Accept alone',
  },
  domain: 'Domain of the address',
  allDomains: 'Show all domains',
  empty: {
    all: 'Nothing to review.',
    domain: (domain: string): string => `Nothing to review at ${domain}.`,
  },
  kinds,
  statuses,
  pledge: 'pledge',
  waits: (since: Date, now: Date): string => {
    const time = lasting(since, now);
    return time === null ? 'arrived just now' : `waiting for ${time}`;
  },
  confirmed: (at: Date | null): string =>
    at === null ? 'not confirmed' : `confirmed on ${fullDay(at)}`,
  noAddress: 'no address',
  addressHidden: 'address hidden',
  verified: (domain: string): string => `domain ${domain} confirmed`,
  notPublic: 'name not shown',
  review: (codes: readonly string[]): string | null => {
    const [first, ...rest] = codes.map((code) => review[code]).filter((why) => why !== undefined);
    if (first === undefined) return null;
    return `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join('; ')}.`;
  },
  statementWaits: 'The signature is published. Its statement is shown once you have reviewed it.',
  entered: 'An admin added it, or it was imported.',
  sameName: (of: number): string => `${some(of, 'other')} with this name`,
  sameDomain: (of: number, domain: string): string => `${some(of, 'other')} at ${domain}`,
  waitingPledges: (of: number): string =>
    `${some(of, 'pledge')} of this giver ${of === 1 ? 'is' : 'are'} in the queue too`,
  /** Null where the amount beside the limit says enough. */
  reasons: ({ reasons: codes, together }: WaitingPledge): string | null => {
    if (together?.dueAt) return null;
    if (codes.length === 0) {
      return 'Nothing holds this pledge back now. It waited because the giver wasn’t published, the daily limit was reached, or an admin or an import entered it.';
    }
    const why = codes.flatMap((code) => reasons[code] ?? []);
    return why.length === 0 ? null : `${why.join('. ')}.`;
  },
  baseText,
  asksFor: (accepted: bigint, asset: string): string =>
    `This is the new total. ${fullAmount(accepted, asset)} is already accepted.`,
  visibility: {
    public: 'with the giver’s name',
    anonymous: 'without the giver’s name',
  },
  from: 'from',
  paidThrough: { fund: 'through the fund', agency: 'through the agency', employer: 'matched by' },
  askedBack: (at: Date, now: Date): string => {
    const time = lasting(at, now);
    return `Question sent ${time === null ? 'just now' : `${time} ago`}:`;
  },
  verbs,
  request: {
    name: 'request',
    wish,
    misfit: domainRefusals.requestMisfit,
    instalments: 'Before and after',
    now: 'Now',
    wanted: 'Requested',
    none: 'No instalments',
    more: (of: number): string => `and ${count(of)} more`,
    hint: ({ isMute, isPublic }: { isMute: boolean; isPublic: boolean }): string => {
      const giver = isMute
        ? 'The giver sees the reason after signing in. We can’t email it.'
        : 'We email the reason to the giver.';
      return isPublic ? `${giver} The public sees it too, if the pledge shows its giver.` : giver;
    },
  },
  reject: {
    label: 'Reason',
    hint: {
      pledge: 'We email it with the decision, if the address is confirmed. You can leave it empty.',
      signature: 'We email it, if the address is confirmed. Leave it empty to send no email.',
    },
    published: 'The signature counts now. If you reject it, it no longer counts.',
  },
  ask: {
    label: 'Question',
    hint: 'We email it and show it to the giver after signing in. They can answer the contact by email, or edit what they sent.',
    submit: 'Send the question',
    mute: 'You can’t ask a question, because no email address is confirmed.',
  },
  overtaken: (who: string | null, act: Act, at: Date, now: Date): string => {
    const time = lasting(at, now);
    return `${who ?? 'An admin'} ${decided[act]} it ${time === null ? 'just now' : `${time} ago`}.`;
  },
  you: 'You',
  again: 'Nothing has changed',
  signatory: {
    about: (kind: keyof typeof kinds, status: keyof typeof statuses): string =>
      `${kind === 'person' ? 'Person' : 'Organisation'}; the signature is ${status === 'pending' ? 'in the queue' : statuses[status]}.`,
    facts: 'Details',
    first: 'Show this name first',
    notFirst: 'Stop showing this name first',
    signed: 'Signed',
    published: 'Published',
    address: 'Address',
    consent: 'Consent',
    consentOf: (notice: string | null, at: Date): string =>
      `to the notice ${notice ?? ''} on ${fullDay(at)}`,
    shown: 'Name',
    isShown: 'shown',
    why: 'Why it needs a review',
    reason: 'Why it was rejected',
    decide: 'Decision',
    pledges: 'Pledges',
    noPledges: 'No pledges.',
    pledgeAsks: (whole: string): string => `asks to pledge ${whole} in total`,
    sameName: 'Others with this name',
    sameDomain: (domain: string): string => `Others at ${domain}`,
    more: (of: number): string => `Only the newest ${count(of)} are shown.`,
    trail: 'History',
    noTrail:
      'Nobody has changed this signature since it was imported. Pledges have their own history.',
    line: (line: TrailLine): string =>
      `${instant(line.at)}: ${audit.who(line.doer)} ${audit.did(line)}`,
  },
};
