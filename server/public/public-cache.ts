import { sql } from 'drizzle-orm';
import type { HomePage } from '../../web/data/home.ts';
import { renderHome } from '../../web/pages/home.tsx';
import type { Context } from '../context.ts';
import { served, type Served } from '../http/served.ts';
import { today } from '../domain/day.ts';
import { findInitiative } from '../initiative/read.ts';
import {
  deriveCapacity,
  keptCapacity,
  ledgerState,
  type KeptCapacity,
  type LedgerState,
} from '../ledger/capacity.ts';
import { checkpointAt, makeCheckpoint } from '../ledger/checkpoint.ts';
import { openKeeper } from '../ledger/last-checkpoint.ts';
import { holdsSeal, makeSeal, parseSealText } from '../ledger/seal.ts';
import { keptUse } from '../ledger/metered-use.ts';
import { keptResting } from '../ledger/resting.ts';
import { readLogo } from '../look/logo.ts';
import { readCapacityFacts, type CapacityFacts } from './capacity-facts.ts';
import { homeModel } from './home-model.ts';
import { initiativeAnswer } from './initiative-answer.ts';
import { progressOf } from './progress.ts';

export interface Rendered {
  size: bigint;
  root: Buffer;
  opensAt: Date | null;
  page: Served;
  progress: Served;
  initiative: Served;
  note: Served;
  home: HomePage;
  capacity: CapacityFacts;
  logo: Buffer | null;
}

export interface PublicCache {
  /** Null until an initiative has been loaded. */
  current: () => Rendered | null;
  /** Changes with whatever pages show: their cache is kept by it. */
  version: () => string;
  resting: ReturnType<typeof keptResting>['at'];
  /** Makes a checkpoint if one is due and renders what is newest; fails when that does. */
  refresh: () => Promise<void>;
  /** Refreshes soon, once for all that ask meanwhile; failures go to the log. */
  nudge: () => void;
  /** Runs `work`, which puts another log in place, while nothing is rendered; then shows that one. */
  replace: (work: () => Promise<void>) => Promise<void>;
  age: () => number;
  /** Why no checkpoint could be kept in DATA_DIR the last time; null when it was. */
  unkept: () => string | null;
  /** Refreshes each second, for entries of other replicas. */
  start: () => void;
  stop: () => Promise<void>;
}

interface Log {
  error: (facts: object, message: string) => void;
}

const EACH_MS = 1_000;
/** Writes that come in a row share a checkpoint, which follows each well within a second. */
const SOON_MS = 200;

/** About one small query a second on each replica, and none for a read. A failure leaves what was shown before. */
export function createPublicCache(ctx: Context, log: Log): PublicCache {
  let current: Rendered | null = null;
  let version = '';
  /** Turns follow one another; a failed one does not hold up the next. */
  let turns: Promise<void> = Promise.resolve();
  let isQueued = false;
  let next: NodeJS.Timeout | undefined;
  let freshAt = 0;
  let timer: NodeJS.Timeout | undefined;
  const keeper = openKeeper(ctx.config.dataDir, log);
  const kept = { use: keptUse(), gpus: keptCapacity(), resting: keptResting() };

  const turn = async (): Promise<void> => {
    isQueued = false;
    let state = await bringUp(ctx, current, kept.gpus);
    const newest = `${state.complete} ${state.besides}`;
    if (newest !== version) {
      const rendered = await render(ctx, state.complete, kept.use.at);
      await waitForStandby(ctx);
      // On the disk before anybody is shown it.
      keeper.keep(notesOf(rendered, state));
      current = rendered;
      version = newest;
      ctx.log.shownSize = current?.size ?? 0n;
    }
    if (state.isUnsealed && (await sealSoon(ctx, log))) state = await stateOf(ctx);
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
    resting: kept.resting.at,
    refresh,
    nudge: () => refreshIn(SOON_MS),
    replace: (work) =>
      inTurn(() => {
        current = null;
        version = '';
        return work().finally(async () => {
          for (const each of [keeper, ...Object.values(kept)]) each.forget();
          await turn();
        });
      }),
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

const notesOf = (shown: Rendered | null, { sealNote }: LedgerState): string[] =>
  shown ? [shown.note.plain.body.toString(), ...(sealNote === null ? [] : [sealNote])] : [];

const stateOf = ({ db, now }: Context) => ledgerState(db, today(now()));

async function bringUp(
  ctx: Context,
  current: Rendered | null,
  gpus: KeptCapacity,
): Promise<LedgerState> {
  let state = await stateOf(ctx);
  const isNews = state.isBehind || state.complete !== current?.size;
  const isResealed = sealOf(state)?.head !== ctx.log.keptSeal?.head;
  if (isNews || isResealed || ctx.log.stopped !== null || state.log !== ctx.signer.log) {
    ctx.log.stopped = await whyStopped(ctx, state.log, current);
    if (ctx.log.stopped !== null) throw new Error(ctx.log.stopped);
  }
  if (state.isBehind && (await makeCheckpoint(ctx))) state = await stateOf(ctx);
  if (state.underived === null) return state;
  await deriveCapacity(ctx, state.underived, gpus);
  return stateOf(ctx);
}

/** A failover may lose a checkpoint whose commit didn't wait for the standby; this commit waits for both. */
const waitForStandby = ({ db }: Context): Promise<unknown> =>
  db.execute(sql`SELECT pg_logical_emit_message(true, 'muster', 'shown')`);

/** Seals; the page does not wait for a seal that fails, and `verify` tells of it. */
async function sealSoon(ctx: Context, log: Log): Promise<boolean> {
  try {
    return await makeSeal(ctx);
  } catch (error) {
    log.error({ err: error }, 'what changed could not be sealed');
    return false;
  }
}

const sealOf = ({ sealNote }: LedgerState) => (sealNote === null ? null : parseSealText(sealNote));

/** A database that was put back under a running server must not be written to, signed over, or shown. */
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

/** Reads all that is shown in one snapshot, so that figures and sentences are of one checkpoint. */
async function render(
  ctx: Context,
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
        opensAt: initiative.opensAt,
        page: served('text/html; charset=utf-8', renderHome(model), {
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
        home: model,
        capacity: figures,
        logo: await readLogo(tx, initiative.look?.logo ?? undefined),
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
