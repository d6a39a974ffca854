import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { STAGES } from '../domain/stage.ts';
import {
  ASSETS,
  base,
  baseUnit,
  guarded,
  instant,
  quantity,
  selectList,
  UNIT,
  whereAll,
  type Columns,
} from './cells.ts';
import { days, filtersOf, kind, type AsOf, type CsvFile } from './file.ts';

const filters = filtersOf({ ...days, ...kind, stage: z.enum(STAGES).optional() });
type Filters = z.infer<typeof filters>;

const isCompute = (seconds: SQL): SQL => sql`CASE asset.kind WHEN 'compute' THEN ${seconds} END`;

/** The public's name nobody, and no time finer than the ledger's days. */
const columns = (currency: string, isAdmin: boolean): Columns => ({
  seq: sql`movement.seq`,
  batch: sql`movement.batch`,
  ref: sql`pledge.ref`,
  ...(isAdmin && {
    signatory_id: sql`pledge.signatory_id`,
    signatory: guarded(sql`signatory.name`),
  }),
  verb: sql`movement.verb`,
  from: sql`movement.from_stage`,
  to: sql`movement.to_stage`,
  kind: sql`asset.kind`,
  asset: sql`asset.code`,
  source: sql`pledge.source`,
  unit: UNIT,
  quantity: quantity(sql`movement.quantity`),
  base_unit: baseUnit(currency),
  base: base(sql`movement.base`, currency),
  gpu_seconds: isCompute(sql`movement.quantity`),
  h100e_seconds: isCompute(sql`movement.base`),
  windows: sql`movement.windows`,
  occurred_on: sql`movement.occurred_on`,
  grade: sql`movement.grade`,
  reverses: sql`movement.reverses`,
  ...(isAdmin && {
    recorded_at: instant(sql`ledger_entry.recorded_at`),
    evidence_url: guarded(sql`evidence.url`),
    evidence_note: guarded(sql`evidence.note`),
    reference: guarded(sql`evidence.reference`),
    fee: quantity(sql`evidence.fee_minor`),
  }),
});

const select = (
  { size, currency }: AsOf,
  { from, to, stage, kind: only }: Filters,
  isAdmin: boolean,
): SQL => sql`
    SELECT ${selectList(columns(currency, isAdmin))}
    FROM movement
    JOIN pledge ON pledge.id = movement.pledge_id
    JOIN ${ASSETS} ON asset.code = pledge.asset
    ${
      isAdmin
        ? sql`
          JOIN signatory ON signatory.id = pledge.signatory_id
          JOIN ledger_entry ON ledger_entry.seq = movement.seq
          LEFT JOIN evidence ON evidence.batch = movement.batch`
        : sql``
    }
    WHERE ${whereAll(
      sql`movement.seq < ${Number(size)}`,
      from && sql`movement.occurred_on >= ${from}`,
      to && sql`movement.occurred_on <= ${to}`,
      stage && sql`${stage} IN (movement.from_stage, movement.to_stage)`,
      only && sql`asset.kind = ${only}`,
    )}
    ORDER BY movement.seq`;

export const movements: CsvFile<Filters> = {
  name: 'movements',
  audience: 'admin',
  filters,
  select,
};
export const publicMovements: CsvFile<Filters> = { ...movements, audience: 'public' };
