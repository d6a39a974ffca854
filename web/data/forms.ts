/** What the forms for signing and pledging are made of. Quantities in minor units, or GPU-seconds. */
import type { Kind } from '../../server/domain/asset.ts';
import type { Instalment } from '../../server/domain/pledge-book.ts';
import type { Rate } from '../../server/domain/quantity.ts';
import type { Every } from '../../server/domain/schedule.ts';
import type { Window } from '../../server/domain/window.ts';
import type { Frame, Recipient } from './home.ts';
import type { PledgePage, WallCard } from './pages.ts';

/** What one GPU of each model counts as, in H100-equivalents. */
export type H100Rates = ReadonlyMap<string, Rate>;

export type PledgeKind = Kind;

export interface FormFrame extends Omit<Frame, 'asOf'> {
  currency: string;
  h100Rates: H100Rates;
  canGive: boolean;
  recipient: (Recipient & { privacyNotice?: string | undefined }) | null;
}

export interface SignatureReading extends Omit<WallCard, 'verifiedDomain'> {
  email: string;
  isPublic: boolean;
  news: boolean;
}

type PublicFacts = Pick<
  PledgePage['pledge'],
  'kind' | 'asset' | 'site' | 'grant' | 'measuredBy' | 'paidThrough' | 'details'
>;

export interface PledgeReading extends PublicFacts {
  quantity: bigint;
  /** H100-equivalents per GPU, as of the day; null for money. */
  h100Rate: Rate | null;
  visibility: 'public' | 'anonymous';
  isGiverShown: boolean;
  every: Every | null;
  instalments: readonly Instalment[];
  windows: readonly Window[];
}
