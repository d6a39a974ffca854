import { MOST_ROWS, ROWS } from '../../web/form-fields.ts';
import { DomainError } from '../domain/errors.ts';
import { formatGpuHours, formatQuantity } from '../domain/quantity.ts';
import { instalmentsOf, type Schedule } from '../domain/schedule.ts';
import type { OwnPledge } from '../pledges/mine.ts';
import { instalmentOf } from '../pledges/terms.ts';

/** "95" of 0.95. */
const percentOf = (availability: string): string => {
  if (availability === '1') return '100';
  const digits = availability.slice(2).padEnd(4, '0');
  return `${Number(digits.slice(0, 2))}.${digits.slice(2)}`.replace(/\.?0+$/, '');
};

/** Equal parts each month or quarter are said in three fields, whatever their number. */
function scheduleOf({ row }: OwnPledge): Schedule | null {
  const parts = row.instalments.map(instalmentOf);
  if (parts.length < 2) return null;
  const tried = (['month', 'quarter'] as const).map((every) => ({
    every,
    times: parts.length,
    firstOn: parts[0]!.dueOn,
  }));
  const isSame = (schedule: Schedule): boolean =>
    instalmentsOf(row.quantity, schedule).every(
      ({ dueOn, quantity }, index) =>
        dueOn === parts[index]!.dueOn && quantity === parts[index]!.quantity,
    );
  return tried.find(isSame) ?? null;
}

/** Throws `conflict` for what the form has no fields for: sent from there, it would be lost. */
function checkFits({ row }: OwnPledge, schedule: Schedule | null): void {
  const rows = Math.max(schedule ? 0 : row.instalments.length, row.windows.length);
  if (rows <= MOST_ROWS && row.condition === null && row.source !== 'bought') return;
  throw new DomainError(
    'conflict',
    'This pledge says more than the form holds: edit it by the API.',
  );
}

function moneyOf({ row, asset }: OwnPledge, schedule: Schedule | null): Record<string, string> {
  const { paidThrough } = row;
  const instalments = schedule ? [] : row.instalments;
  const parts = instalments.flatMap(([dueOn, quantity], index) => [
    [`instalments.${index}.dueOn`, dueOn],
    [`instalments.${index}.amount`, formatQuantity(BigInt(quantity), asset)],
  ]);
  return {
    amount: formatQuantity(row.quantity, asset),
    how: schedule?.every ?? (instalments.length === 0 ? 'once' : 'free'),
    ...(schedule && { firstOn: schedule.firstOn, times: String(schedule.times) }),
    ...Object.fromEntries(parts),
    ...(paidThrough && {
      'paidThrough.kind': paidThrough.kind,
      'paidThrough.name': paidThrough.name,
    }),
    purchaseOrder: row.purchaseOrder ?? '',
  };
}

function computeOf({ row, site }: OwnPledge): Record<string, string> {
  const windows = row.windows.flatMap(([gpus, from, to, availability], index) => [
    [`windows.${index}.gpus`, String(gpus)],
    [`windows.${index}.from`, from],
    [`windows.${index}.to`, to],
    [`windows.${index}.availability`, percentOf(availability)],
  ]);
  const isGrant = row.windows.length === 0;
  return {
    site: site ?? '',
    provider: row.provider ?? '',
    by: isGrant ? 'hours' : 'windows',
    ...Object.fromEntries(windows),
    ...(isGrant && {
      'grant.gpuHours': formatGpuHours(row.quantity),
      'grant.from': row.fromOn ?? '',
      'grant.to': row.toOn ?? '',
    }),
    measuredBy: row.measuredBy ?? '',
  };
}

/** A pledge as it would be typed into its form. Throws `conflict` for one that the form cannot hold. */
export function typedOf(pledge: OwnPledge): ReadonlyMap<string, string> {
  const { row, asset } = pledge;
  const schedule = scheduleOf(pledge);
  checkFits(pledge, schedule);
  const facts = {
    asset: row.asset,
    visibility: row.visibility,
    note: row.note ?? '',
    ...(asset.kind === 'funding' ? moneyOf(pledge, schedule) : computeOf(pledge)),
  };
  const rows = Math.max(row.instalments.length, row.windows.length, 1);
  return new Map([
    ...Object.entries(facts).map(([name, text]) => [`pledge.${name}`, text] as const),
    [ROWS, String(rows)],
  ]);
}
