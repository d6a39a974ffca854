import { asc, between, desc, lt, type SQL } from 'drizzle-orm';
import type { AtPage, FiguresAt } from '../../web/pages/at.tsx';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { checkpoint as table } from '../db/schema.ts';
import { DomainError, notFound } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { createHourly, type Hourly, type Log } from '../hourly.ts';
import { derivedCapacity, derivePast, readCapacity } from '../ledger/capacity.ts';
import { checkpointAt, type Checkpoint } from '../ledger/checkpoint.ts';
import { NOTHING_METERED } from '../ledger/metered-use.ts';
import { concurrencyOf, securedMoney, volumeOf } from './home-model.ts';
import { frameOf, type PageSource } from './page-source.ts';

/** Derives what /at needs of earlier checkpoints. */
export const pastOf = (ctx: Context, log: Log): Hourly =>
  createHourly(log, {
    work: (stopped) => derivePast(ctx, stopped),
    failed: 'GPUs at once of earlier checkpoints could not be derived',
  });

/** Without the name of a giver or a site: whoever hides one later is on no page that somebody kept. */
async function figuresAt(tx: Tx, checkpoint: Checkpoint, past: Hourly): Promise<FiguresAt> {
  const { totals, capacitySize, createdAt: at } = checkpoint;
  const capacity = await (capacitySize > 0n ? derivedCapacity : readCapacity)(tx, capacitySize);
  // Adding up all windows at a stranger's request would hold up everybody's.
  if (!capacity) {
    past.nudge();
    throw new DomainError('busy', say().look.notDerived, { retryAfter: 60 });
  }
  const facts = { checkpoint, totals, capacity, use: NOTHING_METERED, siteNames: new Map() };
  const money = securedMoney(totals);
  return {
    asOf: { size: Number(checkpoint.size), at },
    money: money && { ...money, restricted: 0n, months: [], days: null, milestones: [] },
    concurrency: concurrencyOf(facts, []),
    volume: volumeOf(totals),
    signatories: totals.signatories,
  };
}

async function nearest(tx: Tx, where: SQL, order: SQL): Promise<bigint | undefined> {
  const sizes = tx.select({ size: table.size }).from(table).where(where);
  const [row] = await sizes.orderBy(order).limit(1);
  return row?.size;
}

const sizeBefore = (tx: Tx, size: bigint) => nearest(tx, lt(table.size, size), desc(table.size));

/** The figures of a checkpoint, and of the one before. Throws `not-found`, which names the nearest sizes. */
export async function atModel(source: PageSource, typed: string, past: Hourly): Promise<AtPage> {
  const { tx, checkpoint: newest } = source;
  if (!/^[1-9]\d{0,14}$/.test(typed) || BigInt(typed) > newest.size) {
    throw notFound(say().look.beyond(typed.slice(0, 20), newest.size));
  }
  const size = BigInt(typed);
  const checkpoint = await checkpointAt(tx, size);
  const below = await sizeBefore(tx, size);
  if (!checkpoint) {
    const above = await nearest(tx, between(table.size, size, newest.size), asc(table.size));
    const sizes = [below, above].filter((found) => found !== undefined);
    throw notFound(say().look.notSealed(typed, sizes.join(' and ')));
  }
  const before = below === undefined ? null : await checkpointAt(tx, below);
  return {
    ...frameOf({ ...source, checkpoint }),
    ...(await figuresAt(tx, checkpoint, past)),
    before: before && (await figuresAt(tx, before, past)),
    note: checkpoint.note,
  };
}
