import { randomBytes } from 'node:crypto';
import type Stripe from 'stripe';

/** What Stripe keeps, by the name that its `object` gives. */
export interface Kinds {
  'checkout.session': Stripe.Checkout.Session;
  payment_intent: Stripe.PaymentIntent;
  charge: Stripe.Charge;
  refund: Stripe.Refund;
  dispute: Stripe.Dispute;
  balance_transaction: Stripe.BalanceTransaction;
  customer: Stripe.Customer;
  invoice: Stripe.Invoice;
  invoiceitem: Stripe.InvoiceItem;
  invoice_payment: Stripe.InvoicePayment;
  customer_cash_balance_transaction: Stripe.CustomerCashBalanceTransaction;
}
export type Kind = keyof Kinds;

/** One account of Stripe in one mode. What refers to another object holds its id. */
export interface World {
  account: string;
  livemode: boolean;
  /** Where the hosted pages are. */
  origin: string;
  clock: { now: Date };
  /** The account is paid out in another currency than payers pay in, at a rate. */
  exchange: { currency: string; rate: number } | null;
  /** By id, oldest first. */
  objects: Map<string, Kinds[Kind]>;
  /** The ids of those that were deleted. */
  deleted: Set<string>;
  /** An object as it is now, told to whom it concerns. */
  emit: (type: Stripe.Event['type'], object: object) => void;
  /** Of the request that is being answered; null while somebody else acts. */
  request: Stripe.Event.Request | null;
}

/** What Stripe says when it refuses. */
export interface Refusal {
  type?: 'invalid_request_error' | 'card_error' | 'api_error' | 'idempotency_error';
  code?: string;
  message: string;
  param?: string;
}

const REFUSED = Symbol('refused');
export type Refused = Error & { [REFUSED]: true; status: number; refusal: Refusal };

/** The error that a request is answered with; somebody who acts on the fake itself has it thrown. */
export const refused = (status: number, refusal: Refusal): Refused =>
  Object.assign(new Error(refusal.message), { [REFUSED]: true as const, status, refusal });

export const isRefused = (error: unknown): error is Refused =>
  error instanceof Error && REFUSED in error;

export const newId = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`;

/** Now, in Stripe's unit: whole seconds since 1970. */
export const seconds = ({ clock }: World): number => Math.floor(clock.now.getTime() / 1000);

/** The objects have a hundred fields: those are made that a reader of payments may use. */
export const shaped = <T>(fields: Partial<T>): T => fields as T;

export function keep<T extends Kinds[Kind]>(world: World, object: T): T {
  world.objects.set(object.id, object);
  return object;
}

/** All of a kind, oldest first. */
export const all = <K extends Kind>(world: World, kind: K): Kinds[K][] =>
  [...world.objects.values()].filter(({ object }) => object === kind) as Kinds[K][];

/**
 * The object with an id. `param` is the parameter that named it, where it was not the path.
 * @throws what Stripe answers: 404 for a path, 400 for a parameter
 */
export function found<K extends Kind>(world: World, kind: K, id: string, param?: string): Kinds[K] {
  const object = world.objects.get(id);
  if (object?.object === kind && !world.deleted.has(id)) return object as Kinds[K];
  throw refused(param === undefined ? 404 : 400, {
    code: 'resource_missing',
    message: `No such ${kind}: '${id}'`,
    param: param ?? 'id',
  });
}

/** The object that another one refers to. */
export const referred = <K extends Kind>(world: World, kind: K, ref: unknown): Kinds[K] =>
  found(world, kind, String(ref));
