import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import type { App } from '../../server/app.ts';
import type { Context } from '../../server/context.ts';
import { rowsOf } from '../../server/db/sql.ts';
import { verifyAll } from '../../server/maintenance/verify.ts';
import { copiedSealed, sealedIn } from './templates.ts';

/** Of a test's app. */
interface Ledger {
  ctx: Context;
  publicCache: Pick<App['publicCache'], 'refresh'>;
}

interface Held {
  /** Changes with each entry, change of a protected row, checkpoint and seal. */
  state: string;
  rates: string | null;
}

/** What each app had when its ledger was last found to hold. */
const checked = new WeakMap<Context, Held>();

/** Whose database began as a copy of the template, and the engines on which one of them held. */
const copies = new WeakSet<Context>();
export const beginsAsCopy = (ctx: Context): void => void copies.add(ctx);
const enginesChecked = new Set<string>();

/**
 * The invariants of the ledger, recomputed. Where nothing was added there is nothing to find. The 6,000 bundled rates and their seal are checked once in a
 * worker, whose databases are copies of one, and when some changed.
 */
export async function checkLedger({ ctx, publicCache }: Ledger): Promise<void> {
  await publicCache.refresh();
  const [state] = rowsOf<{ state: string }>(
    await ctx.db.execute(sql`
      SELECT concat_ws(' ', (SELECT size FROM ledger_head), (SELECT max(id) FROM row_state),
          (SELECT count(*) FROM checkpoint), (SELECT max(n) FROM seal)) AS state`),
  );
  const before = checked.get(ctx);
  if (before?.state === state!.state) return;
  const { rates } = await sealedIn(ctx);
  const copied = copies.has(ctx) ? copiedSealed.get(ctx.engine) : undefined;
  const isCopied = rates === copied?.rates;
  const isKnown = isCopied && enginesChecked.has(ctx.engine);
  const tables = isKnown || before?.rates === rates ? ['reference_rate'] : [];
  const unchanged = { tables, seals: isKnown ? BigInt(copied.seals) : 0n };
  // As a running server does: a refused right is written down after its answer.
  const seals = setInterval(() => void publicCache.refresh().catch(() => {}), 100);
  const verified = await verifyAll(ctx, MACHINE, [], { unchanged, waitMs: 1_000 }).finally(() =>
    clearInterval(seals),
  );
  expect(verified, JSON.stringify(verified)).toEqual(expect.objectContaining({ holds: true }));
  checked.set(ctx, { state: state!.state, rates });
  if (isCopied) enginesChecked.add(ctx.engine);
}

/** How many tests of an app have ended since its ledger was checked. */
const watched = new WeakMap<Context, number>();
const AT_MOST = 8;

/**
 * After each test: checks after every eighth, and `close` after the last. What broke a ledger stays in it. Tests that break
 * and mend it themselves use `checkLedger`.
 */
export async function watchLedger(app: Ledger): Promise<void> {
  const since = (watched.get(app.ctx) ?? 0) + 1;
  watched.set(app.ctx, since % AT_MOST);
  await (since === AT_MOST ? checkLedger(app) : app.publicCache.refresh());
}

export async function checkWatched(app: Ledger): Promise<void> {
  if (watched.has(app.ctx)) await checkLedger(app);
}
