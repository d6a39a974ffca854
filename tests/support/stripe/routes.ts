import { answerOf, LIST_PARAMS, pageOf } from './answer.ts';
import { entriesOf, needed, refuseUnknown, wholeOf, type Params } from './form.ts';
import { cashBalance } from './cash.ts';
import { createInvoice, createItem, INVOICE_PARAMS, ITEM_PARAMS, voidInvoice } from './invoices.ts';
import { anyCustomer, createCustomer, CUSTOMER_PARAMS } from './customers.ts';
import { chargeOf, refund } from './returns.ts';
import { createSession, expireSession, SESSION_PARAMS } from './sessions.ts';
import { finalizeInvoice } from './transfers.ts';
import { found, refused, type Kind, type Kinds, type World } from './state.ts';

interface Route {
  method: 'GET' | 'POST';
  path: RegExp;
  /** What it takes besides `expand`. */
  params: readonly string[];
  handle: (world: World, params: Params, id: string) => object;
}

const ID = String.raw`/(\w+)`;
const path = (pattern: string): RegExp => new RegExp(`^/v1/${pattern}$`);

const get = (name: string, kind: Kind): Route => ({
  method: 'GET',
  path: path(name + ID),
  params: [],
  handle: (world, _params, id) => found(world, kind, id),
});

const post = (pattern: string, params: readonly string[], handle: Route['handle']): Route => ({
  method: 'POST',
  path: path(pattern),
  params,
  handle,
});

/** A list, with a filter by equality for each of the `fields`. */
const list = <K extends Kind>(
  name: string,
  kind: K,
  fields: Record<string, (object: Kinds[K]) => unknown>,
): Route => ({
  method: 'GET',
  path: path(name),
  params: [...LIST_PARAMS, ...Object.keys(fields)],
  handle: (world, params) =>
    pageOf(world, {
      kind,
      url: `/v1/${name}`,
      params,
      where: (object) =>
        Object.entries(fields).every(
          ([field, of]) => !params.has(field) || of(object) === params.get(field),
        ),
    }),
});

const createRefund = post(
  'refunds',
  ['amount', 'charge', 'metadata[*]', 'payment_intent', 'reason'],
  (world, params) => {
    const charge = params.has('charge')
      ? found(world, 'charge', params.get('charge')!, 'charge')
      : chargeOf(world, needed(params, 'payment_intent'));
    return refund(world, charge, {
      amount: wholeOf(params, 'amount'),
      metadata: entriesOf(params, 'metadata'),
      reason: params.get('reason') ?? null,
    });
  },
);

const listBalance: Route = {
  method: 'GET',
  path: path('balance_transactions'),
  params: [...LIST_PARAMS, 'created[gte]', 'created[lt]'],
  handle: (world, params) => {
    const from = wholeOf(params, 'created[gte]') ?? 0;
    const until = wholeOf(params, 'created[lt]') ?? Infinity;
    return pageOf(world, {
      kind: 'balance_transaction',
      url: '/v1/balance_transactions',
      params,
      where: ({ created }) => created >= from && created < until,
    });
  },
};

const ROUTES: Route[] = [
  {
    method: 'GET',
    path: path('account'),
    params: [],
    handle: ({ account }) => ({ id: account, object: 'account' }),
  },
  post('checkout/sessions', SESSION_PARAMS, createSession),
  list('checkout/sessions', 'checkout.session', {
    payment_intent: ({ payment_intent }) => payment_intent,
  }),
  get('checkout/sessions', 'checkout.session'),
  post(`checkout/sessions${ID}/expire`, [], (world, _params, id) => expireSession(world, id)),
  get('payment_intents', 'payment_intent'),
  get('charges', 'charge'),
  createRefund,
  list('refunds', 'refund', {
    charge: ({ charge }) => charge,
    payment_intent: ({ payment_intent }) => payment_intent,
  }),
  get('refunds', 'refund'),
  list('disputes', 'dispute', {
    charge: ({ charge }) => charge,
    payment_intent: ({ payment_intent }) => payment_intent,
  }),
  get('disputes', 'dispute'),
  listBalance,
  post('customers', CUSTOMER_PARAMS, createCustomer),
  {
    method: 'GET',
    path: path(`customers${ID}`),
    params: [],
    handle: (world, _params, id) => anyCustomer(world, id),
  },
  {
    method: 'GET',
    path: path(`customers${ID}/cash_balance`),
    params: [],
    handle: (world, _params, id) => cashBalance(world, id),
  },
  post('invoices', INVOICE_PARAMS, createInvoice),
  post('invoiceitems', ITEM_PARAMS, createItem),
  post(`invoices${ID}/finalize`, ['auto_advance'], (world, _params, id) =>
    finalizeInvoice(world, id),
  ),
  post(`invoices${ID}/void`, [], (world, _params, id) => voidInvoice(world, id)),
  get('invoices', 'invoice'),
  list('invoice_payments', 'invoice_payment', {
    invoice: ({ invoice }) => invoice,
    'payment[payment_intent]': ({ payment }) => payment.payment_intent,
    'payment[type]': ({ payment }) => payment.type,
  }),
];

/**
 * The route for a request, with all that can be refused before anything happens refused.
 * @returns what does it and gives the answer
 */
export function routeOf(
  world: World,
  method: string,
  pathname: string,
  params: Params,
): () => object {
  for (const route of ROUTES) {
    const match = route.path.exec(pathname);
    if (!match || route.method !== method) continue;
    refuseUnknown(params, [...route.params, 'expand[]']);
    return () => answerOf(world, route.handle(world, params, match[1] ?? ''), params);
  }
  throw refused(404, { message: `Unrecognized request URL (${method}: ${pathname}).` });
}
