import type { MeteringReport, RowCounts } from '../../../server/domain/metering.ts';
import type { FormState } from '../../components/form.tsx';
import type { PledgeLine } from '../../data/pages.ts';
import type { DeskFrame } from '../frame.tsx';
import type { BeforeAfter } from '../../data/desk.ts';
import type { DeskPledge } from '../pledge/data.ts';

export interface MeteringFormPage extends DeskPledge {
  frame: DeskFrame;
  path: string;
  form: FormState;
  /** Files that can be undone here: use of hours kept available. Others are undone as changes. */
  recorded: { id: string; cluster: string; batch: string; readAt: Date }[];
}

export interface MeteringPage extends BeforeAfter {
  frame: DeskFrame;
  path: string;
  id: string;
  pledge: PledgeLine;
  who: string;
  cluster: string;
  zone: string | null;
  sha256: string;
  counts: RowCounts;
  report: MeteringReport;
  days: number;
  /** Use of hours kept available: nothing is received. */
  isUse: boolean;
  seen: string;
  /** Why it would now do something else than it did when the admin looked. */
  overtaken: string | null;
}
