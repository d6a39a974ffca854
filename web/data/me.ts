import type { RequestKind } from '../../server/domain/agreed.ts';
import type { Instalment } from '../../server/domain/pledge-book.ts';
import type { Day } from '../../server/domain/day.ts';
import type { FilledInstalment } from '../../server/domain/schedule.ts';
import type { PledgeStatus } from './desk.ts';
import type { PledgeLine, WallCard } from './pages.ts';

export type OwnPledgeForm = 'increase' | 'instalments' | 'withdraw' | RequestKind;

/** As the API has it; days and instants are ISO texts. */
export interface OwnSignature extends WallCard {
  status: 'pending' | 'published' | 'rejected' | 'withdrawn';
  statementStatus: 'shown' | 'waiting' | 'hidden' | null;
  public: boolean;
  email: string | null;
  publishedAt: string | null;
  /** Null if an admin or a file entered the signature. */
  consentedAt: string | null;
  review: readonly string[];
  question: string | null;
  askedBackAt: string | null;
}

export interface OwnSession {
  id: string;
  browser: string | null;
  createdAt: string;
  seenAt: string;
  isThis: boolean;
}

/** In minor units, or GPU-seconds. */
export interface OwnRequest {
  kind: RequestKind;
  text: string;
  instalments: Instalment[];
  quantity: bigint | null;
}

export interface OwnPledge {
  line: PledgeLine;
  paymentRef: string;
  status: PledgeStatus;
  /** It can't be edited any more, even while it is pending again. */
  wasAccepted: boolean;
  visibility: 'public' | 'anonymous';
  /** An admin entered it, and the giver hasn't confirmed it. */
  isUnconfirmed: boolean;
  revision: number;
  /** Agreed in writing and outstanding, so only an admin can change it. */
  agreed: bigint;
  asked: bigint | null;
  request: OwnRequest | null;
  decided: (OwnRequest & { isGranted: boolean; reason: string; on: Day }) | null;
  reason: string | null;
  question: string | null;
  askedBackAt: string | null;
  instalments: FilledInstalment[];
}

/** What every form of a signatory carries: the session's token, and a key of its own. */
export interface FormKeys {
  csrf: string;
  key: string;
}
