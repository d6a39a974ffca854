/**
 * What the further public pages are made of; web/data/home.ts has the first one. Quantities are bigints
 * in minor units of `asset`, or GPU-seconds; bases in minor units of the initiative's currency, or
 * H100-equivalent GPU-seconds.
 */
import type { Kind } from '../../server/domain/asset.ts';
import type { Details } from '../../server/domain/details.ts';
import type { Day } from '../../server/domain/day.ts';
import type { MonthOfPledge } from '../../server/domain/hours-by-month.ts';
import type { FilledInstalment } from '../../server/domain/schedule.ts';
import type { Stage } from '../../server/domain/stage.ts';
import type { Window } from '../../server/domain/window.ts';
import type {
  Change,
  HomePage,
  InitiativeLine,
  SignatoryCard,
  TargetChange,
  TermsChange,
} from './home.ts';

/** What stands around every page. */
export interface Frame {
  trial: boolean;
  testMoney: boolean;
  /** The first run is not over: the page leads to it. */
  canSetUp: boolean;
  initiative: Pick<HomePage['initiative'], 'name' | 'closed' | 'unlisted' | 'demonstration'>;
  asOf: { size: number; at: Date };
}

/** Where a page of a list stands. */
export interface Listing {
  /** How many there are of what the filter asks for. */
  found: number;
  /** Null on the first page. */
  cursor: string | null;
  next: string | null;
}

/** A signatory with all that the wall shows. */
export interface WallCard extends SignatoryCard {
  country: string | null;
  statement: string | null;
  /** The domain of its web address, if its e-mail address there was confirmed. */
  verifiedDomain: string | null;
}

export type Quantities = Record<Stage, bigint>;

export interface PledgeLine {
  ref: string;
  kind: Kind;
  asset: string;
  who: string | null;
  site: string | null;
  windows: Window[];
  acceptedOn: Day;
  total: bigint;
  totalBase: bigint;
  stages: Quantities;
}

export interface PledgePage extends Frame {
  today: Day;
  currency: string;
  pledge: PledgeLine & {
    /** What the public reads of it: null where the giver is not shown. */
    details: Details;
    /** Who pays in the giver's place, or matches it; null where the giver is not shown. */
    paidThrough: { kind: 'fund' | 'agency' | 'employer'; name: string } | null;
    /** Of compute: what counts as delivered. */
    measuredBy: 'jobs' | 'reservation' | null;
    /** Of compute: until when an admin still expects what windows have not brought. */
    expectedUntil: Day | null;
    /** Bought with the initiative's own money: no contribution. */
    bought: boolean;
    grant: { from: Day; to: Day } | null;
    firm: boolean;
    condition: PledgeCondition | null;
    /** In the order of their days; what has come pays the oldest first. */
    instalments: FilledInstalment[];
    rate: {
      num: string;
      den: string;
      on: Day | null;
      /** The code in the terms; an admin's rate has a text of where it is from, and perhaps a URL. */
      source: string;
      given: { source: string; url: string | null } | null;
      stale: boolean;
    };
  };
  /** Only of money in another currency. */
  values: PledgeValues | null;
  /** Of compute: agreed, delivered and used, the oldest first. */
  months: MonthOfPledge[];
  /** What stood in each stage from each day on, oldest first. */
  flow: { on: Day; stages: Quantities }[];
  /** The newest first. */
  changes: (Change | TermsChange)[];
  /** More changes than are shown. */
  more: boolean;
}

export interface PledgeCondition {
  metric: 'funding' | 'gpuHours' | 'organisations';
  counts: 'committed' | 'pledged';
  /** In minor units of the initiative's currency, H100-equivalent GPU-seconds, or organisations. */
  reaches: bigint;
  by: Day | null;
}

/** Original, reference-rate and present values. A value is null where there is no rate for it. */
export interface PledgeValues {
  outstanding: { quantity: bigint; base: bigint; today: bigint | null; rateOn: Day | null };
  /** All that has come and was not taken back: at the reference rate, and at those of its days. */
  received: { quantity: bigint; base: bigint; settled: bigint | null };
}

/** Where the database lost entries, and the ledger went on under another log. */
export interface LogBreak {
  origin: string;
  on: Day;
  /** How many entries it went on with, and how many had been shown. */
  size: number;
  lostSize: number;
  reason: string;
}

/** One ledger entry, as its sentence needs it. */
export type LedgerLine = { seq: number; on: Day } & (
  | { kind: 'movement'; change: Change }
  | { kind: 'signature'; act: string; type: 'person' | 'organisation' }
  | { kind: 'terms'; ref: string | null; terms: TermsLine; change: TermsChange | null }
  | { kind: 'initiative'; targets: InitiativeLine; change: TargetChange | null }
);

export interface TermsLine {
  who: string | null;
  kind: Kind;
  asset: string;
  quantity: bigint;
  instalments: number;
  conditional: boolean;
  rateOn: Day | null;
}
