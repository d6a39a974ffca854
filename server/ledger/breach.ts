import type * as schema from '../db/schema.ts';

/** The ledger is broken, or something disagrees with it. */
export class Breach extends Error {}

type Movement = typeof schema.movement.$inferSelect;

/** A ledger entry with its movement, its pledge's row, and the movement that it undoes. */
export interface VerifyRow {
  entry: typeof schema.ledgerEntry.$inferSelect;
  movement: Movement | null;
  pledge: typeof schema.pledge.$inferSelect | null;
  name: typeof schema.entryName.$inferSelect | null;
  original: Movement | null;
}
