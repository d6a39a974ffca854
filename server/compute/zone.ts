import { fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { timeOf } from './slurm-text.ts';

/** Offsets change on quarter hours. They are kept, because Intl takes microseconds for each. */
const QUARTER_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
/** More than two years. */
const KNOWN_QUARTERS = 100_000;

/** Reads times into seconds since 1970-01-01 UTC. */
export function clockOf(zone: string | undefined) {
  const fromWall: FromWall | undefined = zone === undefined ? undefined : zoneOf(zone);
  let isLocal = false;
  return {
    usesZone: () => isLocal,
    read: (text: string): number | null => {
      const told = timeOf(text);
      if (!told) return null;
      if ('instant' in told) return Math.floor(told.instant / 1000);
      if (!fromWall) throw fieldError('zone', say().compute.zoneMissing);
      isLocal = true;
      return Math.floor(fromWall(told.wall) / 1000);
    },
  };
}

/** The same for UTC and Etc/UTC. Throws `invalid-input` on `zone`. */
export const canonicalZone = (name: string): string => formatOf(name).resolvedOptions().timeZone;

type FromWall = (wall: number) => number;

/** A repeated hour is its first; a skipped one counts from the change. */
function zoneOf(name: string): FromWall {
  const offsetAt = offsetsOf(name);
  const known = new Map<number, number>();
  // Jobs come in order of their starts.
  let last = { quarter: NaN, offset: 0 };
  return (wall) => {
    const quarter = Math.floor(wall / QUARTER_MS) * QUARTER_MS;
    if (quarter === last.quarter) return wall - last.offset;
    let offset = known.get(quarter);
    if (offset === undefined) {
      offset = wallOffset(quarter, offsetAt);
      if (known.size >= KNOWN_QUARTERS) known.clear();
      known.set(quarter, offset);
    }
    last = { quarter, offset };
    return wall - offset;
  };
}

/** The larger offset gives the earlier instant. In a skipped hour neither fits, and the earlier offset goes on. */
function wallOffset(wall: number, offsetAt: (instant: number) => number): number {
  const before = offsetAt(wall - DAY_MS);
  const after = offsetAt(wall + DAY_MS);
  const told = [Math.max(before, after), Math.min(before, after)];
  return told.find((offset) => offsetAt(wall - offset) === offset) ?? before;
}

/**
 * No zone has changed its offset twice in a day (tests/compute/zone.test.ts), so a day with one offset at both ends has
 * no other.
 */
export function offsetsOf(name: string): (instant: number) => number {
  const exactly = exactOffsetsOf(name);
  const starts = new Map<number, number>();
  const startOf = (day: number): number => {
    const offset = starts.get(day) ?? exactly(day * DAY_MS);
    starts.set(day, offset);
    return offset;
  };
  return (instant) => {
    const day = Math.floor(instant / DAY_MS);
    const offset = startOf(day);
    return offset === startOf(day + 1) ? offset : exactly(instant);
  };
}

export function exactOffsetsOf(name: string): (instant: number) => number {
  const format = formatOf(name);
  return (instant) => {
    const parts = Object.fromEntries(
      format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
    );
    const { year, month, day, hour, minute, second } = parts;
    return Date.UTC(year!, month! - 1, day, hour, minute, second) - instant;
  };
}

function formatOf(name: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw fieldError('zone', say().compute.zoneUnknown(name));
  }
}
