import { renderHome } from '../../web/home.tsx';
import type { Context } from '../context.ts';
import type { Db } from '../db/client.ts';
import { served, type Served } from '../http/served.ts';
import { findInitiative } from '../initiative/read.ts';
import { deriveCapacity, ledgerState } from '../ledger/capacity.ts';
import { checkpointAt, makeCheckpoint } from '../ledger/checkpoint.ts';
import { rememberCheckpoint } from '../ledger/last-checkpoint.ts';
import { keptUse } from '../ledger/use.ts';
import { readCapacityFacts, type CapacityFacts } from './capacity-facts.ts';
import { homeModel } from './home-model.ts';
import { initiativeAnswer } from './initiative-answer.ts';
import { progressOf } from './progress.ts';

/** What the public is served: one checkpoint's page, figures and signed note, in memory. */
export interface Rendered {
  size: bigint;
  root: Buffer;
  page: Served;
  progress: Served;
  initiative: Served;
  note: Served;
  /** What answers about concurrency are made of, each when it is asked for. */
  capacity: CapacityFacts;
}

export interface Face {
  /** Null until an initiative has been loaded. */
  current: () => Rendered | null;
  /** Changes with whatever pages show: their cache is kept by it. */
  version: () => string;
  /** Makes a checkpoint if one is due and renders what is newest; fails when that does. */
  refresh: () => Promise<void>;
  /** Refreshes soon, once for all that ask meanwhile; failures go to the log. */
  nudge: () => void;
  /** Runs `work`, which puts another log in place, while nothing is rendered; then shows that one. */
  replace: (work: () => Promise<void>) => Promise<void>;
  /** Milliseconds since the face was last known to be the newest. */
  age: () => number;
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

/**
 * Keeps the public face of the ledger fresh: about one small query a second on each replica, and
 * none for a read. A failure leaves the last face standing.
 */
export function createFace(ctx: Context, assets: Record<string, string>, log: Log): Face {
  let current: Rendered | null = null;
  let version = '';
  /** Turns follow one another; a failed one does not hold up the next. */
  let turns: Promise<void> = Promise.resolve();
  let isQueued = false;
  let next: NodeJS.Timeout | undefined;
  let freshAt = 0;
  let timer: NodeJS.Timeout | undefined;
  const use = keptUse();

  const turn = async (): Promise<void> => {
    isQueued = false;
    let state = await ledgerState(ctx.db);
    const isNews = state.isBehind || state.complete !== current?.size;
    if (current && isNews) await checkStillThere(ctx.db, current);
    if (state.isBehind && (await makeCheckpoint(ctx))) state = await ledgerState(ctx.db);
    if (state.underived !== null) {
      await deriveCapacity(ctx, state.underived);
      state = await ledgerState(ctx.db);
    }
    const newest = `${state.complete} ${state.besides}`;
    if (newest !== version) {
      current = await render(ctx, assets, state.complete, use.at);
      version = newest;
      if (current) keepOutside(ctx, current, log);
    }
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
      inTurn(async () => {
        try {
          await work();
        } finally {
          current = null;
          version = '';
          use.forget();
          await turn();
        }
      }),
    age: () => performance.now() - freshAt,
    start: () => {
      timer = setInterval(() => refreshIn(0), EACH_MS).unref();
    },
    stop: async () => {
      clearInterval(timer);
      clearTimeout(next);
      await turns;
    },
  };
}

function keepOutside({ config }: Context, { note }: Rendered, log: Log): void {
  try {
    rememberCheckpoint(config.dataDir, note.plain.body.toString());
  } catch (error) {
    log.error({ err: error }, 'the last checkpoint could not be kept in DATA_DIR');
  }
}

/** A database that was put back under a running server must not be signed over, nor shown. */
async function checkStillThere(reader: Db, { size, root }: Rendered): Promise<void> {
  if ((await checkpointAt(reader, size)).root.equals(root)) return;
  throw new Error(`the checkpoint of size ${size} that was shown is another one now`);
}

/** Reads all that is shown in one snapshot, so that figures and sentences are of one checkpoint. */
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
