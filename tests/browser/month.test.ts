import { afterEach, test } from 'vitest';
import { watchLedger } from '../support/check-ledger.ts';
import { compareMonth, readBankFile, remindLate } from './month-bank.ts';
import { addCredits, bringLists, sayWhereToPay, setUp } from './month-begin.ts';
import { enterConsortium, payByCard, pledgeByPhone } from './month-givers.ts';
import { useMonth } from './month-people.ts';
import { readReport } from './month-report.ts';

const month = useMonth(new Date('2026-03-02T09:00:00Z'), 'Open Weights for All');
afterEach(() => watchLedger(month.app));

test('on a phone, a founder who knows nothing answers one question at a time, and is at the desk', () =>
  setUp(month));
test('on a phone, she enters where to pay, and givers see it a day later', () =>
  sayWhereToPay(month));
test('at a desktop, she brings 300 rows that she has: signatories, pledges and receipts', () =>
  bringLists(month));
test('on a phone, she adds cloud credits, which the home page shows and no figure counts', () =>
  addCredits(month));
test('somebody phones: she enters the signature and the pledge, and he confirms both on his phone', () =>
  pledgeByPhone(month));
test('at a desktop, she enters what a consortium gives, and that it is agreed in writing', () =>
  enterConsortium(month));
test('on her phone, a giver of the list signs in and pays a part by card', () => payByCard(month));
test('at a desktop, the bank’s file pays seven pledges, one by one and all', () =>
  readBankFile(month));
test('on a phone, she reminds who is late, and can be reached', () => remindLate(month));
test('at a desktop, the bank’s month agrees with the ledger, but for the euros that it names', () =>
  compareMonth(month));
test('at a desktop, the board’s report has each figure to the cent', () => readReport(month));
