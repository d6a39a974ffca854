import { eq } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import { metering } from '../db/compute.ts';
import { initiative, pledge } from '../db/schema.ts';
import { dayNumber, type Day } from '../domain/day.ts';
import { conflict, type DomainError, notFound } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { windowOf } from '../ledger/leaf.ts';
import { noPledge } from '../pledges/open-pledge.ts';
import { acceptedTerms, type PledgeRow } from '../pledges/pledge-row.ts';

/** Neither changes later. Throws `not-found`, and `conflict` unless it is accepted compute. */
export async function findMetered(reader: Db | Tx, ref: string) {
  const [found] = await reader
    .select({ row: pledge, currency: initiative.currency })
    .from(pledge)
    .innerJoin(initiative, eq(initiative.id, 1))
    .where(eq(pledge.ref, ref));
  if (!found) throw noPledge(ref);
  const { row, currency } = found;
  const { asset } = acceptedTerms(row, currency);
  if (asset.kind === 'funding') throw conflict(say().compute.pledgeIsMoney(ref));
  return { row, asset };
}

const secondsOf = (day: Day): number => dayNumber(day) * 86_400;

/** The pledge's days in seconds, as a literal of int8multirange. */
export function daysOf({ windows, fromOn, toOn }: PledgeRow): string {
  const grants = fromOn && toOn ? [{ from: fromOn, to: toOn }] : [];
  const ranges = [...windows.map(windowOf), ...grants].map(
    ({ from, to }) => `[${secondsOf(from)},${secondsOf(to)})`,
  );
  return `{${ranges.join(',')}}`;
}

export function meteringId({ id = '' }: Record<string, string>): string {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) throw noFile();
  return id;
}

export async function refOf(reader: Db | Tx, id: string): Promise<string> {
  const [found] = await reader
    .select({ ref: pledge.ref })
    .from(metering)
    .innerJoin(pledge, eq(pledge.id, metering.pledgeId))
    .where(eq(metering.id, id));
  if (!found) throw noFile();
  return found.ref;
}

export const noFile = (): DomainError => notFound(say().compute.noFile);

export type MeteringRow = typeof metering.$inferSelect;

export type ReadFile = Awaited<ReturnType<typeof findRead>>;

/** Locked against the sweep. Throws `conflict` where it is recorded. */
export async function findRead(tx: Tx, id: string) {
  const [found] = await tx
    .select({ metering, ref: pledge.ref })
    .from(metering)
    .innerJoin(pledge, eq(pledge.id, metering.pledgeId))
    .where(eq(metering.id, id))
    .for('update', { of: metering });
  const { counts = null, sha256 = null, batch } = found?.metering ?? {};
  if (!found || !counts || !sha256) throw noFile();
  if (batch) throw conflict(say().compute.fileRecorded(batch));
  return { metering: { ...found.metering, counts, sha256 }, ref: found.ref };
}
