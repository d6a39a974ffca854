import { expect } from 'vitest';
import { move, PAYMENT } from '../support/actors.ts';
import type { useTill } from '../support/pay.ts';

export const PLEDGED = 'pledge outside→pledged 2000.00';
export const RECEIVED = 'receive pledged→received 500.00';

/** What an admin does by hand about a payment at Stripe. */
export const recordingByHand = (till: ReturnType<typeof useTill>) => ({
  byHand: (ref: string, verb: string, reference: string, amount = '500.00') =>
    move(till.app, ref, verb, { amount, evidence: { ...PAYMENT, reference } }),
  undo: async (batch: unknown): Promise<void> => {
    const path = `/api/v1/admin/batches/${String(batch)}/reverse`;
    expect((await till.app.request(path, { body: { reason: 'Stripe tells' } })).status).toBe(201);
  },
  chargeOf: async (intent: string): Promise<string> => {
    const { latest_charge: charge } =
      await till.app.ctx.stripe!.api.paymentIntents.retrieve(intent);
    return charge as string;
  },
});
