import { bigint, customType, timestamp } from 'drizzle-orm/pg-core';

/** Postgres gives a Buffer, the embedded database a Uint8Array: both become a Buffer. */
export const bytea = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
});

export const quantity = (name: string) => bigint(name, { mode: 'bigint' });
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
