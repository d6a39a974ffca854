import type * as schema from '../db/schema.ts';

/** The ledger, or something that should agree with it, does not hold. */
export class Breach extends Error {}

type Movement = typeof schema.movement.$inferSelect;

/** One ledger entry with its movement, the reference of its pledge, and what it takes back. */
export interface VerifyRow {
  entry: typeof schema.ledgerEntry.$inferSelect;
  movement: Movement | null;
  ref: string | null;
  original: Movement | null;
}
