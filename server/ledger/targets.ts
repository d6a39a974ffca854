import type * as schema from '../db/schema.ts';
import { formatGpuHours, parseGpuHours } from '../domain/quantity.ts';
import type { Targets } from '../domain/totals.ts';

type Row = Pick<
  typeof schema.initiative.$inferSelect,
  'currency' | 'fundingTargetMinor' | 'gpusTarget' | 'gpuSecondsTarget' | 'startsOn' | 'endsOn'
>;

export const targetsOfRow = (row: Row): Targets => ({
  funding: [row.currency, row.fundingTargetMinor?.toString() ?? null],
  gpus: row.gpusTarget,
  gpuHours: row.gpuSecondsTarget === null ? null : formatGpuHours(row.gpuSecondsTarget),
  from: row.startsOn,
  to: row.endsOn,
});

const secondsOf = ({ gpuHours }: Targets): bigint | null =>
  gpuHours === null ? null : parseGpuHours(gpuHours);

/** An early entry has hours as typed: "400". */
export function sameTargets(a: Targets, b: Targets): boolean {
  return (
    a.funding.join() === b.funding.join() &&
    a.gpus === b.gpus &&
    secondsOf(a) === secondsOf(b) &&
    a.from === b.from &&
    a.to === b.to
  );
}
