import { makeCheckpoint } from './checkpoint.ts';
import type { Config } from '../config.ts';
import type { SigningContext } from './identity.ts';
import { keepNewest } from './last-checkpoint.ts';
import { makeSeal } from './seal.ts';

/** Signs and seals what there is, and keeps it in DATA_DIR: what a server does by itself, for a command. */
export async function signNow(
  ctx: SigningContext & { config: Pick<Config, 'dataDir'> },
): Promise<void> {
  await makeCheckpoint(ctx);
  // Each batch follows the one before.
  // oxlint-disable-next-line no-await-in-loop
  while (await makeSeal(ctx));
  await keepNewest(ctx.db, ctx.config.dataDir);
}
