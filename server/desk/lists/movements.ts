import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { VERBS } from '../../domain/stage.ts';
import { say } from '../../domain/say.ts';
import { ASSETS, base, baseUnit, quantity, UNIT, whereAll } from '../../exports/cells.ts';
import { days, kind } from '../../exports/file.ts';
import { isCode } from '../../ledger/codes.ts';
import { inBase, KIND, moneyFirst } from './pledges.ts';
import { undoneBy } from '../../public/changes.ts';
import { askedOf, type Facts, type DeskList } from './desk-list.ts';

const filters = askedOf(['entry', 'day', 'amount'], {
  ...days,
  ...kind,
  verb: z.enum([...VERBS, 'reverse']).optional(),
  ref: z
    .string()
    .refine(isCode, { error: () => say().desk.notAReference })
    .optional(),
});
type Filters = z.infer<typeof filters>;

const stands = sql`movement.reverses IS NULL AND ${undoneBy} IS NULL`;

const find = sql`movement JOIN pledge ON pledge.id = movement.pledge_id`;

const where = ({ size }: Facts, wanted: Filters): SQL =>
  whereAll(
    sql`movement.seq < ${Number(size)}`,
    wanted.from && sql`movement.occurred_on >= ${wanted.from}`,
    wanted.to && sql`movement.occurred_on <= ${wanted.to}`,
    wanted.verb && sql`movement.verb = ${wanted.verb}`,
    wanted.kind && sql`${KIND} = ${wanted.kind}`,
    wanted.ref && sql`pledge.ref = ${wanted.ref}`,
  );

export const movements: DeskList<Filters> = {
  name: 'movements',
  audience: 'admin',
  filters,
  typed: [],
  cells: ({ currency }) => ({
    seq: sql`movement.seq`,
    occurred_on: sql`movement.occurred_on`,
    ref: sql`pledge.ref`,
    signatory_id: sql`pledge.signatory_id`,
    giver: { text: sql`signatory.name` },
    verb: sql`movement.verb`,
    from: sql`movement.from_stage`,
    to: sql`movement.to_stage`,
    kind: sql`asset.kind`,
    asset: sql`asset.code`,
    unit: UNIT,
    quantity: quantity(sql`movement.quantity`),
    base_unit: baseUnit(currency),
    base: base(sql`movement.base`, currency),
    grade: sql`movement.grade`,
    reference: { text: sql`evidence.reference` },
    reverses: sql`movement.reverses`,
    undone_by: undoneBy,
  }),
  find: () => [find],
  from: () => sql`${find}
    JOIN ${ASSETS} ON asset.code = pledge.asset
    JOIN signatory ON signatory.id = pledge.signatory_id
    LEFT JOIN evidence ON evidence.batch = movement.batch`,
  where,
  sorts: {
    entry: { by: sql`movement.seq`, type: 'bigint', dir: 'desc' },
    day: { by: sql`movement.occurred_on`, type: 'date', dir: 'desc' },
    amount: { by: moneyFirst(sql`movement.base`), type: 'bigint', dir: 'desc' },
  },
  id: { by: sql`movement.seq`, type: 'bigint' },
  // One amount moves more than once, so only movements of one verb add up. Undone ones don't count.
  sums: (facts, wanted) => sql`
    SELECT movement.verb, ${KIND} AS kind, count(*)::text AS found,
      (count(*) FILTER (WHERE ${stands}))::text AS standing,
      (${inBase(sql`coalesce(sum(movement.base) FILTER (WHERE ${stands}), 0)::bigint`, facts.currency)})::text AS base
    FROM ${find} WHERE ${where(facts, wanted)}
    GROUP BY movement.verb, pledge.source IS NULL ORDER BY kind DESC, min(movement.seq)`,
};
