import { asc } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { SignedIn } from '../../server/actor.ts';
import * as payments from '../../server/db/payments.ts';
import * as schema from '../../server/db/schema.ts';
import { give, payPledge, type Opened } from '../../server/payments/pay/pay.ts';
import { fundingPledge } from './actors.ts';
import { INITIATIVE, NOW, startApp, type TestApp } from './app.ts';
import { watchLedger } from './check-ledger.ts';
import { newKey, signedIn } from './signed-in.ts';
import { startFakeStripe, type FakeStripe } from './stripe/fake.ts';

/** A recipient that has said all of itself, so that payments are open. */
export const RECIPIENT = {
  name: 'Example Foundation',
  registration: '000000-TEST',
  country: 'Norway',
  taxStatus: 'charity',
  refundPolicy: 'https://foundation.example/refunds',
  privacyNotice: 'https://foundation.example/privacy',
  contact: 'pay@foundation.example',
};

export interface Till {
  app: TestApp;
  stripe: FakeStripe;
  ada: SignedIn;
  /** The webhook's address. */
  hook: string;
}

/** The settings of an app that takes payments by a fake Stripe. */
export const stripeEnv = (stripe: FakeStripe): Record<string, string> => ({
  STRIPE_SECRET_KEY: stripe.secretKey,
  STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
  STRIPE_API_URL: stripe.url,
});

/** An app and its Stripe, for all tests of a file; after each the ledger holds. */
export function useTill(options: { env?: Record<string, string>; recipient?: object } = {}) {
  const till = {} as Till;
  beforeAll(async () => {
    const clock = { now: NOW };
    till.stripe = await startFakeStripe({ clock });
    till.app = await startApp({
      clock,
      env: { ...stripeEnv(till.stripe), ...options.env },
      initiative: { ...INITIATIVE, recipient: { ...RECIPIENT, ...options.recipient } },
    });
    till.ada = await signedIn(till.app);
    till.hook = `${till.app.url}/webhooks/stripe`;
  });
  afterEach(() => watchLedger(till.app));
  afterAll(async () => {
    await till.app.close();
    await till.stripe.close();
  });
  return Object.assign(till, {
    /** An accepted pledge of Ada's in US dollars, unless `facts` say otherwise. */
    pledge: (facts: object = {}): Promise<string> =>
      fundingPledge(till.app, till.ada.signatoryId, { amount: '2000.00', ...facts }),
    pay: (ref: string, amount: string, country = 'NO'): Promise<Opened> =>
      payPledge(till.app.ctx, { actor: till.ada, ref }, newKey(), { amount, country }),
    give: (amount: string, currency = 'USD'): Promise<Opened> =>
      give(till.app.ctx, newKey(), { amount, currency, country: 'NO' }),
    /** Stripe's id of what a payment is paid by. */
    objectOf: async (code: string): Promise<string> => (await paymentOf(till, code)).object!,
    paymentOf: (code: string) => paymentOf(till, code),
    /** Delivers all that Stripe has told since the last time, in its order. */
    deliver: async (): Promise<Response[]> => {
      const replies: Response[] = [];
      for (const event of till.stripe.events.splice(0)) {
        replies.push(await till.stripe.deliver(event, { url: till.hook }));
      }
      return replies;
    },
    /** What has moved of a pledge, in the ledger's order: "receive pledged→received 2000.00". */
    moves: async (ref: string): Promise<string[]> => {
      const reply = await till.app.request(`/api/v1/pledges/${ref}`);
      return reply.body.movements.map(
        (move: Record<string, string>) =>
          `${move['verb']} ${move['from']}→${move['to']} ${move['amount']}`,
      );
    },
    events: () =>
      till.app.ctx.db
        .select()
        .from(payments.stripeEvent)
        .orderBy(asc(payments.stripeEvent.receivedAt)),
    entries: async () => Number((await till.app.ctx.db.select().from(schema.ledgerHead))[0]!.size),
  });
}

async function paymentOf({ app }: Till, code: string) {
  const rows = await app.ctx.db.select().from(payments.payment);
  return rows.find((row) => row.code === code)!;
}
