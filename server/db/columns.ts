import { bigint, customType, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const bytea = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
});

export const quantity = (name: string) => bigint(name, { mode: 'bigint' });
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What admins write, and nobody else reads. */
const byAdmins = () => ({ enteredFrom: text('entered_from'), adminNote: text('admin_note') });

export const ofSignatory = () => ({
  ...byAdmins(),
  contactName: text('contact_name'),
  contactEmail: text('contact_email'),
});

export const ofPledge = () => ({
  ...byAdmins(),
  giverConfirmedAt: instant('giver_confirmed_at'),
  members: uuid('members').array(),
});

/** What a bank credited in another currency. */
export const credited = () => ({
  creditedMinor: quantity('credited_minor'),
  creditedCurrency: text('credited_currency'),
  exchangeRate: text('exchange_rate'),
});
