import { asc, desc, eq } from 'drizzle-orm';
import type { AccountKeeper, Context } from '../context.ts';
import { accountAlarm, recipientAccount } from '../db/accounts.ts';
import type { Db, Tx } from '../db/db.ts';
import { perPart, type BankAccount } from '../domain/bank-account.ts';
import { queueToOwners } from '../mail/queue.ts';
import { alarmOf, faultOf, fits, type AccountRow } from './mac.ts';

/** A currency's account, now. */
export interface AccountState {
  currency: string;
  /** How often it was changed. */
  revision: number;
  /** The newest change; null where its row doesn't fit. */
  newest: AccountRow | null;
  /** What givers see. */
  shown: BankAccount | null;
  /** What is wrong with the rows. */
  fault: string | null;
}

/** Null for a row that removes the account. */
export function accountOf(row: AccountRow): BankAccount | null {
  const { holder, currency } = row;
  return holder === null ? null : { currency, ...perPart((part) => row[part]), holder };
}

/**
 * What was shown when the newest change was made: the newest row before it whose time had come by then. A change that was
 * overtaken within its day is never shown. A string says what is wrong.
 */
function oldOf(key: Buffer, rows: readonly AccountRow[]): BankAccount | string | null {
  for (const [index, later] of rows.entries()) {
    if (later.revision === 1) return null;
    const row = rows[index + 1];
    if (row?.revision !== later.revision - 1)
      return `${later.currency} ${later.revision} follows nothing`;
    if (!fits(key, row)) return faultOf(row);
    if (row.shownFrom <= later.madeAt) return accountOf(row);
    // It hid what was shown before it, and a later change doesn't bring that back.
    if (!row.keepsOld) return null;
  }
  return null;
}

/** `rows` are those of one currency, the newest first. */
function stateOf(
  { key, seen }: AccountKeeper,
  now: Date,
  currency: string,
  rows: readonly AccountRow[],
): AccountState {
  const [newest] = rows;
  const least = seen.get(currency) ?? 0;
  const state = {
    currency,
    revision: Math.max(newest?.revision ?? 0, least),
    newest: null,
    shown: null,
  };
  // An old row is not brought back by deleting the newer one: this server remembers.
  if (!newest || newest.revision < least) {
    return { ...state, fault: least > 0 ? `${currency} ${least} is gone` : null };
  }
  if (!fits(key, newest)) return { ...state, fault: faultOf(newest) };
  seen.set(currency, newest.revision);
  if (newest.shownFrom <= now) return { ...state, newest, shown: accountOf(newest), fault: null };
  const old = newest.keepsOld ? oldOf(key, rows) : null;
  return typeof old === 'string'
    ? { ...state, newest, fault: old }
    : { ...state, newest, shown: old, fault: null };
}

/** One currency's or all, by currency. It tells nobody of faults. */
export async function statesIn(
  reader: Db | Tx,
  { accounts, now }: Pick<Context, 'accounts' | 'now'>,
  currency?: string,
): Promise<AccountState[]> {
  const { currency: column, revision } = recipientAccount;
  const rows = await reader
    .select()
    .from(recipientAccount)
    .where(currency === undefined ? undefined : eq(column, currency))
    .orderBy(asc(column), desc(revision));
  const found = Map.groupBy(rows, (row) => row.currency);
  const names = currency === undefined ? [...found.keys(), ...accounts.seen.keys()] : [currency];
  return [...new Set(names)]
    .toSorted()
    .map((name) => stateOf(accounts, now(), name, found.get(name) ?? []));
}

type Reading = Pick<Context, 'accounts' | 'now' | 'db' | 'log'>;

/** The same, and emails the owners about each fault, once. */
export async function readAccounts(ctx: Reading, currency?: string): Promise<AccountState[]> {
  const states = await statesIn(ctx.db, ctx, currency);
  for (const { currency: name, fault } of states) {
    // oxlint-disable-next-line no-await-in-loop -- there are no faults
    if (fault !== null) await tellOwners(ctx, name, fault);
  }
  return states;
}

/** What givers of a currency see now; null for nothing. */
export async function shownAccount(ctx: Reading, currency: string): Promise<BankAccount | null> {
  const [state] = await readAccounts(ctx, currency);
  return state!.shown;
}

/** Where it fails the page is shown nevertheless, without the account, and the next reader tells them. */
async function tellOwners(ctx: Reading, currency: string, fault: string): Promise<void> {
  if (ctx.log.stopped !== null) return;
  const mac = alarmOf(ctx.accounts.key, fault);
  const tell = ctx.db.transaction(async (tx) => {
    const told = await tx
      .insert(accountAlarm)
      .values({ mac, toldAt: ctx.now() })
      .onConflictDoNothing()
      .returning({ mac: accountAlarm.mac });
    if (told.length > 0) await queueToOwners(tx, ctx, { kind: 'account-unfit', currency });
  });
  await tell.catch(() => {});
}
