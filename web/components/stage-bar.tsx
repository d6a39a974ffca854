import type { Stage } from '../../server/domain/stage.ts';
import type { PledgeLine } from '../data/pages.ts';
import { Bar, partOf } from './bar.tsx';
import { Swatch, type Pattern, type Tone } from './pattern.tsx';
import { t } from '../words.ts';

/** What each fill stands for, the firmest first. What is contested, returned or given up is crossed out. */
export const STAGE_PATTERNS = [
  { pattern: 'solid', stages: ['received'], word: 'received' },
  { pattern: 'hatched', stages: ['committed'], word: 'committed' },
  { pattern: 'dotted', stages: ['pledged'], word: 'pledged' },
  { pattern: 'waiting', stages: ['waiting'], word: 'waiting' },
  {
    pattern: 'crossed',
    stages: ['disputed', 'refunded', 'withdrawn', 'lapsed'],
    word: 'gone',
  },
] as const satisfies { pattern: Pattern; stages: Stage[]; word: string }[];

export const toneOf = ({ kind }: Pick<PledgeLine, 'kind'>): Tone =>
  kind === 'funding' ? 'money' : 'gpus';

/** What stands in the stages that one fill is for. */
export const heldIn = (held: PledgeLine['stages'], stages: readonly Stage[]): bigint =>
  stages.reduce((sum, stage) => sum + held[stage], 0n);

/** A stage in words, beside the fill that stands for it. */
export const StageName = ({ stage, kind }: { stage: Stage; kind: PledgeLine['kind'] }) => (
  <>
    <Swatch
      pattern={
        STAGE_PATTERNS.find(({ stages }) => (stages as readonly Stage[]).includes(stage))!.pattern
      }
      tone={toneOf({ kind })}
    />{' '}
    {t.stageWords[stage][kind]}
  </>
);

/** Where a pledge's amount stands, as parts of all of it. The sentence beside it says the same. */
export const StageBar = ({ pledge, height }: { pledge: PledgeLine; height?: number }) => (
  <Bar
    {...(height !== undefined && { height })}
    tone={toneOf(pledge)}
    whole={pledge.total}
    parts={STAGE_PATTERNS.map(({ pattern, stages, word }) =>
      partOf(pattern, heldIn(pledge.stages, stages), word, ''),
    )}
  />
);
