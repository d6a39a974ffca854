/** Figures of a view's cells: decimals as the file has them, as people read them. */
import { formatAmount } from '../../server/domain/quantity.ts';
import { fullAmount, gpuHours } from '../format.ts';

const SECONDS_PER_HUNDREDTH = 36n;

/** A decimal with all of its digits, in its smallest unit: "12.50" is 1250n. */
export const unitsOf = (decimal: string): bigint => BigInt(decimal.replace('.', ''));

/** "1250.50" of a currency, to the last minor unit; hours with two decimals where they are not whole. */
export const moneyOf = (decimal: string, currency: string): string =>
  fullAmount(unitsOf(decimal), currency);

export const hoursOf = (decimal: string): string =>
  gpuHours(unitsOf(decimal) * SECONDS_PER_HUNDREDTH);

const HOURS = new Set(['GPU-hours', 'H100e-hours']);

/** The same by the unit that stands beside a figure in a file. */
export const figureOf = (decimal: string, unit: string): string =>
  HOURS.has(unit) ? `${hoursOf(decimal)} ${unit}` : moneyOf(decimal, unit);

/** A figure of a column: hours have their unit under them, so that the column stays narrow. */
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

/** The sum of decimals of one currency or of hours, as such a decimal. */
export const sumOf = (decimals: readonly string[], currency: string): string =>
  formatAmount(
    decimals.reduce((sum, decimal) => sum + unitsOf(decimal), 0n),
    currency,
  );
