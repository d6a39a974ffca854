/** Quantities are in minor units of `asset` or GPU-seconds; bases in those of the currency or H100e GPU-seconds. */
import type { Profile } from '../../server/domain/profile.ts';
import type { Kind } from '../../server/domain/asset.ts';
import type { Step } from '../../server/domain/capacity/capacity.ts';
import type { Day } from '../../server/domain/day.ts';
import type { Details } from '../../server/domain/details.ts';
import type { MonthOfPledge } from '../../server/domain/hours-by-month.ts';
import type { FilledInstalment } from '../../server/domain/schedule.ts';
import type { Stage } from '../../server/domain/stage.ts';
import type { Grant, Window } from '../../server/domain/window.ts';
import type {
  Change,
  Concurrency,
  Frame,
  InitiativeLine,
  SignatoryCard,
  TargetChange,
  TermsChange,
} from './home.ts';

export interface Listing {
  found: number;
  cursor: string | null;
  next: string | null;
}

export interface WallCard extends SignatoryCard, Profile {
  /** The domain of its website, if its email address is on it. */
  verifiedDomain: string | null;
}

export type Quantities = Record<Stage, bigint>;

export interface PledgeLine {
  ref: string;
  kind: Kind;
  asset: string;
  who: string | null;
  /** Null where `who` is, and to the giver. */
  giverId: string | null;
  /** Who gives it together with them. */
  members: string[];
  site: string | null;
  windows: Window[];
  acceptedOn: Day;
  total: bigint;
  totalBase: bigint;
  stages: Quantities;
}

/** In base: all of a giver's public pledges of one kind. */
export interface GiverSums extends Record<
  'received' | 'committed' | 'pledged' | 'waiting',
  bigint
> {
  /** Contested, refunded, withdrawn, or no longer expected. */
  gone: bigint;
  /** All but what is gone. */
  amount: bigint;
  /** What was received of all that was ever pledged, in millionths. */
  share: number;
}

export interface PledgePage extends Frame {
  today: Day;
  currency: string;
  pledge: PledgeLine & {
    /** Null where the giver is not shown. */
    details: Details;
    /** Who pays in the giver's place, or matches it; null where the giver is not shown. */
    paidThrough: { kind: 'fund' | 'agency' | 'employer'; name: string } | null;
    /** Of compute: what counts as delivered. */
    measuredBy: 'jobs' | 'reservation' | null;
    /** Of compute: until when an admin expects hours that are missing. */
    expectedUntil: Day | null;
    /** Bought with the initiative's own money: no contribution. */
    bought: boolean;
    grant: Grant | null;
    firm: boolean;
    condition: PledgeCondition | null;
    instalments: FilledInstalment[];
    rate: {
      num: string;
      den: string;
      on: Day | null;
      /** Its code in the terms. `given`: an admin's source. */
      source: string;
      given: { source: string; url: string | null } | null;
      stale: boolean;
    };
  };
  /** Only of money in another currency. */
  values: PledgeValues | null;
  /** Of compute: agreed, delivered and used, the oldest first. */
  months: MonthOfPledge[];
  flow: { on: Day; stages: Quantities }[];
  changes: (Change | TermsChange)[];
  more: boolean;
}

export interface PledgeCondition {
  metric: 'funding' | 'gpuHours' | 'organisations';
  counts: 'committed' | 'pledged';
  /** In minor units of the initiative's currency, H100-equivalent GPU-seconds, or organisations. */
  reaches: bigint;
  by: Day | null;
}

/** An amount at its reference rate and at other rates; null where there is no rate. */
export interface PledgeValues {
  outstanding: { quantity: bigint; base: bigint; today: bigint | null; rateOn: Day | null };
  /** All that came and wasn't undone: at the reference rate, and at the rates of its days. */
  received: { quantity: bigint; base: bigint; settled: bigint | null };
}

/** The database lost entries, and the ledger went on as another log. */
export interface LogBreak {
  origin: string;
  on: Day;
  /** Entries that were left, and that had been shown. */
  size: number;
  lostSize: number;
  reason: string;
}

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

export interface Curve extends Omit<Concurrency, 'steps'> {
  steps: Step[];
  /** What of `secured` and `pledged` is held on those days in H100-equivalents. */
  h100e: { allSites: number; largestSite: number; pledged: number };
  /** On how many days the target is reached, and the first; null without a target. */
  atTarget: Record<'allSites' | 'largestSite', { days: number; firstOn: Day | null }> | null;
}

export interface Hours {
  quantity: bigint;
  base: bigint;
}

export type HoursByStage = Record<'delivered' | 'committed' | 'pledged', Hours>;

export interface MonthLine {
  /** "2026-03" */
  month: string;
  due: Hours;
  delivered: Hours;
}
