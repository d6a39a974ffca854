/** A bank's statement as Muster has it, whatever file it is from. */
import { createHash } from 'node:crypto';
import { digitsOf, isCurrency } from '../domain/asset.ts';
import { isDay, type Day } from '../domain/day.ts';
import { fieldError, type DomainError } from '../domain/errors.ts';
import { formatAmount, MAX_QUANTITY } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { composed } from '../http/text.ts';

export interface BankLine {
  bookedOn: Day;
  /** In minor units; negative for a debit. */
  amountMinor: bigint;
  currency: string;
  /** The bank's own, which is unique. */
  reference: string | null;
  payerReference: string | null;
  name: string | null;
  text: string | null;
  /** The bank takes back what it booked before. */
  isReversal: boolean;
}

export interface Statement {
  /** Without spaces: as an admin typed it, or else as the file names it. */
  account: string;
  /** As the file names it; empty if it doesn't. */
  named: string;
  /** In minor units, by currency; of a currency without both nothing is checked. */
  opening: ReadonlyMap<string, bigint>;
  closing: ReadonlyMap<string, bigint>;
  lines: BankLine[];
}

export const MAX_LINES = 20_000;

export const refuseFile = (message: string): DomainError => fieldError('file', message);

/** What banks write where they have no reference. */
const NO_REFERENCE = /^(?:NONREF|NOTPROVIDED|NOTAVAILABLE|NONE|N\/?A|[0\W_]*)$/i;

/** One line without control characters; null where nothing is left. */
export function plainText(text: string, most: number): string | null {
  const plain = composed(text)
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, most);
  // The cut may have halved a character.
  return plain.replace(/\p{Cs}$/u, '') || null;
}

export function referenceOf(text: string): string | null {
  const plain = plainText(text, 100);
  return plain === null || NO_REFERENCE.test(plain) ? null : plain;
}

export const accountOf = (text: string): string =>
  (plainText(text, 60) ?? '').replaceAll(/\s/g, '').toUpperCase();

/** Throws `invalid-input` for a currency that Muster doesn't have. */
export function currencyOf(code: string, place: string): string {
  if (isCurrency(code)) return code;
  throw refuseFile(say().bank.unreadable('currency', code, place));
}

/** Minor units of a plain decimal: zeros may follow the currency's decimals. Throws `invalid-input`. */
export function minorOf(decimal: string, currency: string, place: string): bigint {
  const [, whole, fraction = ''] = /^\+?(\d{1,18})(?:\.(\d{0,12}))?$/.exec(decimal) ?? [];
  const digits = digitsOf(currency);
  const rest = fraction.slice(digits);
  if (whole !== undefined && /^0*$/.test(rest)) {
    const minor = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
    if (minor <= MAX_QUANTITY) return minor;
  }
  throw refuseFile(say().bank.unreadable('amount', decimal, place));
}

/** Throws `invalid-input`. */
export function dayOf(text: string, place: string): Day {
  // Of a time, the day that the bank wrote, whatever the zone.
  const day = text.slice(0, 10);
  if (isDay(day)) return day;
  throw refuseFile(say().bank.unreadable('day', text, place));
}

/** Opening balance + entries = closing balance: the currencies in which that fails. */
export const differencesIn = ({ opening, closing, lines }: Omit<Statement, 'account' | 'named'>) =>
  [...opening].flatMap(([currency, before]) => {
    const own = lines.filter((line) => line.currency === currency);
    const moved = own.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
    const between = (closing.get(currency) ?? before + moved) - before;
    return between === moved ? [] : [{ currency, between, moved }];
  });

/** Throws `invalid-input` with the difference. */
export function checkBalance(statement: Statement): void {
  for (const { currency, between, moved } of differencesIn(statement)) {
    const sums = [between, moved, between - moved].map((minor) => written(minor, currency));
    throw refuseFile(say().bank.outOfBalance(statement.account, sums));
  }
}

const written = (minor: bigint, currency: string): string =>
  `${minor < 0n ? '−' : ''}${currency} ${formatAmount(minor < 0n ? -minor : minor, currency)}`;

/** What tells an entry from all others, in the order of the lines. */
export function keysOf(account: string, lines: readonly BankLine[]): Buffer[] {
  const seen = new Map<string, number>();
  return lines.map(({ bookedOn, amountMinor, currency, reference, name, text, payerReference }) => {
    const said = reference === null ? [name, text, payerReference].map(folded) : [reference];
    const facts = JSON.stringify([account, currency, bookedOn, String(amountMinor), ...said]);
    const place = seen.get(facts) ?? 0;
    seen.set(facts, place + 1);
    return createHash('sha256').update(`${facts} ${place}`).digest();
  });
}

/** Files differ in spaces and capitals. */
const folded = (text: string | null): string =>
  (text ?? '').toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
