import { eq } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { addDays, type Day } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { fillInstalments, type FilledInstalment } from '../domain/schedule.ts';
import { say } from '../domain/say.ts';
import { instalmentOf } from '../ledger/terms.ts';
import { provedAddress } from '../mail/queue.ts';
import { wasTold } from '../mail/once.ts';
import { noPledge } from './open-pledge.ts';
import type { PledgeRow } from './pledge-row.ts';
import { standingsOf } from './view.ts';

/** In days; today is the first. A giver can be reminded of what is due by then. */
export const SOON_DAYS = 30;

export interface Due {
  row: PledgeRow;
  /** Where the giver gets emails; null without a confirmed address. */
  address: string | null;
  received: bigint;
  /** Promised or agreed, not received. What is conditional isn't due. */
  open: bigint;
  waiting: bigint;
  /** The instalments with something open, by day. */
  parts: FilledInstalment[];
}

/** What is due of a pledge, as of now. Throws `not-found`. */
export async function readDue(reader: Db | Tx, ref: string): Promise<Due> {
  const { pledge, signatory } = schema;
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
    open,
    waiting: stages.waiting.quantity,
    parts: parts.filter((part) => part.outstanding > 0n),
  };
}

export const partsBy = ({ parts }: Due, today: Day): FilledInstalment[] =>
  parts.filter(({ dueOn }) => dueOn < addDays(today, SOON_DAYS));

const isDue = (due: Due, today: Day): boolean =>
  due.row.status === 'accepted' && partsBy(due, today).length > 0;

export const canRemind = (due: Due, today: Day): boolean =>
  isDue(due, today) && due.address !== null;

/** Throws `conflict` unless something is due, the giver can get emails, and was not reminded today. */
export async function checkReminder(reader: Db | Tx, due: Due, today: Day): Promise<void> {
  const { nothingDue, noAddress, remindedToday } = say().pledges;
  if (!isDue(due, today)) throw new DomainError('conflict', nothingDue(SOON_DAYS));
  if (due.address === null) throw new DomainError('conflict', noAddress);
  const told = { kind: 'reminder', object: due.row.ref, occasion: today } as const;
  if (await wasTold(reader, told)) throw new DomainError('conflict', remindedToday);
}
