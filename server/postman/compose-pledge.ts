import { asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PledgeNow } from '../../web/messages/shapes.ts';
import { t } from '../../web/words.ts';
import { evidence, movement } from '../db/schema.ts';
import { assetOf } from '../domain/asset.ts';
import { today } from '../domain/day.ts';
import { recipientOn } from '../initiative/read.ts';
import { partsBy, readDue, type Due } from '../pledges/due.ts';
import { paymentRefOf } from '../pledges/pledge-row.ts';
import type { Write } from './writing.ts';

const nowOf = ({ row, received, open, waiting, parts }: Due): PledgeNow => ({
  ref: row.ref,
  paymentRef: paymentRefOf(row),
  asset: row.asset,
  kind: assetOf(row.asset).kind,
  isAccepted: row.status === 'accepted',
  received,
  open,
  waiting,
  next: parts[0] ? { dueOn: parts[0].dueOn, quantity: parts[0].outstanding } : null,
});

/** What was recorded or undone, and what is next. */
export const movedLetter: Write<'moved'> = async (by, { ref, batch }) => {
  const { ctx, name, contact, recipient, at } = by;
  const undone = alias(movement, 'undone');
  const isUndone = sql`${undone.pledgeId} = ${movement.pledgeId} AND ${undone.seq} = ${movement.reverses}`;
  const rows = await ctx.db
    .select({
      verb: movement.verb,
      quantity: movement.quantity,
      on: movement.occurredOn,
      note: evidence.note,
      undoes: undone.verb,
    })
    .from(movement)
    .leftJoin(evidence, eq(evidence.batch, movement.batch))
    .leftJoin(undone, isUndone)
    .where(eq(movement.batch, batch))
    .orderBy(asc(movement.seq));
  // A receipt beyond the promise begins with a reinstatement.
  const told = rows.find(({ verb, undoes }) => (undoes ?? verb) === 'receive') ?? rows[0];
  if (!told) return null;
  const pledge = nowOf(await readDue(ctx.db, ref));
  const { verb, on, note, undoes } = told;
  const same = rows.filter((row) => row.verb === verb && row.undoes === undoes);
  const quantity = same.reduce((sum, row) => sum + row.quantity, 0n);
  const isPayment = verb === 'receive' && pledge.kind === 'funding';
  const place = isPayment ? `${ref}/payments/${batch}` : ref;
  return {
    letter: t.stepMail.moved(name, pledge, {
      verb,
      undoes,
      quantity,
      on,
      reason: note,
      contact,
      receiptText: recipientOn({ recipient }, on)?.receiptText ?? null,
      today: today(ctx.now()),
    }),
    link: at(`/me/pledges/${place}`),
  };
};

/** Null if nothing is due any more. */
export const reminderLetter: Write<'reminder'> = async ({ ctx, name, contact, at }, { ref }) => {
  const due = await readDue(ctx.db, ref);
  const on = today(ctx.now());
  const parts = partsBy(due, on);
  if (parts.length === 0 || due.row.status !== 'accepted') return null;
  return {
    letter: t.stepMail.reminder(name, nowOf(due), {
      parts: parts.map(({ dueOn, outstanding }) => ({ dueOn, quantity: outstanding })),
      contact,
      today: on,
    }),
    link: at(`/me/pledges/${ref}`),
  };
};
