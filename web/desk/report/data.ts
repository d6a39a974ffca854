import type { Day } from '../../../server/domain/day.ts';
import type { Stage, Verb } from '../../../server/domain/stage.ts';

export type ReportKind = 'funding' | 'compute' | 'bought';

export interface Giver {
  signatoryId: string;
  name: string;
}

/** Amounts are in base, as text: minor units of the initiative's currency, or H100-equivalent GPU-seconds. */
export interface StageLine {
  kind: ReportKind;
  stage: Stage;
  opening: string;
  added: string;
  left: string;
  corrected: string;
  closing: string;
}

interface LargestLine extends Giver {
  kind: 'funding' | 'compute';
  received: string;
  receivedWithin: string;
  secured: string;
  whole: string;
}

export interface ReportData {
  from: Day;
  to: Day;
  currency: string;
  asOf: { size: number; at: Date };
  stages: readonly StageLine[];
  largest: readonly LargestLine[];
  restricted: readonly (Giver & {
    ref: string;
    restrictedTo: string;
    secured: string;
    whole: string;
  })[];
  overdue: readonly (Giver & {
    ref: string;
    dueOn: Day;
    outstanding: string;
    whole: string;
    found: number;
  })[];
  steps: readonly (Giver & {
    on: Day;
    ref: string;
    verb: Verb;
    kind: 'funding' | 'compute';
    base: string;
    reason: string | null;
    found: number;
  })[];
}
