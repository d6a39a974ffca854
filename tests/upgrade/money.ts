import { eq } from 'drizzle-orm';
import { MACHINE } from '../../server/actor.ts';
import * as payments from '../../server/db/payments.ts';
import { queueMail } from '../../server/mail/queue.ts';
import { compareWithStripe } from '../../server/payments/compare/compare.ts';
import { give, payPledge } from '../../server/payments/pay/pay.ts';
import { refundPayment } from '../../server/payments/refund/refund.ts';
import { fundingPledge } from '../support/actors.ts';
import { atDesk } from '../support/desk.ts';
import { newKey, signedIn } from '../support/signed-in.ts';
import type { MailApp } from '../support/sign-up.ts';
import type { FakeStripe } from '../support/stripe/fake.ts';

/** Money through Stripe: by card and by invoice, a gift, a refund, a dispute, one that was not told of. */
export async function payAll(app: MailApp, stripe: FakeStripe): Promise<void> {
  const { ctx } = app;
  const nia = await signedIn(app, { name: 'Nia Example' });
  const pay = async (amount: string) => {
    const ref = await fundingPledge(app, nia.signatoryId, { amount: '20000.00' });
    const asked = { amount, country: 'NO' };
    const { code } = await payPledge(ctx, { actor: nia, ref }, newKey(), asked);
    return { ref, ...(await rowOf(code)) };
  };
  const rowOf = async (code: string) => {
    const { payment } = payments;
    const [row] = await ctx.db.select().from(payment).where(eq(payment.code, code));
    return { code, object: row!.object!, intent: row!.intent! };
  };
  const deliver = async () => {
    for (const event of stripe.events.splice(0)) {
      await stripe.deliver(event, { url: `${app.url}/webhooks/stripe` });
    }
  };
  const card = await pay('500.00');
  await stripe.payByCard(card.object);
  await deliver();
  const { actor } = await atDesk(app, 'operator', 'Bo Example');
  const refund = { amount: '120.00', reason: 'Paid twice' };
  await refundPayment(ctx, actor, newKey(), card.code, refund);
  stripe.dispute((await rowOf(card.code)).intent, 5000);
  await deliver();
  const invoice = await pay('15000.00');
  const { customer } = await ctx.stripe!.api.invoices.retrieve(invoice.object);
  stripe.fundCustomer(customer as string, 'usd', 100_000);
  const gift = await give(ctx, newKey(), { amount: '25.00', currency: 'EUR', country: 'FR' });
  await stripe.payByCard((await rowOf(gift.code)).object, { email: 'dee@example.org' });
  await deliver();
  const untold = await pay('60.00');
  await stripe.payByCard(untold.object);
  stripe.events.splice(0);
  await compareWithStripe(ctx, MACHINE, null, { from: '2026-03-01', to: '2026-03-10' });
  await ctx.db.transaction((tx) =>
    queueMail(tx, ctx, 'nia@example.org', { kind: 'pay-link', ref: invoice.ref }),
  );
  await app.postman.deliver();
}
