/** What a signatory's own pages are made of. */
import type { Day } from '../server/domain/day.ts';
import type { PledgeLine } from './model-pages.ts';
import type { OwnFrame } from './own.tsx';

/** As the API has it; days and instants are ISO texts. */
interface OwnSignature {
  status: 'pending' | 'published' | 'rejected' | 'withdrawn';
  kind: 'person' | 'organisation';
  name: string;
  role: string | null;
  affiliation: string | null;
  url: string | null;
  country: string | null;
  statement: string | null;
  public: boolean;
  email: string | null;
  publishedAt: string | null;
  verifiedDomain: string | null;
  review: readonly string[];
}

interface OwnSession {
  id: string;
  browser: string | null;
  createdAt: string;
  seenAt: string;
  isThis: boolean;
}

export interface OwnPledge {
  line: PledgeLine;
  status: 'pending' | 'accepted' | 'rejected' | 'withdrawn';
  visibility: 'public' | 'amount-hidden' | 'anonymous';
  /** The whole that was asked for in its place, and waits for an admin. */
  asked: bigint | null;
  /** Why an admin rejected it. */
  reason: string | null;
  instalments: { dueOn: Day; quantity: bigint; received: bigint; outstanding: bigint }[];
}

/** What every form of a signatory carries: the session's token, and a key of its own. */
export interface FormKeys {
  csrf: string;
  key: string;
}

export interface MePage extends FormKeys {
  frame: OwnFrame;
  signature: OwnSignature;
  sessions: OwnSession[];
  pledges: OwnPledge[];
  today: Day;
}
