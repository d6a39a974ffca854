import type * as schema from '../db/schema.ts';

/** The ledger, or something that should agree with it, does not hold. */
export class Breach extends Error {}

type Movement = typeof schema.movement.$inferSelect;

/** One ledger entry with its movement, what its pledge's row says, and what it takes back. */
export interface VerifyRow {
  entry: typeof schema.ledgerEntry.$inferSelect;
  movement: Movement | null;
  pledge: Pick<typeof schema.pledge.$inferSelect, 'ref' | 'asset' | 'source' | 'site'> | null;
  original: Movement | null;
}
