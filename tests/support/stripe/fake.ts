import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type Stripe from 'stripe';
import { addToBalance } from './balance.ts';
import * as customers from './customers.ts';
import { newEvents, type Events } from './events.ts';
import { newFaults, type Fault } from './faults.ts';
import { newServer, type Asked } from './http.ts';
import type { Payer } from './intents.ts';
import * as invoices from './invoices.ts';
import * as returns from './returns.ts';
import * as sessions from './sessions.ts';
import { newId, type World } from './state.ts';
import * as transfers from './transfers.ts';

/**
 * Stripe's server, as far as payments depend on it. Amounts are minor units. What the payer, a bank
 * or somebody at Stripe's dashboard does, a test does by a call; what may not be done throws.
 * Emitted are the events that payments may listen to, in Stripe's usual order, and no others.
 */
export interface FakeStripe extends Omit<Events, 'emitted'> {
  /** For STRIPE_API_URL. */
  url: string;
  secretKey: string;
  webhookSecret: string;
  account: string;
  events: Stripe.Event[];
  requests: Asked[];
  clock: { now: Date };
  payByCard: (session: string, payer?: Payer) => Promise<void>;
  /** Says yes to a debit: the money is on its way. */
  payByBank: (session: string, payer?: Payer) => Promise<void>;
  bankSettles: (session: string) => void;
  bankFails: (session: string) => void;
  expire: (session: string) => void;
  /** The whole amount comes: by a bank transfer, or by a card, which may be refused. */
  payInvoice: (invoice: string, options?: { by?: 'bank' | 'card'; fails?: boolean }) => void;
  /**
   * A bank transfer arrives in the customer's cash balance. It pays open invoices that it covers
   * whole; a part of one, and what is over, stays where it is.
   */
  fundCustomer: (customer: string, currency: string, amount: number) => void;
  voidInvoice: (invoice: string) => void;
  /** Of one that never had a cash balance: Stripe deletes no other. */
  deleteCustomer: (customer: string) => void;
  markPaidOffStripe: (invoice: string) => void;
  /** Somebody at the dashboard gives back `amount`, or all that is left. */
  refund: (
    paymentIntent: string,
    amount?: number,
    options?: { status?: 'succeeded' | 'pending' },
  ) => string;
  refundSettles: (refund: string) => void;
  refundFails: (refund: string) => void;
  dispute: (paymentIntent: string, amount?: number, currency?: string) => string;
  closeDispute: (dispute: string, end: 'won' | 'lost') => void;
  /** Of one that was lost: the payer's bank gives back what it took. */
  winAfterAll: (dispute: string) => void;
  inquiry: (paymentIntent: string) => string;
  closeInquiry: (dispute: string) => void;
  /** A movement of the account's balance that is no payer's: `payout`, `stripe_fee`. */
  otherBalance: (type: string, amount: number, currency?: string) => string;
  /** From now on the balance is in `currency`, at `rate` for each minor unit of a payer's. */
  exchangeAt: (currency: string, rate: number) => void;
  fail: (fault: Fault) => void;
  close: () => Promise<void>;
}

/** A Stripe of its own on a port of its own. */
export async function startFakeStripe({
  livemode = false,
  clock = { now: new Date() },
  account = newId('acct'),
}: { livemode?: boolean; clock?: { now: Date }; account?: string } = {}): Promise<FakeStripe> {
  const world: World = {
    account,
    livemode,
    origin: '',
    clock,
    exchange: null,
    objects: new Map(),
    deleted: new Set(),
    emit: (type, object) => events.emit(type, object),
    request: null,
  };
  const secretKey = newId(livemode ? 'sk_live' : 'sk_test');
  const webhookSecret = newId('whsec');
  const events = newEvents(world, webhookSecret);
  const faults = newFaults();
  const requests: Asked[] = [];
  const server = newServer(world, { secretKey, faults, requests });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const charge = (paymentIntent: string) => returns.chargeOf(world, paymentIntent);
  const { emitted, ...telling } = events;

  return {
    ...telling,
    url: world.origin,
    secretKey,
    webhookSecret,
    account,
    events: emitted,
    requests,
    clock,
    payByCard: async (session, payer) => sessions.payByCard(world, session, payer),
    payByBank: async (session, payer) => sessions.payByBank(world, session, payer),
    bankSettles: (session) => sessions.bankSettles(world, session),
    bankFails: (session) => sessions.bankFails(world, session),
    expire: (session) => void sessions.expireSession(world, session),
    payInvoice: (invoice, options) => transfers.payInvoice(world, invoice, options),
    fundCustomer: (customer, currency, amount) =>
      transfers.fundCustomer(world, customer, currency, amount),
    deleteCustomer: (customer) => customers.deleteCustomer(world, customer),
    voidInvoice: (invoice) => void invoices.voidInvoice(world, invoice),
    markPaidOffStripe: (invoice) => invoices.markPaidOffStripe(world, invoice),
    refund: (paymentIntent, amount, options) =>
      returns.refund(world, charge(paymentIntent), { amount, ...options }).id,
    refundSettles: (refund) => returns.refundSettles(world, refund),
    refundFails: (refund) => returns.refundFails(world, refund),
    dispute: (paymentIntent, amount, currency) =>
      returns.dispute(world, charge(paymentIntent), amount, currency),
    closeDispute: (dispute, end) => returns.closeDispute(world, dispute, end),
    winAfterAll: (dispute) => returns.winAfterAll(world, dispute),
    inquiry: (paymentIntent) => returns.inquiry(world, charge(paymentIntent)),
    closeInquiry: (dispute) => returns.closeInquiry(world, dispute),
    otherBalance: (type, amount, currency = 'usd') =>
      addToBalance(world, { type, category: type, amount, currency, source: null }).id,
    exchangeAt: (currency, rate) => {
      world.exchange = { currency, rate };
    },
    fail: faults.add,
    close: async () => {
      await events.settled();
      server.close();
      server.closeAllConnections();
    },
  };
}
