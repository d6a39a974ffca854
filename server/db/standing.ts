import { sql, type SQL } from 'drizzle-orm';
import { STAGES, type Stage } from '../domain/stage.ts';

/** What of a pledge is still expected (domain/book.ts). */
export const OUTSTANDING: readonly Stage[] = ['pledged', 'waiting', 'committed'];

/** What stands in stages together, in minor units; a pledge that never moved has nothing there. */
export const stands = (stages: readonly Stage[], suffix: '' | '_base' = ''): SQL =>
  sql.raw(`COALESCE(${stages.map((stage) => `standing.${stage}${suffix}`).join(' + ')}, 0)`);

/**
 * Accepted as of the checkpoint: what was accepted stands somewhere until its acceptance is taken
 * back. The pledge's own status may be some entries ahead of the checkpoint.
 */
export const IS_ACCEPTED: SQL = sql`${stands(STAGES)} > 0`;
