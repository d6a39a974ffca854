import { createHash } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { bankEntry } from '../db/bank.ts';
import { lockText, rowsOf } from '../db/sql.ts';
import type { Answer } from '../db/write.ts';
import { fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { markedCharset } from '../http/text.ts';
import { readCamt } from './camt.ts';
import { readBankCsv, type BankAnswers } from './csv.ts';
import {
  accountOf,
  checkBalance,
  keysOf,
  refuseFile,
  type BankLine,
  type Statement,
} from './statement.ts';

const MAX_MB = 5;
export const MAX_BANK_BYTES = MAX_MB * 2 ** 20;

export const tooLarge = () => refuseFile(say().bank.overMib(MAX_MB));

/** In the character set that the XML names, or that its first bytes show; null for other files. Throws `invalid-input`. */
function xmlOf(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 200).toString('latin1').replaceAll('\0', '');
  if (!/^[^\w,;]{0,20}<[?\w]/.test(head)) return null;
  const named = /^[^>]*encoding=["']([\w-]{1,40})["']/.exec(head)?.[1] ?? 'utf-8';
  const charset = markedCharset(bytes) ?? named;
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    throw refuseFile(say().bank.notText);
  }
}

type Format = 'camt' | 'csv';

/** Throws `invalid-input` on `file` or on an answer, also for a statement that is out of balance. */
export async function readStatements(
  bytes: Buffer,
  answers: BankAnswers = {},
): Promise<{ format: Format; statements: Statement[] }> {
  const xml = xmlOf(bytes);
  const statements = xml === null ? [await readBankCsv(bytes, answers)] : await readCamt(xml);
  statements.forEach(checkBalance);
  return { format: xml === null ? 'csv' : 'camt', statements };
}

/**
 * Keeps the credits of a bank's file, and what the bank took back. What another file brought is known, and skipped: to
 * read a file twice changes nothing, so this takes no key. Throws as readStatements does, `invalid-input` on `account`
 * for the first file of one and for another than the file names, and on `file` for what is here in the other format or
 * from another account.
 */
export const readBankFile = async (
  ctx: Context,
  actor: Actor,
  { bytes, answers }: { bytes: Buffer; answers: BankAnswers },
): Promise<Answer> => {
  const { format, statements } = await readStatements(bytes, answers);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const facts = { format, sha256 };
  const deed = { right: 'record', act: 'bank.read', object: null, facts } as const;
  return writeAs(ctx, actor, null, deed, async (tx) => {
    // Of two files at once, the second finds the entries of the first.
    await lockText(tx, 'bank');
    const said = accountOf(answers.account ?? '');
    for (const [account, own] of Map.groupBy(statements, (statement) => statement.account)) {
      const lines = own.flatMap((statement) => statement.lines);
      const rows = rowsFrom(account, lines).map((row) => ({ ...row, format, readAt: ctx.now() }));
      await checkAccount(tx, { account, named: own[0]!.named, lines }, { format, said });
      for (let from = 0; from < rows.length; from += AT_ONCE) {
        await tx
          .insert(bankEntry)
          .values(rows.slice(from, from + AT_ONCE))
          .onConflictDoNothing();
      }
    }
    return { status: 201, body: {} };
  });
};

/** Each row has ten parameters. */
const AT_ONCE = 1000;

/** Credits, and those that the bank took back; but not a debit of ours that came back. */
const rowsFrom = (account: string, lines: readonly BankLine[]) => {
  const keys = keysOf(account, lines);
  return lines.flatMap((line, index) =>
    line.amountMinor > 0n !== line.isReversal ? [{ ...line, account, key: keys[index]! }] : [],
  );
};

const NUMBER = /\d{5}/;

/** An account's name, or one with hidden digits, may be the same; so may a number without what an IBAN has before it. */
function isAnother(named: string, account: string): boolean {
  const [one, other] = [named, account].map((each) => each.replaceAll(/[^A-Z\d]/g, ''));
  return NUMBER.test(one!) && !one!.includes(other!) && !other!.includes(one!);
}

type Read = Pick<Statement, 'account' | 'named' | 'lines'>;

/** A file of somebody else's account must not bring entries by mistake, nor the other format the same in other words. */
async function checkAccount(
  tx: Tx,
  { account, named, lines }: Read,
  { format, said }: { format: Format; said: string },
): Promise<void> {
  const { newAccount, namesAnother, otherFormat } = say().bank;
  const days = lines.map(({ bookedOn }) => bookedOn).toSorted();
  const accounts = rowsOf(
    await tx.execute(sql`
      SELECT account, min(booked_on)::text AS first, max(booked_on)::text AS last,
        max(booked_on) FILTER (WHERE format <> ${format}
          AND booked_on BETWEEN ${days[0] ?? null}::date AND ${days.at(-1) ?? null}::date)::text AS other
      FROM bank_entry GROUP BY account`),
    accountRow,
  );
  const [own, namedOne] = [account, named].map((each) =>
    accounts.find((known) => known.account === each),
  );
  if (!own && said !== account) throw fieldError('account', newAccount(account));
  // In a single row it may be the payer's.
  const isOurs = namedOne !== undefined || (own === undefined && lines.length > 1);
  if (isOurs && isAnother(named, account)) {
    throw fieldError('account', namesAnother(named, account));
  }
  if (own?.other) {
    throw refuseFile(otherFormat(own.other, format === 'csv' ? 'camt.053' : 'CSV'));
  }
  // Nobody mistyped an account that is here and that the file names. Strangers could pay two accounts alike.
  if (!own || named !== account) await checkTwice(tx, account, lines, accounts);
}

const accountRow = z.strictObject({
  account: z.string(),
  first: z.string(),
  last: z.string(),
  other: z.string().nullable(),
});

const hex = (keys: Buffer[]): SQL =>
  sql`${sql.param(keys.map((key) => key.toString('hex')))}::text[]`;

/** If the account was mistyped, most is here under another one. Entries without a text or a reference may be equal. */
async function checkTwice(
  tx: Tx,
  account: string,
  lines: readonly BankLine[],
  accounts: readonly z.infer<typeof accountRow>[],
): Promise<void> {
  const told = accounts
    .filter((other) => other.account !== account)
    .flatMap(({ account: other, first, last }) => {
      const within = lines.filter(({ bookedOn }) => first <= bookedOn && bookedOn <= last);
      const theirs = rowsFrom(other, within);
      return rowsFrom(account, within).map((row, at) => ({ row, theirs: theirs[at]! }));
    })
    .filter(({ row: { reference, text, payerReference } }) => reference ?? text ?? payerReference);
  const found = rowsOf(
    await tx.execute(sql`
      SELECT theirs.account, count(*)::int AS found
      FROM unnest(${hex(told.map(({ row }) => row.key))}, ${hex(told.map(({ theirs }) => theirs.key))})
        AS pair (own, theirs)
      JOIN bank_entry AS theirs ON theirs.key = decode(pair.theirs, 'hex')
      WHERE NOT EXISTS (SELECT FROM bank_entry WHERE key = decode(pair.own, 'hex'))
      GROUP BY theirs.account`),
    z.strictObject({ account: z.string(), found: z.int() }),
  );
  const asked = Map.groupBy(told, ({ theirs }) => theirs.account);
  // A single one may be equal by chance, unless it is all that the file has.
  const twice = found.find(
    (other) =>
      other.found * 2 > asked.get(other.account)!.length && (other.found > 1 || lines.length === 1),
  );
  if (twice) throw refuseFile(say().bank.otherAccount(twice.account, account));
}
