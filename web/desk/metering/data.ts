/** What the pages are made of by which a scheduler's records are read and recorded. */
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
  /** What was said of the file before this one. */
  before: { cluster: string; zone: string; gpu: string; untyped: string } | null;
  /** Files that can be taken back: of hours that are kept available, for others have batches. */
  recorded: { id: string; cluster: string; batch: string; readAt: Date }[];
}

export interface MeteringPage extends BeforeAfter {
  frame: DeskFrame;
  path: string;
  /** Of what was read. */
  id: string;
  pledge: PledgeLine;
  who: string;
  cluster: string;
  zone: string | null;
  sha256: string;
  counts: RowCounts;
  report: MeteringReport;
  /** On how many days hours would be received. */
  days: number;
  /** It is use of hours that are kept available: nothing is received. */
  isUse: boolean;
  seen: string;
  /** It would do something else than when it was looked at. */
  overtaken: string | null;
}
