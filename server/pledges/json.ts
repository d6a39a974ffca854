import type { Asset } from '../domain/asset.ts';
import type { Holding, Move } from '../domain/pledge-book.ts';
import { formatAmount, formatGpuHours } from '../domain/quantity.ts';
import { recordOf } from '../domain/record-of.ts';
import { STAGES, type Stage } from '../domain/stage.ts';
import { windowOf } from '../ledger/leaf.ts';
import type { PledgeRow } from './pledge-row.ts';

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

export const stagesJson = (stages: Record<Stage, Holding>, asset: Asset, currency: string) =>
  recordOf(STAGES, (stage) => {
    const { quantity, base } = stages[stage];
    return quantityJson(quantity, base, asset, currency);
  });

type Movement = Move & { seq: bigint; occurredOn: string; grade: string };

export const movementJson = (row: Movement, asset: Asset, currency: string) => ({
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

export const windowsJson = ({ windows }: Pick<PledgeRow, 'windows'>) =>
  windows.length > 0 ? windows.map(windowOf) : null;

export const termsJson = (row: PledgeRow) => ({
  source: row.source,
  windows: windowsJson(row),
  grant: row.fromOn === null ? null : { from: row.fromOn, to: row.toOn },
  condition: row.condition,
  firm: row.firm,
  measuredBy: row.measuredBy,
});
