/** What words come in, in every language. */
import type { Day } from '../../server/domain/day.ts';
import type { BulkKind } from '../../server/domain/signatory.ts';

export interface Choice {
  value: string;
  text: string;
  hint?: string;
}

export interface FieldWords {
  label: string;
  hint?: string | undefined;
  choices?: readonly Choice[];
}

export interface Headline {
  /** What stands in front of the lead, where a language needs it there. */
  before: string;
  lead: string;
  after: string;
}

export interface MilestoneWords {
  amount: (quantity: bigint) => string;
  rest: (reaches: bigint, has: bigint) => string;
}

/** A mail: its paragraphs, and between them the link, under the words of its button. */
export interface Letter {
  subject: string;
  before: string[];
  button: string | null;
  after: string[];
}

export type TypedPledge =
  | { kind: 'funding'; asset: string; amount: string }
  | { kind: 'compute'; asset: string; windows: { gpus: number }[] | { gpuHours: string } };

/** How far a bulk decision is; `restored` once it is being undone. */
export interface BulkState {
  kind: BulkKind;
  total: number;
  done: number;
  decided: number;
  undone: boolean;
  restored: number;
  left: number;
}

/** What can be changed, as the API names it; the recipient field by field. */
export type InitiativeField =
  | `targets.${'funding' | 'gpus' | 'basis' | 'gpuHours'}`
  | 'window'
  | 'startsOn'
  | 'endsOn'
  | 'deadlineOn'
  | 'name'
  | 'opensAt'
  | 'call'
  | 'note'
  | 'reply'
  | 'closed'
  | 'closing'
  | `recipient.${string}`;

export interface DuePart {
  dueOn: Day;
  quantity: bigint;
}

/** A pledge as it is when an email is written; in minor units or GPU-seconds. */
export interface PledgeNow {
  ref: string;
  paymentRef: string;
  asset: string;
  kind: 'funding' | 'compute';
  isAccepted: boolean;
  received: bigint;
  /** Promised or agreed, not received. */
  open: bigint;
  waiting: bigint;
  next: DuePart | null;
}
