import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPostman } from '../../server/postman/postman.ts';
import type { Asker } from '../../server/mail/queue.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { publishedSignatory } from '../support/actors.ts';
import { openMailbox, type Mailbox } from '../support/mail.ts';
import { listen, queue, signUp, waitingMail } from './scenario.ts';

const ADA = 'ada.examplex@example.org';
const BO = 'bo@example.org';
const SLOW = 'slow@example.org';

let app: TestApp;
let box: Mailbox;
/** Each is called to take a mail to SLOW. */
const held: (() => void)[] = [];
beforeEach(async () => {
  box = await openMailbox({
    onRcptTo: ({ address }, _session, callback) => {
      if (address === SLOW) held.push(callback);
      else callback();
    },
  });
  app = await startApp({ env: { SMTP_URL: box.url } });
});
afterEach(async () => {
  await watchLedger(app);
  await app.close();
  await box.close();
});

const crowd = randomBytes(32);
const asker = (nth: number, network = crowd): Asker => ({ network, nth, signatoryId: null });
const confirmation = async (email: string, by: Asker): Promise<void> =>
  queue(app, email, { kind: 'confirm', signUpId: await signUp(app, { email }) }, by);

describe('of mails that are due at once', () => {
  test('those of people who sign in, and of other networks, wait for no crowd behind one address', async () => {
    await publishedSignatory(app);
    for (let nth = 1; nth <= 60; nth += 1) {
      await confirmation(`dee${nth}@n${nth}.example`, asker(nth));
    }
    await confirmation(BO, asker(1, randomBytes(32)));
    await queue(app, ADA, { kind: 'sign-in', next: null }, asker(61));
    await app.postman.deliver();
    const order = box.received().map(({ to }) => to[0]);
    expect(order).toHaveLength(62);
    // Ten are under way at once, and may overtake each other.
    for (const email of [ADA, BO]) expect(order.indexOf(email)).toBeLessThan(30);
  });

  test('one that the mail server takes for ever holds up no other', async () => {
    const { log, lines } = listen();
    const postman = createPostman(app.ctx, log);
    await queue(app, SLOW, { kind: 'address-changed' });
    postman.start();
    while (held.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await queue(app, BO, { kind: 'address-changed' });
    await box.waitFor(BO);
    // The server has it before the postman takes it off the queue.
    await expect.poll(async () => waitingMail(app)).toMatchObject([{ address: SLOW, attempts: 1 }]);
    expect(lines).toEqual([]);
    for (const take of held.splice(0)) take();
    await box.waitFor(SLOW);
    await postman.stop();
  });
});

test('from the 601st in an hour on, the confirmations of one network are slowed down, and nothing else', async () => {
  const seconds: Record<string, number> = {};
  for (const nth of [1, 600, 601, 1200]) await confirmation(`${nth}@example.org`, asker(nth));
  await queue(app, ADA, { kind: 'sign-in', next: null }, asker(1200));
  for (const { address, dueAt, createdAt } of await waitingMail(app)) {
    seconds[address] = (dueAt.getTime() - createdAt.getTime()) / 1000;
  }
  expect(seconds).toEqual({
    '1@example.org': 0,
    '600@example.org': 0,
    '601@example.org': 2,
    '1200@example.org': 1200,
    [ADA]: 0,
  });
});
