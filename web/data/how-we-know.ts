import type { Grade } from '../../server/domain/evidence.ts';
import type { Stage } from '../../server/domain/stage.ts';
import type { Change, HomePage } from './home.ts';

/** Money in minor units of the initiative's currency, and given compute. */
interface Amounts {
  money: bigint;
  gpuSeconds: bigint;
}

export interface GradeLine extends Amounts {
  grade: Grade;
}

export interface GoneLine extends Amounts {
  what: Extract<Stage, 'withdrawn' | 'lapsed' | 'disputed' | 'refunded'> | 'undone';
  pledges: number;
}

export interface HowWeKnowPage extends HomePage {
  /** What is secured, by its evidence, the strongest first. */
  grades: GradeLine[];
  gone: GoneLine[];
  /** The newest of what was undone, withdrawn, contested or refunded. */
  back: Change[];
  /** The signed checkpoint. */
  note: string;
  verifierKey: string;
}
