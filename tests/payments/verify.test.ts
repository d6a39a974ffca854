import { describe, expect, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { verifyAll } from '../../server/maintenance/verify.ts';
import { useTill } from '../support/pay.ts';

describe('verify', () => {
  const till = useTill();

  test('finds what came through Stripe and is in the ledger otherwise', async () => {
    const ref = await till.pledge();
    const { code } = await till.pay(ref, '500.00');
    await till.stripe.payByCard(await till.objectOf(code));
    await till.deliver();
    const { asOwner } = till.app.database!;
    const { id, intent } = await till.paymentOf(code);

    await asOwner(`UPDATE provider_batch SET amount_minor = 60000 WHERE payment_id = '${id}'`);
    expect(await verifyAll(till.app.ctx, MACHINE, [])).toEqual({
      holds: false,
      breach: `what ${intent} did by receive is not what its batch moves`,
    });
    await asOwner(`UPDATE provider_batch SET amount_minor = 50000 WHERE payment_id = '${id}'`);
  });

  test('finds a batch that is not of the payment’s pledge', async () => {
    const ref = await till.pledge();
    const other = await till.pledge();
    const { code } = await till.pay(ref, '500.00');
    await till.stripe.payByCard(await till.objectOf(code));
    await till.deliver();
    const { asOwner } = till.app.database!;
    const move = (to: string) =>
      asOwner(`UPDATE payment SET pledge_id = (SELECT id FROM pledge WHERE ref = '${to}')
        WHERE code = '${code}'`);
    await move(other);
    expect(await verifyAll(till.app.ctx, MACHINE, [])).toMatchObject({ holds: false });
    await move(ref);
  });

  test('finds more that went back of a payment than came by it', async () => {
    const ref = await till.pledge();
    const [large, small] = [await till.pay(ref, '500.00'), await till.pay(ref, '100.00')];
    for (const { code } of [large, small]) {
      await till.stripe.payByCard(await till.objectOf(code));
    }
    await till.deliver();
    const { id, intent } = await till.paymentOf(large.code);
    const refund = till.stripe.refund(intent!, 30_000);
    await till.deliver();
    const { id: other } = await till.paymentOf(small.code);
    const { asOwner } = till.app.database!;
    const give = (to: string) =>
      asOwner(`UPDATE provider_batch SET payment_id = '${to}' WHERE object = '${refund}'`);
    await give(other);
    expect(await verifyAll(till.app.ctx, MACHINE, [])).toEqual({
      holds: false,
      breach: `more was taken of payment ${small.code} than was there of it`,
    });
    await give(id);
  });

  test('finds what was taken of another payment’s, and allows an admin to take back later', async () => {
    const ref = await till.pledge();
    const [one, other] = [await till.pay(ref, '500.00'), await till.pay(ref, '500.00')];
    for (const { code } of [one, other]) await till.stripe.payByCard(await till.objectOf(code));
    await till.deliver();
    const intent = (await till.paymentOf(one.code)).intent!;
    const dispute = till.stripe.dispute(intent);
    await till.deliver();
    till.stripe.closeDispute(dispute, 'lost');
    await till.deliver();
    const { asOwner } = till.app.database!;
    /** As if what is recorded under a name by a verb were not there. */
    const rename = async (verb: string, from: string, to: string): Promise<void> => {
      await asOwner(`ALTER TABLE evidence DISABLE TRIGGER USER`);
      await asOwner(`UPDATE evidence SET reference = '${to}' WHERE reference = '${from}'
        AND batch IN (SELECT batch FROM movement WHERE verb = '${verb}')`);
      await asOwner(`ALTER TABLE evidence ENABLE TRIGGER USER`);
    };
    for (const [verb, name] of [
      ['receive', intent],
      ['dispute', dispute],
    ] as const) {
      await rename(verb, name, 'elsewhere');
      expect(await verifyAll(till.app.ctx, MACHINE, [])).toEqual({
        holds: false,
        breach: `more was taken of payment ${one.code} than was there of it`,
      });
      await rename(verb, 'elsewhere', name);
    }
    const { movements } = (await till.app.request(`/api/v1/pledges/${ref}`)).body;
    const path = `/api/v1/admin/batches/${movements[1].batch}/reverse`;
    expect((await till.app.request(path, { body: { reason: 'A test' } })).status).toBe(201);
  });

  test.each([
    ['a thing of Stripe’s', `DELETE FROM provider_batch`],
    ['its name', `UPDATE evidence SET reference = NULL`],
  ])('finds that %s was forgotten, which could be recorded again', async (_what, sql) => {
    const ref = await till.pledge();
    const { code } = await till.pay(ref, '500.00');
    await till.stripe.payByCard(await till.objectOf(code));
    await till.deliver();
    const { movements } = (await till.app.request(`/api/v1/pledges/${ref}`)).body;
    const { batch } = movements.at(-1);
    const tamper = (change: string) =>
      till.app.database!.asOwner(`SET session_replication_role = replica; ${change}`);
    await tamper(`CREATE TABLE kept_done AS TABLE provider_batch;
      CREATE TABLE kept_evidence AS TABLE evidence`);
    await tamper(`${sql} WHERE batch = '${batch}'`);
    expect(await verifyAll(till.app.ctx, MACHINE, [])).toEqual({
      holds: false,
      breach: `what batch ${batch} is of is not known any more`,
    });
    await tamper(`DELETE FROM provider_batch; INSERT INTO provider_batch TABLE kept_done;
      DELETE FROM evidence; INSERT INTO evidence TABLE kept_evidence;
      DROP TABLE kept_done, kept_evidence`);
  });

  test('lets nobody record a thing of Stripe’s twice, or forget it', async () => {
    const { ctx } = till.app;
    const gone = ctx.db.transaction((tx) => tx.execute('DELETE FROM provider_batch'));
    await expect(gone).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});
