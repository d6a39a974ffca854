import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { DomainError } from '../domain/errors.ts';

export type Initiative = typeof schema.initiative.$inferSelect;

/** What this deployment raises for; null while nothing has been loaded. */
export async function findInitiative(reader: Db | Tx): Promise<Initiative | null> {
  const [row] = await reader.select().from(schema.initiative);
  return row ?? null;
}

/** The initiative, open for signing and pledging. Throws `closed` when it is not, or not there. */
export async function openInitiative(reader: Db | Tx): Promise<Initiative> {
  const initiative = await findInitiative(reader);
  if (!initiative) throw new DomainError('closed', 'This deployment has no initiative yet.');
  if (initiative.closed) {
    throw new DomainError('closed', 'Signing, pledging and paying are closed for this initiative.');
  }
  return initiative;
}

/**
 * Whether an initiative of one's own may be set up in place of what is there: of nothing, or of a
 * trial's demonstration. Not where LEDGER_KEY is given: it signed the demonstration's log, and would
 * sign another one of the same name.
 */
export const canSetUp = (
  { engine, config }: Pick<Context, 'engine' | 'config'>,
  initiative: Initiative | null,
): boolean =>
  initiative === null ||
  (initiative.demonstration && engine === 'embedded' && config.ledgerSeed === null);
