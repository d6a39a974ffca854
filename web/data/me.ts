/** What a signatory's own pages are made of. */
import type { RequestKind } from '../../server/domain/agreed.ts';
import type { Instalment } from '../../server/domain/pledge-book.ts';
import type { Day } from '../../server/domain/day.ts';
import type { PledgeLine } from './pages.ts';

export type OwnPledgeForm = 'increase' | 'instalments' | 'withdraw' | RequestKind;

/** As the API has it; days and instants are ISO texts. */
export interface OwnSignature {
  status: 'pending' | 'published' | 'rejected' | 'withdrawn';
  kind: 'person' | 'organisation';
  name: string;
  role: string | null;
  affiliation: string | null;
  url: string | null;
  country: string | null;
  statement: string | null;
  statementStatus: 'shown' | 'waiting' | 'hidden' | null;
  public: boolean;
  email: string | null;
  publishedAt: string | null;
  /** Null of whom an admin or a file has entered. */
  consentedAt: string | null;
  verifiedDomain: string | null;
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
  /** What payers and banks know it by. */
  paymentRef: string;
  /** `ready`: pending, and accepted together with other anonymous ones. */
  status: 'pending' | 'ready' | 'accepted' | 'rejected' | 'withdrawn';
  /** It cannot say something else then, also while it is pending again. */
  wasAccepted: boolean;
  visibility: 'public' | 'anonymous';
  /** How much is agreed in writing and outstanding: only an admin changes that. */
  agreed: bigint;
  /** The whole that was asked for in its place, and waits for an admin. */
  asked: bigint | null;
  /** What its giver asks of an admin, while it is waiting. */
  request: OwnRequest | null;
  /** The last request that an admin has decided. */
  decided: (OwnRequest & { isGranted: boolean; reason: string; on: Day }) | null;
  /** Why an admin rejected it. */
  reason: string | null;
  /** What an admin asks back, while it waits, and since when. */
  question: string | null;
  askedBackAt: string | null;
  instalments: { dueOn: Day; quantity: bigint; received: bigint; outstanding: bigint }[];
}

/** What every form of a signatory carries: the session's token, and a key of its own. */
export interface FormKeys {
  csrf: string;
  key: string;
}
