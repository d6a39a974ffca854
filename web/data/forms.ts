/** What the forms for signing and pledging are made of. Quantities in minor units, or GPU-seconds. */
import type { Day } from '../../server/domain/day.ts';
import type { Details } from '../../server/domain/details.ts';
import type { Rate } from '../../server/domain/quantity.ts';
import type { Every } from '../../server/domain/schedule.ts';
import type { Grant, Window } from '../../server/domain/window.ts';
import type { Recipient } from './home.ts';
import type { Frame } from './pages.ts';

/** What one GPU of each model counts as, in H100-equivalents. */
export type H100Rates = ReadonlyMap<string, Rate>;

export type PledgeKind = 'funding' | 'compute';

/** What stands around a form, and what of the initiative it needs. */
export interface FormFrame extends Omit<Frame, 'asOf'> {
  currency: string;
  /** Of the day. */
  h100Rates: H100Rates;
  /** A gift can be paid at once. */
  canGive: boolean;
  recipient: (Recipient & { privacyNotice?: string | undefined }) | null;
}

/** A signature as it was read. */
export interface SignatureReading {
  kind: 'person' | 'organisation';
  name: string;
  role: string | null;
  affiliation: string | null;
  url: string | null;
  country: string | null;
  statement: string | null;
  email: string;
  isPublic: boolean;
}

/** A pledge as it was read. */
export interface PledgeReading {
  kind: PledgeKind;
  asset: string;
  quantity: bigint;
  /** H100-equivalents per GPU, as of the day; null for money. */
  h100Rate: Rate | null;
  visibility: 'public' | 'anonymous';
  /** Whether the giver's signature shows its name. */
  isGiverShown: boolean;
  every: Every | null;
  instalments: readonly { dueOn: Day; quantity: bigint }[];
  windows: readonly Window[];
  grant: Grant | null;
  site: string | null;
  measuredBy: 'jobs' | 'reservation' | null;
  paidThrough: { kind: 'fund' | 'agency' | 'employer'; name: string } | null;
  details: Details;
}
