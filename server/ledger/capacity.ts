import { setTimeout as sleep } from 'node:timers/promises';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/db.ts';
import { LOCKS } from '../db/locks.ts';
import * as schema from '../db/schema.ts';
import { rowsFrom, rowsOf, tryLock } from '../db/sql.ts';
import { openCapacity, type Capacity } from '../domain/capacity/capacity.ts';
import type { Day } from '../domain/day.ts';
import type { Lot, Presence } from '../domain/capacity/spans.ts';
import type { Place } from '../domain/stage.ts';
import { Breach } from './breach.ts';

type Move = [ref: string, from: Place, to: Place, windows: schema.WindowTuple[]];

/** By model and site: tens of thousands of rows would take long to read. */
const groupRow = z.strictObject({
  site: z.string(),
  source: z.enum(['given', 'bought']),
  model: z.string(),
  num: z.string(),
  den: z.string(),
  moves: z.custom<Move[]>(Array.isArray),
});
type Group = z.infer<typeof groupRow>;

/** All window movements of pledges with one in [from, to): one accepted anew may have another rate. */
const readGroups = async (reader: Db | Tx, from: bigint, to: bigint): Promise<Group[]> =>
  rowsOf(
    await reader.execute(sql`
      SELECT pledge.site, pledge.source, pledge.asset AS model, pledge.rate_num AS num,
        pledge.rate_den AS den,
        json_agg(json_build_array(
          pledge.ref, movement.from_stage, movement.to_stage, movement.windows)) AS moves
      FROM movement JOIN pledge ON pledge.id = movement.pledge_id
      WHERE movement.windows IS NOT NULL AND movement.seq < ${to} ${
        from === 0n
          ? sql``
          : sql`AND movement.pledge_id IN (
              SELECT pledge_id FROM movement
              WHERE windows IS NOT NULL AND seq >= ${from} AND seq < ${to})`
      }
      GROUP BY 1, 2, 3, 4, 5`),
    groupRow,
  );

/** What was added up last is kept, until another log takes the place of this one. */
export function keptCapacity() {
  let kept = { size: 0n, capacity: openCapacity(), lotOf: lots() };
  const forget = (): void => {
    kept = { size: 0n, capacity: openCapacity(), lotOf: lots() };
  };
  return {
    /** Costs what the pledges have that moved since it was last asked. */
    at: async (reader: Db | Tx, size: bigint): Promise<Capacity> => {
      if (size < kept.size) forget();
      const groups = await readGroups(reader, kept.size, size);
      for (const group of groups) {
        for (const [ref, presences] of presencesOf(group, kept.lotOf)) {
          kept.capacity.put(ref, presences);
        }
      }
      kept.size = size;
      return kept.capacity.capacity();
    },
    forget,
  };
}

export type KeptCapacity = ReturnType<typeof keptCapacity>;

/** A delivery moves hours and no windows, so a window counts at the furthest of pledged and committed it reached. */
export const readCapacity = (reader: Db | Tx, size: bigint): Promise<Capacity> =>
  keptCapacity().at(reader, size);

type Lots = (model: string, num: string, den: string) => Lot;

function presencesOf(
  { site, source, model, num, den, moves }: Group,
  lotOf: Lots,
): Map<string, Presence[]> {
  const at = { site, lot: lotOf(model, num, den), bought: source === 'bought' };
  const pledges = new Map<string, Presence[]>();
  for (const [ref, leaves, joins, windows] of moves) {
    const presences = pledges.get(ref) ?? [];
    pledges.set(ref, presences);
    for (const [gpus, from, to, availability] of windows) {
      const days = { from, to, availability };
      for (const [stage, change] of [
        [leaves, -gpus],
        [joins, gpus],
      ] as const) {
        if (stage !== 'pledged' && stage !== 'committed') continue;
        addOrCancel(presences, { ...at, ...days, stage, gpus: change });
      }
    }
  }
  return pledges;
}

/** Most windows leave a stage as they came to it. */
function addOrCancel(presences: Presence[], added: Presence): void {
  const opposite = presences.findIndex(
    ({ stage, gpus, from, to, availability }) =>
      gpus === -added.gpus &&
      stage === added.stage &&
      from === added.from &&
      to === added.to &&
      availability === added.availability,
  );
  if (opposite >= 0) presences.splice(opposite, 1);
  else presences.push(added);
}

/** One lot for each model and factor. */
function lots(): Lots {
  const known = new Map<string, Lot>();
  return (model, num, den) => {
    const key = `${model} ${num}/${den}`;
    const lot = known.get(key) ?? { model, rate: { num, den } };
    known.set(key, lot);
    return lot;
  };
}

/** Another shape is another kind. */
const KIND = 'capacity-3';

export type LedgerState = Awaited<ReturnType<typeof ledgerState>>;

const stateRow = z.strictObject({
  complete: z.string(),
  /** Changes when names or exchange rates do, or an offer expires. */
  besides: z.string(),
  isBehind: z.boolean(),
  underived: z.string().nullable(),
  log: z.number(),
  sealNote: z.string().nullable(),
  isUnsealed: z.boolean(),
});

/** `complete`: the newest checkpoint with derived concurrency. `underived`: the size to derive next. */
export async function ledgerState(reader: Db | Tx, on: Day) {
  const [row] = rowsOf(
    await reader.execute(sql`
      SELECT coalesce(complete.size, 0)::text AS complete, concat_ws(' ', names.version,
               (SELECT count(*) FROM reference_rate WHERE currency = 'EUR'),
               (SELECT count(*) FROM admin_rate), log,
               (SELECT count(*) FROM reported WHERE expires_on < ${on}::date)) AS besides,
             head.size > coalesce(newest.size, 0) AS "isBehind",
             CASE WHEN newest.size > coalesce(complete.size, 0)
                  THEN newest.capacity_size::text END AS underived,
             log, sealed.note AS "sealNote",
             EXISTS (SELECT FROM row_state WHERE sealed_in IS NULL)
               OR coalesce(newest.size > coalesce(sealed.size, 0), false) AS "isUnsealed"
      FROM ledger_head head CROSS JOIN names_version names
      CROSS JOIN (SELECT max(id) AS log FROM log_identity) logs
      LEFT JOIN LATERAL (SELECT size, note FROM seal ORDER BY n DESC LIMIT 1) sealed ON true
      LEFT JOIN LATERAL (
        SELECT size, capacity_size FROM checkpoint ORDER BY size DESC, log DESC LIMIT 1) newest ON true
      LEFT JOIN LATERAL (
        SELECT size FROM checkpoint
        WHERE capacity_size = 0 OR EXISTS (
          SELECT FROM derived WHERE derived.kind = ${KIND} AND derived.size = capacity_size)
        ORDER BY size DESC LIMIT 1) complete ON true`),
    stateRow,
  );
  const { complete, underived, ...rest } = row!;
  return {
    ...rest,
    complete: BigInt(complete),
    underived: underived === null ? null : BigInt(underived),
  };
}

/** Apart from the checkpoint, whose cost is its new entries'. One replica does it; others find it done. */
export async function deriveCapacity(
  { db }: { db: Db },
  size: bigint,
  kept: KeptCapacity = keptCapacity(),
): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await tryLock(tx, LOCKS.derive)) || (await derivedCapacity(tx, size))) return;
    const json = await kept.at(tx, size);
    await tx.insert(schema.derived).values({ size, kind: KIND, json }).onConflictDoNothing();
  });
}

const PAUSE_MS = 100;

/**
 * Derives the earlier sizes that lack it, as all do when an upgrade changes KIND. The earliest comes first, so each
 * costs what is new in it.
 */
export async function derivePast(ctx: { db: Db }, stopped: AbortSignal): Promise<void> {
  const rows = await rowsFrom(ctx.db, z.strictObject({ size: z.string() }))`
    SELECT capacity_size::text AS size FROM checkpoint
    WHERE capacity_size > 0 AND NOT EXISTS (
      SELECT FROM derived WHERE derived.kind = ${KIND} AND derived.size = capacity_size)
    GROUP BY capacity_size ORDER BY capacity_size`;
  const kept = keptCapacity();
  for (const { size } of rows) {
    // oxlint-disable-next-line no-await-in-loop -- requests go on in between
    await deriveCapacity(ctx, BigInt(size), kept);
    // oxlint-disable-next-line no-await-in-loop
    await sleep(PAUSE_MS, undefined, { signal: stopped });
  }
}

export const capacityAt = async (reader: Db | Tx, size: bigint): Promise<Capacity> =>
  (await derivedCapacity(reader, size)) ?? readCapacity(reader, size);

export async function derivedCapacity(reader: Db | Tx, size: bigint): Promise<Capacity | null> {
  const { derived } = schema;
  const [row] = await reader
    .select({ json: derived.json })
    .from(derived)
    .where(and(eq(derived.kind, KIND), eq(derived.size, size)));
  return (row?.json as Capacity | undefined) ?? null;
}

/**
 * For `verify`: derived sizes may lag behind, but not differ. All of them, as `/at` shows earlier ones, and whoever has the
 * application's login could add a row for a size that is still to come.
 */
export async function checkDerived(reader: Db | Tx): Promise<void> {
  const rows = rowsOf(
    await reader.execute(sql`
      SELECT size::text AS size,
        EXISTS (SELECT FROM checkpoint WHERE capacity_size = derived.size) AS "isAsked"
      FROM derived WHERE kind = ${KIND} ORDER BY derived.size`),
    z.strictObject({ size: z.string(), isAsked: z.boolean() }),
  );
  const kept = keptCapacity();
  for (const { size, isAsked } of rows) {
    if (!isAsked)
      throw new Breach(`concurrency is derived at size ${size}, and no checkpoint asks for it`);
    /* oxlint-disable no-await-in-loop -- each costs what is new in it */
    const derived = await derivedCapacity(reader, BigInt(size));
    const own = await kept.at(reader, BigInt(size));
    /* oxlint-enable no-await-in-loop */
    if (JSON.stringify(derived) !== JSON.stringify(own)) {
      throw new Breach(`the concurrency derived at size ${size} is not that of the windows`);
    }
  }
}
