/** What the bank says, and who is late. */
import { expect } from 'vitest';
import {
  bankFile,
  CREDITED_MINOR,
  dollars,
  IBAN,
  PAID,
  GIL,
  CARD_MINOR,
  WIRED_MINOR,
} from './month-data.ts';
import { DESKTOP, fill, follow, PHONE, press, says, type MonthAtDesk } from './month-people.ts';

/** At a desktop, the bank’s file pays seven pledges, one by one and all. */
export async function readBankFile(month: MonthAtDesk): Promise<void> {
  const { cy } = month;
  month.at('2026-03-17T08:30');
  await month.signIn(DESKTOP);
  await follow(cy, 'Money');
  await follow(cy, 'Bank');
  await follow(cy, 'Read a bank file');
  await fill(cy, { account: IBAN });
  const file = bankFile((id) => month.refs.get(id)!, month.phoneRef);
  await cy
    .locator('#file')
    .setInputFiles({ name: 'march.xml', mimeType: 'text/xml', buffer: Buffer.from(file) });
  await month.fine(cy, 'bank-file');
  await press(cy, 'Read the file');
  await says(cy, 'The file is read.');
  await month.fine(cy, 'bank-open');
  await press(cy, 'Record all with a reference (6)');
  await says(
    cy,
    'Some could not be recorded, perhaps because an earlier entry paid the same pledge.',
  );
  await says(cy, 'The payer wrote its reference. $0.00 is outstanding.');
  await month.fine(cy, 'bank-left');

  await press(cy, 'Record');
  await says(cy, 'The payment or delivery is recorded.');
  const look = (text: string) =>
    cy.getByRole('row', { name: text }).getByRole('link', { name: 'Open' }).click();
  await look(`second ${month.refs.get(PAID.twice.id)!}`);
  await month.fine(cy, 'bank-beyond');
  await fill(cy, { excess: 'on' });
  await press(cy, 'Record the payment');
  await says(cy, 'The payment or delivery is recorded.');

  await look(`euros ${month.refs.get(PAID.euro.id)!}`);
  await month.fine(cy, 'bank-euro');
  await follow(cy, 'Record it on the pledge’s page');
  await fill(cy, { amount: '900', 'evidence.creditedRate': '1.089' });
  await month.fine(cy, 'receive-euro');
  await press(cy, 'Preview');
  await says(cy, `Credited amount: ${(CREDITED_MINOR / 100).toFixed(2)}`);
  await month.fine(cy, 'receive-euro-preview');
  await press(cy, 'Record payment');
  await says(cy, `€900.00, at 1.089 = ${dollars(CREDITED_MINOR)} credited`);
  await month.fine(cy, 'receive-euro-done');
  await month.go(cy, '/admin/bank');
  await says(cy, 'No entry waits for you.');
  const [sent] = await month.mails([
    GIL.email,
    '$6,000.00 received',
    expect.stringMatching(`^/me/pledges/${month.phoneRef}/payments/`),
  ]);
  await month.gil.goto(sent!);
  await says(month.gil, '$6,000.00');
  await month.fine(month.gil, 'gil-confirmation');
}

/** On a phone, she reminds who is late, and can be reached. */
export async function remindLate(month: MonthAtDesk): Promise<void> {
  const { cy } = month;
  month.at('2026-03-27T07:45');
  await month.signIn(PHONE);
  await month.fine(cy, 'overview-late');
  const row = cy.getByRole('row', { name: GIL.name });
  expect(await row.innerText()).toContain('$6,000.00');
  expect(await cy.getByRole('link', { name: 'Remind' }).count()).toBe(1);
  await row.getByRole('link', { name: 'Remind' }).click();
  await says(cy, '$6,000.00 was due on 25 Mar 2026.');
  await month.fine(cy, 'remind');
  await press(cy, 'Send reminder');
  await says(cy, 'We’ve emailed the reminder.');
  await month.mails([
    GIL.email,
    `Payment overdue, pledge ${month.phoneRef}`,
    `/me/pledges/${month.phoneRef}`,
  ]);
  await month.go(cy, '/admin/overdue');
  await month.fine(cy, 'overdue');
}

/** At a desktop, the bank’s month agrees with the ledger, but for the euros that it names. */
export async function compareMonth(month: MonthAtDesk): Promise<void> {
  const { cy } = month;
  month.at('2026-04-01T09:00');
  await month.signIn(DESKTOP);
  await month.go(cy, '/admin/bank-month');
  await month.fine(cy, 'bank-month');
  const told = (await cy.locator('main').innerText()).replaceAll(/\s+/g, ' ');
  const sums = (currency: string, amounts: string[]): string => {
    const [stripe, saidByStripe, otherwise, bank, open, aside, difference] = amounts;
    return `${currency} ${stripe} in the ledger through Stripe ${saidByStripe} Stripe says ${otherwise} in the ledger otherwise ${bank} the bank says ${open} at the bank, to record ${aside} at the bank, set aside ${difference} difference with the bank`;
  };
  const none = '€0.00';
  expect(told).toContain(sums('EUR', [none, none, '€900.00', none, none, none, '−€900.00']));
  const card = dollars(CARD_MINOR);
  const [wired, difference] = [dollars(WIRED_MINOR), dollars(CREDITED_MINOR)];
  const said = dollars(WIRED_MINOR + CREDITED_MINOR);
  expect(told).toContain(sums('USD', [card, card, wired, said, '$0.00', '$0.00', difference]));
  await says(cy, PAID.euro.giver.name);
}
