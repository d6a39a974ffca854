/** What the pages of one pledge at the desk are made of. Quantities as in web/data/pages.ts. */
import type { RequestKind } from '../../../server/domain/agreed.ts';
import type { Move } from '../../../server/domain/pledge-book.ts';
import type { Day } from '../../../server/domain/day.ts';
import type { Grade } from '../../../server/domain/evidence.ts';
import type { RateAge } from '../../../server/domain/rate-age.ts';
import type { FilledInstalment } from '../../../server/domain/schedule.ts';
import type { Stage } from '../../../server/domain/stage.ts';
import type { Window } from '../../../server/domain/window.ts';
import type { FormState } from '../../components/form.tsx';
import type { TermsChange } from '../../data/home.ts';
import type { PledgePage, PledgeValues } from '../../data/pages.ts';
import type { BeforeAfter, PledgeStatus, Decided, HandVerb, PaymentLine } from '../../data/desk.ts';
import type { DeskFrame } from '../frame.tsx';
import type { Doer, TrailLine } from '../../../server/domain/audit-trail.ts';

export interface DeskBatch {
  batch: string;
  /** The first of its entries. */
  seq: number;
  on: Day;
  /** Of its last movement: metered hours come on many days. */
  until: Day;
  moves: Move[];
  grade: Grade;
  url: string | null;
  note: string | null;
  reference: string | null;
  fee: bigint | null;
  recordedAt: Date;
  /** Null where the trail does not say: what an import recorded. */
  doer: Doer | null;
  state: 'stands' | 'reversed' | 'reversal';
}

/** A pledge as it stands now, with what only admins see of it. */
export interface DeskPledge {
  pledge: PledgePage['pledge'];
  currency: string;
  /** What stands in each stage, in base. */
  bases: Record<Stage, bigint>;
  status: PledgeStatus;
  /** `isMute`: it has proved no address, and no mail goes to it. */
  giver: { id: string; name: string; status: string; isMute: boolean };
  visibility: 'public' | 'anonymous';
  /** What payers and banks know it by. */
  paymentRef: string;
  reason: string | null;
  /** The whole that was asked for in its place, and waits. */
  asked: bigint | null;
  createdAt: Date;
  /** What has come that no promise covers. */
  beyond: bigint;
}

export interface DeskPledgePage extends DeskPledge {
  frame: DeskFrame;
  values: PledgeValues | null;
  /** The newest first. */
  batches: DeskBatch[];
  hasMore: boolean;
  trail: TrailLine[];
  /** How its terms changed, the newest first. */
  terms: TermsChange[];
  /** What its giver asks, while that is waiting. */
  request: RequestKind | null;
  /** Null while it waits. */
  decided: Decided | null;
  /** The newest first. */
  payments: PaymentLine[];
  /** Whether it can be paid by a link that its giver is mailed. */
  canMailLink: boolean;
  /** What was asked for just now and could not be done. */
  refused: string | null;
  today: Day;
}

export interface HandFormPage extends DeskPledge {
  frame: DeskFrame;
  verb: HandVerb;
  /** Where the form is sent. */
  path: string;
  form: FormState;
  /** More came than is open: whether that is meant. */
  asksExcess: boolean;
  /** The windows that the verb can draw on, by the stages that hold them. */
  windows: { stage: Stage; window: Window }[];
  grades: readonly Grade[];
  today: Day;
  /** The batch that is to be taken back. */
  batch: DeskBatch | null;
  /** Batches that stand in the way of taking it back. */
  reverseFirst: readonly string[];
  /** The payment at Stripe that the reference names: it is looked at again instead. */
  followed: string | null;
}

/** What would be recorded, as it was worked out, and what was looked at for it. */
export interface HandPreviewPage extends BeforeAfter {
  frame: DeskFrame;
  verb: HandVerb;
  path: string;
  ref: string;
  subject: string;
  who: string;
  moves: Move[];
  on: Day;
  grade: Grade;
  /** Instalments of which this changes what has come or is open. */
  instalments: FilledInstalment[];
  /** Of money that comes: what no promise covers. */
  beyond: bigint;
  /** How old the pledge's rate is where something new counts at it; null where none has an age. */
  rate: RateAge | null;
  values: FormState['values'];
  seen: string;
  /** It has moved since it was looked at. */
  overtaken: string | null;
  today: Day;
}
