import type { Asset } from '../domain/asset.ts';
import type { Holding } from '../domain/pledge-book.ts';
import { STAGES, type Stage } from '../domain/stage.ts';
import type { Window } from '../domain/window.ts';
import { formatAmount, formatGpuHours } from '../domain/quantity.ts';

/** A quantity and its base under the names that the API has for them, as decimal strings. */
export const quantityJson = (
  quantity: bigint,
  base: bigint,
  asset: Asset,
  currency: string,
): Record<string, string> =>
  asset.kind === 'funding'
    ? { amount: formatAmount(quantity, asset.code), base: formatAmount(base, currency) }
    : {
        gpuHours: formatGpuHours(quantity),
        gpuSeconds: quantity.toString(),
        h100eHours: formatGpuHours(base),
      };

/** What stands in each stage, by its name. */
export const stagesJson = (
  stages: Record<Stage, Holding>,
  asset: Asset,
  currency: string,
): Record<Stage, Record<string, string>> => {
  const entries = STAGES.map((stage) => {
    const { quantity, base } = stages[stage];
    return [stage, quantityJson(quantity, base, asset, currency)] as const;
  });
  return Object.fromEntries(entries) as Record<Stage, Record<string, string>>;
};

interface MovementRow {
  seq: bigint;
  verb: string;
  from: string;
  to: string;
  quantity: bigint;
  base: bigint;
  windows: Window[] | null;
  occurredOn: string;
  grade: string;
  reverses: bigint | null;
}

/** One movement in the API's shape. */
export const movementJson = (row: MovementRow, asset: Asset, currency: string) => ({
  seq: Number(row.seq),
  verb: row.verb,
  from: row.from,
  to: row.to,
  asset: asset.code,
  ...quantityJson(row.quantity, row.base, asset, currency),
  ...(row.windows && { windows: row.windows }),
  occurredOn: row.occurredOn,
  grade: row.grade,
  ...(row.reverses !== null && { reverses: Number(row.reverses) }),
});
