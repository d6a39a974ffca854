import type { Stage } from '../../server/domain/stage.ts';
import { Swatch, fillOf, type Pattern, type Tone } from './pattern.tsx';
import { share } from './scale.ts';
import type { PledgeLine } from '../data/pages.ts';
import { t } from '../words.ts';

export interface Part {
  pattern: Pattern;
  quantity: bigint;
  label: string;
  figure: string;
  counted: boolean;
}

export const partOf = (
  pattern: Pattern,
  quantity: bigint,
  label: string,
  figure: string,
  counted = true,
): Part => ({ pattern, quantity, label, figure, counted });

const HEIGHT = 28;
/** So that anything above zero is seen. */
const LEAST_SHARE = 0.004;

interface Segment {
  pattern: Pattern;
  start: number;
  width: number;
}

function segmentsOf(parts: Part[], whole: bigint): Segment[] {
  let start = 0;
  return parts.flatMap(({ pattern, quantity }) => {
    if (quantity === 0n) return [];
    const width = Math.min(Math.max(share(quantity, whole), LEAST_SHARE), 1 - start);
    const segment = { pattern, start, width };
    start += width;
    return width > 0 ? [segment] : [];
  });
}

const percent = (fraction: number): string => `${Math.round(fraction * 10_000) / 100}%`;

interface BarProps {
  tone: Tone;
  parts: Part[];
  whole: bigint;
  /** Marked if the bar is longer. */
  goal?: bigint | null;
  height?: number;
  marks?: readonly BarMark[];
}

export interface BarMark {
  at: bigint;
  isReached: boolean;
}

const MARKS_HEIGHT = 12;

export function Bar({ tone, parts, whole, goal = null, height = HEIGHT, marks = [] }: BarProps) {
  const segments = segmentsOf(parts, whole);
  const room = marks.length > 0 ? MARKS_HEIGHT : 0;
  return (
    <svg class={`bar ${tone}`} width="100%" height={height + room} aria-hidden="true">
      <rect class="track" width="100%" height={height} />
      {segments.map(({ pattern, start, width }) => (
        <svg key={start} x={percent(start)} width={percent(width)} height={height}>
          {pattern === 'waiting' ? (
            <rect class="waiting" x="2" y="1" height={height - 2} />
          ) : (
            <rect width="100%" height={height} {...fillOf(pattern, tone)} />
          )}
        </svg>
      ))}
      {segments.slice(1).map(({ start }) => (
        <Mark key={start} kind="gap" at={start} height={height} />
      ))}
      {goal !== null && goal < whole && (
        <>
          <Mark kind="halo" at={share(goal, whole)} height={height} />
          <Mark kind="goal" at={share(goal, whole)} height={height} />
        </>
      )}
      {marks
        .filter(({ at }) => at <= whole)
        .map(({ at, isReached }) => (
          <Point key={at} at={share(at, whole)} isReached={isReached} y={height} />
        ))}
    </svg>
  );
}

const Point = ({ at, isReached, y }: { at: number; isReached: boolean; y: number }) => (
  <>
    <line class="stem" x1={percent(at)} x2={percent(at)} y1={y} y2={y + 5} />
    <circle class={isReached ? 'point reached' : 'point'} cx={percent(at)} cy={y + 8} r="3" />
  </>
);

interface MarkProps {
  kind: 'gap' | 'halo' | 'goal';
  at: number;
  height: number;
}

const Mark = ({ kind, at, height }: MarkProps) => (
  <line class={kind} x1={percent(at)} x2={percent(at)} y1="0" y2={height} />
);

export function Key({ tone, parts }: { tone: Tone; parts: Part[] }) {
  const shown = parts.filter(({ quantity }) => quantity > 0n);
  if (shown.length === 0) return null;
  return (
    <ul class="key">
      {shown.map(({ pattern, label, figure, counted }) => (
        <li key={label}>
          <Swatch pattern={pattern} tone={tone} /> {label} <b>{figure}</b>
          {!counted && `, ${t.notCounted}`}
        </li>
      ))}
    </ul>
  );
}

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

export type Held = Partial<PledgeLine['stages']>;

export const heldIn = (held: Held, stages: readonly Stage[]): bigint =>
  stages.reduce((sum, stage) => sum + (held[stage] ?? 0n), 0n);

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

interface StageBarProps {
  pledge: Pick<PledgeLine, 'kind' | 'total'> & { stages: Held };
  height?: number;
  /** How much a full bar is; unless given, the pledge. */
  whole?: bigint;
}

export const StageBar = ({ pledge, height, whole = pledge.total }: StageBarProps) => (
  <Bar
    {...(height !== undefined && { height })}
    tone={toneOf(pledge)}
    whole={whole}
    parts={STAGE_PATTERNS.map(({ pattern, stages, word }) =>
      partOf(pattern, heldIn(pledge.stages, stages), word, ''),
    )}
  />
);
