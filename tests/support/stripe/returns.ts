import type Stripe from 'stripe';
import { addToBalance } from './balance.ts';
import {
  all,
  found,
  keep,
  newId,
  referred,
  refused,
  seconds,
  shaped,
  type World,
} from './state.ts';

const DISPUTE_FEE = 1500;

/** The charge that came through for a payment intent. */
export function chargeOf(world: World, paymentIntent: string): Stripe.Charge {
  const intent = found(world, 'payment_intent', paymentIntent, 'payment_intent');
  if (intent.status === 'succeeded') return referred(world, 'charge', intent.latest_charge);
  throw refused(400, {
    message: `This PaymentIntent (${paymentIntent}) does not have a successful charge to refund.`,
    param: 'payment_intent',
  });
}

function checkRefundable(world: World, charge: Stripe.Charge, amount: number): void {
  const isTaken = all(world, 'dispute').some(
    ({ charge: taken, is_charge_refundable: isFree }) => taken === charge.id && !isFree,
  );
  if (isTaken)
    throw refused(400, {
      code: 'charge_disputed',
      message: `Charge ${charge.id} has been charged back; cannot issue a refund.`,
    });
  if (charge.refunded)
    throw refused(400, {
      code: 'charge_already_refunded',
      message: `Charge ${charge.id} has already been refunded.`,
    });
  const left = charge.amount - charge.amount_refunded;
  if (amount > left)
    throw refused(400, {
      message: `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      param: 'amount',
    });
  if (amount === 0)
    throw refused(400, {
      code: 'parameter_invalid_integer',
      message: 'Invalid positive integer',
      param: 'amount',
    });
}

/** Gives back `amount` minor units, or all that is left. A bank takes days over it. */
export function refund(
  world: World,
  charge: Stripe.Charge,
  {
    amount = charge.amount - charge.amount_refunded,
    status = charge.payment_method_details!.type === 'card' ? 'succeeded' : 'pending',
    metadata = {},
    reason = null,
  }: {
    amount?: number | undefined;
    status?: 'succeeded' | 'pending' | undefined;
    metadata?: Record<string, string>;
    reason?: string | null;
  } = {},
): Stripe.Refund {
  checkRefundable(world, charge, amount);
  const isCard = charge.payment_method_details!.type === 'card';
  const id = newId(isCard ? 're' : 'pyr');
  const entry = addToBalance(world, {
    type: isCard ? 'refund' : 'payment_refund',
    category: 'refund',
    amount: -amount,
    currency: charge.currency,
    source: id,
  });
  const made = keep(
    world,
    shaped<Stripe.Refund>({
      id,
      object: 'refund',
      amount,
      balance_transaction: entry.id,
      charge: charge.id,
      created: seconds(world),
      currency: charge.currency,
      customer: charge.customer,
      metadata,
      payment_intent: charge.payment_intent,
      reason,
      receipt_number: null,
      status,
      ...(status === 'pending' && { pending_reason: 'processing' }),
    }),
  );
  setRefunded(charge, charge.amount_refunded + amount);
  world.emit('refund.created', made);
  world.emit('charge.refunded', charge);
  return made;
}

function setRefunded(charge: Stripe.Charge, amount: number): void {
  charge.amount_refunded = amount;
  charge.refunded = amount === charge.amount;
}

export function refundSettles(world: World, id: string): void {
  const refunded = found(world, 'refund', id);
  if (refunded.status !== 'pending') throw new Error(`${id} is ${refunded.status}`);
  refunded.status = 'succeeded';
  delete refunded.pending_reason;
  world.emit('refund.updated', refunded);
}

/** The bank sends the money back: also that of a refund which had succeeded. */
export function refundFails(world: World, id: string): void {
  const refunded = found(world, 'refund', id);
  if (refunded.status === 'failed') throw new Error(`${id} has failed already`);
  const entry = addToBalance(world, {
    type: 'refund_failure',
    category: 'refund_failure',
    amount: refunded.amount,
    currency: refunded.currency,
    source: id,
  });
  Object.assign(refunded, {
    failure_balance_transaction: entry.id,
    failure_reason: 'expired_or_canceled_card',
    status: 'failed',
  });
  delete refunded.pending_reason;
  const charge = referred(world, 'charge', refunded.charge);
  setRefunded(charge, charge.amount_refunded - refunded.amount);
  world.emit('refund.failed', refunded);
  world.emit('refund.updated', refunded);
}

function newDispute(
  world: World,
  charge: Stripe.Charge,
  amount: number,
  isInquiry: boolean,
  currency = charge.currency,
): Stripe.Dispute {
  charge.disputed = true;
  return keep(
    world,
    shaped<Stripe.Dispute>({
      id: newId('du'),
      object: 'dispute',
      amount,
      balance_transactions: [],
      charge: charge.id,
      created: seconds(world),
      currency,
      is_charge_refundable: isInquiry,
      livemode: world.livemode,
      metadata: {},
      payment_intent: charge.payment_intent,
      reason: 'fraudulent',
      status: isInquiry ? 'warning_needs_response' : 'needs_response',
    }),
  );
}

function moveDisputed(world: World, disputed: Stripe.Dispute, amount: number, fee = 0): void {
  const entry = addToBalance(world, {
    type: 'adjustment',
    category: amount < 0 ? 'dispute' : 'dispute_reversal',
    amount,
    currency: disputed.currency,
    source: disputed.id,
    fee,
  });
  disputed.balance_transactions.push(entry);
}

/** The payer's bank takes `amount` minor units, or the whole charge; it may count in its own currency. */
export function dispute(
  world: World,
  charge: Stripe.Charge,
  amount = charge.amount,
  currency = charge.currency,
): string {
  const made = newDispute(world, charge, amount, false, currency);
  world.emit('charge.dispute.created', made);
  moveDisputed(world, made, -amount, DISPUTE_FEE);
  world.emit('charge.dispute.funds_withdrawn', made);
  return made.id;
}

export function closeDispute(world: World, id: string, end: 'won' | 'lost'): void {
  const closed = found(world, 'dispute', id);
  if (closed.status !== 'needs_response') throw new Error(`${id} is ${closed.status}`);
  closed.status = end;
  closed.is_charge_refundable = end === 'won';
  world.emit('charge.dispute.updated', closed);
  world.emit('charge.dispute.closed', closed);
  if (end === 'lost') return;
  moveDisputed(world, closed, closed.amount);
  world.emit('charge.dispute.funds_reinstated', closed);
}

/** The payer's bank gives back what it had kept for good. */
export function winAfterAll(world: World, id: string): void {
  const closed = found(world, 'dispute', id);
  if (closed.status !== 'lost') throw new Error(`${id} is ${closed.status}`);
  closed.status = 'won';
  moveDisputed(world, closed, closed.amount);
  world.emit('charge.dispute.funds_reinstated', closed);
}

/** The payer's bank asks, and no money moves. */
export function inquiry(world: World, charge: Stripe.Charge): string {
  const made = newDispute(world, charge, charge.amount, true);
  world.emit('charge.dispute.created', made);
  return made.id;
}

export function closeInquiry(world: World, id: string): void {
  const closed = found(world, 'dispute', id);
  if (closed.status !== 'warning_needs_response') throw new Error(`${id} is ${closed.status}`);
  closed.status = 'warning_closed';
  world.emit('charge.dispute.updated', closed);
  world.emit('charge.dispute.closed', closed);
}
