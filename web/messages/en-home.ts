import type { Kind } from '../../server/domain/asset.ts';
import type { HomePage, Recipient } from '../data/home.ts';
import { isShut } from '../../server/domain/closing.ts';
import type { Day } from '../../server/domain/day.ts';
import { count, dayIn, fullDay, gpuHours, instant, exactAmount } from '../format.ts';
import { chartNews } from './en-headlines.ts';
import { stageWords } from './en-pledges.ts';
import { listed } from './en-shared.ts';

const counted = (number: number, one: string, many: string): string =>
  `${count(number)} ${number === 1 ? one : many}`;

/** What a closed record was a call for; an open one has it beside its figures. */
function goals({ initiative, money, concurrency, volume }: HomePage): string {
  if (!isShut(initiative)) return '';
  const wanted = listed(
    [
      money?.target ? `at least ${exactAmount(money.target, money.currency)}` : '',
      concurrency?.target ? `${count(concurrency.target)} GPUs` : '',
      !concurrency?.target && volume?.target ? `${gpuHours(volume.target)} GPU-hours` : '',
    ].filter((goal) => goal !== ''),
  );
  return wanted && `The call: ${wanted}.`;
}

const sponsorOf = ({ sponsorOf: project, sponsorFee }: Recipient): string =>
  project ? `fiscal sponsor of ${project}${sponsorFee ? `, fee: ${sponsorFee}` : ''}` : '';

function inBrackets(facts: (string | undefined)[]): string {
  const said = facts.filter(Boolean);
  return said.length > 0 ? ` (${said.join('; ')})` : '';
}

const nameList = new Intl.ListFormat('en', { type: 'unit', style: 'short' });

export const sentences = {
  /** "Old Fund until 31 Mar 2026", the newest first. */
  earlierRecipients: (recipient: Recipient | null): string =>
    (recipient?.earlier ?? [])
      .toSorted((a, b) => (a.lastOn < b.lastOn ? 1 : -1))
      .map(({ name, registration, lastOn }) =>
        [name, registration, `until ${fullDay(lastOn)}`].filter(Boolean).join(' · '),
      )
      .join('; '),
  earlierRecipientsAre: (list: string): string => `Earlier recipients: ${list}.`,
  goals,
  recipient: (recipient: Recipient | null): string =>
    recipient
      ? `Money goes to ${recipient.name}${inBrackets([recipient.taxStatus, sponsorOf(recipient)])}.`
      : 'Nobody can pay until the initiative names a recipient.',
  deadline: (day: string, asOf: Date): string =>
    day < asOf.toISOString().slice(0, 10)
      ? `Ended on ${fullDay(day)}.`
      : `Open until ${fullDay(day)}.`,
  /** Before the names of some. A closed record may name a giver who never signed anything. */
  signed: (number: number, closed: boolean): string => {
    if (number === 0) return closed ? 'No signature is on record.' : 'No one has signed yet.';
    if (closed) return `${counted(number, 'name', 'names')} on record:`;
    return `${count(number)} ${number === 1 ? 'has' : 'have'} signed:`;
  },
  signedBy: (people: number, organisations: number, closed: boolean): string => {
    const who = listed(
      [
        people > 0 ? counted(people, 'person', 'people') : '',
        organisations > 0 ? counted(organisations, 'organisation', 'organisations') : '',
      ].filter((part) => part !== ''),
    );
    if (!who) return closed ? 'No signature is on record' : 'No one has signed yet';
    if (closed) return `${who} on record`;
    return `${who} ${people + organisations === 1 ? 'has' : 'have'} signed`;
  },
  /** The items by their numbers, and what is between them; "and 30 more" may follow. */
  nameList: (items: string[]) => nameList.formatToParts(items),
  andMore: (number: number): string => `and ${count(number)} more`,
  updated: (at: Date, size: number): string =>
    `Updated ${instant(at)}, after ${counted(size, 'ledger entry', 'ledger entries')}`,
  pauseUpdates: 'Pause updates',
  resumeUpdates: 'Resume updates',
  updatedAt: (at: Date): string => `Updated ${instant(at)}`,
  ratesOf: (on: string): string =>
    `We convert other currencies at each pledge’s reference rate. The European Central Bank’s newest rates are from ${fullDay(on)}.`,
  day: dayIn,
  date: fullDay,
};

export const labels = {
  demonstration: 'Demonstration data. Every organisation here is invented.',
  trial: 'Trial database: these figures exist on this machine only.',
  testMoney: 'Payments are in test mode. They count here, but no real money is paid.',
  nav: {
    label: 'Pages',
    menu: 'Menu',
    home: 'Progress',
    givers: 'Givers',
    compute: 'Compute',
    'how-we-know': 'How we know',
    me: 'Your pledges',
  },
  figures: 'Figures',
  received: 'received',
  committed: 'agreed in writing',
  stillAgreed: 'agreed, not delivered',
  pledged: 'promised',
  delivered: 'delivered',
  notCounted: 'not counted',
  largestSite: 'largest site',
  oneSite: 'one site',
  otherSites: 'other sites',
  hours: (model: string): string => `${model} GPU-hours`,
  changes: 'Latest changes',
  noChanges: 'No pledges yet.',
  undoneBy: (seq: number): string => `Undone by entry ${count(seq)}`,
  undoes: (seq: number): string => `Undoes entry ${count(seq)}`,
  organisation: 'organisation',
  allSignatories: 'All signatories',
  allPledges: 'All pledges',
  allChanges: 'All changes',
  unnamed: (number: number): string =>
    number === 1
      ? 'One signatory doesn’t show a name.'
      : `${count(number)} of them don’t show a name.`,
  affiliations: 'Affiliations identify people. They don’t mean that the organisation signed.',
  staleRates: 'These rates are older than ten days.',
  lateLead: 'Late:',
  askHow: 'How do we know?',
  chartsTitle: 'Charts',
  skip: 'Skip to the content',
};

export const stageKey = {
  received: 'received or delivered',
  committed: 'agreed in writing',
  pledged: 'promised',
  waiting: 'conditional',
  gone: 'contested, refunded or no longer expected',
};

/** The same for one pledge, which gives either money or compute. */
export const stageOf = (word: keyof typeof stageKey, kind: Kind): string =>
  word === 'received' ? stageWords.received[kind] : stageKey[word];

export const charts = {
  moneySince: (day: Day): string => `Secured since ${fullDay(day)}`,
  noMoney: 'This chart starts with the first money agreed in writing or received.',
  noGpus: 'This chart starts with the first GPUs agreed in writing.',
  goalAbove: (goal: string): string => `The goal of ${goal} is off this chart’s scale.`,
  ...chartNews,
  allSites: 'all sites',
  money: (months: number): string =>
    months === 12 ? 'Secured over twelve months' : 'Secured by month',
  moneySummary: (month: string, secured: string, received: string): string =>
    `${month}: ${secured} secured, of which ${received} received.`,
  gpus: 'GPUs at once, by month',
  gpusSummary: (secured: number, largest: number, target: number | null): string =>
    `Up to ${count(secured)} GPUs secured at once for 30 days, ${count(largest)} of them at one site` +
    `${target === null ? '' : `; goal ${count(target)}`}.`,
  secured: 'secured',
  bought: 'bought',
  goal: 'goal',
  month: 'Month',
  today: 'today',
  asTable: 'Show as a table',
};

export const whatCounts = {
  title: 'What counts?',
  stage: 'Stage',
  meaning: 'What it means',
  exact: 'Exactly',
  model: 'GPU-hours',
  total: 'All models',
  stages: {
    secured: ['Secured', 'Received plus agreed in writing: the headline figure.'],
    received: ['Received', 'Money settled, or GPU-hours provided.'],
    committed: ['Agreed in writing', 'A firm written obligation, not yet received.'],
    pledged: ['Promised', 'Announced, not binding. Not counted.'],
    waiting: ['Conditional', 'Promised or agreed on a condition that isn’t met yet. Not counted.'],
    disputed: ['Payment contested', 'Received, then contested by the payer. Not counted.'],
    refunded: ['Refunded', 'Received, then returned to the payer. Not counted.'],
    withdrawn: ['Withdrawn', 'Withdrawn by the giver. Not counted.'],
    lapsed: ['No longer expected', 'Promised or agreed, but it won’t come. Not counted.'],
  } satisfies Record<string, [name: string, meaning: string]>,
  gpus:
    '“GPUs secured at once” is the highest number secured for 30 days in a row. GPUs at ' +
    'different sites don’t form one cluster, so we also show the largest site.',
};

export const wall = {
  title: 'Signatories',
  kinds: { all: 'All', organisation: 'Organisations', person: 'People' },
  affiliations:
    'An affiliation says where somebody works or studies. It doesn’t mean that the organisation signed. We list organisations that did under their own names.',
  confirmedAt: (domain: string): string => `email address at ${domain} confirmed`,
  search: 'Name, role or affiliation',
  found: (found: number, q: string | undefined): string => {
    const who = found === 1 ? '1 name' : `${count(found)} names`;
    if (q === undefined) return found === 0 ? 'None of them show a name.' : who;
    return found === 0 ? `No name, role or affiliation contains “${q}”.` : `${who} with “${q}”`;
  },
};
