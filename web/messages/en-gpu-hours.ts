/** The GPU-hours of a compute pledge, for the server's page and for the script that shows them as one types. */
import { addDays, isDay } from '../../server/domain/day.ts';
import { baseAtRate, parseGpuHours, type Rate } from '../../server/domain/quantity.ts';
import { partOf, typedGpus, typedHours } from '../../server/domain/typed-numbers.ts';
import { canonicalAvailability, sumGpuSeconds, type Window } from '../../server/domain/window.ts';
import type { H100Rates } from '../data/forms.ts';
import { MOST_ROWS, type Read } from '../forms/fields.ts';
import { gpuHours } from '../format.ts';

/** A row of the form, once enough of it is typed. */
function windowOf(read: Read, row: number): Window | null {
  const typed = (column: string): string => read(`pledge.windows.${row}.${column}`)?.trim() ?? '';
  const gpus = typedGpus(typed('gpus'));
  const [from, to] = [typed('from'), typed('to')];
  const availability = canonicalAvailability(partOf(typed('availability') || '100'));
  const isWhole = /^[1-9]\d{0,6}$/.test(gpus) && isDay(from) && isDay(to) && from <= to;
  return isWhole && availability !== null
    ? { gpus: Number(gpus), from, to: addDays(to, 1), availability }
    : null;
}

function gpuSecondsOf(read: Read): bigint {
  if (read('pledge.by') === 'hours') {
    try {
      return parseGpuHours(typedHours(read('pledge.windows.gpuHours')?.trim() ?? ''));
    } catch {
      return 0n;
    }
  }
  const windows = Array.from({ length: MOST_ROWS }, (_, row) => windowOf(read, row));
  return sumGpuSeconds(windows.filter((window) => window !== null));
}

/** "1,068,134.40 GPU-hours"; with H100-equivalents where these are more or fewer. */
export function hoursText(gpuSeconds: bigint, rate: Rate): string {
  const hours = `${gpuHours(gpuSeconds)} GPU-hours`;
  const equivalent = baseAtRate(gpuSeconds, rate, 0, 0);
  if (equivalent === gpuSeconds) return hours;
  return `${hours} (${gpuHours(equivalent)} H100-equivalent hours)`;
}

export function hoursTyped(read: Read, rates: H100Rates): string {
  const rate = rates.get(read('pledge.asset') ?? '');
  const gpuSeconds = rate ? gpuSecondsOf(read) : 0n;
  return rate && gpuSeconds > 0n ? hoursText(gpuSeconds, rate) : '';
}
