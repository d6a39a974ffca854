import type * as schema from '../db/schema.ts';
import { formatGpuHours, parseGpuHours } from '../domain/quantity.ts';
import type { Basis, Targets } from '../domain/totals.ts';

type Row = Pick<
  typeof schema.initiative.$inferSelect,
  | 'currency'
  | 'fundingTargetMinor'
  | 'gpusTarget'
  | 'gpusBasis'
  | 'gpuSecondsTarget'
  | 'startsOn'
  | 'endsOn'
>;

export const targetsOfRow = (row: Row): Targets => ({
  funding: [row.currency, row.fundingTargetMinor?.toString() ?? null],
  gpus: row.gpusTarget,
  gpuHours: row.gpuSecondsTarget === null ? null : formatGpuHours(row.gpuSecondsTarget),
  from: row.startsOn,
  to: row.endsOn,
  basis: row.gpusBasis ?? 'site',
});

/** Undefined where nothing was said. */
export const basisColumn = (basis: Basis | undefined): 'all' | null | undefined =>
  basis === 'site' ? null : basis;

/** Of a leaf, or of a checkpoint's totals. */
export const targetsIn = ({
  funding,
  gpus,
  gpuHours,
  from,
  to,
  basis = 'site',
}: WrittenTargets): Targets => ({
  funding,
  gpus,
  gpuHours,
  from,
  to,
  basis,
});

/** Without `basis` as version 1 of a leaf has them. */
export type WrittenTargets = Omit<Targets, 'basis'> & Partial<Pick<Targets, 'basis'>>;

const secondsOf = ({ gpuHours }: Targets): bigint | null =>
  gpuHours === null ? null : parseGpuHours(gpuHours);

/** An early entry has hours as typed: "400". */
export function sameTargets(a: Targets, b: Targets): boolean {
  return (
    a.funding.join() === b.funding.join() &&
    a.gpus === b.gpus &&
    secondsOf(a) === secondsOf(b) &&
    a.from === b.from &&
    a.to === b.to &&
    a.basis === b.basis
  );
}
