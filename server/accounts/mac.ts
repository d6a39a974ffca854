import { createHmac, timingSafeEqual } from 'node:crypto';
import type { recipientAccount } from '../db/accounts.ts';
import { ACCOUNT_PARTS } from '../domain/bank-account.ts';

export type AccountRow = typeof recipientAccount.$inferSelect;

/** All that is shown, for which currency and from when, and the row's place among the changes of its currency. */
const textOf = (row: Omit<AccountRow, 'mac'>): string =>
  JSON.stringify([
    row.currency,
    row.revision,
    ...ACCOUNT_PARTS.map((part) => row[part]),
    row.madeAt.getTime(),
    row.shownFrom.getTime(),
    row.keepsOld,
  ]);

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

export const macOf = (key: Buffer, row: Omit<AccountRow, 'mac'>): Buffer => hmac(key, textOf(row));

export const fits = (key: Buffer, row: AccountRow): boolean =>
  row.mac.length === 32 && timingSafeEqual(row.mac, macOf(key, row));

/** What a row says and its wrong MAC, for an alarm about it. */
export const faultOf = (row: AccountRow): string => `${textOf(row)} ${row.mac.toString('hex')}`;

/** Proves that Muster told the owners. No row's text begins like this. */
export const alarmOf = (key: Buffer, fault: string): Buffer => hmac(key, `told ${fault}`);
