/** Every text of the page, in English. Another language is another catalogue of this shape. */
import type { Kind } from '../../server/domain/asset.ts';
import { gpuHours, count, dayIn, fullDay, instant, plainAmount } from '../format.ts';
import type { HomePage, Recipient } from '../data/home.ts';
import { changeSentence, grades } from './en-changes.ts';
import { compute, h100e, worth, yardsticks } from './en-compute.ts';
import { account } from './en-desk-account.ts';
import { admins, tokens } from './en-desk-admins.ts';
import { audit } from './en-desk-audit.ts';
import { deskBulk } from './en-desk-bulk.ts';
import { differences } from './en-desk-differences.ts';
import { desk as door } from './en-desk-door.ts';
import { deskExtend, views } from './en-desk-views.ts';
import { deskFactors } from './en-desk-factors.ts';
import { deskInitiative } from './en-desk-initiative.ts';
import { deskMetering } from './en-desk-metering.ts';
import { deskPayments } from './en-desk-payments.ts';
import { deskPledge } from './en-desk-pledge.ts';
import { deskQueue } from './en-desk-queue.ts';
import { deskReview } from './en-desk-review.ts';
import { desk } from './en-desk.ts';
import { docs } from './en-docs.ts';
import { mail } from './en-mail.ts';
import { paymentMail } from './en-mail-payment.ts';
import { requestMail } from './en-mail-request.ts';
import { passkey } from './en-passkey.ts';
import { rates } from './en-rates.ts';
import { refusals } from './en-refusals.ts';
import { windowText, termsClause } from './en-terms.ts';
import { ledger } from './en-ledger.ts';
import { listed, lists, wall } from './en-lists.ts';
import { notice, sign } from './en-sign.ts';
import { pay } from './en-pay.ts';
import { pledgeForm } from './en-pledge-form.ts';
import { pledgeGift, pledgeSentence } from './en-pledge-sentence.ts';
import { pledge, pledges, quantityOf, stageWords, standingText, subjectOf } from './en-pledges.ts';
import { forms } from './en-forms.ts';
import {
  gpuHeadline,
  hoursHeadline,
  hoursLine,
  moneyHeadline,
  milestones,
} from './en-headlines.ts';
import { confirmPage, me, review, signIn } from './en-me.ts';
import { setup } from './en-setup.ts';

const counted = (number: number, one: string, many: string): string =>
  `${count(number)} ${number === 1 ? one : many}`;

/** That GPUs must stand in one place is our reading of a goal, not of somebody else's call. */
const gpuGoal = (target: number, closed: boolean): string =>
  closed ? `${count(target)} GPUs` : `${count(target)} GPUs in one place`;

/** "Raising at least $100M and 10,000 GPUs in one place."; empty when nothing has a target. */
function goals({ initiative, money, concurrency, volume }: HomePage): string {
  const wanted = listed(
    [
      money?.target ? `at least ${plainAmount(money.target, money.currency)}` : '',
      concurrency?.target ? gpuGoal(concurrency.target, initiative.closed) : '',
      !concurrency?.target && volume?.target ? `${gpuHours(volume.target)} GPU-hours` : '',
    ].filter((goal) => goal !== ''),
  );
  if (!wanted) return '';
  return initiative.closed ? `The call: ${wanted}.` : `Raising ${wanted}.`;
}

const sentences = {
  goals,
  recipient: (recipient: Recipient | null): string =>
    recipient
      ? `Recipient: ${[recipient.name, recipient.taxStatus].filter(Boolean).join(', ')}.`
      : 'The recipient is not named yet, so no payment can be made.',
  deadline: (day: string, asOf: Date): string =>
    day < asOf.toISOString().slice(0, 10)
      ? `Ended on ${fullDay(day)}.`
      : `Open until ${fullDay(day)}.`,
  moneyHeadline,
  gpuHeadline,
  hoursHeadline,
  hoursLine,
  changeSentence,
  /** A closed record may name a giver who never signed anything. */
  signed: (people: number, organisations: number, closed: boolean): string => {
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
  updated: (at: Date, size: number): string =>
    `Updated ${instant(at)}, after ${counted(size, 'ledger entry', 'ledger entries')}`,
  ratesOf: (on: string): string =>
    `Other currencies at their pledges’ reference rates; the European Central Bank’s newest are of ${fullDay(on)}.`,
  day: dayIn,
  date: fullDay,
};

const labels = {
  demonstration: 'Demonstration data. Every organisation here is invented.',
  trial: 'Trial database: these figures live on this machine only.',
  testMoney:
    'Payments are in test mode: what is paid here is no real money, and counts all the same.',
  startYours: 'Start yours',
  nav: {
    label: 'Pages',
    pledges: 'Pledges',
    compute: 'Compute',
    signatories: 'Signatories',
    ledger: 'Ledger',
    me: 'Your pledges',
  },
  figures: 'Figures',
  received: 'received',
  committed: 'agreed',
  stillAgreed: 'agreed, not delivered',
  pledged: 'promised',
  waiting: 'waits for a condition',
  disputed: 'payment contested',
  delivered: 'delivered',
  notCounted: 'not counted',
  largestSite: 'largest site',
  otherSites: 'other sites',
  hours: (model: string): string => `${model} GPU-hours`,
  changes: 'Latest changes',
  noChanges: 'No pledges yet.',
  undoneBy: (seq: number): string => `Undone by entry ${count(seq)}`,
  undoes: (seq: number): string => `Undoes entry ${count(seq)}`,
  grades,
  organisation: 'organisation',
  allSignatories: 'All signatories',
  allPledges: 'All pledges',
  allChanges: 'All changes',
  allCompute: 'All compute',
  unnamed: (number: number): string =>
    number === 1 ? 'One of them shows no name.' : `${count(number)} of them show no name.`,
  affiliations: 'Affiliations identify people; they do not mean that the organisation signed.',
  reported: 'Named in press reports, in no count',
  source: 'Reported, not verified. Source:',
  staleRates: 'These rates are older than ten days.',
  skip: 'Skip to the content',
};

/** What the fills of bars and charts stand for, on the pages of pledges. */
const stageKey = {
  received: 'received or delivered',
  committed: 'agreed in writing',
  pledged: 'promised',
  waiting: 'waits for a condition',
  gone: 'contested, returned or not coming',
};

/** The same of one pledge, which is of money or of compute. */
const stageOf = (word: keyof typeof stageKey, kind: Kind): string =>
  word === 'received' ? stageWords.received[kind] : stageKey[word];

const charts = {
  money: (months: number): string =>
    months === 12 ? 'Secured over twelve months' : 'Secured by month',
  moneySummary: (month: string, secured: string, received: string): string =>
    `${month}: ${secured} secured, of which ${received} received.`,
  gpus: 'GPUs at once, by month',
  gpusSummary: (secured: number, largest: number, target: number | null): string =>
    `At most ${count(secured)} GPUs secured at once for 30 days, ${count(largest)} of them at one site` +
    `${target === null ? '' : `; goal ${count(target)}`}.`,
  secured: 'secured',
  bought: 'bought',
  goal: 'goal',
  month: 'Month',
  today: 'today',
};

const whatCounts = {
  title: 'What counts?',
  stage: 'Stage',
  meaning: 'What it means',
  exact: 'Exactly',
  model: 'GPU-hours',
  total: 'All models',
  stages: {
    secured: ['Secured', 'Received and agreed in writing together: the headline figure.'],
    received: ['Received', 'Money settled, or GPU-hours provided.'],
    committed: ['Agreed in writing', 'A firm written obligation, not yet received.'],
    pledged: ['Promised', 'A non-binding announcement. Not counted.'],
    waiting: ['Waits for a condition', 'Its condition is not met yet. Not counted.'],
    disputed: ['Payment contested', 'Received, then contested by the payer. Not counted.'],
    refunded: ['Refunded', 'Received, then returned. Not counted.'],
    withdrawn: ['Withdrawn', 'Taken back by the signatory. Not counted.'],
    lapsed: ['No longer expected', 'Promised or agreed, and not coming. Not counted.'],
  } satisfies Record<string, [name: string, meaning: string]>,
  gpus:
    'GPUs secured at once: the most that are secured on each of 30 consecutive days. GPUs at ' +
    'different sites do not make one cluster, so the largest site is shown beside.',
};

const check = {
  title: 'Check these figures',
  note: 'this statement, which any C2SP tool verifies.',
  entries:
    'every entry, to the byte. Each one’s leaf hash is SHA-256(0x00, entry); their Merkle tree ' +
    '(RFC 6962) has that root.',
  movements: 'every change with its amount; their sums are the figures.',
  verify: (command: string): [before: string, command: string, after: string] => [
    'Who runs this can recompute everything with ',
    command,
    '.',
  ],
};

/** Pages that only say something: what is the matter, and what to do. */
const notices = {
  /** Stands for the initiative's where nothing is read of it. */
  name: 'Muster',
  me: 'To your signature and pledges',
  empty: {
    text: 'This deployment has no initiative. Whoever started the server can ',
    link: 'set it up',
    or: ' with the address that it printed, or load a file: ',
    command: 'npm run import -- FILE',
  },
  notFound: {
    text: 'There is nothing at this address. ',
    home: 'To the figures',
  },
};

export const en = {
  lang: 'en',
  ...sentences,
  ...labels,
  charts,
  whatCounts,
  check,
  milestones,
  notices,
  stageKey,
  stageOf,
  lists,
  wall,
  pledgeList: pledges,
  pledge,
  compute,
  ledger,
  forms,
  setup,
  signIn,
  confirmPage,
  me,
  sign,
  notice,
  pledgeForm,
  pledgeSentence,
  pay,
  pledgeGift,
  quantityOf,
  stageWords,
  standingText,
  subjectOf,
  termsClause,
  windowText,
  review,
  refusals,
  h100e,
  worth,
  yardsticks,
  rates,
  passkey,
  docs,
  mail,
  paymentMail,
  requestMail,
  door,
  desk,
  account,
  admins,
  tokens,
  audit,
  bulk: deskBulk,
  differences,
  extend: deskExtend,
  factors: deskFactors,
  deskInitiative,
  metering: deskMetering,
  payments: deskPayments,
  deskPledge,
  queue: deskQueue,
  reviewing: deskReview,
  views,
};
