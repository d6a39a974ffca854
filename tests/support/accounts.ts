import { expect } from 'vitest';
import type { TestApp } from './app.ts';
import { atDesk, type DeskUser } from './desk.ts';
import { fieldsOf } from './forms.ts';

export const ACCOUNTS = '/admin/initiative/accounts';

/** As an owner types them. */
export const EUR = {
  currency: 'eur',
  holder: 'Example Foundation',
  iban: 'de89 3704 0044 0532 0130 00',
  bic: 'COBADEFFXXX',
  bank: 'Example Bank, Cologne',
};
export const OTHER_EUR = { ...EUR, iban: 'NL91 ABNA 0417 1643 00', bic: 'ABNANL2A', bank: '' };
export const USD = {
  currency: 'USD',
  holder: 'Example Foundation',
  account: '000123456789',
  routing: '021000021',
};

/** Fills in the form of a page of the desk, and sends it. */
async function fill(by: DeskUser, path: string, typed: Record<string, string>) {
  const { page } = await by.get(path);
  const fields = fieldsOf(page.split('<main')[1]!);
  return by.post(path.split('?')[0]!, { ...Object.fromEntries(fields), ...typed });
}

/** Adds a currency's account, or changes it. */
export const enter = (by: DeskUser, typed: Record<string, string>) =>
  fill(by, `${ACCOUNTS}/change?currency=${typed['currency']!.toUpperCase()}`, typed);

export const remove = (by: DeskUser, currency: string, until: string) =>
  fill(by, `${ACCOUNTS}/remove?currency=${currency}`, { until });

/** Has an account entered by an owner who has just touched a passkey, and nobody read of it yet. */
export async function entered(app: TestApp, typed: Record<string, string>): Promise<void> {
  const { status, page } = await enter(await atDesk(app), typed);
  expect([status, page]).toEqual([303, '']);
}
