/** A founder sets up her desk, and brings what she has. */
import { expect } from 'vitest';
import * as schema from '../../server/db/schema.ts';
import { progressOf } from '../support/app.ts';
import { IBAN, LIST, PLEDGES_CSV, RECEIPTS_CSV, SIGNATORIES_CSV, CY } from './month-data.ts';
import {
  DESKTOP,
  fill,
  follow,
  isAt,
  PHONE,
  press,
  says,
  type MonthAtDesk,
} from './month-people.ts';

/** On a phone, a founder who knows nothing answers one question at a time, and is at the desk. */
export async function setUp(month: MonthAtDesk): Promise<void> {
  const { cy, app } = month;
  await month.go(cy, '/');
  await month.fine(cy, 'empty');
  await follow(cy, 'set it up');
  await fill(cy, { code: `muster: set up once, at ${(await app.setup.address())!}` });
  await press(cy, 'Open the form');
  await fill(cy, {
    'initiative.name': 'Open Weights for All',
    'initiative.call': 'One lab, in the open.',
  });
  await month.fine(cy, 'setup-name');
  await press(cy, 'Continue');
  await fill(cy, { 'initiative.targets.funding': '$100M', 'initiative.targets.gpus': '10k' });
  await month.fine(cy, 'setup-goals');
  await press(cy, 'Continue');
  await fill(cy, { 'initiative.startsOn': '2026-01-01', 'initiative.endsOn': '2027-12-31' });
  await month.fine(cy, 'setup-dates');
  await press(cy, 'Continue');
  await fill(cy, {
    'recipient.name': 'Example Foundation',
    'recipient.registration': '000000-TEST',
    'recipient.country': 'Norway',
    'recipient.taxStatus': 'registered charity',
    'recipient.refundPolicy': 'https://weights.example/refunds',
    'recipient.privacyNotice': 'https://weights.example/privacy',
    'recipient.contact': 'hello@weights.example',
  });
  await month.fine(cy, 'setup-recipient');
  await press(cy, 'Continue');
  await month.fine(cy, 'setup-rates');
  await press(cy, 'Start');
  await isAt(cy, '/setup/owner');
  await fill(cy, { name: 'Cy Example', email: CY });
  await month.fine(cy, 'owner');
  await press(cy, 'Continue');
  await press(cy, 'Make a passkey');
  await says(cy, 'Keep these recovery codes');
  await month.fine(cy, 'codes');
  await follow(cy, 'I have saved them');
  await isAt(cy, '/admin');
  await month.fine(cy, 'overview-empty');
  await says(cy, 'Import a list that you have');
  await month.go(cy, '/');
  await says(cy, '$100M');
  await says(cy, '10,000');
  await month.fine(cy, 'home-empty');
  await month.mails();
}

/** On a phone, she enters where to pay, and givers see it a day later. */
export async function sayWhereToPay(month: MonthAtDesk): Promise<void> {
  const { cy } = month;
  await month.go(cy, '/admin');
  await follow(cy, 'Enter where givers pay');
  for (const [currency, iban] of [
    ['usd', IBAN],
    ['eur', 'DE89370400440532013000'],
  ]) {
    await follow(cy, 'Add an account');
    await fill(cy, { currency: currency!, holder: 'Example Foundation', iban: iban! });
    await month.fine(cy, 'account');
    await press(cy, 'Save the account');
    await says(cy, 'The account is saved. Givers see it after 24 hours.');
  }
  await month.fine(cy, 'accounts');
  await month.mails(
    [CY, 'A bank account was changed, USD', '/admin/initiative/accounts'],
    [CY, 'A bank account was changed, EUR', '/admin/initiative/accounts'],
  );
  month.at('2026-03-03T09:30');
  await month.signIn(DESKTOP);
  await month.go(cy, '/admin/initiative/accounts');
  await says(cy, /Givers see this account\..*Givers see this account\./s);
  await month.fine(cy, 'accounts-shown');
}

/** At a desktop, she brings 300 rows that she has: signatories, pledges and receipts. */
export async function bringLists(month: MonthAtDesk): Promise<void> {
  const { cy } = month;
  const bring = async (kind: string, file: string, button: string): Promise<void> => {
    await month.go(cy, '/admin/import');
    await fill(cy, { kind });
    await cy
      .locator('#file')
      .setInputFiles({ name: `${kind}.csv`, mimeType: 'text/csv', buffer: Buffer.from(file) });
    await press(cy, 'Upload');
    await month.fine(cy, `import-${kind}`);
    await press(cy, button);
    await says(cy, 'recorded on 3 Mar 2026');
  };
  await bring('signatories', SIGNATORIES_CSV, 'Record 180 signatures');
  await bring('pledges', PLEDGES_CSV, 'Record only 80 pledges');
  await bring('receipts', RECEIPTS_CSV, 'Record 40 receipts');
  await month.fine(cy, 'imported');
  await month.mails();
  const rows = await month.app.ctx.db.select().from(schema.pledge);
  for (const { id, giver, minor } of LIST) {
    const [row, ...others] = rows.filter(({ quantity }) => quantity === BigInt(minor));
    expect([giver.name, others]).toEqual([giver.name, []]);
    month.refs.set(id, row!.ref);
  }
}

/** On a phone, she adds cloud credits, which the home page shows and no figure counts. */
export async function addCredits(month: MonthAtDesk): Promise<void> {
  const { cy } = month;
  await cy.setViewportSize({ width: PHONE, height: 844 });
  await month.go(cy, '/');
  const before = await progressOf(month.app);
  await month.go(cy, '/admin/offered');
  await follow(cy, 'Add an offer');
  await fill(cy, {
    name: 'Example Cloud',
    what: 'Cloud credits',
    value: '$50,000 of credits',
    expiresOn: '2026-12-31',
    source: 'Letter of 3 March 2026',
  });
  await month.fine(cy, 'offer');
  await press(cy, 'Add to the list');
  await says(cy, 'The offer is added.');
  await month.fine(cy, 'offered');
  await month.go(cy, '/');
  await says(cy, 'Stated value: $50,000 of credits. Available until 31 Dec 2026.');
  expect(await progressOf(month.app)).toEqual(before);
  await month.fine(cy, 'home');
}
