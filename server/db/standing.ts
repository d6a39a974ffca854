import { sql, type SQL } from 'drizzle-orm';
import { STAGES, type Stage } from '../domain/stage.ts';

/*
 * How the rows of `standing` are read in SQL, by lists and exports alike; ledger/standing.ts keeps
 * them. Each fragment names the tables `pledge` and `standing` of the query that it stands in.
 */

/** What of a pledge is still expected (domain/pledge-book.ts). */
export const OUTSTANDING: readonly Stage[] = ['pledged', 'waiting', 'committed'];

/** What stands in stages together, in minor units; a pledge that never moved has nothing there. */
export const stands = (stages: readonly Stage[], suffix: '' | '_base' = ''): SQL =>
  sql.raw(`COALESCE(${stages.map((stage) => `standing.${stage}${suffix}`).join(' + ')}, 0)`);

/**
 * Accepted as of the checkpoint: what was accepted stands somewhere until its acceptance is taken
 * back. The pledge's own status may be some entries ahead of the checkpoint.
 */
export const IS_ACCEPTED: SQL = sql`${stands(STAGES)} > 0`;

/**
 * Whether the public sees giver, site and provider beside the amount (pledges/giver.ts); the query has
 * the table `signatory` too.
 */
export const IS_SHOWN: SQL = sql`pledge.visibility = 'public' AND signatory.public
  AND signatory.status = 'published'`;

/**
 * The day of the acceptance that fixed the rate, among the entries before `size`: the last one, where
 * an earlier was taken back. Nothing stood before it; when the pledge was promised larger, something
 * did. A gift is accepted by coming. Null for a pledge that was not accepted by then.
 */
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
