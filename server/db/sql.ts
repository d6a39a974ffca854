import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from './db.ts';

type RowCheck = (row: unknown, shape: z.ZodType) => void;
let checkRow: RowCheck | null = null;

/** Tests hold every row of a raw statement to its shape. Elsewhere nothing checks. */
export const checkRowsBy = (check: RowCheck): void => {
  checkRow = check;
};

export function rowsOf<T>(result: unknown, shape?: z.ZodType<T>): T[] {
  const { rows } = result as { rows: T[] };
  if (checkRow && shape) for (const row of rows) checkRow(row, shape);
  return rows;
}

/** Reads rows of a shape: rowsFrom(tx, shape)`SELECT …`. */
export const rowsFrom =
  <T>(reader: Db | Tx, shape: z.ZodType<T>) =>
  async (text: TemplateStringsArray, ...values: unknown[]): Promise<T[]> =>
    rowsOf(await reader.execute(sql(text, ...values)), shape);

/** unique_violation */
export const isTaken = (error: unknown): boolean =>
  error instanceof Error && (error.cause as { code?: unknown } | undefined)?.code === '23505';

/** Until the commit. */
export const lockText = (tx: Tx, text: string): Promise<unknown> =>
  tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${text}, 0))`);

/** Waits for a lock of `locks.ts`, and holds it until the commit. */
export const holdLock = (tx: Tx, lock: bigint): Promise<unknown> =>
  tx.execute(sql`SELECT pg_advisory_xact_lock(${lock.toString()}::bigint)`);

export async function tryLock(tx: Tx, lock: bigint): Promise<boolean> {
  const [row] = await rowsFrom(tx, z.strictObject({ locked: z.boolean() }))`
    SELECT pg_try_advisory_xact_lock(${lock.toString()}::bigint) AS locked`;
  return row!.locked;
}

/** The LIKE pattern of a text anywhere in another. */
export const anywhere = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

/** Waits for all, also where one fails: none may run on after the transaction. Throws as the first that failed. */
export async function together<T extends readonly unknown[] | []>(
  asked: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  // Once each: awaiting one of drizzle's queries runs it.
  const sent = asked.map(async (each) => each);
  await Promise.allSettled(sent);
  return Promise.all(sent) as never;
}
