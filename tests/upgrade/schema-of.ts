import { sql } from 'drizzle-orm';
import { rowsOf } from '../../server/db/sql.ts';
import type { TestApp } from '../support/app.ts';

/**
 * The schema, as lines: columns, constraints, indexes, triggers, functions, and who may do what. The
 * order of a table's columns is left out: a later file adds its columns at the end.
 */
export async function schemaOf({ ctx }: TestApp): Promise<string[]> {
  const rows = await ctx.db.execute(sql`
    WITH relation AS (
      SELECT * FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S', 'v')
    ), routine AS (
      SELECT * FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    ), attribute AS (
      SELECT relname, a.* FROM pg_attribute a JOIN relation ON relation.oid = attrelid
      WHERE attnum > 0 AND NOT attisdropped
    ), granted AS (
      SELECT relname AS what, relacl AS acl FROM relation
      UNION ALL SELECT relname || '.' || attname, attacl FROM attribute
      UNION ALL SELECT proname, proacl FROM routine
      UNION ALL SELECT 'the database', datacl FROM pg_database WHERE datname = current_database()
      UNION ALL SELECT nspname, nspacl FROM pg_namespace WHERE nspname = 'public'
    )
    SELECT concat_ws(' ', 'column', relname, attname, format_type(atttypid, atttypmod), attnotnull, attgenerated,
      attidentity, attcollation::regcollation, pg_get_expr(adbin, adrelid)) AS line
      FROM attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    UNION ALL SELECT concat_ws(' ', 'constraint', relname, conname, pg_get_constraintdef(c.oid))
      FROM pg_constraint c JOIN relation ON relation.oid = conrelid
    UNION ALL SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN relation ON relation.oid = indrelid
    UNION ALL SELECT concat_ws(' ', pg_get_triggerdef(t.oid), tgenabled)
      FROM pg_trigger t JOIN relation ON relation.oid = tgrelid WHERE NOT tgisinternal
    UNION ALL SELECT pg_get_functiondef(oid) FROM routine
    UNION ALL SELECT concat_ws(' ', 'grant', what, grantee::regrole, privilege_type) FROM granted, aclexplode(acl)
    UNION ALL SELECT concat_ws(' ', 'migration', name, checksum) FROM migration`);
  return (
    rowsOf<{ line: string }>(rows)
      // A row comparison that was dumped and read again has fewer parentheses.
      .map(({ line }) => line.replaceAll(/[()]/g, ''))
      .toSorted()
  );
}
