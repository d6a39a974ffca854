import { MOST_ROWS, ROWS } from '../../web/form-fields.ts';
import { DomainError } from '../domain/errors.ts';
import { formatGpuHours, formatQuantity } from '../domain/quantity.ts';
import { scheduleOf, type Schedule } from '../domain/schedule.ts';
import { percentageOf } from '../domain/typed.ts';
import { instalmentOf } from '../ledger/terms.ts';
import type { OwnPledge } from '../pledges/mine.ts';

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
    [`windows.${index}.availability`, percentageOf(availability)],
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
  const schedule = scheduleOf(row.quantity, row.instalments.map(instalmentOf));
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
