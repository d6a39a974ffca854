/** What the desk's queue and a signatory's page there are made of. Quantities are in minor units, or GPU-seconds. */
import type { Stage } from '../../server/domain/stage.ts';
import type { RequestKind } from '../../server/domain/agreed.ts';
import type { Instalment } from '../../server/domain/pledge-book.ts';
import type { ScheduleChange } from '../../server/domain/terms-change.ts';
import type { PledgeReading } from './forms.ts';
import type { PledgeCondition, PledgeLine, WallCard } from './pages.ts';
import type { RateAge } from '../../server/domain/rate-age.ts';
import type { Doer } from '../../server/domain/audit-trail.ts';
import type { PaymentWay, PaymentStatus, PaymentFlag } from '../../server/domain/payment.ts';

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

export type DeskVerb = (typeof DESK_VERBS)[number];

export const DESK_VERBS = [
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

export interface Decided {
  at: Date;
  /** `policy`: no admin had to look. `together`: with other anonymous pledges. Null: the history doesn't say. */
  by: Doer | 'policy' | 'together' | null;
}

export type PledgeStatus = 'pending' | 'ready' | 'accepted' | 'rejected' | 'withdrawn';

export const QUEUE_KINDS = ['signature', 'statement', 'pledge', 'request'] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];
/** `ready`: anonymous pledges, which are accepted together and need no admin until they are due. */
export type QueueTab = 'all' | QueueKind | 'ready';

export interface Asked {
  question: string;
  at: Date;
}

export interface DeskSignature extends WallCard {
  id: string;
  status: 'pending' | 'published' | 'rejected' | 'withdrawn';
  /** Since when its statement waits for an admin. */
  statementWaitsSince: Date | null;
  isPublic: boolean;
  /** Null without one, and for admins who may not decide. */
  email: string | null;
  domain: string | null;
  /** Whether we can't email a question or a reason. */
  isMute: boolean;
  confirmedAt: Date | null;
  createdAt: Date;
  review: readonly string[];
  /** Others with its name, or an address on its own domain; at most MOST_ALIKE. */
  sameName: number;
  sameDomain: number;
  waitingPledges: number;
  asked: Asked | null;
}

export const MOST_ALIKE = 100;

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
  /** What would be accepted, with any increase. */
  reading: PledgeReading;
  accepted: bigint | null;
  reasons: WaitReason[];
  /** Of money, in the initiative's currency: what is new, what is promised already, and the policy's limit. */
  money: { base: bigint | null; promised: bigint; limit: bigint } | null;
  /** Null where the rate has no age. `isFixed`: the pledge has it already. */
  rate: (RateAge & { isFixed: boolean }) | null;
  currency: string;
  condition: PledgeCondition | null;
  asked: Asked | null;
  /** Of an anonymous pledge; `dueAt`: when an admin decides on it, once it is ready. */
  together: { dueAt: Date | null } | null;
}

export interface WaitingRequest {
  id: string;
  ref: string;
  kind: RequestKind;
  text: string;
  giver: { id: string; name: string; isMute: boolean };
  line: PledgeLine;
  agreed: bigint;
  /** What granting it does; null if it no longer fits the pledge. */
  preview: RequestPreview | null;
  seen: string;
}

export interface BeforeAfter {
  currency: string;
  /** One pledge twice, with the larger total in both. */
  before: PledgeLine;
  after: PledgeLine;
  bases: { before: Record<Stage, bigint>; after: Record<Stage, bigint> };
}

export interface RequestPreview extends BeforeAfter {
  quantity: bigint;
  schedule: ScheduleChange | null;
  gone: Instalment[];
  come: Instalment[];
}

export type Waiting = { since: Date } & (
  | { kind: 'signature'; signature: DeskSignature }
  | { kind: 'statement'; signature: DeskSignature }
  | { kind: 'pledge'; pledge: WaitingPledge }
  | { kind: 'request'; request: WaitingRequest }
);

export interface Ready {
  pledges: number;
  givers: number;
  dueAt: Date;
}

export type Verb = 'show' | 'hide' | 'publish' | 'accept' | 'reject' | 'ask' | 'grant' | 'refuse';

export interface Alike {
  id: string;
  name: string;
  status: DeskSignature['status'];
  domain: string | null;
  createdAt: Date;
}
