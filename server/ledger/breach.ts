import type * as schema from '../db/schema.ts';

/** The ledger, or something that should agree with it, does not hold. */
export class Breach extends Error {}

type Movement = typeof schema.movement.$inferSelect;

/** One ledger entry with its movement, what its pledge's row says, and what it takes back. */
export interface VerifyRow {
  entry: typeof schema.ledgerEntry.$inferSelect;
  movement: Movement | null;
  pledge: typeof schema.pledge.$inferSelect | null;
  /** Null for kinds that speak of nobody. */
  name: typeof schema.entryName.$inferSelect | null;
  original: Movement | null;
}
