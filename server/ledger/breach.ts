import type * as schema from '../db/schema.ts';

export class Breach extends Error {}

type Movement = typeof schema.movement.$inferSelect;

export interface VerifyRow {
  entry: typeof schema.ledgerEntry.$inferSelect;
  movement: Movement | null;
  pledge: typeof schema.pledge.$inferSelect | null;
  name: typeof schema.entryName.$inferSelect | null;
  original: Movement | null;
}
