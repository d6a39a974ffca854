import { sql } from 'drizzle-orm';
import { renderHome } from '../../web/pages/home.tsx';
import type { Context } from '../context.ts';
import { served, type Served } from '../http/served.ts';
import { findInitiative } from '../initiative/read.ts';
import { deriveCapacity, ledgerState, type LedgerState } from '../ledger/capacity.ts';
import { checkpointAt, makeCheckpoint } from '../ledger/checkpoint.ts';
import { openKeeper } from '../ledger/last-checkpoint.ts';
import { holdsSeal, makeSeal, parseSealText } from '../ledger/seal.ts';
import { keptUse } from '../ledger/metered-use.ts';
import { readCapacityFacts, type CapacityFacts } from './capacity-facts.ts';
import { homeModel } from './home-model.ts';
import { initiativeAnswer } from './initiative-answer.ts';
import { progressOf } from './progress.ts';

/** One checkpoint's page, figures and signed note, in memory. */
export interface Rendered {
  size: bigint;
  root: Buffer;
  page: Served;
  progress: Served;
  initiative: Served;
  note: Served;
  /** For answers about concurrency, which are made on request. */
  capacity: CapacityFacts;
}

export interface Face {
  current: () => Rendered | null;
  /** Changes with whatever pages show: a key for caches. */
  version: () => string;
  /** Makes a checkpoint if one is due, and renders the newest. */
  refresh: () => Promise<void>;
  /** Refreshes soon, once for all callers; failures go to the log. */
  nudge: () => void;
  /** Runs `work`, which puts another ledger in place, while nothing is rendered; then shows that one. */
  replace: (work: () => Promise<void>) => Promise<void>;
  /** Milliseconds since this was known to be the newest. */
  age: () => number;
  /** Why the last checkpoint could not be kept in DATA_DIR. */
  unkept: () => string | null;
  /** Refreshes each second, for entries of other replicas. */
  start: () => void;
  stop: () => Promise<void>;
}

interface Log {
  error: (facts: object, message: string) => void;
}

const EACH_MS = 1_000;
/** Writes in a row share a checkpoint, which follows each well within a second. */
const SOON_MS = 200;

/** Keeps fresh what the public reads, with a small query each second and none for a read. A failure keeps the last state. */
export function createFace(ctx: Context, assets: Record<string, string>, log: Log): Face {
  let current: Rendered | null = null;
  let version = '';
  /** Turns follow one another; a failed one does not hold up the next. */
  let turns: Promise<void> = Promise.resolve();
  let isQueued = false;
  let next: NodeJS.Timeout | undefined;
  let freshAt = 0;
  let timer: NodeJS.Timeout | undefined;
  const keeper = openKeeper(ctx.config.dataDir, log);
  const use = keptUse();

  const turn = async (): Promise<void> => {
    isQueued = false;
    let state = await bringUp(ctx, current);
    const newest = `${state.complete} ${state.besides}`;
    if (newest !== version) {
      const rendered = await render(ctx, assets, state.complete, use.at);
      await waitForStandby(ctx);
      // On the disk before anybody is shown it.
      keeper.keep(notesOf(rendered, state));
      current = rendered;
      version = newest;
      ctx.log.shownSize = current?.size ?? 0n;
    }
    if (state.isUnsealed && (await sealSoon(ctx, log))) state = await ledgerState(ctx.db);
    keeper.keep(notesOf(current, state));
    ctx.log.keptSeal = sealOf(state);
    freshAt = performance.now();
  };
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const own = turns.then(work);
    turns = own.catch(() => {});
    return own;
  };
  const refresh = (): Promise<void> => inTurn(turn);
  const refreshIn = (ms: number): void => {
    // However long a turn takes, at most one more waits for it.
    if (isQueued) return;
    isQueued = true;
    next = setTimeout(() => {
      refresh().catch((error: unknown) => {
        log.error({ err: error }, 'the public page could not be refreshed');
      });
    }, ms).unref();
  };
  return {
    current: () => current,
    version: () => version,
    refresh,
    nudge: () => refreshIn(SOON_MS),
    replace: (work) =>
      inTurn(() =>
        work().finally(async () => {
          current = null;
          version = '';
          keeper.forget();
          use.forget();
          await turn();
        }),
      ),
    age: () => performance.now() - freshAt,
    unkept: keeper.trouble,
    start: () => {
      timer = setInterval(() => refreshIn(0), EACH_MS).unref();
    },
    stop: async () => {
      clearInterval(timer);
      clearTimeout(next);
      // What was written last is signed before the process ends.
      await (isQueued ? refresh().catch(() => {}) : turns);
    },
  };
}

/** What is kept outside the database. */
const notesOf = (shown: Rendered | null, { sealNote }: LedgerState): string[] =>
  shown ? [shown.note.plain.body.toString(), ...(sealNote === null ? [] : [sealNote])] : [];

/** Checks that the log has lost nothing; then makes a checkpoint if one is due, and its concurrency. */
async function bringUp(ctx: Context, current: Rendered | null): Promise<LedgerState> {
  let state = await ledgerState(ctx.db);
  const isNews = state.isBehind || state.complete !== current?.size;
  const isResealed = sealOf(state)?.head !== ctx.log.keptSeal?.head;
  if (isNews || isResealed || ctx.log.stopped !== null || state.log !== ctx.signer.log) {
    ctx.log.stopped = await whyStopped(ctx, state.log, current);
    if (ctx.log.stopped !== null) throw new Error(ctx.log.stopped);
  }
  if (state.isBehind && (await makeCheckpoint(ctx))) state = await ledgerState(ctx.db);
  if (state.underived === null) return state;
  await deriveCapacity(ctx, state.underived);
  return ledgerState(ctx.db);
}

/** A failover may lose a checkpoint whose commit no longer waited for the standby. This commit waits, for all before it. */
const waitForStandby = ({ db }: Context): Promise<unknown> =>
  db.execute(sql`SELECT pg_logical_emit_message(true, 'muster', 'shown')`);

/** The page does not wait for a seal that fails; `verify` reports it. */
async function sealSoon(ctx: Context, log: Log): Promise<boolean> {
  try {
    return await makeSeal(ctx);
  } catch (error) {
    log.error({ err: error }, 'what changed could not be sealed');
    return false;
  }
}

const sealOf = ({ sealNote }: LedgerState) => (sealNote === null ? null : parseSealText(sealNote));

/** A database that was restored under a running server must not be written, signed or shown. */
async function whyStopped(
  { db, signer, log }: Context,
  newestLog: number,
  shown: Rendered | null,
): Promise<string | null> {
  if (newestLog !== signer.log) return 'A new log was begun. Restart this server';
  const { keptSeal } = log;
  if (keptSeal && !(await holdsSeal(db, keptSeal))) {
    return `This server has kept seal ${keptSeal.n}, and the database does not hold it`;
  }
  if (!shown) return null;
  const there = await checkpointAt(db, shown.size);
  if (there?.root.equals(shown.root)) return null;
  const how = there ? 'holds another one of that size' : 'does not hold it';
  return `This server has shown a checkpoint of ${shown.size} entries, and the database ${how}`;
}

/** In one snapshot, so that figures and sentences are of one checkpoint. */
async function render(
  ctx: Context,
  assets: Record<string, string>,
  size: bigint,
  useAt: ReturnType<typeof keptUse>['at'],
): Promise<Rendered | null> {
  return ctx.db.transaction(
    async (tx) => {
      const initiative = await findInitiative(tx);
      if (!initiative || size === 0n) return null;
      const checkpoint = await checkpointAt(tx, size);
      if (!checkpoint) throw new Error(`there is no checkpoint of size ${size}`);
      const figures = await readCapacityFacts(tx, checkpoint, await useAt(tx, size));
      const model = await homeModel(ctx, tx, initiative, figures);
      return {
        size: checkpoint.size,
        root: checkpoint.root,
        page: served('text/html; charset=utf-8', renderHome(model, assets), {
          noindex: model.initiative.unlisted,
        }),
        progress: served(
          'application/json; charset=utf-8',
          JSON.stringify(progressOf(initiative, figures)),
        ),
        initiative: served(
          'application/json; charset=utf-8',
          JSON.stringify(await initiativeAnswer(tx, initiative, figures)),
        ),
        note: served('text/plain; charset=utf-8', checkpoint.note),
        capacity: figures,
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
