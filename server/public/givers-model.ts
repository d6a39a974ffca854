import { and, count, desc, eq, getTableColumns, ilike, sql, sum } from 'drizzle-orm';
import { z } from 'zod';
import type { GiverPage } from '../../web/pages/giver.tsx';
import type { Country, GiversPage } from '../../web/pages/givers.tsx';
import { giverSum, isListed } from '../db/givers.ts';
import * as schema from '../db/schema.ts';
import { anywhere } from '../db/sql.ts';
import { isCurrency, KINDS, type Kind } from '../domain/asset.ts';
import { say } from '../domain/say.ts';
import { paged } from '../http/paging.ts';
import { lines } from '../http/text.ts';
import { findPledges } from '../pledges/list-pledges.ts';
import { viewSignatory } from '../signatories/list.ts';
import { newestChanges } from './changes.ts';
import { frameOf, type PageSource } from './page-source.ts';
import { lineOf } from './pledges-model.ts';

const { signatory, pledge } = schema;
const SHOWN = 50;
const CHANGES_SHOWN = 10;
/** A country with fewer givers is added to the others. */
const LEAST_GIVERS = 5;

export const giversInput = z.strictObject({
  kind: z.enum(KINDS).optional(),
  q: lines(100).optional(),
  sort: z.enum(['amount', 'share']).default('amount'),
  cursor: z
    .string()
    .regex(/^\d{1,7}\.\d{1,18}\.[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/, {
      error: () => say().pledges.badCursor,
    })
    .optional(),
});
type GiversInput = z.infer<typeof giversInput>;

/** Anonymous pledges are in no sum (migrations/0039_givers.sql), so no difference of two figures is one. */
export async function giversModel(source: PageSource, input: GiversInput): Promise<GiversPage> {
  const { tx, checkpoint, initiative } = source;
  const { q, sort, cursor = null } = input;
  const hasMoney = [...checkpoint.totals.flows.keys()].some((asset) => isCurrency(asset));
  const kind = input.kind ?? (hasMoney ? 'funding' : 'compute');
  const isNamed = q === undefined ? undefined : ilike(signatory.name, anywhere(q));
  const { givers, next } = await findGivers(source, { ...input, kind });
  const byCountry = await tx
    .select({
      code: signatory.country,
      givers: count(),
      named: isNamed ? sql<number>`count(*) FILTER (WHERE ${isNamed})::int` : count(),
      amount: sum(giverSum.amount).mapWith(BigInt),
      received: sum(giverSum.received).mapWith(BigInt),
      largest: sql`max(${giverSum.amount})`.mapWith(BigInt),
    })
    .from(giverSum)
    .innerJoin(signatory, eq(signatory.id, giverSum.signatoryId))
    .where(isListed(kind))
    .groupBy(signatory.country);
  return {
    ...frameOf(source),
    currency: initiative.currency,
    filter: { kind, q, sort },
    list: { found: byCountry.reduce((found, { named }) => found + named, 0), cursor, next },
    largest: byCountry.reduce((most, { largest }) => (largest > most ? largest : most), 0n),
    givers,
    countries: q === undefined && cursor === null ? countriesOf(byCountry) : [],
  };
}

async function findGivers({ tx }: PageSource, input: GiversInput & { kind: Kind }) {
  const { kind, q, sort, cursor } = input;
  const key = sort === 'share' ? [giverSum.share] : [];
  const order = [...key, giverSum.amount, giverSum.signatoryId];
  const [share, amount, id] = cursor?.split('.') ?? [];
  const last = [...(sort === 'share' ? [share] : []), amount, id].map((value) => sql`${value}`);
  const rows = await tx
    .select({
      ...getTableColumns(giverSum),
      id: signatory.id,
      name: signatory.name,
      type: signatory.kind,
      domain: signatory.verifiedDomain,
    })
    .from(giverSum)
    .innerJoin(signatory, eq(signatory.id, giverSum.signatoryId))
    .where(
      and(
        isListed(kind),
        q === undefined ? undefined : ilike(signatory.name, anywhere(q)),
        cursor === undefined
          ? undefined
          : sql`(${sql.join(order, sql`, `)}) < (${sql.join(last, sql`, `)})`,
      ),
    )
    .orderBy(...order.map((column) => desc(column)))
    .limit(SHOWN + 1);
  const { items: givers, next } = paged(rows, SHOWN, (row) =>
    [row.share, row.amount, row.id].join('.'),
  );
  return { givers, next };
}

function countriesOf(rows: Country[]): Country[] {
  const other: Country = { code: null, givers: 0, amount: 0n, received: 0n };
  const named = rows.filter((row) => {
    if (row.code !== null && row.givers >= LEAST_GIVERS) return true;
    other.givers += row.givers;
    other.amount += row.amount;
    other.received += row.received;
    return false;
  });
  const sorted = named.toSorted((a, b) => (a.amount > b.amount ? -1 : 1));
  return other.givers > 0 && named.length > 0 ? [...sorted, other] : sorted;
}

/** Only what the public pledges of somebody who is shown say. */
export async function giverModel(
  source: PageSource,
  id: string,
  cursor: string | undefined,
): Promise<GiverPage> {
  const { tx, checkpoint, initiative } = source;
  const giver = await viewSignatory(tx, id);
  const own = and(
    eq(pledge.signatoryId, id),
    eq(pledge.visibility, 'public'),
    sql`${pledge.source} IS DISTINCT FROM 'bought'`,
  );
  const { pledges, next } = await findPledges(tx, { limit: SHOWN, sort: 'changed', cursor }, own);
  // The newest changes are of the pledges that changed last.
  const newest = cursor === undefined ? pledges.slice(0, CHANGES_SHOWN) : [];
  const ids = sql.param(newest.map(({ row }) => row.id));
  return {
    ...frameOf(source),
    currency: initiative.currency,
    giver,
    sums: await tx.select().from(giverSum).where(eq(giverSum.signatoryId, id)),
    list: { cursor: cursor ?? null, next },
    pledges: pledges.map(lineOf),
    changes: await newestChanges(
      tx,
      checkpoint.size,
      CHANGES_SHOWN,
      sql`pledge_id = ANY(${ids}::uuid[])`,
    ),
  };
}
