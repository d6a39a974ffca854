import { describe, expect, test } from 'vitest';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';
import { camt } from './camt.ts';
import { useBank } from './till.ts';

const bank = useBank();

describe('a CSV file', () => {
  const csv = (rows: string[]): string =>
    ['Date;Amount;Currency;Name;Reference', ...rows, ''].join('\n');
  const typed = { account: 'DE75 5121 0800 1245 1261 99' };

  test('is read as camt.053 is, and each of its entries once', async () => {
    const giver = await publishedSignatory(bank.app, { name: 'Ria Example' });
    const ref = await fundingPledge(bank.app, giver);
    const rows = [`02.03.2026;10,00;USD;Ria;${ref}`, `02.03.2026;10,00;USD;Ria;${ref}`];
    await bank.read(csv(rows), typed);
    await bank.read(csv([...rows, '03.03.2026;5,00;USD;=cmd;x']), typed);
    expect(await bank.recordAll()).toContain('is recorded.');
    expect(await bank.received(ref)).toBe('20.00');
    expect(await bank.text()).toContain('=cmd');
  });

  test('asks what it doesn’t say', async () => {
    const file = 'Date,Amount,Name\n03/04/2026,1.00,Ada\n';
    const asked = await bank.upload(file, {});
    expect(asked.text).toContain('Account isn’t in the file');
    const order = await bank.upload(file, typed);
    expect(order.text).toContain('The order of day and month can’t be told from the file');
    const currency = await bank.upload(file, { ...typed, dayOrder: 'dmy' });
    expect(currency.text).toContain('Currency isn’t in the file');
    const said = { ...typed, dayOrder: 'dmy', currency: 'USD' };
    expect(await bank.read(file, said)).toContain('Ada 3 Apr 2026 $1.00');
  });

  test('is refused for days that are here in the other format', async () => {
    const account = typed.account.replaceAll(' ', '');
    const inXml = camt([{ amount: '1.00', day: '2026-03-02' }], { account });
    expect((await bank.upload(inXml)).text).toContain('from a file in CSV, such as 2026-03-02');
    expect(
      (await bank.upload(camt([{ amount: '1.00', day: '2026-04-05' }], { account }))).status,
    ).toBe(303);
  });

  test('lists what the bank took back with its text, and nothing can be recorded from it', async () => {
    const giver = await publishedSignatory(bank.app, { name: 'Tilda Example' });
    const ref = await fundingPledge(bank.app, giver, { amount: '66.00' });
    const text = `Rückbuchung ${ref}`;
    await bank.read(csv([`06.04.2026;-66,00;USD;Tilda Example;${text}`]), typed);
    await bank.read(
      `Date;Amount;Currency;Name;Text\n07.04.2026;-66,00;USD;Tilda Example;${text}\n`,
      typed,
    );
    const page = await bank.text();
    expect(page).toContain(`${text} 7 Apr 2026 −$66.00 The bank took this payment back.`);
    expect(page).not.toContain('Record all');
    const entry = await bank.entry(text);
    expect(await bank.get(entry)).not.toContain('/record"');
    expect((await bank.cy.post(`${entry}/record`, { ref })).status).toBe(409);
    expect(await bank.received(ref)).toBe('0.00');
  });
});
