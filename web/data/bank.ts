/** What the pages about the bank's entries show. */
import type { Day } from '../../server/domain/day.ts';

export type EntryState = 'open' | 'aside' | 'recorded';

export interface BankEntry {
  id: string;
  state: EntryState;
  bookedOn: Day;
  account: string;
  currency: string;
  /** In minor units; negative where the bank took a credit back. */
  amountMinor: bigint;
  reference: string | null;
  payerReference: string | null;
  /** Of name and text: null also where they are forgotten, or the admin doesn't see addresses. */
  name: string | null;
  text: string | null;
  asideNote: string | null;
  /** The batch that recorded it, whether that was by hand, and the pledge's reference. */
  receipt: string | null;
  isByHand: boolean;
  ref: string | null;
  /** Another file may have brought the same entry in other words. */
  mayBeTwin: boolean;
}

/** Whether it can be recorded as it is. */
export type Fit = 'fits' | 'beyond' | 'currency' | 'undecided';

/** A pledge that an entry may pay. */
export interface Proposal {
  ref: string;
  giver: { id: string; name: string; status: string };
  asset: string;
  /** In minor units of the asset, as of the newest checkpoint. */
  outstanding: bigint;
  why: 'reference' | 'name';
  fit: Fit;
}

export interface MatchedEntry extends BankEntry {
  proposals: Proposal[];
  /** The pledge to record it for without a further question; null where an admin has to look. */
  sure: string | null;
}

/** One currency's month, in minor units. */
export interface MonthLine {
  currency: string;
  /** In the ledger: all receipts, and those of Stripe's. */
  received: bigint;
  throughStripe: bigint;
  /** By Stripe's record of the same payments. */
  atStripe: bigint;
  /** At the bank: all credits less those taken back, and what is open or set aside of them. */
  credited: bigint;
  open: bigint;
  aside: bigint;
}

export interface LoneReceipt {
  batch: string;
  ref: string;
  giver: string;
  on: Day;
  currency: string;
  amountMinor: bigint;
}

/** A receipt and its entry, where day, amount or currency differ. */
export interface UnequalPair extends LoneReceipt {
  entry: string;
  bookedOn: Day;
  entryCurrency: string;
  entryMinor: bigint;
}

export interface MonthData {
  /** As in 2026-11. */
  month: string;
  lines: MonthLine[];
  withoutEntry: LoneReceipt[];
  withoutReceipt: BankEntry[];
  unequal: UnequalPair[];
}
