import { eq } from 'drizzle-orm';
import { writeAs } from '../audit/audit.ts';
import type { Db, Tx } from '../db/db.ts';
import { pledge, signatory } from '../db/schema.ts';
import { addDays, today, type Day } from '../domain/day.ts';
import { conflict } from '../domain/errors.ts';
import { fillInstalments, type FilledInstalment } from '../domain/schedule.ts';
import { say } from '../domain/say.ts';
import { instalmentOf } from '../ledger/terms.ts';
import { provedAddress } from '../mail/queue.ts';
import { queueOnce, wasTold } from '../mail/once.ts';
import type { UseCaseOf } from '../use-case.ts';
import { lockPledge, noPledge } from './open-pledge.ts';
import { standingsOf } from './view.ts';

/** In days; today is the first. A giver can be reminded of what is due by then. */
export const SOON_DAYS = 30;

export type Due = Awaited<ReturnType<typeof readDue>>;

/** What is due of a pledge, as of now. Throws `not-found`. */
export async function readDue(reader: Db | Tx, ref: string) {
  const [found] = await reader
    .select({ row: pledge, email: signatory.email, confirmedAt: signatory.confirmedAt })
    .from(pledge)
    .innerJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .where(eq(pledge.ref, ref));
  if (!found) throw noPledge(ref);
  const { row } = found;
  const stages = (await standingsOf(reader, [row.id], null))(row.id);
  const received = stages.received.quantity;
  const open = stages.pledged.quantity + stages.committed.quantity;
  const parts = fillInstalments(row.instalments.map(instalmentOf), { received, outstanding: open });
  return {
    row,
    address: provedAddress(found),
    received,
    /** What is conditional isn't due. */
    open,
    waiting: stages.waiting.quantity,
    parts: parts.filter((part) => part.outstanding > 0n),
  };
}

export const partsBy = ({ parts }: Due, on: Day): FilledInstalment[] =>
  parts.filter(({ dueOn }) => dueOn < addDays(on, SOON_DAYS));

const isDue = (due: Due, on: Day): boolean =>
  due.row.status === 'accepted' && partsBy(due, on).length > 0;

export const canRemind = (due: Due, on: Day): boolean => isDue(due, on) && due.address !== null;

/** Throws `conflict` unless something is due, the giver can get emails, and was not reminded today. */
export async function checkReminder(reader: Db | Tx, due: Due, on: Day): Promise<void> {
  const { nothingDue, noAddress, remindedToday } = say().pledges;
  if (!isDue(due, on)) throw conflict(nothingDue(SOON_DAYS));
  if (due.address === null) throw conflict(noAddress);
  const told = { kind: 'reminder', object: due.row.ref, occasion: on } as const;
  if (await wasTold(reader, told)) throw conflict(remindedToday);
}

/** Emails a giver what is due, once a day. Throws as checkReminder does. */
export const remindGiver: UseCaseOf = (ctx, actor, key, ref) =>
  writeAs(ctx, actor, key, { right: 'decide', act: 'pledge.remind', object: ref }, async (tx) => {
    const { row } = await lockPledge(tx, ref);
    const on = today(ctx.now());
    await checkReminder(tx, await readDue(tx, ref), on);
    const to = { signatoryId: row.signatoryId };
    const mail = { kind: 'reminder', ref } as const;
    await queueOnce(tx, ctx, [{ to, mail, object: ref, occasion: on }]);
    return { status: 201, body: { ref } };
  });
