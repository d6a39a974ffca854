import { asc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as payments from '../../server/db/payments.ts';
import * as schema from '../../server/db/schema.ts';
import { outboxOf, readMail } from '../support/mail.ts';
import { useTill } from '../support/pay.ts';

describe('a payer is told', () => {
  const till = useTill();

  /** What was mailed with these words in its subject. */
  const mailed = async (words: string) => {
    await till.app.postman.deliver();
    const mails = await Promise.all(outboxOf(till.app).map(({ raw }) => readMail(raw)));
    return mails.filter(({ subject }) => subject.includes(words));
  };
  /** The places in the ledger of what came of a payment. */
  const entriesOf = async (code: string): Promise<number[]> => {
    const { movement } = schema;
    const { providerBatch } = payments;
    const rows = await till.app.ctx.db
      .select({ seq: movement.seq })
      .from(movement)
      .innerJoin(providerBatch, eq(providerBatch.batch, movement.batch))
      .where(eq(providerBatch.paymentId, (await till.paymentOf(code)).id))
      .orderBy(asc(movement.seq));
    return rows.map(({ seq }) => Number(seq));
  };

  test('what came, with its entries in the ledger, once; and Stripe sends a receipt', async () => {
    const ref = await till.pledge();
    const { code } = await till.pay(ref, '2500.00');
    const { email } = await till.paymentOf(code);
    expect(till.stripe.requests.at(-1)).toMatchObject({
      body: { payment_intent_data: { receipt_email: email } },
    });
    await till.stripe.payByCard(await till.objectOf(code));
    await till.deliver();
    const entries = await entriesOf(code);
    expect(entries).toHaveLength(2);
    const mails = await mailed('$2,500.00 received');
    expect(mails).toHaveLength(1);
    const [{ text, link }] = mails as [(typeof mails)[number]];
    expect(text).toContain(`They are entries ${entries.join(', ')} of the public ledger.`);
    expect(text).toContain('This is a payment confirmation, not a tax receipt.');
    expect(link).toMatch(
      new RegExp(`^${till.app.ctx.config.baseUrl}/me/pledges/${ref}/payments/\\w+$`),
    );
  });

  test('by an email of its own if somebody else pays, and so is the giver, without the payer', async () => {
    const ref = await till.pledge({ amount: '1234.00' });
    const { code } = await till.pay(ref, '1234.00');
    const { payment } = payments;
    await till.app.ctx.db
      .update(payment)
      .set({ email: 'dee@payer.example' })
      .where(eq(payment.code, code));
    await till.stripe.payByCard(await till.objectOf(code));
    await till.deliver();
    const mails = await mailed('$1,234.00 received');
    const base = till.app.ctx.config.baseUrl;
    const links = Object.fromEntries(
      mails.map(({ raw, link }) => [/^To: (.*)\r$/m.exec(raw)![1], link]),
    );
    expect(links).toEqual({
      'dee@payer.example': `${base}/pledges/${ref}`,
      'ada.examplex@example.org': expect.stringContaining(`${base}/me/pledges/${ref}/payments/`),
    });
    const toGiver = mails.find(({ raw }) => raw.includes('To: ada'))!;
    expect(toGiver.raw).not.toContain('payer.example');
  });

  test('that a bank has refused, once, and that nothing was received', async () => {
    const ref = await till.pledge();
    const { code } = await till.pay(ref, '500.00');
    const object = await till.objectOf(code);
    await till.stripe.payByBank(object);
    till.stripe.bankFails(object);
    await till.deliver();
    const mails = await mailed('didn’t go through');
    expect(mails.map(({ link }) => link)).toEqual([`${till.app.ctx.config.baseUrl}/paid/${code}`]);
    expect(mails[0]!.text).toContain(
      'We haven’t received anything, and your pledge hasn’t changed.',
    );
  });

  test('of a gift as of a gift, for nothing was pledged', async () => {
    const dee = { name: 'Dee Example', email: 'dee@example.org' };
    const [comes, fails] = [await till.give('77.00'), await till.give('78.00')];
    await till.stripe.payByCard(await till.objectOf(comes.code), dee);
    const object = await till.objectOf(fails.code);
    await till.stripe.payByBank(object, dee);
    till.stripe.bankFails(object);
    await till.deliver();
    const [came] = await mailed('$77.00 received');
    expect(came!.text).toContain('We’ve received $77.00 for your gift to Open Model Initiative.');
    const failed = (await mailed('didn’t go through')).find(({ text }) => text.includes('$78'));
    expect(failed!.text).toContain(
      'your gift to Open Model Initiative. We haven’t received anything.',
    );
    expect(failed!.text + came!.text).not.toContain('pledged');
  });

  test('that money which was said to be returned has not reached it', async () => {
    const ref = await till.pledge();
    const { code } = await till.pay(ref, '500.00');
    await till.stripe.payByCard(await till.objectOf(code));
    await till.deliver();
    const refund = till.stripe.refund((await till.paymentOf(code)).intent!, 12_000);
    await till.deliver();
    expect(await mailed('didn’t reach you')).toEqual([]);
    till.stripe.refundFails(refund);
    await till.deliver();
    const { text } = (await mailed('didn’t reach you'))[0]!;
    expect(text).toContain('$120.00 of what you paid');
    expect(text).toContain(`entry ${(await entriesOf(code)).at(-1)} of the public ledger`);
  });
});
