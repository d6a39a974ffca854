import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import * as payments from '../../server/db/payments.ts';
import * as people from '../../server/db/people.ts';
import { sweep } from '../../server/postman/sweep.ts';
import { checkPayment } from '../../server/payments/follow/settle.ts';
import { useTill } from '../support/pay.ts';

const till = useTill();
const { payment } = payments;

const BEGUN = new Date('2026-03-10T12:00:00Z');
const DEE = 'dee@example.org';
const afterDays = (days: number): void => {
  till.stripe.clock.now = new Date(BEGUN.getTime() + days * 24 * 3_600_000);
};
beforeEach(() => afterDays(0));

const emailOf = async (code: string) => (await till.paymentOf(code)).email;
/** Whether an address is there until so many days have passed, and not after. */
async function isKept(code: string, days: number): Promise<void> {
  const email = await emailOf(code);
  expect(email).not.toBeNull();
  afterDays(days);
  await sweep(till.app.ctx);
  expect(await emailOf(code)).toBe(email);
  afterDays(days + 0.01);
  await sweep(till.app.ctx);
  expect(await emailOf(code)).toBeNull();
}

describe('the address of a payer', () => {
  test('is forgotten 30 days after the payment has come, and no look brings it back', async () => {
    const { code } = await till.give('25.00');
    await till.stripe.payByCard(await till.objectOf(code), { email: DEE });
    await till.deliver();
    expect(await emailOf(code)).toBe(DEE);
    await isKept(code, 30);
    await checkPayment(till.app.ctx, code);
    till.stripe.refund((await till.paymentOf(code)).intent!, 1_000);
    await till.deliver();
    expect(await emailOf(code)).toBeNull();
    const mails = await till.app.ctx.db.select().from(people.mail);
    expect(mails).toContainEqual(
      expect.objectContaining({ data: expect.objectContaining({ told: 'refunded', code }) }),
    );
  });

  test('is forgotten 30 days after the payment has ended without money', async () => {
    const [expired, failed] = [
      (await till.pay(await till.pledge(), '20.00')).code,
      (await till.pay(await till.pledge(), '20.00')).code,
    ];
    till.stripe.expire(await till.objectOf(expired));
    await till.stripe.payByBank(await till.objectOf(failed));
    till.stripe.bankFails(await till.objectOf(failed));
    await till.deliver();
    expect((await till.paymentOf(failed)).status).toBe('failed');
    await isKept(expired, 30);
    expect(await emailOf(failed)).toBeNull();
  });

  test('is forgotten after a week where nobody was sent to Stripe', async () => {
    const { code } = await till.pay(await till.pledge(), '20.00');
    const never = { status: 'new', object: null, url: null } as const;
    await till.app.ctx.db.update(payment).set(never).where(eq(payment.code, code));
    await isKept(code, 7);
  });

  test('is kept while it can be paid, or a bank debit is under way', async () => {
    const codes = [
      (await till.pay(await till.pledge(), '20.00')).code,
      (await till.pay(await till.pledge(), '20.00')).code,
    ];
    await till.stripe.payByBank(await till.objectOf(codes[1]!));
    await till.deliver();
    afterDays(40);
    await sweep(till.app.ctx);
    for (const code of codes) expect(await emailOf(code)).not.toBeNull();
  });
});
