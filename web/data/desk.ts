/** What the queue is made of, and the page of one signatory. Quantities are in minor units, or GPU-seconds. */
import type { Stage } from '../../server/domain/stage.ts';
import type { RequestKind } from '../../server/domain/agreed.ts';
import type { Instalment } from '../../server/domain/pledge-book.ts';
import type { ScheduleChange } from '../../server/domain/terms-change.ts';
import type { PledgeReading } from './forms.ts';
import type { PledgeCondition, PledgeLine } from './pages.ts';
import type { RateAge } from '../../server/domain/rate-age.ts';
import type { Doer } from '../../server/domain/audit-trail.ts';
import type { PaymentWay, PaymentStatus, PaymentFlag } from '../../server/domain/payment.ts';

/** A payment in a list. */
export interface PaymentLine {
  code: string;
  way: PaymentWay;
  currency: string;
  amountMinor: bigint;
  status: PaymentStatus;
  flags: readonly PaymentFlag[];
  createdAt: Date;
  paidAt: Date | null;
}

export type HandVerb = (typeof HAND_VERBS)[number];

/** The pages on which movements are recorded by hand. */
export const HAND_VERBS = [
  'commit',
  'receive',
  'lapse',
  'withdraw',
  'dispute',
  'win',
  'lose',
  'refund',
  'reinstate',
  'increase',
  'reverse',
] as const;

/** When a pledge was accepted or rejected, or withdrawn before that, and by whom. */
export interface Decided {
  at: Date;
  /**
   * `policy` where no admin had to look, `together` with other anonymous pledges; null where the trail does not
   * say, as of what a file brought.
   */
  by: Doer | 'policy' | 'together' | null;
}

export type PledgeStatus = 'pending' | 'ready' | 'accepted' | 'rejected' | 'withdrawn';

export const QUEUE_KINDS = ['signature', 'statement', 'pledge', 'request'] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];
/** `ready` has the anonymous pledges that are accepted together: they wait for no admin until they are due. */
export type QueueTab = 'all' | QueueKind | 'ready';

/** What an admin asked back, and when. */
export interface Asked {
  question: string;
  at: Date;
}

/** A signature with what is known of it. */
export interface DeskSignature {
  id: string;
  status: 'pending' | 'published' | 'rejected' | 'withdrawn';
  kind: 'person' | 'organisation';
  name: string;
  role: string | null;
  affiliation: string | null;
  url: string | null;
  country: string | null;
  statement: string | null;
  /** Since when its statement waits for an admin. */
  statementWaitsSince: Date | null;
  statementHidden: boolean | null;
  isPublic: boolean;
  /** Null where there is none, and for who may not decide. */
  email: string | null;
  /** Of its address; null where it has none. */
  domain: string | null;
  /** Whether no question or reason can be mailed. */
  isMute: boolean;
  confirmedAt: Date | null;
  verifiedDomain: string | null;
  createdAt: Date;
  review: readonly string[];
  /** How many others have its name, or an address on its domain where that is no mail provider's; at most MOST_ALIKE. */
  sameName: number;
  sameDomain: number;
  /** How many of its pledges are pending. */
  waitingPledges: number;
  asked: Asked | null;
}

/** Counting further tells nothing more. */
export const MOST_ALIKE = 100;

/** Why a pledge was not accepted by itself; none where nothing speaks against it by now. */
export type WaitReason =
  | 'larger'
  | 'compute'
  | 'no-rate'
  | 'rate-too-old'
  | 'giver-unpublished'
  | 'giver-unproved'
  | 'firm'
  | 'names-payer'
  | 'public-text'
  | 'over-limit'
  | 'over-limit-in-all';

export interface WaitingPledge {
  ref: string;
  revision: number;
  giver: { id: string; name: string; isMute: boolean };
  /** What would be accepted: of a larger amount that is asked for, all of it. */
  reading: PledgeReading;
  /** What is accepted of it already. */
  accepted: bigint | null;
  reasons: WaitReason[];
  /** Of money, in the initiative's currency: what would be new, what stands promised already, and the policy's limit. */
  money: { base: bigint | null; promised: bigint; limit: bigint } | null;
  /** How old the rate is that it would count at; null where none has an age. `isFixed`: its pledge has it already. */
  rate: (RateAge & { isFixed: boolean }) | null;
  currency: string;
  condition: PledgeCondition | null;
  asked: Asked | null;
  /** An anonymous pledge, accepted together with others; once it is ready, when an admin decides. */
  together: { dueAt: Date | null } | null;
}

/** What a giver asks of an admin about an agreed pledge. */
export interface WaitingRequest {
  id: string;
  ref: string;
  kind: RequestKind;
  text: string;
  giver: { id: string; name: string; isMute: boolean };
  /** The pledge as it is now, and how much is agreed in writing. */
  line: PledgeLine;
  agreed: bigint;
  /** What granting it would do; null where it no longer fits the pledge. */
  preview: RequestPreview | null;
  /** The pledge as this was worked out from it. */
  seen: string;
}

/** A pledge before and after what would be done. */
export interface BeforeAfter {
  currency: string;
  /** One pledge twice, with its amounts before and after, and all there is as the whole of both. */
  before: PledgeLine;
  after: PledgeLine;
  bases: { before: Record<Stage, bigint>; after: Record<Stage, bigint> };
}

export interface RequestPreview extends BeforeAfter {
  /** What would be withdrawn. */
  quantity: bigint;
  schedule: ScheduleChange | null;
  /** The instalments that would go, and those that would come in their place. */
  gone: Instalment[];
  come: Instalment[];
}

export type Waiting = { since: Date } & (
  | { kind: 'signature'; signature: DeskSignature }
  | { kind: 'statement'; signature: DeskSignature }
  | { kind: 'pledge'; pledge: WaitingPledge }
  | { kind: 'request'; request: WaitingRequest }
);

/** The anonymous pledges that are ready, and when the oldest is due. */
export interface Ready {
  pledges: number;
  givers: number;
  dueAt: Date;
}

export type Verb = 'show' | 'hide' | 'publish' | 'accept' | 'reject' | 'ask' | 'grant' | 'refuse';

/** Another signatory who has the same name, or an address on the same domain. */
export interface Alike {
  id: string;
  name: string;
  status: DeskSignature['status'];
  domain: string | null;
  createdAt: Date;
}
