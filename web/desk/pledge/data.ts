/** The data of a pledge's pages at the desk. Quantities as in web/data/pages.ts. */
import type { RequestKind } from '../../../server/domain/agreed.ts';
import type { Credited } from '../../../server/domain/credited.ts';
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
import type { BeforeAfter, PledgeStatus, Decided, DeskVerb, PaymentLine } from '../../data/desk.ts';
import type { DeskFormPage } from '../parts.tsx';
import type { Doer, TrailLine } from '../../../server/domain/audit-trail.ts';

export interface DeskBatch {
  batch: string;
  seq: number;
  on: Day;
  /** The last day: metered hours have many. */
  until: Day;
  moves: Move[];
  grade: Grade;
  url: string | null;
  note: string | null;
  reference: string | null;
  fee: bigint | null;
  /** In another currency. */
  credited: Credited | null;
  recordedAt: Date;
  /** Null if the history doesn't say, as for an import. */
  doer: Doer | null;
  state: 'stands' | 'reversed' | 'reversal';
}

export interface DeskPledge {
  pledge: PledgePage['pledge'];
  currency: string;
  bases: Record<Stage, bigint>;
  status: PledgeStatus;
  /** `isMute`: without a confirmed address, so we send no email. */
  giver: { id: string; name: string; status: string; isMute: boolean };
  visibility: 'public' | 'anonymous';
  paymentRef: string;
  reason: string | null;
  /** The new total that the giver asks for. */
  asked: bigint | null;
  createdAt: Date;
  /** Where an admin who entered it got it from, and when the giver confirmed it. */
  enteredFrom: string | null;
  giverConfirmedAt: Date | null;
  adminNote: string | null;
  /** Received beyond the promise. */
  beyond: bigint;
}

export interface DeskPledgePage extends DeskPledge {
  values: PledgeValues | null;
  batches: DeskBatch[];
  hasMore: boolean;
  trail: TrailLine[];
  terms: TermsChange[];
  request: RequestKind | null;
  decided: Decided | null;
  payments: PaymentLine[];
  /** What it was before it was a pledge, or what its hours were bought with. */
  offers: { position: number; name: string; what: string | null; is: 'became' | 'hours' | null }[];
  canMailLink: boolean;
  /** Whether something is due of which the giver can be reminded. */
  canRemind: boolean;
  /** What the admin just asked for, and why it was not done. */
  refused: string | null;
  today: Day;
}

export interface MovementFormPage extends DeskPledge, DeskFormPage {
  verb: DeskVerb;
  path: string;
  /** More than is outstanding: asks whether that is meant. */
  asksExcess: boolean;
  windows: { stage: Stage; window: Window }[];
  grades: readonly Grade[];
  today: Day;
  batch: DeskBatch | null;
  reverseFirst: readonly string[];
  /** The code of the payment that the reference names: look at it again instead. */
  followed: string | null;
}

export interface MovementPreviewPage extends BeforeAfter {
  verb: DeskVerb;
  path: string;
  ref: string;
  subject: string;
  who: string;
  moves: Move[];
  on: Day;
  grade: Grade;
  instalments: FilledInstalment[];
  beyond: bigint;
  /** The age of the rate at which something new counts; null if no rate has an age. */
  rate: RateAge | null;
  values: FormState['values'];
  seen: string;
  /** Why it changed since the admin looked. */
  overtaken: string | null;
}
