/** What is read of a bank's CSV, or why it is refused. */
import { expect } from 'vitest';
import type { BankAnswers } from '../../server/bank/csv.ts';
import { readStatements } from '../../server/bank/read-file.ts';
import { DomainError } from '../../server/domain/errors.ts';

export const read = async (text: string | Buffer, answers: BankAnswers = {}) => {
  const { format, statements } = await readStatements(Buffer.from(text), answers);
  expect([format, statements.length]).toEqual(['csv', 1]);
  return statements[0]!;
};
export const linesOf = async (text: string | Buffer, answers: BankAnswers = { account: 'A' }) =>
  (await read(text, answers)).lines.map(({ bookedOn, amountMinor, currency, name, text: said }) => [
    bookedOn,
    Number(amountMinor),
    currency,
    name,
    said,
  ]);
export const refusalOf = async (text: string | Buffer, answers: BankAnswers = { account: 'A' }) => {
  const error = await read(text, answers).catch((thrown: unknown) => thrown);
  return error instanceof DomainError ? error.fields.map((each) => Object.values(each)).join() : '';
};
