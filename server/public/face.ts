import { renderHome } from '../../web/home.tsx';
import type { Context } from '../context.ts';
import { rowsOf } from '../db/write.ts';
import { sql } from 'drizzle-orm';
import type { Capacity } from '../domain/capacity.ts';
import { served, type Served } from '../http/served.ts';
import { findInitiative } from '../initiative/read.ts';
import { CAPACITY, makeCheckpoint, newestCheckpoint, newestDerived } from '../ledger/checkpoint.ts';
import { homeModel } from './home-model.ts';
import { progressOf } from './progress.ts';

/** What the public is served: one checkpoint's page, figures and signed note, in memory. */
export interface Rendered {
  size: bigint;
  page: Served;
  progress: Served;
  note: Served;
}

export interface Face {
  /** Null until an initiative has been loaded. */
  current: () => Rendered | null;
  /** Makes a checkpoint if one is due and renders what is newest; fails when that does. */
  refresh: () => Promise<void>;
  /** Refreshes as soon as the turn under way is over; failures go to the log. */
  nudge: () => void;
  /** Refreshes each second, for entries of other replicas. */
  start: () => void;
  stop: () => Promise<void>;
}

const EACH_MS = 1_000;

/**
 * Keeps the public face of the ledger fresh: about one small query a second on each replica, and
 * none for a read. A failure leaves the last face standing.
 */
export function createFace(
  ctx: Context,
  assets: Record<string, string>,
  log: { error: (facts: object, message: string) => void },
): Face {
  let current: Rendered | null = null;
  let version = '';
  /** Turns follow one another; a failed one does not hold up the next. */
  let turns: Promise<void> = Promise.resolve();
  let isQueued = false;
  let timer: NodeJS.Timeout | undefined;

  const turn = async (): Promise<void> => {
    isQueued = false;
    let newest = await newestVersion(ctx);
    if (newest.isBehind && (await makeCheckpoint(ctx))) newest = await newestVersion(ctx);
    if (newest.version === version) return;
    current = await render(ctx, assets);
    version = newest.version;
  };
  const refresh = (): Promise<void> => {
    const next = turns.then(turn);
    turns = next.catch(() => {});
    return next;
  };
  const nudge = (): void => {
    if (isQueued) return;
    isQueued = true;
    refresh().catch((error: unknown) => {
      log.error({ err: error }, 'the public page could not be refreshed');
    });
  };
  return {
    current: () => current,
    refresh,
    nudge,
    start: () => {
      timer = setInterval(nudge, EACH_MS).unref();
    },
    stop: async () => {
      clearInterval(timer);
      await turns;
    },
  };
}

/**
 * What the face depends on: the newest checkpoint, and names that change without an entry; and
 * whether the ledger has entries beyond that checkpoint.
 */
async function newestVersion({ db }: Context): Promise<{ version: string; isBehind: boolean }> {
  const [row] = rowsOf<{ version: string; isBehind: boolean }>(
    await db.execute(sql`
      SELECT coalesce(newest.size, 0) || ' ' || names.version AS version,
             head.size > coalesce(newest.size, 0) AS "isBehind"
      FROM ledger_head head CROSS JOIN names_version names
      LEFT JOIN LATERAL (SELECT size FROM checkpoint ORDER BY size DESC LIMIT 1) newest ON true`),
  );
  return row!;
}

/** Reads all that is shown in one snapshot, so that figures and sentences are of one checkpoint. */
async function render(ctx: Context, assets: Record<string, string>): Promise<Rendered | null> {
  return ctx.db.transaction(
    async (tx) => {
      const checkpoint = await newestCheckpoint(tx);
      const initiative = await findInitiative(tx);
      if (!checkpoint || !initiative) return null;
      const capacity = await newestDerived<Capacity>(tx, CAPACITY);
      const figures = { checkpoint, totals: checkpoint.totals, capacity };
      const page = renderHome(await homeModel(ctx, tx, initiative, figures), assets);
      const noindex = initiative.closed || initiative.demonstration;
      return {
        size: checkpoint.size,
        page: served('text/html; charset=utf-8', page, { noindex }),
        progress: served(
          'application/json; charset=utf-8',
          JSON.stringify(progressOf(initiative, figures)),
        ),
        note: served('text/plain; charset=utf-8', checkpoint.note),
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
