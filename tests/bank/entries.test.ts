import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { findEntry, readEntries } from '../../server/bank/entries.ts';
import { fundingPledge, move, PAYMENT, publishedSignatory } from '../support/actors.ts';
import { record } from '../support/desk-forms.ts';
import { camt } from './camt.ts';
import { useBank } from './till.ts';

const bank = useBank();

test('an entry alone is what it is among all, also where receipts by hand share its references', async () => {
  const { app, cy } = bank;
  const ref = await fundingPledge(app, await publishedSignatory(app));
  const paid = (text: string, payerReference: string, reference = 'NONREF') => ({
    text,
    payerReference,
    reference,
    amount: '10.00',
  });
  const entries = ['a', 'b', 'c', 'd'].flatMap((name) => [
    paid(`${name} first`, `P-${name}`),
    paid(`${name} second`, `P-${name}`, `B-${name}`),
    paid(`${name} third`, 'P-a', `C-${name}`),
  ]);
  await bank.read(camt(entries));
  for (const reference of ['P-a', 'P-a', 'P-b', 'B-b', 'C-c', 'P-d', 'P-d', 'P-d']) {
    // oxlint-disable-next-line no-await-in-loop -- one after another
    await move(app, ref, 'receive', { amount: '10.00', evidence: { ...PAYMENT, reference } });
  }
  for (const text of ['c first', 'b third']) {
    // oxlint-disable-next-line no-await-in-loop -- one after another
    await cy.post(`${await bank.entry(text)}/record`, { ref });
  }
  await cy.post(`${await bank.entry('c second')}/aside`, { note: 'Another’s' });
  const page = await bank.get(`/admin/pledges/${ref}`);
  const batch = /\/admin\/batches\/(\w+)\/reverse/.exec(page)![1]!;
  await record(cy, `/admin/batches/${batch}/reverse`, { reason: 'By mistake' });

  const { db } = app.ctx;
  const all = await readEntries(db, sql`true`, 1000);
  expect(all.map(({ text, state }) => `${text} ${state}`)).toEqual([
    'a first recorded',
    'a second recorded',
    'a third open',
    'b first recorded',
    'b second recorded',
    'b third open',
    'c first recorded',
    'c second aside',
    'c third recorded',
    'd first recorded',
    'd second recorded',
    'd third open',
  ]);
  expect(await Promise.all(all.map(({ id }) => findEntry(db, id)))).toEqual(all);
  const some = all.filter((_, index) => index % 2 === 0);
  const ids = some.map(({ id }) => id);
  expect(await readEntries(db, sql`true`, 1000, ids)).toEqual(some);
});

test('a debit of ours that comes back is no payment', async () => {
  const back = { amount: '10.00', reversal: true, text: 'ours came back', reference: 'R-1' };
  await bank.read(camt([back, { amount: '10.00', text: 'a gift', reference: 'R-2' }]));
  const waiting = await bank.waiting();
  expect(waiting).toContain('a gift');
  expect(waiting).not.toContain('ours came back');
});
