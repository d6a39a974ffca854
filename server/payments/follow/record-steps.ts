import { STRIPE } from '../../actor.ts';
import { auditAll, type Deed } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import * as payments from '../../db/payments.ts';
import { insertRows } from '../../db/prepared.ts';
import * as schema from '../../db/schema.ts';
import { together } from '../../db/sql.ts';
import type { Book, Move } from '../../domain/pledge-book.ts';
import { today } from '../../domain/day.ts';
import type { Moved } from '../../domain/move.ts';
import { append, type NewEntry } from '../../ledger/append.ts';
import { queueMails, type Mail } from '../../mail/queue.ts';
import type { PledgeRow } from '../../pledges/pledge-row.ts';
import { countTowardsIncrease, evidenceRow, movementEntries } from '../../pledges/record.ts';
import type { Step } from './missing-steps.ts';
import type { PaymentRow } from '../payment.ts';
import { reasonsOf } from './refund-orders.ts';

/** The pledge of a payment, with the entries that go before its movements. */
export interface OpenedForPayment {
  pledge: PledgeRow;
  book: Book;
  history: Moved[];
  before: NewEntry[];
}

export interface PlannedStep {
  step: Step;
  batch: string;
  moves: Move[];
}

const TOLD: Partial<Record<Step['verb'], 'received' | 'refunded' | 'not-refunded'>> = {
  receive: 'received',
  refund: 'refunded',
  reverse: 'not-refunded',
};

/** The payer is told once of what came, went back, or failed to. */
const mailsOf = ({ code }: PaymentRow, done: readonly PlannedStep[]): Mail[] =>
  done.flatMap(({ step: { verb, isAgain }, batch }) => {
    const told = TOLD[verb];
    return told && !isAgain ? [{ kind: 'payment', told, code, batch }] : [];
  });

/** Writes a batch per step, by one append. A step that is recorded again has its row already. */
export async function recordSteps(
  ctx: Context,
  tx: Tx,
  row: PaymentRow,
  { opened, done }: { opened: OpenedForPayment; done: PlannedStep[] },
): Promise<void> {
  const { pledge, before } = opened;
  const named = done
    .filter(({ step }) => !step.isAgain)
    .map(({ step, batch }) => ({
      object: step.object,
      verb: step.verb,
      batch,
      paymentId: row.id,
      amountMinor: step.amount,
      happenedAt: step.at ?? ctx.now(),
      balanceObject: step.balance?.object,
      balanceCurrency: step.balance?.currency,
      feeMinor: step.balance?.fee,
      netMinor: step.balance?.net,
    }));
  const refunds = done.filter(({ step }) => step.verb === 'refund');
  const reasons = await reasonsOf(
    tx,
    refunds.map(({ step }) => step.object),
  );
  const evidence = done.flatMap(({ step, batch }) => {
    const note = step.verb === 'refund' ? reasons.get(step.object) : undefined;
    return evidenceRow(batch, { reference: step.object, note }, row.currency);
  });
  const deeds = done.map(({ step, batch }): Deed => ({
    act: step.verb === 'reverse' ? 'batch.reverse' : `pledge.${step.verb}`,
    object: step.undoes ?? pledge.ref,
    facts: { batch, payment: row.code },
  }));
  const { email: address } = row;
  const mails = address === null ? [] : mailsOf(row, done);
  await countTowardsIncrease(
    tx,
    pledge,
    done.flatMap(({ moves }) => moves),
  );
  const entries = done.flatMap(({ step, batch, moves }) =>
    movementEntries(pledge, {
      batch,
      moves,
      on: today(step.at ?? ctx.now()),
      grade: 'payment',
    }),
  );
  // Sent together, for none reads what another answers. Postgres runs them in this order: the head is taken last.
  await together([
    insertRows(tx, payments.providerBatch, named),
    insertRows(tx, schema.evidence, evidence),
    auditAll(tx, ctx, STRIPE, deeds),
    queueMails(
      tx,
      ctx,
      mails.map((mail) => ({ address: address!, mail })),
    ),
    append(tx, [...before, ...entries], ctx),
  ]);
}
