import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { renderSearch, type FoundIn, type SearchPage } from '../../../web/desk/search/page.tsx';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/db.ts';
import { anywhere, rowsOf } from '../../db/sql.ts';
import { ASSETS, quantity, UNIT } from '../../exports/cells.ts';
import { parse } from '../../http/parse.ts';
import { typedRef } from '../../ledger/codes.ts';
import { withoutSign } from '../../domain/typed-numbers.ts';
import type { DeskPages } from '../frame.ts';
import { part, queryOf } from '../lists/view.ts';
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
  const bare = withoutSign(q.replace(/\s*[A-Z]{3}$/, ''));
  return /^\d{1,18}(\.\d{1,4})?$/.test(bare) ? bare : null;
};

const PLEDGES: SQL = sql`pledge JOIN signatory ON signatory.id = pledge.signatory_id
  JOIN ${ASSETS} ON asset.code = pledge.asset`;

/** One SELECT of each kind. The text stands in a name, a reference, an email or an id, or is the whole amount. */
function selects(q: string, addresses: boolean): Record<FoundIn, SQL> {
  const like = anywhere(q);
  const wanted = amountIn(q);
  const isAmount = (cell: SQL) =>
    wanted === null ? sql`false` : sql`${cell} = ${wanted}::numeric`;
  const email = addresses ? sql`signatory.email` : sql`NULL`;
  const inEmail = addresses ? sql`signatory.email ILIKE ${like}` : sql`false`;
  return {
    signatories: sql`
      SELECT id::text, name, ${email} AS email, NULL AS amount, NULL AS unit, status
      FROM signatory WHERE name ILIKE ${like} OR ${inEmail} ORDER BY created_at DESC`,
    pledges: sql`
      SELECT pledge.ref AS id, name, ${email} AS email, (${quantity(sql`quantity`)})::text AS amount,
        ${UNIT} AS unit, pledge.status
      FROM ${PLEDGES}
      WHERE name ILIKE ${like} OR ${inEmail} OR ${typedRef(q)} IN (ref, payment_ref)
        OR purchase_order = ${q} OR ${isAmount(quantity(sql`quantity`))}
      ORDER BY pledge.created_at DESC`,
    payments: sql`
      SELECT payment.code AS id, coalesce(name, '') AS name, ${email} AS email,
        (amount_minor * asset.minor)::text AS amount, currency AS unit, payment.status
      FROM payment JOIN ${ASSETS} ON asset.code = payment.currency
      LEFT JOIN pledge ON pledge.id = payment.pledge_id
      LEFT JOIN signatory ON signatory.id = pledge.signatory_id
      WHERE ${typedRef(q)} = payment.code OR ${q} IN (object, intent, charge) OR name ILIKE ${like} OR ${inEmail}
        OR ${isAmount(sql`amount_minor * asset.minor`)}
      ORDER BY payment.created_at DESC`,
    evidence: sql`
      SELECT pledge.ref AS id, name, ${email} AS email,
        (${quantity(sql`movement.quantity`)})::text AS amount, ${UNIT} AS unit,
        coalesce(evidence.reference, '') AS status
      FROM movement JOIN ${PLEDGES} ON pledge.id = movement.pledge_id
      LEFT JOIN evidence USING (batch)
      WHERE ${
        // Without an amount, only what has a reference is read.
        wanted === null
          ? sql`movement.batch IN (SELECT batch FROM evidence WHERE reference ILIKE ${like})`
          : sql`evidence.reference ILIKE ${like} OR ${isAmount(quantity(sql`movement.quantity`))}`
      }
      ORDER BY movement.seq DESC`,
    offered: sql`
      SELECT position::text AS id, name, NULL AS email, NULL AS amount, NULL AS unit, coalesce(what, '') AS status
      FROM reported WHERE name ILIKE ${like} OR what ILIKE ${like} ORDER BY position DESC`,
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
    return pages.send(desk, renderSearch, page);
  });
}
