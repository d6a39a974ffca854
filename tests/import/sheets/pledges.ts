/** Pledges, and amounts as people write them. */
import { latin, lines, type Sheet } from './sheet.ts';

const pledged = (header: string, ...amounts: string[]): string =>
  lines(
    `Email\t${header}\tID`,
    ...amounts.map((amount, nth) => `ada@sheets.example\t${amount}\t${nth}`),
  );
const inUsd = (...amounts: string[]) => amounts.map((amount) => ({ amount, currency: 'USD' }));

export const AMOUNTS: Record<string, Sheet> = {
  'dollars in all their forms': {
    file: pledged(
      'How much do you pledge?',
      '$1.5M',
      '$1,250.50',
      'USD 5k',
      '100 usd',
      'US$ 2.5 million',
    ),
    rows: inUsd('1500000', '1250.5', '5000', '100', '2500000'),
  },
  'euros as Germans write them': {
    file: pledged('Betrag', '1.234,56 €', '€ 12,50', '1,5 Mio. €', '5000 EUR'),
    rows: ['1234.56', '12.5', '1500000', '5000'].map((amount) => ({ amount, currency: 'EUR' })),
  },
  'euros as French write them': {
    file: pledged('Montant', '1\u202F234,56 €', '12,50 €'),
    rows: ['1234.56', '12.5'].map((amount) => ({ amount, currency: 'EUR' })),
  },
  'wons as Koreans write them': {
    file: pledged('금액', '₩690M', '690만원', '1억 원', '50,000원'),
    rows: ['690000000', '6900000', '100000000', '50000'].map((amount) => ({
      amount,
      currency: 'KRW',
    })),
  },
  'wons of Korean Excel, whose sign is a backslash': {
    // 이메일,금액
    file: latin('\xc0\xcc\xb8\xde\xc0\xcf,\xb1\xdd\xbe\xd7\nada@sheets.example,"\\690,000"\n'),
    rows: [{ amount: '690000', currency: 'KRW' }],
  },
  'francs and lakhs': {
    file: pledged('Amount', 'CHF 1’234.50', 'INR 5,00,000'),
    rows: [
      { amount: '1234.5', currency: 'CHF' },
      { amount: '500000', currency: 'INR' },
    ],
  },
  'amounts whose currency the header says': {
    file: pledged('"Amount\n(EUR)"', '1000', '20'),
    rows: ['1000', '20'].map((amount) => ({ amount, currency: 'EUR' })),
  },
  'amounts whose currency the header says by a sign': {
    file: pledged('Amount in €', '1000', '$20'),
    rows: [
      { amount: '1000', currency: 'EUR' },
      { amount: '20', currency: 'USD' },
    ],
  },
  'amounts whose header has words in capitals': {
    file: pledged('SUM OF ALL GIFTS AMOUNT', '1000'),
    rows: inUsd('1000'),
  },
  'amounts whose sign and column differ': {
    file: lines('Email,Amount,Currency', 'ada@sheets.example,€10,USD'),
    errors: [[2, 'Amount is in EUR, but the currency is USD']],
  },
  'amounts below nothing': {
    file: pledged('Amount', '(1,000)', '-500', '$-5', '5-'),
    errors: [2, 3, 4, 5].map((row): [number, string] => [row, 'is negative']),
  },
  'what is no amount': {
    file: pledged('Amount', '50%', 'about 500', '=1+1', '1.5E+06', '5 or 6'),
    errors: [2, 3, 4, 5, 6].map((row): [number, string] => [row, 'isn’t a figure']),
  },
  'millions that may be thousands': {
    file: pledged('Amount', '$1.234M'),
    errors: [[2, 'may be thousands or decimals']],
  },
  'nothing for an amount': {
    file: pledged('Amount', '', '-', 'N/A').replaceAll('\t-\t', '\t - \t'),
    errors: [2, 3, 4].map((row): [number, string] => [row, 'Amount is missing']),
  },
};

export const PLEDGES: Record<string, Sheet> = {
  'one giver in many rows': {
    file: lines(
      'Email,Amount,Date',
      ...[1, 2, 3].map((nth) => `ADA@sheets.example,${nth}00,2026-02-0${nth}`),
    ),
    rows: [1, 2, 3].map((nth) => ({ amount: `${nth}00`, occurredOn: `2026-02-0${nth}` })),
  },
  'no column of amounts': {
    file: lines('Email,Gift,Date', 'ada@sheets.example,100,2026-02-01', 'bo@sheets.example,1,'),
    missing: ['amount'],
    blocked: 'Not read: “Gift”.',
  },
  'amounts that were pledged': {
    file: lines('Email,Pledged (amount)', 'ada@sheets.example,100'),
    rows: inUsd('100'),
    blocked: null,
  },
  'a row of totals': {
    file: lines('Name,Amount', 'Ada Example,100', 'Bo Example,200', 'Grand total,300'),
    rows: inUsd('100', '200'),
    errors: [[4, 'Row adds up other rows.']],
  },
  'givers who haven’t signed, and a name that two have': {
    file: lines('Name,Amount', 'Nobody Example,1', 'Twin Example,1', ',1'),
    errors: [
      [2, '“Nobody Example” has not signed'],
      [3, 'Twin Example is the name of several'],
      [4, 'is needed: the giver’s external id'],
    ],
  },
  'CiviCRM’s pledges, from a German Excel': {
    file: lines(
      'Pledge ID;Email;Total Pledged;Pledge Currency;Pledge Made;Payments Start Date',
      'P1;ada@sheets.example;50.000,00;EUR;13.02.2026;01.06.2026',
    ),
    rows: [
      {
        externalId: 'P1',
        amount: '50000',
        currency: 'EUR',
        occurredOn: '2026-02-13',
        dueOn: '2026-06-01',
      },
    ],
  },
  'GPUs, and hours with a decimal comma': {
    file: lines(
      'Email;GPU model;GPUs;GPU hours;Site;First day;Last day',
      'ada@sheets.example;H100-SXM;64;;Oslo;01.04.2026;30.04.2026',
      'bo@sheets.example;h100-sxm;;1250,5;;01.04.2026;30.04.2026',
    ),
    rows: [
      { model: 'H100-SXM', gpus: '64', from: '2026-04-01', to: '2026-04-30' },
      { model: 'h100-sxm', gpuHours: '1250.5' },
    ],
  },
  'a question of two kinds': {
    file: lines(
      'Email,Amount,"May we publish your name, or do you stay anonymous?"',
      'ada@sheets.example,1,No',
    ),
    rows: [{ email: 'ada@sheets.example', amount: '1' }],
    blocked: 'Not read: “May we publish your name, or do you stay anonymous?”',
  },
  'anonymous in words': {
    file: lines(
      'Email,Amount,Stay anonymous?',
      'ada@sheets.example,1,"Yes, please"',
      'bo@sheets.example,2,No',
      'bo@sheets.example,3,"No, please keep me anonymous"',
    ),
    rows: [{ visibility: 'anonymous' }, { visibility: 'public' }],
    errors: [[4, '“No, please keep me anonymous” isn’t clear.']],
  },
};
