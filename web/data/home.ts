/** Quantities are in minor units of the initiative's currency, or GPU-seconds. */
import type { Profile } from '../../server/domain/profile.ts';
import type { SignatoryKind } from '../../server/domain/signatory.ts';
import type { Kind } from '../../server/domain/asset.ts';
import type { Day } from '../../server/domain/day.ts';
import type { Grade } from '../../server/domain/evidence.ts';
import type { Basis } from '../../server/domain/totals.ts';
import type { Stage, Verb } from '../../server/domain/stage.ts';
import type { TermsDifference } from '../../server/domain/terms-change.ts';
import type { Extent } from '../../server/domain/window.ts';

/** The initiative's own look; null in its place where there is none. */
export interface Look {
  /** SHA-256 of the PNG. */
  logo: string | null;
  /** "#0b6b4f" */
  accent: string | null;
  /** Markdown */
  about: string | null;
  /** "Our blog https://blog.example" */
  links: string[] | null;
}

export interface Frame {
  /** Where this deployment is: "https://muster.example". */
  baseUrl: string;
  trial: boolean;
  /** Stripe's test mode is in use, and this is no demonstration. */
  testMoney: boolean;
  /** /setup can replace the demonstration. */
  canSetUp: boolean;
  initiative: {
    name: string;
    /** No signing or pledging. */
    closed: boolean;
    /** When its campaign ended; absent of a record of others. */
    closedAt?: Date | null;
    /** Search engines are asked to stay away. */
    unlisted: boolean;
    /** Every name is invented, and the page says so at the top. */
    demonstration: boolean;
    /** Of a record of others the first line is a warning. */
    note?: string | null;
    look: Look | null;
  };
  asOf: { size: number; at: Date };
}

export interface HomePage extends Frame {
  /** Payments are open, also without signing. */
  canGive: boolean;
  initiative: Frame['initiative'] & {
    call: string;
    note: string | null;
    recipient: Recipient | null;
    reply: string | null;
    /** The closing statement. */
    closing?: string | null;
    deadlineOn: Day | null;
  };
  /** Null when there is neither a funding target nor any money. */
  money: Money | null;
  /** Null when there is neither a target of GPUs nor any window: grants by hours have none. */
  concurrency: Concurrency | null;
  volume: Volume | null;
  late: Late;
  /** The newest changes first, at most five. */
  changes: AnyChange[];
  signatories: { people: number; organisations: number; shown: SignatoryCard[] };
  /** Offers that are neither money nor GPU time, and names from the press: shown apart and not counted. */
  reported: Reported[];
  /** The date of the newest exchange rates, and whether they are older than ten days. */
  rates: { on: Day; stale: boolean; used: boolean } | null;
}

export interface Recipient {
  name: string;
  registration?: string | undefined;
  country?: string | undefined;
  taxStatus?: string | undefined;
  contact?: string | undefined;
  sponsorOf?: string | undefined;
  sponsorFee?: string | undefined;
  earlier?: { name: string; registration?: string | undefined; lastOn: Day }[] | undefined;
}

/** In minor units of `currency`. */
export interface Money {
  currency: string;
  target: bigint | null;
  stages: Record<Stage, bigint>;
  restricted: bigint;
  /** The totals at the end of each month, the oldest first; the last one at `asOf`. */
  months: { month: string; received: bigint; committed: bigint }[];
  /** The same at the end of each day with a change, for an initiative of at most three months; else null. */
  days: { on: Day; received: bigint; committed: bigint }[] | null;
  milestones: Milestone[];
}

export interface Concurrency {
  target: number | null;
  /** What the target counts. */
  basis: Basis;
  /** The most GPUs secured on each of 30 consecutive days, and the most at one site on those days. */
  secured: { allSites: number; largestSite: number; from: Day | null };
  /** The most on each of 30 days in a row by either way of counting, each on days of its own. */
  held: Record<Basis, Held>;
  /** Where the most are at one site; null if that giver isn't shown. */
  site: string | null;
  pledged: number;
  /** From each day on, until the next step: GPUs at once. The last step is all zeros. */
  steps: { on: Day; secured: number; largestSite: number; pledged: number; bought: number }[];
  /** The days the curve shows, half-open. */
  from: Day;
  to: Day;
  /** Of GPUs as the goal counts them; the nearest first. */
  milestones: Milestone[];
}

export interface Held {
  gpus: number;
  from: Day | null;
  /** The first past day after `from` with fewer GPUs; and the GPUs at `asOf`. */
  endedOn: Day | null;
  now: number;
}

/** What of it is late, in its own asset, and since when. */
interface LatePledge {
  ref: string;
  asset: string;
  dueOn: Day;
  quantity: bigint;
}

/** What was agreed in writing and is overdue. */
export interface Late {
  /** In minor units of the initiative's currency; of how many pledges; and the largest of them. */
  money: { amount: bigint; pledges: number; largest: LatePledge[] };
  /** GPU-seconds that were due by the end of the day `by`, and how many of them are missing. */
  hours: { due: bigint; missing: bigint; by: Day };
}

/** GPU-seconds, given compute only. */
export interface Volume {
  target: bigint | null;
  delivered: bigint;
  committed: bigint;
  pledged: bigint;
  models: { asset: string; delivered: bigint; committed: bigint; pledged: bigint }[];
}

/** One batch of movements of one pledge, as a sentence needs it. */
export interface Change {
  /** The pledge's reference if it has a page, and the entry of the newest movement. */
  ref: string | null;
  seq: number;
  /** The entry that undid all of it, and the one that it undoes. */
  undoneBy: number | null;
  undoes: number | null;
  on: Day;
  /** The days of a metered delivery; `on` is the last. */
  days: { first: Day; last: Day } | null;
  verb: Verb;
  kind: Kind;
  /** Null when the pledge or its giver is anonymous. */
  who: string | null;
  waits: boolean;
  beyond: bigint;
  asset: string;
  /** In minor units of `asset`: of the batch, and of the pledge as it was accepted. */
  quantity: bigint;
  total: bigint;
  extent: Extent | null;
  /** Only where the giver is shown. */
  site: string | null;
  /** Null where an admin recorded it without evidence. */
  grade: Grade | null;
  /** Of a promise that raises an earlier one: how the terms changed. */
  more: TermsDifference | null;
  /** Both null where the giver is not shown. */
  reason: string | null;
  evidenceUrl: string | null;
}

export interface InitiativeLine {
  currency: string;
  funding: bigint | null;
  gpus: number | null;
  basis: Basis;
  gpuSeconds: bigint | null;
  from: Day | null;
  to: Day | null;
}

export interface TargetChange {
  kind: 'initiative';
  seq: number;
  on: Day;
  before: InitiativeLine;
  after: InitiativeLine;
  reason: string;
}

export interface TermsChange {
  kind: 'terms';
  seq: number;
  on: Day;
  ref: string | null;
  who: string | null;
  asset: string;
  difference: TermsDifference;
}

export type AnyChange = Change | TermsChange | TargetChange;

export interface Milestone {
  reaches: bigint;
  label: string;
}

export interface SignatoryCard extends Pick<Profile, 'role' | 'affiliation' | 'url'> {
  /** Of a signature that is public: the address of its page. */
  id?: string;
  kind: SignatoryKind;
  name: string;
}

export interface Reported {
  name: string;
  role: string | null;
  affiliation: string | null;
  /** What is offered; null for a name that the press reported without an offer. */
  what: string | null;
  /** In the giver's own words. */
  value: string | null;
  expiresOn: Day | null;
  source: string;
  reportedOn: Day | null;
  /** The public pledge whose hours were bought with it. */
  pledge: string | null;
}
