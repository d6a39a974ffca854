/** What an initiative brings to its first month, and what its board should read of it: sums made without the server. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { creditorReference } from '../../server/domain/creditor-reference.ts';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { camt } from '../bank/camt.ts';

export const CY = 'cy@weights.example';
/** Who phones, and each of the two instalments that he pledges. */
export const GIL = { name: 'Gil Example', email: 'gil@phone.example', minor: 600_000 };
export const CARD_MINOR = 70_000;
export const CONSORTIUM_MINOR = 2_500_000;

export const IBAN = 'DE02120300000000202051';

const cents = (minor: number): string => (minor / 100).toFixed(2);

/** "$1,234.50" */
export const dollars = (minor: number): string =>
  `$${(minor / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`;

const FIRST = ['Ada', 'Bo', 'Edo', 'Flo', 'Gus', 'Ida', 'Kim', 'Lea', 'Mia', 'Ned', 'Oda', 'Pia'];
const LAST = ['Aster', 'Birk', 'Cedar', 'Dill', 'Elm', 'Fern', 'Gorse', 'Hazel', 'Iris', 'Juniper'];
const LATER = ['Kale', 'Lupin', 'Maple', 'Nettle', 'Oak'];

interface Person {
  id: string;
  name: string;
  email: string;
}

/** 180 people of a form: so many first names with so many last ones. */
export const PEOPLE: Person[] = FIRST.flatMap((first) =>
  [...LAST, ...LATER].map((last) => {
    const name = `${first} ${last}`;
    const address = name.toLowerCase().replace(' ', '.');
    return { id: `F-${address}`, name, email: `${address}@list.example` };
  }),
);

const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n');

export const SIGNATORIES_CSV = csv([
  ['Timestamp', 'Email Address', 'What is your full name?', 'Country', 'May we make it public?'],
  ...PEOPLE.map(({ name, email }) => ['2025-11-20 14:05', email, name, 'Norway', 'yes']),
]);

export interface Listed {
  id: string;
  giver: Person;
  currency: 'USD' | 'EUR';
  minor: number;
  dueOn: string;
  /** By the list's receipts. */
  receivedMinor: number;
}

const EURO_MINOR = 90_000;
const RECEIPTS = 40;

/** 80 pledges, the last of them in euros. Of the first 40 every other one is paid, and the others by half. */
export const LIST: Listed[] = Array.from({ length: 80 }, (_, nth) => {
  const isEuro = nth === 79;
  const minor = isEuro ? EURO_MINOR : 100_000 + nth * 1_337;
  const paid = nth % 2 === 0 ? minor : Math.floor(minor / 2);
  return {
    id: `P-${nth}`,
    giver: PEOPLE[nth * 2]!,
    currency: isEuro ? 'EUR' : 'USD',
    minor,
    dueOn: nth < RECEIPTS || nth % 4 === 0 ? '2026-03-20' : '2026-09-30',
    receivedMinor: nth < RECEIPTS ? paid : 0,
  };
});

/** As people type amounts. */
const typedAmount = ({ currency, minor }: Listed): string =>
  currency === 'EUR' ? `EUR ${cents(minor)}` : dollars(minor);

/** One row more than can be recorded. */
export const PLEDGES_CSV = csv([
  ['Pledge ID', 'Email', 'Total Pledged', 'Pledge Made', 'Due date', 'Anonymous'],
  ...LIST.map((each) => [
    each.id,
    each.giver.email,
    typedAmount(each),
    '2025-12-01',
    each.dueOn,
    'no',
  ]),
  ['P-x', PEOPLE[1]!.email, 'about a hundred', '2025-12-01', '2026-09-30', 'no'],
]);

export const RECEIPTS_CSV = csv([
  ['Contribution ID', 'Pledge ID', 'Total Amount', 'Date Received', 'Transaction ID'],
  ...LIST.slice(0, RECEIPTS).map((each, nth) => [
    `C-${nth}`,
    each.id,
    dollars(each.receivedMinor),
    '2026-02-10',
    `OLD-${nth}`,
  ]),
]);

/** What the European Central Bank said a euro was worth on a day, in ten-thousandths of a dollar. */
function dollarsPerEuro(on: string): number {
  const file = readFileSync(join(PROJECT_ROOT, 'server/rates/ecb-rates.csv'), 'utf8');
  const line = file.split('\n').find((each) => each.startsWith(`${on},`));
  return Math.round(Number(line!.split(',')[1]) * 10_000);
}

/** 900 euros on the day of the pledge: a whole number of cents, for the rate has four decimals. */
export const EURO_IN_CENTS = (EURO_MINOR * dollarsPerEuro('2025-12-01')) / 10_000;

export const baseOf = ({ currency, minor }: Listed): number =>
  currency === 'EUR' ? EURO_IN_CENTS : minor;

export const sum = (amounts: readonly number[]): number =>
  amounts.reduce((total, each) => total + each, 0);

/** Of the list's pledges those that the bank's file pays, by how. */
export const PAID = {
  text: LIST[41]!,
  creditor: LIST[42]!,
  short: LIST[44]!,
  twice: LIST[45]!,
  named: LIST[46]!,
  euro: LIST[79]!,
};
export const SHORT_MINOR = 40_000;
/** What the bank made of the 900 euros. */
export const CREDITED_MINOR = 98_010;
const [OPENING_MINOR, RENT_MINOR] = [100_000, 30_000];

const { text, creditor, short, twice, named, euro } = PAID;

/** Who gives together: one who leads, and one besides Gil. */
export const LEAD = LIST[47]!.giver;
export const MEMBER = PEOPLE[7]!;

/** What the bank brought in dollars to pledges in dollars. */
export const WIRED_MINOR =
  sum([text, creditor, twice, twice, named].map(({ minor }) => minor)) + SHORT_MINOR + GIL.minor;

/** Seven pledges paid in March: one short, one twice, one in another currency, one without a reference. */
export function bankFile(refOf: (id: string) => string, phoneRef: string): string {
  const of = (each: Listed, minor = each.minor) => ({
    amount: cents(minor),
    name: each.giver.name,
    day: '2026-03-16',
  });
  const entries = [
    { ...of(text), text: `my pledge ${refOf(text.id)}` },
    { ...of(creditor), creditorReference: creditorReference(refOf(creditor.id)) },
    { ...of(short, SHORT_MINOR), text: refOf(short.id) },
    { ...of(twice), text: `first ${refOf(twice.id)}` },
    { ...of(twice), text: `second ${refOf(twice.id)}` },
    { ...of(euro), amount: cents(CREDITED_MINOR), text: `euros ${refOf(euro.id)}` },
    { ...of(named), name: named.giver.name.toUpperCase(), text: 'a gift' },
    { ...of(text, GIL.minor), name: GIL.name, creditorReference: creditorReference(phoneRef) },
    { ...of(text, RENT_MINOR), name: 'Landlord', text: 'rent', debit: true },
  ].map((entry, nth) => ({ ...entry, reference: `N-${nth}` }));
  const closing = OPENING_MINOR + WIRED_MINOR + CREDITED_MINOR - RENT_MINOR;
  return camt(entries, { account: IBAN, opening: cents(OPENING_MINOR), closing: cents(closing) });
}
