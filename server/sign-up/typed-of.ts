import { fillFields, MOST_ROWS, ROWS, type Typed } from '../../web/forms/fields.ts';
import { PLEDGE, pledgeFields } from '../../web/forms/pledge.ts';
import { detailsOf } from '../domain/details.ts';
import { DomainError } from '../domain/errors.ts';
import { formatGpuHours, formatQuantity } from '../domain/quantity.ts';
import { scheduleOf } from '../domain/schedule.ts';
import { windowOf } from '../ledger/leaf.ts';
import { instalmentOf } from '../ledger/terms.ts';
import type { OwnPledge } from '../pledges/mine.ts';

/** A pledge as it would be typed into its form. Throws `conflict` for one that the form cannot hold. */
export function typedOf({ row, asset, site }: OwnPledge): Typed {
  const schedule = scheduleOf(row.quantity, row.instalments.map(instalmentOf));
  const instalments = schedule ? [] : row.instalments;
  const rows = Math.max(instalments.length, row.windows.length, 1);
  if (rows > MOST_ROWS || row.condition !== null || row.source === 'bought') {
    throw new DomainError('conflict', 'The form cannot hold this pledge. Use the API to edit it.');
  }
  const isGrant = row.windows.length === 0;
  const filled = fillFields(
    pledgeFields(asset.kind),
    {
      ...row,
      ...detailsOf(row),
      amount: formatQuantity(row.quantity, asset),
      schedule: schedule ?? { every: instalments.length === 0 ? 'once' : 'free' },
      instalments: instalments.map(([dueOn, quantity]) => ({
        dueOn,
        amount: formatQuantity(BigInt(quantity), asset),
      })),
      site,
      by: isGrant ? 'hours' : 'windows',
      windows: isGrant
        ? { gpuHours: formatGpuHours(row.quantity), from: row.fromOn, to: row.toOn }
        : row.windows.map(windowOf),
    },
    PLEDGE,
  );
  return new Map([...filled, [ROWS, String(rows)]]);
}
