/** Figures of the lists: decimals as their files have them, as people read them. */
import { formatAmount } from '../../../server/domain/quantity.ts';
import { fullAmount, gpuHours } from '../../format.ts';

const SECONDS_PER_HUNDREDTH = 36n;

/** In its smallest unit: "12.50" is 1250n. */
export const unitsOf = (decimal: string): bigint => BigInt(decimal.replace('.', ''));

export const moneyOf = (decimal: string, currency: string): string =>
  fullAmount(unitsOf(decimal), currency);

export const hoursOf = (decimal: string): string =>
  gpuHours(unitsOf(decimal) * SECONDS_PER_HUNDREDTH);

const HOURS = new Set(['GPU-hours', 'H100e-hours']);

export const figureOf = (decimal: string, unit: string): string =>
  HOURS.has(unit) ? `${hoursOf(decimal)} ${unit}` : moneyOf(decimal, unit);

/** Hours have their unit under them, so that the column stays narrow. */
export const Figure = ({ of, unit }: { of: string; unit: string }) =>
  HOURS.has(unit) ? (
    <>
      <span class="unbroken">{hoursOf(of)}</span> <span class="unit">{unit}</span>
    </>
  ) : (
    <span class="unbroken">{moneyOf(of, unit)}</span>
  );

export const isNothing = (decimal: string | null): boolean =>
  decimal === null || unitsOf(decimal) === 0n;

export const sumOf = (decimals: readonly string[], currency: string): string =>
  formatAmount(
    decimals.reduce((sum, decimal) => sum + unitsOf(decimal), 0n),
    currency,
  );
