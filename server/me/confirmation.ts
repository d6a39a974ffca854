import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Confirmation, ConfirmationLine } from '../../web/data/confirmation.ts';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/db.ts';
import * as payments from '../db/payments.ts';
import * as schema from '../db/schema.ts';
import { rowsOf } from '../db/sql.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { findInitiative, recipientOn } from '../initiative/read.ts';
import { findOwnPledge } from '../pledges/mine.ts';
import { paymentRefOf } from '../pledges/pledge-row.ts';

const { movement, evidence } = schema;

/** The day on which a movement was undone; null if it stands. */
const UNDONE_ON = sql<string | null>`(
  SELECT undoing.occurred_on::text FROM movement undoing
  WHERE undoing.pledge_id = movement.pledge_id AND undoing.reverses = movement.seq)`;

/** The payments of a pledge of money that have a confirmation, the newest first. */
export async function confirmationsOf(reader: Db, ref: string): Promise<ConfirmationLine[]> {
  const rows = await reader.execute(sql`
    SELECT batch, min(occurred_on)::text AS on, sum(quantity)::text AS quantity,
      bool_or(${UNDONE_ON} IS NOT NULL) AS "isUndone"
    FROM movement
    WHERE verb = 'receive' AND pledge_id = (SELECT id FROM pledge WHERE ref = ${ref})
    GROUP BY batch ORDER BY min(seq) DESC LIMIT 200`);
  const line = z.strictObject({
    batch: z.string(),
    on: z.string(),
    quantity: z.string(),
    isUndone: z.boolean(),
  });
  return rowsOf(rows, line).map(({ quantity, ...of }) => ({ ...of, quantity: BigInt(quantity) }));
}

/**
 * What went back since: of a payment through Stripe, its own refunds; of the pledge's other payments, the refunds by
 * hand, which name no payment.
 */
async function refundsSince(reader: Db, pledgeId: string, batch: string) {
  const { providerBatch } = payments;
  const ofPayment = sql`(SELECT payment_id FROM provider_batch WHERE batch = ${batch})`;
  return reader
    .select({ on: movement.occurredOn, quantity: movement.quantity })
    .from(movement)
    .leftJoin(providerBatch, eq(providerBatch.batch, movement.batch))
    .where(
      and(
        eq(movement.pledgeId, pledgeId),
        eq(movement.toStage, 'refunded'),
        sql`${movement.seq} > (SELECT min(seq) FROM movement WHERE batch = ${batch})`,
        sql`${providerBatch.paymentId} IS NOT DISTINCT FROM ${ofPayment}`,
        sql`${UNDONE_ON} IS NULL`,
      ),
    )
    .orderBy(asc(movement.seq));
}

/** A payment of one's own pledge, as a sheet to keep. Throws `not-found` for anything else. */
export async function readConfirmation(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  ref: string,
  batch: string,
): Promise<Confirmation> {
  const { row, asset } = await findOwnPledge(db, actor, ref);
  const rows = await db
    .select({ movement, undoneOn: UNDONE_ON, reference: evidence.reference })
    .from(movement)
    .leftJoin(evidence, eq(evidence.batch, movement.batch))
    .where(
      and(eq(movement.pledgeId, row.id), eq(movement.batch, batch), eq(movement.verb, 'receive')),
    );
  const [first] = rows;
  if (!first || asset.kind !== 'funding') {
    throw new DomainError('not-found', say().me.noConfirmation);
  }
  const [giver] = await db
    .select({ name: schema.signatory.name })
    .from(schema.signatory)
    .where(eq(schema.signatory.id, row.signatoryId));
  const initiative = (await findInitiative(db))!;
  const { name } = initiative;
  const recipient = recipientOn(initiative, first.movement.occurredOn);
  return {
    ref,
    paymentRef: paymentRefOf(row),
    giver: giver!.name,
    paidThrough: row.paidThrough?.name ?? null,
    asset: asset.code,
    quantity: rows.reduce((sum, each) => sum + each.movement.quantity, 0n),
    on: first.movement.occurredOn,
    grade: first.movement.grade,
    reference: first.reference,
    entries: rows.map((each) => Number(each.movement.seq)),
    initiative: name,
    recipient: {
      name: recipient?.name ?? name,
      registration: recipient?.registration ?? null,
      country: recipient?.country ?? null,
      contact: recipient?.contact ?? null,
    },
    receiptText: recipient?.receiptText ?? null,
    undoneOn: first.undoneOn,
    refunds: await refundsSince(db, row.id, batch),
  };
}
