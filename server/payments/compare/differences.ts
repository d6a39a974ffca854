import { and, count, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { requireRight, type Actor } from '../../actor.ts';
import { writeAs } from '../../audit/audit.ts';
import type { Db, Tx } from '../../db/db.ts';
import { difference, payment, providerBatch as batch, reconciliation } from '../../db/payments.ts';
import { answered } from '../../db/write.ts';
import { conflict, type DomainError } from '../../domain/errors.ts';
import { PROVIDER_VERBS } from '../../domain/payment.ts';
import { say } from '../../domain/say.ts';
import { paged } from '../../http/paging.ts';
import { line } from '../../http/text.ts';
import { requireStripe } from '../../stripe/client.ts';
import type { UseCase } from '../../use-case.ts';
import { stepKey } from '../follow/missing-steps.ts';
import { lookAt } from '../events/inbox.ts';
import { pointerOf } from '../events/look-again.ts';
import { retryOvertaken } from '../follow/retry-overtaken.ts';
import { asideInput } from '../schemas.ts';
import { settle, unmatched } from '../follow/settle.ts';
import { differing, lastUndone } from './kept-differences.ts';

type DifferenceRow = typeof difference.$inferSelect;

export const differenceInput = z.strictObject({
  object: line(255),
  verb: z.enum(PROVIDER_VERBS),
});
type DifferenceInput = z.infer<typeof differenceInput>;

export const differenceAsideInput = differenceInput.extend(asideInput.shape);
type DifferenceAsideInput = z.infer<typeof differenceAsideInput>;

const PAGE = 200;
const RUNS_SHOWN = 5;

const CURSOR = /^(\d{1,13})_([a-z]+)_(\w{1,255})$/;

/** Newest first. A `cursor` that is no earlier `next` is ignored. */
export async function listDifferences(
  db: Db,
  actor: Actor,
  { isAside, cursor = '' }: { isAside: boolean; cursor?: string | undefined },
) {
  requireRight(actor, 'view');
  const [, before, verb, object] = CURSOR.exec(cursor) ?? [];
  const rows = await db
    .select({ difference, code: payment.code })
    .from(difference)
    .leftJoin(payment, eq(payment.id, difference.paymentId))
    .where(
      and(
        isAside ? isNotNull(difference.asideNote) : isNull(difference.asideNote),
        before === undefined
          ? undefined
          : sql`(${difference.happenedAt}, ${difference.object}, ${difference.verb})
              < (${new Date(Number(before)).toISOString()}::timestamptz, ${object}, ${verb})`,
      ),
    )
    .orderBy(desc(difference.happenedAt), desc(difference.object), desc(difference.verb))
    .limit(PAGE + 1);
  const [counts] = await db
    .select({ all: count(), aside: count(difference.asideNote) })
    .from(difference);
  const { all, aside } = counts!;
  const { items, next } = paged(
    rows,
    PAGE,
    ({ difference: row }) => `${row.happenedAt.getTime()}_${row.verb}_${row.object}`,
  );
  const shown = items.map((row) => row.difference);
  const takenBack = await lastUndone(db, shown);
  return {
    rows: items.map(({ difference: row, code }) => ({
      ...row,
      code,
      takenBack: takenBack.get(stepKey(row)) ?? null,
    })),
    counts: { open: all - aside, aside },
    list: { cursor: before === undefined ? null : cursor, next },
  };
}

export function lastRuns(db: Db) {
  return db
    .select()
    .from(reconciliation)
    .orderBy(desc(reconciliation.finishedAt), desc(reconciliation.id))
    .limit(RUNS_SHOWN);
}

const whichOne = ({ object, verb }: DifferenceInput) =>
  and(eq(difference.object, object), eq(difference.verb, verb));

const gone = (): DomainError => conflict(say().payments.noLongerDiffers);

/** Records what the ledger lacks of the payment, also the step that an admin undid. */
export const recordDifference: UseCase<DifferenceInput> = async (ctx, actor, key, input) => {
  requireRight(actor, 'record');
  const before = await answered(ctx, key);
  if (before) return before;
  const { object } = input;
  const stripe = requireStripe(ctx);
  const pointer = await pointerOf(stripe, object);
  const deed = { right: 'record', act: 'payment.check', object } as const;
  return retryOvertaken(async () => {
    const sighting = pointer && (await lookAt(ctx, stripe, pointer));
    return writeAs(ctx, actor, key, deed, async (tx) => {
      const known = await tx.select().from(difference).where(whichOne(input));
      if (known.length === 0) throw gone();
      if (!sighting?.payment) {
        const { reason, detail } = sighting ?? unmatched('no-such-object', object);
        return { status: 200, body: { outcome: 'unmatched', reason, detail } };
      }
      const { id, atStripe } = sighting.payment;
      const outcome = await settle(ctx, tx, id, atStripe, { again: input });
      await dropMended(tx, object, id);
      return { status: 200, body: { ...outcome } };
    });
  });
};

const lineOf = (row: DifferenceRow) => ({
  ...row,
  names: [row.object],
  amount: row.theirsMinor,
  at: row.happenedAt,
  intent: null,
  code: null,
  balance: null,
  after: null,
});

async function dropMended(tx: Tx, object: string, paymentId: string): Promise<void> {
  const ofPayment = tx
    .select({ object: batch.object })
    .from(batch)
    .where(eq(batch.paymentId, paymentId));
  const rows = await tx
    .select()
    .from(difference)
    .where(or(eq(difference.object, object), inArray(difference.object, ofPayment)));
  const left = await differing(tx, rows.map(lineOf));
  const isLeft = (row: DifferenceRow): boolean =>
    row.kind === 'extra' || left.some((each) => stepKey(each) === stepKey(row));
  const mended = rows.filter((row) => !isLeft(row)).map(whichOne);
  if (mended.length > 0) await tx.delete(difference).where(or(...mended));
}

/** Until it differs in another way. */
export const putDifferenceAside: UseCase<DifferenceAsideInput> = (ctx, actor, key, input) => {
  const deed = { right: 'record', act: 'payment.put-aside', object: input.object } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const put = await tx
      .update(difference)
      .set({ asideNote: input.note })
      .where(whichOne(input))
      .returning({ object: difference.object });
    if (put.length === 0) throw gone();
    return { status: 200, body: { aside: true } };
  });
};
