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
export const openInitiative = async (reader: Db | Tx): Promise<Initiative> =>
  checkOpen(await findInitiative(reader));

/** What was read of the initiative, once it is known to be open. Throws `closed` like the above. */
export function checkOpen<T extends { closed: boolean }>(initiative: T | null | undefined): T {
  if (!initiative) throw new DomainError('closed', 'This deployment has no initiative yet.');
  if (initiative.closed) {
    throw new DomainError('closed', 'Signing, pledging and paying are closed for this initiative.');
  }
  return initiative;
}

/**
 * Whether an initiative of one's own may be set up in place of what is there: of nothing, or of the
 * demonstration of a trial whose key was made in its folder and is put aside with it. LEDGER_KEY,
 * which Postgres always has, signed the demonstration's log and would sign another of the same name.
 */
export const canSetUp = (
  { config }: Pick<Context, 'config'>,
  initiative: Initiative | null,
): boolean => initiative === null || (initiative.demonstration && config.ledgerSeed === null);
