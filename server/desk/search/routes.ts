import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { SearchView, type FoundIn, type SearchPage } from '../../../web/desk/search/page.tsx';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/db.ts';
import { anywhere, rowsOf } from '../../db/sql.ts';
import { CURRENCIES } from '../../domain/asset.ts';
import { currencyOf, partsOf } from '../../domain/typed-money.ts';
import { ungrouped } from '../../domain/typed-numbers.ts';
import { ASSETS, quantity, UNIT } from '../../exports/cells.ts';
import { parse } from '../../http/parse.ts';
import { typedRef } from '../../ledger/codes.ts';
import type { DeskPages } from '../frame.ts';
import { MAX_QUANTITY } from '../../domain/quantity.ts';
import { part, queryOf } from '../lists/desk-list.ts';
import { seesAddresses } from '../lists/routes.ts';

/** Of each kind. */
const SHOWN = 20;

const searchInput = z.strictObject({ q: part });

const found = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  amount: z.string().nullable(),
  unit: z.string().nullable(),
  status: z.string(),
});

/** "₩1,400,000,000", "2.5 EUR" and "$5M" are 1400000000, 2.5 and 5000000; null for a text that is no amount. */
const amountIn = (q: string): string | null => {
  const parts = partsOf(q);
  if (!parts || parts.signs.some((sign) => currencyOf(sign, '') === null)) return null;
  const bare = ungrouped(parts.typed + parts.scale);
  return /^\d{1,15}(\.\d{1,4})?$/.test(bare) ? bare : null;
};

const DECIMALS = [...new Set(CURRENCIES.map(({ digits }) => digits))];
const SECONDS_PER_HOUR = 3600;

/** Whether a stored quantity may be the amount, told by whole numbers alone, which an index has. */
function mayBe(stored: SQL, wanted: string): SQL {
  const [whole = '', typed = ''] = wanted.split('.');
  const fraction = typed.replace(/0+$/, '');
  const minors = DECIMALS.filter((digits) => digits >= fraction.length)
    .map((digits) => whole + fraction.padEnd(digits, '0'))
    .filter((minor) => BigInt(minor) <= MAX_QUANTITY);
  const seconds = Math.round(Number(wanted) * SECONDS_PER_HOUR);
  return sql`(${stored} = ANY(${sql.param(minors)}::bigint[])
    OR ${stored} BETWEEN ${seconds - 18}::bigint AND ${seconds + 18}::bigint)`;
}

const PLEDGES: SQL = sql`pledge JOIN signatory ON signatory.id = pledge.signatory_id
  JOIN ${ASSETS} ON asset.code = pledge.asset`;

/**
 * One SELECT of each kind. The text stands in a name, a reference, an email or an id, or is the whole amount. Rows are
 * found in one table at a time before others are joined to them: across two tables no OR can use an index.
 */
function selects(q: string, addresses: boolean): Record<FoundIn, SQL> {
  // Unlike ILIKE, this doesn't fold the pattern again for each row.
  const has = (column: SQL) => sql`lower(${column}) LIKE lower(${anywhere(q)})`;
  const wanted = amountIn(q);
  const email = addresses ? sql`signatory.email` : sql`NULL`;
  const isNamed = sql`(${has(sql`name`)} OR ${addresses ? has(sql`email`) : sql`false`})`;
  const ofNamed = sql`signatory_id IN (SELECT id FROM signatory WHERE ${isNamed})`;
  const orAmount = (select: SQL, stored: SQL, shown: SQL) =>
    wanted === null
      ? sql``
      : sql`UNION ${select} WHERE ${mayBe(stored, wanted)} AND ${shown} = ${wanted}::numeric`;
  return {
    signatories: sql`
      SELECT id::text, name, ${email} AS email, NULL AS amount, NULL AS unit, status
      FROM signatory WHERE ${isNamed} ORDER BY created_at DESC`,
    pledges: sql`
      SELECT pledge.ref AS id, name, ${email} AS email, (${quantity(sql`quantity`)})::text AS amount,
        ${UNIT} AS unit, pledge.status
      FROM ${PLEDGES}
      WHERE pledge.id IN (
        SELECT id FROM pledge WHERE ${ofNamed}
        UNION SELECT id FROM pledge WHERE ref = ${typedRef(q)}
        UNION SELECT id FROM pledge WHERE payment_ref = ${typedRef(q)}
        UNION SELECT id FROM pledge WHERE purchase_order = ${q}
        ${orAmount(
          sql`SELECT id FROM pledge JOIN ${ASSETS} ON asset.code = pledge.asset`,
          sql`quantity`,
          quantity(sql`quantity`),
        )})
      ORDER BY pledge.created_at DESC`,
    payments: sql`
      SELECT payment.code AS id, coalesce(name, '') AS name, ${email} AS email,
        (amount_minor * asset.minor)::text AS amount, currency AS unit, payment.status
      FROM payment JOIN ${ASSETS} ON asset.code = payment.currency
      LEFT JOIN pledge ON pledge.id = payment.pledge_id
      LEFT JOIN signatory ON signatory.id = pledge.signatory_id
      WHERE payment.id IN (
        SELECT id FROM payment WHERE pledge_id IN (SELECT id FROM pledge WHERE ${ofNamed})
        UNION SELECT id FROM payment WHERE ${typedRef(q)} = code OR ${q} IN (object, intent, charge)
        ${orAmount(
          sql`SELECT id FROM payment JOIN ${ASSETS} ON asset.code = payment.currency`,
          sql`amount_minor`,
          sql`amount_minor * asset.minor`,
        )})
      ORDER BY payment.created_at DESC`,
    evidence: sql`
      SELECT pledge.ref AS id, name, ${email} AS email,
        (${quantity(sql`movement.quantity`)})::text AS amount, ${UNIT} AS unit,
        coalesce(evidence.reference, '') AS status
      FROM movement JOIN ${PLEDGES} ON pledge.id = movement.pledge_id
      LEFT JOIN evidence USING (batch)
      WHERE movement.seq IN (
        SELECT seq FROM movement WHERE batch IN (SELECT batch FROM evidence WHERE ${has(sql`reference`)})
        ${orAmount(
          sql`SELECT seq FROM movement JOIN ${PLEDGES} ON pledge.id = movement.pledge_id`,
          sql`movement.quantity`,
          quantity(sql`movement.quantity`),
        )})
      ORDER BY movement.seq DESC`,
    offered: sql`
      SELECT position::text AS id, name, NULL AS email, NULL AS amount, NULL AS unit, coalesce(what, '') AS status
      FROM reported WHERE ${has(sql`name`)} OR ${has(sql`what`)} ORDER BY position DESC`,
  };
}

async function search(db: Db, q: string, addresses: boolean): Promise<SearchPage['found']> {
  const results: Partial<Record<FoundIn, z.infer<typeof found>[]>> = {};
  for (const [kind, select] of Object.entries(selects(q, addresses))) {
    // One connection: writers need the others.
    // oxlint-disable-next-line no-await-in-loop
    results[kind as FoundIn] = rowsOf(await db.execute(sql`${select} LIMIT ${SHOWN + 1}`), found);
  }
  return results as SearchPage['found'];
}

const trimmed = ({ q, ...rest }: Record<string, unknown>) =>
  typeof q === 'string' && q.trim() === '' ? rest : { q, ...rest };

/** One field finds whatever an admin has in hand: a name, an email, a reference, an amount or an id of Stripe's. */
export function registerSearch(pages: DeskPages, ctx: Context): void {
  pages.get('/admin/search', 'view', async (desk) => {
    const { q = '' } = parse(searchInput, trimmed(queryOf(desk.request.query)));
    const page = {
      q,
      most: SHOWN,
      found: q === '' ? null : await search(ctx.db, q, seesAddresses(desk.actor)),
    };
    return pages.send(desk, SearchView, page);
  });
}
