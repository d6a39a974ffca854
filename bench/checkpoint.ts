/**
 * A checkpoint after one new entry, at a thousand movements and at a million: the same, for only
 * the new entry is folded. What is derived after it, where windows moved, costs what the changed site and the days are.
 */
import { and, asc, isNotNull, isNull, sql } from 'drizzle-orm';
import { readConfig } from '../server/config.ts';
import type { Context } from '../server/context.ts';
import * as schema from '../server/db/schema.ts';
import { today } from '../server/domain/day.ts';
import { append } from '../server/ledger/append.ts';
import { deriveCapacity, keptCapacity, ledgerState } from '../server/ledger/capacity.ts';
import { makeCheckpoint } from '../server/ledger/checkpoint.ts';
import { BATCH_LENGTH, randomCode } from '../server/ledger/codes.ts';
import { windowOf } from '../server/ledger/leaf.ts';
import { verifyLedger } from '../server/ledger/verify.ts';
import { ledgerKey } from '../server/ledger/identity.ts';
import { openContext } from '../server/open-context.ts';
import { milliseconds, spreadOf, timed, type Row } from './support/table.ts';
import { say, type World } from './support/world.ts';

const RUNS = 30;
const GOAL_MS = 20;
const DERIVED_GOAL_MS = 50;
const FEW = 1_000;

/** An increase of a pledge of money, or of compute with its windows: one more entry. */
async function appendOne(ctx: Context, withWindows: boolean): Promise<void> {
  const { movement, pledge } = schema;
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .select({ movement, ref: pledge.ref })
      .from(movement)
      .innerJoin(pledge, sql`${pledge.id} = ${movement.pledgeId}`)
      .where(
        and(
          sql`${movement.verb} = 'pledge'`,
          withWindows ? isNotNull(movement.windows) : isNull(movement.windows),
        ),
      )
      .orderBy(asc(movement.seq))
      .limit(1);
    const { quantity, base, windows, occurredOn: on, pledgeId } = row!.movement;
    const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
    await append(
      tx,
      [
        {
          kind: 'movement',
          pledgeId,
          ref: row!.ref,
          batch,
          move: {
            verb: 'pledge',
            from: 'outside',
            to: 'pledged',
            quantity,
            base,
            windows: windows?.map(windowOf) ?? null,
            reverses: null,
          },
          on,
          grade: 'self-asserted',
        },
      ],
      ctx,
    );
  });
}

/** The checkpoint itself, and, where windows moved, the concurrency that is derived after it. */
async function measure(ctx: Context, withWindows: boolean) {
  const checkpoints: number[] = [];
  const derivations: number[] = [];
  const kept = keptCapacity();
  for (let turn = 0; turn < RUNS; turn++) {
    await appendOne(ctx, withWindows);
    checkpoints.push(await timed(() => makeCheckpoint(ctx)));
    const { underived } = await ledgerState(ctx.db, today(ctx.now()));
    if (underived === null) continue;
    derivations.push(await timed(() => deriveCapacity(ctx, underived, kept)));
  }
  return { checkpoint: spreadOf(checkpoints), derivation: spreadOf(derivations) };
}

type Spread = ReturnType<typeof spreadOf>;

interface Measured {
  money: Awaited<ReturnType<typeof measure>>;
  windows: Awaited<ReturnType<typeof measure>>;
}

async function measureAt(world: World, movements: number): Promise<Measured> {
  const { ctx, close } = await openContext(readConfig(await world.ledger(movements)));
  try {
    const measured = { money: await measure(ctx, false), windows: await measure(ctx, true) };
    if (world.isToVerify) {
      const { entries } = await ctx.db.transaction((tx) => verifyLedger(tx, ledgerKey(ctx.config)));
      say(`the ledger holds: ${entries} entries verified`);
    }
    return measured;
  } finally {
    await close();
  }
}

export async function measureCheckpoint(world: World): Promise<Row[]> {
  const few = await measureAt(world, FEW);
  const many = await measureAt(world, world.movements);
  const row = (what: string, pick: (measured: Measured) => Spread, goalMs: number): Row => ({
    what: `${what}, ${world.movements.toLocaleString('en')} movements`,
    ours: milliseconds(pick(many)),
    baseline: `at ${FEW.toLocaleString('en')}: ${milliseconds(pick(few))}`,
    ratio: (pick(many).median / pick(few).median).toFixed(2),
    goal: `< ${goalMs} ms`,
    isMet: pick(many).median < goalMs,
  });
  const one = 'checkpoint after 1 new entry, of';
  return [
    row(`${one} money`, ({ money }) => money.checkpoint, GOAL_MS),
    row(`${one} a window`, ({ windows }) => windows.checkpoint, GOAL_MS),
    row('concurrency, derived after it', ({ windows }) => windows.derivation, DERIVED_GOAL_MS),
  ];
}
