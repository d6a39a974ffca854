import { and, asc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { MACHINE, type Admin } from '../actor.ts';
import { auditAll, auditEach } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { ANSWERED, UNREADY } from '../db/desk.ts';
import { pledge } from '../db/schema.ts';
import { write } from '../db/write.ts';
import { isCurrency } from '../domain/asset.ts';
import { isShut } from '../domain/closing.ts';
import { today } from '../domain/day.ts';
import { LEAST_GIVERS } from '../domain/accept-together.ts';
import { createHourly, type Hourly, type Log } from '../hourly.ts';
import { findInitiative } from '../initiative/read.ts';
import { append, type NewEntry } from '../ledger/append.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/codes.ts';
import { queueMail } from '../mail/queue.ts';
import { queueOnce } from '../mail/once.ts';
import { ageOf, rateKey, referenceRates } from '../rates/reference.ts';
import {
  lockGivers,
  markAccepted,
  planAcceptance,
  type Acceptance,
  type LockedGiver,
} from './acceptance.ts';
import { isHeldBack, type PledgeRow } from './pledge-row.ts';
import { policyLimit, policyReasons, promisedBases } from './policy.ts';
import { movementEntries, termsEntry } from './record.ts';
import { decidedMails } from './tell.ts';

interface Planned {
  row: PledgeRow;
  giver: LockedGiver;
  acceptance: Acceptance;
  batch: string;
}

/** Accepts the anonymous pledges that were ready before today, if from five givers or more. Returns how many. */
export async function acceptTogether(ctx: Context): Promise<number> {
  const { body } = await write(ctx, null, async (tx) => {
    const initiative = await findInitiative(tx);
    const rows = initiative && !isShut(initiative) ? await lockReady(ctx, tx) : [];
    if (rows.length === 0) return { status: 201, body: { accepted: 0 } };
    const { fit, unfit } = await planAll(ctx, tx, rows, initiative!.currency);
    if (unfit.length > 0) await leaveToAdmin(ctx, tx, unfit);
    const givers = new Set(fit.map(({ row }) => row.signatoryId));
    const accepted = givers.size < LEAST_GIVERS ? [] : fit;
    if (accepted.length > 0) await append(tx, await acceptPlanned(ctx, tx, MACHINE, accepted), ctx);
    return { status: 201, body: { accepted: accepted.length } };
  });
  return Number(body['accepted']);
}

const lockReady = ({ now }: Context, tx: Tx): Promise<PledgeRow[]> => {
  const midnight = new Date(today(now()));
  return tx
    .select()
    .from(pledge)
    .where(and(eq(pledge.status, 'pending'), lt(pledge.readyAt, midnight)))
    .orderBy(asc(pledge.ref))
    .for('update');
};

/** Plans accepting each pledge. `unfit` no longer fit the policy, or have no rate from the last 30 days. */
async function planAll(ctx: Context, tx: Tx, rows: PledgeRow[], currency: string) {
  const now = ctx.now();
  const on = today(now);
  const signatoryIds = [...new Set(rows.map(({ signatoryId }) => signatoryId))];
  const givers = await lockGivers(tx, signatoryIds, 'alone');
  const wanted = rows.map(({ asset }) => ({ asset, on }));
  const rates = await referenceRates(tx, currency, wanted);
  const promisedBefore = await promisedBases(tx, [...givers.keys()]);
  const promisedNow = new Map<string, bigint>();
  const limit = policyLimit(ctx, currency);
  const fit: Planned[] = [];
  const unfit: PledgeRow[] = [];
  for (const row of rows) {
    const giver = givers.get(row.signatoryId)!;
    const reference = rates.get(rateKey(row.asset, on));
    const isUsable = reference && ageOf(reference, on)?.is !== 'too-old';
    if (giver.status !== 'published' || !isUsable) {
      unfit.push(row);
      continue;
    }
    const asked = { on, now, grade: undefined };
    const acceptance = planAcceptance(row, giver, asked, { currency, rates });
    const base = acceptance.moves.reduce((sum, move) => sum + move.base, 0n);
    const promised = promisedNow.get(row.signatoryId) ?? promisedBefore(row.signatoryId);
    const reasons =
      row.readyBy === 'admin' ? [] : policyReasons(row, giver, { base, promised, limit });
    if (reasons.length > 0) {
      unfit.push(row);
      continue;
    }
    if (row.source === null) promisedNow.set(row.signatoryId, promised + base);
    fit.push({ row, giver, acceptance, batch: randomCode(ctx.randomBytes, BATCH_LENGTH) });
  }
  return { fit, unfit };
}

async function leaveToAdmin(ctx: Context, tx: Tx, rows: PledgeRow[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await tx.update(pledge).set(UNREADY).where(inArray(pledge.id, ids));
  const refs = rows.map(({ ref }) => ref);
  await auditEach(tx, ctx, MACHINE, 'pledge.unready', refs);
  // The hourly notice passes over old places in the queue.
  const { adminEmail } = ctx.config;
  if (adminEmail !== null) await queueMail(tx, ctx, adminEmail, { kind: 'waiting' });
}

async function acceptPlanned(ctx: Context, tx: Tx, actor: Admin, planned: Planned[]) {
  if (planned.length === 0) return [];
  const on = today(ctx.now());
  const accepted = planned.map(({ row, acceptance }) => ({ ref: row.ref, ...acceptance.fixed }));
  await markAccepted(tx, ctx.now(), accepted);
  const deeds = planned.map(({ row: { ref }, batch }) => ({
    act: 'pledge.accept' as const,
    object: ref,
    facts: { batch },
  }));
  await auditAll(tx, ctx, actor, deeds);
  const mails = planned.flatMap(({ row, giver, batch }) =>
    decidedMails(giver, row, { decision: 'accepted', reason: null, batch }),
  );
  await queueOnce(tx, ctx, mails);
  return planned.flatMap(({ row, giver, acceptance, batch }): NewEntry[] => {
    const { terms, moves, grade } = acceptance;
    return [termsEntry(row, terms, giver), ...movementEntries(row, { batch, moves, on, grade })];
  });
}

/** Accepts the locked pledges that waited only for their givers to be published. Anonymous ones become ready. */
export async function acceptWithGivers(
  ctx: Context,
  tx: Tx,
  actor: Admin,
  signatoryIds: string[],
  lockedPledges: string[],
): Promise<NewEntry[]> {
  const initiative = await findInitiative(tx);
  if (!initiative || isShut(initiative) || lockedPledges.length === 0) return [];
  const rows = await tx
    .select()
    .from(pledge)
    .where(
      and(
        inArray(pledge.id, lockedPledges),
        inArray(pledge.signatoryId, signatoryIds),
        eq(pledge.status, 'pending'),
        isNull(pledge.readyAt),
      ),
    )
    .orderBy(pledge.ref);
  const money = rows.filter(({ asset }) => isCurrency(asset));
  if (money.length === 0) return [];
  const { fit } = await planAll(ctx, tx, money, initiative.currency);
  const { ready = [], alone = [] } = Object.groupBy(fit, ({ row }) =>
    isHeldBack(row) ? 'ready' : 'alone',
  );
  const refs = ready.map(({ row }) => row.ref);
  const ids = ready.map(({ row }) => row.id);
  await auditEach(tx, ctx, actor, 'pledge.ready', refs);
  await tx
    .update(pledge)
    .set({ readyAt: ctx.now(), readyBy: 'admin', ...ANSWERED })
    .where(sql`${pledge.id} = ANY(${sql.param(ids)}::uuid[])`);
  return acceptPlanned(ctx, tx, actor, alone);
}

/** After midnight at UTC, on whichever replica comes first. */
export const createDailyAcceptance = (ctx: Context, log: Log): Hourly =>
  createHourly(log, {
    work: async () => {
      const accepted = await acceptTogether(ctx);
      if (accepted > 0) log.info({ accepted }, 'anonymous pledges were accepted together');
    },
    failed: 'anonymous pledges could not be accepted together',
  });
