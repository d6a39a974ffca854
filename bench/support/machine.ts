import { availableParallelism, cpus } from 'node:os';
import process from 'node:process';

/** What a figure was measured on: it says nothing without. */
export function printMachine(postgres?: string): void {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const parts = [`${availableParallelism()} cores (${model})`, `Node ${process.versions.node}`];
  if (postgres !== undefined) parts.push(`Postgres ${postgres}`);
  process.stdout.write(`${parts.join(', ')}\n`);
}

/** Prints rows under a head, in columns as wide as their widest cell; all but the first to the right. */
export function printTable(head: string[], rows: string[][]): void {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  for (const row of all) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
    );
    process.stdout.write(`${cells.join('  ')}\n`);
  }
}

/** Median, 95th percentile and maximum of measured milliseconds. */
export function spreadOf(samples: readonly number[]): { median: number; p95: number; max: number } {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), max: at(1) };
}
