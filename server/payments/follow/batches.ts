import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '../../db/db.ts';
import { providerBatch } from '../../db/payments.ts';
import { evidence, movement } from '../../db/schema.ts';
import { PROVIDER_VERBS } from '../../domain/payment.ts';
import type { PaymentRow } from '../payment.ts';

type Told = typeof providerBatch.$inferSelect;
type Movement = typeof movement.$inferSelect;

export type BatchOfPayment = Awaited<ReturnType<typeof batchesOf>>[number];

/** In the ledger's order, also steps that were recorded again: they have no `told`. */
export async function batchesOf(reader: Db, { id, pledgeId }: Pick<PaymentRow, 'id' | 'pledgeId'>) {
  if (pledgeId === null) return [];
  const told = await reader.select().from(providerBatch).where(eq(providerBatch.paymentId, id));
  const objects = told.map(({ object }) => object);
  const named = await reader
    .select({ batch: evidence.batch, object: evidence.reference })
    .from(evidence)
    .where(and(isNotNull(evidence.reference), inArray(evidence.reference, objects)));
  const objectOf = new Map(
    [...named, ...told].flatMap(({ batch, object }) => (object ? [[batch, object] as const] : [])),
  );
  const rows = await reader
    .select({
      movement,
      isTakenBack: sql<boolean>`EXISTS (
        SELECT FROM movement undoing
        WHERE undoing.pledge_id = movement.pledge_id AND undoing.reverses = movement.seq)`,
    })
    .from(movement)
    .where(and(eq(movement.pledgeId, pledgeId), inArray(movement.batch, [...objectOf.keys()])))
    .orderBy(asc(movement.seq));
  const toldOf = new Map(told.map((row) => [row.batch, row]));
  return [...Map.groupBy(rows, (row) => row.movement.batch)].flatMap(([batch, of]) => {
    const movements = of.map((row) => row.movement);
    const ofStripe = toldOf.get(batch) ?? null;
    const step = ofStripe ?? stepIn(movements);
    if (!step) return [];
    const { verb, amountMinor, happenedAt } = step;
    const facts = { verb, amountMinor, happenedAt, isTakenBack: of[0]!.isTakenBack };
    return [{ batch, object: objectOf.get(batch)!, ...facts, told: ofStripe, movements }];
  });
}

/** The step that movements make. A receipt may also reinstate, which adds nothing. */
function stepIn(
  movements: readonly Movement[],
): Pick<Told, 'verb' | 'amountMinor' | 'happenedAt'> | null {
  const verb = PROVIDER_VERBS.find((each) => movements.some((one) => one.verb === each));
  if (verb === undefined) return null;
  const amountMinor = movements
    .filter((one) => one.verb === verb)
    .reduce((sum, { quantity }) => sum + quantity, 0n);
  return { verb, amountMinor, happenedAt: new Date(movements[0]!.occurredOn) };
}
