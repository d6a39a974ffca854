/** What the lists' cells say. Amounts come from the database as decimals. */
import { formatAmount } from '../../../server/domain/quantity.ts';
import { fullAmount, fullDay, gpuHours } from '../../format.ts';

export type Row = Record<string, string | null>;

const SECONDS_PER_HUNDREDTH = 36n;

/** In its smallest unit: "12.50" is 1250n. */
export const units = (decimal: string): bigint => BigInt(decimal.replace('.', ''));

export const money = (decimal: string, currency: string): string =>
  fullAmount(units(decimal), currency);

export const hours = (decimal: string): string => gpuHours(units(decimal) * SECONDS_PER_HUNDREDTH);

const HOURS = new Set(['GPU-hours', 'H100e-hours']);

export const figure = (decimal: string, unit: string): string =>
  HOURS.has(unit) ? `${hours(decimal)} ${unit}` : money(decimal, unit);

/** Hours have their unit under them, so that the column stays narrow. */
export const Figure = ({ of, unit }: { of: string; unit: string }) =>
  HOURS.has(unit) ? (
    <>
      <span class="unbroken">{hours(of)}</span> <span class="unit">{unit}</span>
    </>
  ) : (
    <span class="unbroken">{money(of, unit)}</span>
  );

export const isNothing = (decimal: string | null): boolean =>
  decimal === null || units(decimal) === 0n;

export const sum = (decimals: readonly string[], currency: string): string =>
  formatAmount(
    decimals.reduce((total, decimal) => total + units(decimal), 0n),
    currency,
  );

export const day = (at: string | null | undefined): string | null =>
  at ? fullDay(at.slice(0, 10)) : null;
