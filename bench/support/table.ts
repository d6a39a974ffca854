import { availableParallelism, cpus, totalmem } from 'node:os';
import process from 'node:process';

/** One measurement beside what it is measured against. Empty cells say that there is no such thing. */
export interface Row {
  what: string;
  ours: string;
  baseline?: string;
  ratio?: string;
  goal: string;
  /** Null: it was not measured, or there is no goal. */
  isMet: boolean | null;
}

const HEAD = ['what', 'ours', 'baseline', 'ratio', 'goal', 'met'];

const cells = ({ what, ours, baseline = '', ratio = '', goal, isMet }: Row): string[] => [
  what,
  ours,
  baseline,
  ratio,
  goal,
  isMet === null ? '' : isMet ? 'yes' : 'no',
];

/** A figure says nothing without what it was measured on. */
export function machine(postgres: string | null): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `${new Date().toISOString().slice(0, 10)}: ${model}, ${availableParallelism()} cores, ${memory} GiB`,
    `Node ${process.versions.node}`,
    ...(postgres === null ? [] : [`Postgres ${postgres}`]),
  ].join('; ');
}

/** The rows as a table of Markdown that is also one to the eye. */
export function table(rows: readonly Row[]): string {
  const all = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  const line = (row: string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const [head, ...rest] = all.map(line);
  return [head, rule, ...rest].join('\n');
}

/** Median, 95th and 99th percentile, and maximum. */
export function spreadOf(samples: readonly number[]) {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

export const medianOf = (samples: readonly number[]): number => spreadOf(samples).median;

/** The median of what each sample is of the one that was taken beside it. */
export const ratioOf = (ours: readonly number[], theirs: readonly number[]): number =>
  medianOf(ours.map((sample, index) => sample / theirs[index]!));

export const perSecond = (rates: readonly number[]): string =>
  `${Math.round(medianOf(rates)).toLocaleString('en')}/s`;

export const milliseconds = ({ median, p95 }: ReturnType<typeof spreadOf>): string =>
  `${median.toFixed(1)} ms (p95 ${p95.toFixed(1)})`;

export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
