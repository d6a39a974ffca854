import { sql, type SQL } from 'drizzle-orm';
import { STAGES, type Stage } from '../domain/stage.ts';

/* Each fragment needs the tables `pledge` and `standing`. */

export const OUTSTANDING: readonly Stage[] = ['pledged', 'waiting', 'committed'];

/** In minor units; zero for a pledge that never moved. */
export const stands = (stages: readonly Stage[], suffix: '' | '_base' = ''): SQL =>
  sql.raw(`COALESCE(${stages.map((stage) => `standing.${stage}${suffix}`).join(' + ')}, 0)`);

/** Accepted as of the checkpoint. The pledge's own status may be some entries ahead. */
export const IS_ACCEPTED: SQL = sql`${stands(STAGES)} > 0`;

/** Needs the table `signatory` alone. */
export const IS_NAMED: SQL = sql`signatory.public AND signatory.status = 'published'`;

/** As `shownGiver` (pledges/pledge-row.ts); needs the table `signatory` too. */
export const IS_SHOWN: SQL = sql`pledge.visibility = 'public' AND ${IS_NAMED}`;

/** The acceptance before entry `size` that fixed the rate: the pledge had nothing before it. */
export const acceptedOn = (size: bigint | null): SQL<string | null> => sql`(
  SELECT occurred_on FROM movement
  WHERE pledge_id = pledge.id AND from_stage = 'outside'${
    size === null ? sql`` : sql` AND seq < ${Number(size)}`
  } AND NOT EXISTS (
    SELECT FROM movement AS earlier
    WHERE earlier.pledge_id = movement.pledge_id AND earlier.seq < movement.seq
    HAVING sum(CASE 'outside' WHEN earlier.from_stage THEN earlier.quantity
      WHEN earlier.to_stage THEN -earlier.quantity ELSE 0 END) > 0)
  ORDER BY seq DESC LIMIT 1)`;
