import { and, count, desc, eq, gt, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/db.ts';
import { pledge, signatory, site, standing } from '../db/schema.ts';
import { acceptedOn, IS_ACCEPTED } from '../db/standing.ts';
import { assetOf, isCurrency, isGpu } from '../domain/asset.ts';
import type { Holding } from '../domain/pledge-book.ts';
import { fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { sumOf } from '../domain/schedule.ts';
import { STAGES, type Stage } from '../domain/stage.ts';
import { paged } from '../http/paging.ts';
import { findInitiative } from '../initiative/read.ts';
import { holdingsOf } from '../ledger/standing.ts';
import { quantityJson, stagesJson, windowsJson } from './json.ts';
import { memberNames } from './members.ts';
import { shownGiver } from './pledge-row.ts';

/** The column of `standing` for each way to sort, the largest first. */
const SORTS = {
  newest: 'firstSeq',
  changed: 'latestSeq',
  amount: 'totalBase',
  secured: 'securedBase',
} as const;

export const pledgesInput = z.strictObject({
  kind: z.enum(['funding', 'compute']).optional(),
  stage: z.enum(STAGES).optional().describe('Only pledges with an amount in this stage.'),
  asset: z
    .string()
    .refine((code) => isCurrency(code) || isGpu(code), { error: () => say().pledges.notAsset })
    .optional()
    .describe('A currency or a GPU model.'),
  sort: z
    .enum(['newest', 'changed', 'amount', 'secured'])
    .default('newest')
    .describe('Newest or largest first.'),
  limit: z.coerce
    .number({ error: () => say().pledges.notNumber })
    .int()
    .min(1)
    .max(200)
    .default(50)
    .describe('How many at most.'),
  cursor: z
    .string()
    .regex(/^\d{1,18}\.\d{1,18}$/, { error: () => say().pledges.badCursor })
    .optional()
    .describe('The `next` of the page before.'),
});
export type PledgesInput = z.infer<typeof pledgesInput>;

export type ListedPledge = Awaited<ReturnType<typeof findPledges>>['pledges'][number];

function matching({ kind, stage, asset }: PledgesInput): SQL | undefined {
  return and(
    IS_ACCEPTED,
    // Money has no source.
    kind && (kind === 'funding' ? isNull(pledge.source) : isNotNull(pledge.source)),
    asset === undefined ? undefined : eq(pledge.asset, asset),
    stage && gt(standing[stage], 0n),
  );
}

/** Only amounts of one kind compare: dollars are no GPU-hours. */
export const isSortable = ({ sort, kind, asset }: PledgesInput): boolean =>
  sort === 'newest' || sort === 'changed' || Boolean(kind || asset);

/** As of the newest checkpoint. The cursor is the last row's place in the order. */
export async function findPledges(reader: Db | Tx, input: PledgesInput, among?: SQL) {
  if (!isSortable(input)) throw fieldError('sort', say().pledges.sortNeedsKind);
  const sort = SORTS[input.sort];
  const key = standing[sort];
  const [value, first] = input.cursor?.split('.').map(BigInt) ?? [];
  const rows = await reader
    .select({
      pledge,
      name: signatory.name,
      isPublic: signatory.public,
      status: signatory.status,
      site: site.name,
      members: memberNames,
      standing,
      acceptedOn: sql<string>`${acceptedOn(null)}::text`,
    })
    .from(standing)
    .innerJoin(pledge, eq(pledge.id, standing.pledgeId))
    .innerJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .leftJoin(site, eq(site.code, pledge.site))
    .where(
      and(
        matching(input),
        among,
        value === undefined || first === undefined
          ? undefined
          : or(lt(key, value), and(eq(key, value), lt(standing.firstSeq, first))),
      ),
    )
    .orderBy(desc(key), desc(standing.firstSeq))
    .limit(input.limit + 1);
  const { limit } = input;
  const { items, next } = paged(rows, limit, ({ standing: at }) => `${at[sort]}.${at.firstSeq}`);
  const pledges = items.map(({ pledge: row, standing: at, ...rest }) => {
    const giver = shownGiver({ ...rest, visibility: row.visibility });
    return {
      ref: row.ref,
      asset: assetOf(row.asset),
      giver,
      site: giver === null ? null : rest.site,
      members: giver === null ? [] : rest.members,
      row,
      acceptedOn: rest.acceptedOn,
      stages: holdingsOf(at),
      totalBase: at.totalBase,
    };
  });
  return { pledges, next };
}

export async function countPledges(reader: Db | Tx, input: PledgesInput): Promise<number> {
  const [row] = await reader
    .select({ of: count() })
    .from(standing)
    // Postgres leaves it out where no filter asks.
    .leftJoin(pledge, eq(pledge.id, standing.pledgeId))
    .where(matching(input));
  return row!.of;
}

export async function listPledges(reader: Db | Tx, input: PledgesInput) {
  const initiative = await findInitiative(reader);
  if (!initiative) return { pledges: [], next: null };
  const { currency } = initiative;
  const { pledges, next } = await findPledges(reader, input);
  return {
    pledges: pledges.map(({ ref, asset, giver, members, row, stages, totalBase, ...listed }) => ({
      ref,
      kind: asset.kind,
      signatory: giver,
      members,
      asset: asset.code,
      source: row.source,
      site: listed.site,
      windows: windowsJson(row),
      condition: row.condition,
      acceptedOn: listed.acceptedOn,
      total: quantityJson(totalOf(stages), totalBase, asset, currency),
      stages: stagesJson(stages, asset, currency),
    })),
    next,
  };
}

export const totalOf = (stages: Record<Stage, Holding>): bigint => sumOf(Object.values(stages));
