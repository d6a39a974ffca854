import { eq } from 'drizzle-orm';
import type { Tx } from '../db/client.ts';
import type { PaymentFlag } from '../domain/payment.ts';
import * as schema from '../db/schema.ts';
import type { Move } from '../domain/book.ts';
import type { OpenedForPayment, PaymentRow } from './opened.ts';
import type { Truth } from './truth.ts';

/**
 * What an admin should look at: money that has arrived is never refused, so what the forms would not have
 * let through is received and said.
 */
export async function flagsOf(
  tx: Tx,
  row: PaymentRow,
  { payer, state }: Truth,
  { opened, moves }: { opened: OpenedForPayment | null; moves: readonly Move[] },
): Promise<PaymentFlag[]> {
  const flags = new Set(row.flags);
  if (state !== 'open') flags.delete('not-closed');
  // What goes back of it, or comes back, does not ask whether it was meant.
  if (!opened || !moves.some(({ verb }) => verb === 'receive')) return [...flags];
  const { signatory, initiative } = schema;
  const [found] = await tx
    .select({ status: signatory.status, recipient: initiative.recipient })
    .from(signatory)
    .innerJoin(initiative, eq(initiative.id, 1))
    .where(eq(signatory.id, opened.pledge.signatoryId));
  const { status, recipient } = found!;
  if (moves.some(({ verb, from }) => verb === 'reinstate' && from !== 'refunded')) {
    flags.add('given-up');
  }
  if (status === 'rejected' || status === 'withdrawn') flags.add('giver-gone');
  if (payer.country !== null && recipient?.closedCountries?.includes(payer.country)) {
    flags.add('closed-country');
  }
  return [...flags];
}
