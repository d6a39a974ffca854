/** Agreements and receipts. */
import { latin, lines, type Sheet } from './sheet.ts';

export const AGREEMENTS: Record<string, Sheet> = {
  'in English': {
    file: lines('Email,Agreed amount,Agreed on,Contract', 'ada@sheets.example,$400,3 Feb 2026,G-1'),
    rows: [{ amount: '400', occurredOn: '2026-02-03', reference: 'G-1' }],
  },
  'in German': {
    file: latin('E-Mail;Betrag;Datum;Referenz\r\nada@sheets.example;400,00 $;03.02.2026;Änd-1\r\n'),
    rows: [{ amount: '400', occurredOn: '2026-02-03', reference: 'Änd-1' }],
  },
  'without an amount: all that is promised': {
    file: lines('Email,Amount,Date,Contract', 'ada@sheets.example,-,2026-02-03,G-1'),
    rows: [{ reference: 'G-1' }],
  },
  'without evidence or day, and of too much': {
    file: lines(
      'Email,Amount,Date,Contract',
      'ada@sheets.example,10,2026-02-03,',
      'ada@sheets.example,10,,G-1',
      'ada@sheets.example,5000,2026-02-03,G-1',
    ),
    errors: [
      [2, 'is needed: a reference'],
      [3, 'Day is missing'],
      [4, 'Amount '],
    ],
  },
  'of a day that may be two': {
    file: lines('Email,Amount,Date,Contract', 'ada@sheets.example,10,3/2/2026,G-1'),
    answers: { dayOrder: 'mdy' },
    asks: '3/2/2026',
    rows: [{ occurredOn: '2026-03-02' }],
  },
};

export const RECEIPTS: Record<string, Sheet> = {
  'CiviCRM’s contributions': {
    file: lines(
      'Contribution ID,Email,Total Amount,Fee Amount,Net Amount,Transaction ID,Contribution Date',
      'C1,ada@sheets.example,$ 100.00,0.00,100.00,W-1,2026-02-03 12:00:00',
      'C2,ada@sheets.example,$ 100.00,2.50,97.50,W-2,2026-02-03 12:00:00',
    ),
    rows: [
      { externalId: 'C1', amount: '100', fee: '0', reference: 'W-1', occurredOn: '2026-02-03' },
      { externalId: 'C2', amount: '100', fee: '2.5', reference: 'W-2' },
    ],
  },
  'in Korean': {
    file: lines('이메일,금액,입금일,참조번호', 'ada@sheets.example,$400,2026. 2. 3.,W-1'),
    rows: [{ amount: '400', occurredOn: '2026-02-03', reference: 'W-1' }],
  },
  'twice the same, refunds, and ids that were lost': {
    file: lines(
      'Email,Amount,Date,Bank reference',
      'ada@sheets.example,100,2026-02-03,W-1',
      'ada@sheets.example,100,2026-02-03,W-1',
      'ada@sheets.example,(100),2026-02-04,W-2',
      'ada@sheets.example,100,2026-02-04,1.23457E+14',
      'ada@sheets.example,100,2026-02-04,',
    ),
    rows: [{ reference: 'W-1' }],
    errors: [
      [3, 'Row says the same as row 2.'],
      [4, 'is negative'],
      [5, 'is what a spreadsheet shows'],
      [6, 'is needed: the bank’s reference'],
    ],
  },
  'in another currency than the pledge': {
    file: lines('Email,Amount (EUR),Date,Bank reference', 'ada@sheets.example,100,2026-02-03,W-1'),
    errors: [[2, 'has no accepted pledge']],
  },
  'of a giver with two pledges': {
    file: lines('Email,Amount,Date,Bank reference', 'bo@sheets.example,100,2026-02-03,W-1'),
    errors: [[2, 'could be one of']],
  },
  'more than was pledged, in two rows': {
    file: lines(
      'Email,Amount,Date,Bank reference',
      'ada@sheets.example,600,2026-02-03,W-1',
      'ada@sheets.example,600,2026-02-04,W-2',
    ),
    rows: [{ reference: 'W-1' }],
    errors: [[3, 'Amount ']],
  },
};
