import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { GoneLine, HowWeKnowPage } from '../../web/data/how-we-know.ts';
import type { Tx } from '../db/db.ts';
import { rowsOf } from '../db/sql.ts';
import { GRADES } from '../domain/evidence.ts';
import { newestChanges } from './changes.ts';
import type { PageSource } from './page-source.ts';
import type { PublicCache, Rendered } from './public-cache.ts';

const CHANGES_SHOWN = 5;

const GONE = ['undone', 'withdrawn', 'lapsed', 'disputed', 'refunded'] as const;

/** As in the index `movement_back`. */
const IS_BACK = sql`verb IN ('withdraw', 'lapse', 'dispute', 'lose', 'refund', 'reverse')`;

/** Of the same checkpoint as the home page, so that the figures of both agree. */
export async function howWeKnowModel(
  { tx, ctx }: PageSource,
  { home, note, size }: Rendered,
  resting: PublicCache['resting'],
): Promise<HowWeKnowPage> {
  const { sums } = await resting(tx, size);
  return {
    ...home,
    grades: GRADES.toReversed().map((grade) => ({
      grade,
      money: sums.get(`funding/${grade}`) ?? 0n,
      gpuSeconds: sums.get(`compute/${grade}`) ?? 0n,
    })),
    gone: await readGone(tx, size),
    back: await newestChanges(tx, size, CHANGES_SHOWN, IS_BACK),
    note: note.plain.body.toString(),
    verifierKey: ctx.signer.verifierKey,
  };
}

async function readGone(tx: Tx, size: bigint): Promise<GoneLine[]> {
  const rows = rowsOf(
    await tx.execute(sql`
      WITH gone AS (
        SELECT stage AS what, pledge_id, amount, source
        FROM standing JOIN pledge ON pledge.id = pledge_id
        CROSS JOIN LATERAL (VALUES
          ('withdrawn', CASE WHEN source IS NULL THEN withdrawn_base ELSE withdrawn END),
          ('lapsed', CASE WHEN source IS NULL THEN lapsed_base ELSE lapsed END),
          ('disputed', CASE WHEN source IS NULL THEN disputed_base ELSE disputed END),
          ('refunded', CASE WHEN source IS NULL THEN refunded_base ELSE refunded END)
        ) AS part (stage, amount)
        WHERE withdrawn + lapsed + refunded + disputed > 0 AND amount > 0
        UNION ALL
        SELECT 'undone', pledge_id, CASE WHEN source IS NULL THEN base ELSE movement.quantity END, source
        FROM movement JOIN pledge ON pledge.id = pledge_id
        WHERE reverses IS NOT NULL AND seq < ${size})
      SELECT what, count(DISTINCT pledge_id)::int AS pledges,
        COALESCE(sum(amount) FILTER (WHERE source IS NULL), 0)::text AS money,
        COALESCE(sum(amount) FILTER (WHERE source = 'given'), 0)::text AS "gpuSeconds"
      FROM gone WHERE source IS DISTINCT FROM 'bought' GROUP BY what`),
    z.strictObject({
      what: z.enum(GONE),
      pledges: z.int(),
      money: z.string(),
      gpuSeconds: z.string(),
    }),
  );
  return rows
    .map((row) => ({ ...row, money: BigInt(row.money), gpuSeconds: BigInt(row.gpuSeconds) }))
    .toSorted((a, b) => GONE.indexOf(a.what) - GONE.indexOf(b.what));
}
