/** What the pages about the bank's entries show. */
import type { Day } from '../../server/domain/day.ts';

export interface BankEntry {
  id: string;
  state: 'open' | 'aside' | 'recorded';
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
  /** The pledge that it is recorded for. */
  ref: string | null;
}

/** A pledge that an entry may pay. */
export interface Proposal {
  ref: string;
  giver: { id: string; name: string; status: string };
  asset: string;
  /** In minor units of the asset; null unless the pledge is accepted. */
  outstanding: bigint | null;
  why: 'reference' | 'name';
  /** Whether the entry can be recorded for it as it is. */
  fits: boolean;
}

export interface MatchedEntry extends BankEntry {
  proposals: Proposal[];
  /** The pledge whose reference the payer wrote, if the entry can be recorded for it as it is. */
  sure: string | null;
}
