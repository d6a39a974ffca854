import pg from 'pg';
import { expect, test } from 'vitest';
import { useTill } from '../support/pay.ts';

const till = useTill();

interface Sending {
  submit: (connection: object) => unknown;
  handleReadyForQuery: (connection: object) => unknown;
}

/** How often `work` sends something to Postgres on a connection that waits for no answer. */
async function roundTripsOf(work: () => Promise<unknown>): Promise<number> {
  // What goes on by itself asks Postgres too, and would be counted on a busy machine.
  till.app.ctx.appended = () => {};
  await Promise.all(till.app.running.map((each) => each.stop()));
  const prototype = pg.Query.prototype as unknown as Sending;
  const { submit, handleReadyForQuery } = prototype;
  const waiting = new Map<object, number>();
  let trips = 0;
  const add = (connection: object, change: number): number => {
    const now = (waiting.get(connection) ?? 0) + change;
    waiting.set(connection, now);
    return now;
  };
  prototype.submit = function submitted(connection) {
    if (add(connection, 1) === 1) trips += 1;
    return submit.call(this, connection);
  };
  prototype.handleReadyForQuery = function answered(connection) {
    add(connection, -1);
    return handleReadyForQuery.call(this, connection);
  };
  try {
    await work();
  } finally {
    Object.assign(prototype, { submit, handleReadyForQuery });
  }
  return trips;
}

async function paid(): Promise<void> {
  const { code } = await till.pay(await till.pledge(), '500.00');
  await till.deliver();
  await till.stripe.payByCard(await till.objectOf(code));
}

test('an event of a payment that is paid takes five round trips to Postgres', async () => {
  await paid();
  till.stripe.events.splice(0, till.stripe.events.length - 1);
  const trips = await roundTripsOf(async () => {
    const [reply] = await till.deliver();
    expect(await reply!.json()).toMatchObject({ outcome: 'applied' });
  });
  expect(trips).toBe(5);
});

test('an event that is known takes one', async () => {
  await paid();
  const [event] = till.stripe.events.slice(-1);
  await till.deliver();
  const trips = await roundTripsOf(() => till.stripe.deliver(event!, { url: till.hook }));
  expect(trips).toBe(1);
});
