import type Stripe from 'stripe';
import { entriesOf, type Params } from './form.ts';
import { all, found, keep, newId, seconds, shaped, type World } from './state.ts';

export const CUSTOMER_PARAMS = ['description', 'email', 'metadata[*]', 'name'];

export function createCustomer(world: World, params: Params): Stripe.Customer {
  return keep(
    world,
    shaped<Stripe.Customer>({
      id: newId('cus'),
      object: 'customer',
      balance: 0,
      created: seconds(world),
      description: params.get('description') ?? null,
      email: params.get('email') ?? null,
      livemode: world.livemode,
      metadata: entriesOf(params, 'metadata'),
      name: params.get('name') ?? null,
    }),
  );
}

/** A customer as it is asked for by its id: one that was deleted says so. */
export const anyCustomer = (world: World, id: string): Stripe.Customer | Stripe.DeletedCustomer =>
  world.deleted.has(id) ? { id, object: 'customer', deleted: true } : found(world, 'customer', id);

/** Somebody at the dashboard deletes a customer: whatever else asks for it is told that there is none. */
export function deleteCustomer(world: World, id: string): void {
  found(world, 'customer', id);
  const held = all(world, 'customer_cash_balance_transaction');
  if (held.some(({ customer }) => customer === id)) throw new Error(`${id} has a cash balance`);
  world.deleted.add(id);
}
