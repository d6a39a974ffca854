import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
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
 * for the first file of one, and on `file` for days that are here in the other format.
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
      await checkAccount(tx, { account, lines }, { format, said });
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

const rowsFrom = (account: string, lines: readonly BankLine[]) => {
  const keys = keysOf(account, lines);
  return lines.flatMap((line, index) =>
    line.amountMinor > 0n || line.isReversal ? [{ ...line, account, key: keys[index]! }] : [],
  );
};

/** A file of somebody else's account must not bring entries by mistake, nor the other format the same in other words. */
async function checkAccount(
  tx: Tx,
  { account, lines }: Pick<Statement, 'account' | 'lines'>,
  { format, said }: { format: Format; said: string },
): Promise<void> {
  const days = lines.map(({ bookedOn }) => bookedOn).toSorted();
  const [here] = rowsOf(
    await tx.execute(sql`
      SELECT count(*) > 0 AS known, max(booked_on) FILTER (WHERE format <> ${format}
        AND booked_on BETWEEN ${days[0] ?? null}::date AND ${days.at(-1) ?? null}::date)::text AS day
      FROM bank_entry WHERE account = ${account}`),
    z.strictObject({ known: z.boolean(), day: z.string().nullable() }),
  );
  const { newAccount, otherFormat } = say().bank;
  if (!here!.known && said !== account) throw fieldError('account', newAccount(account));
  if (here!.day !== null) {
    throw refuseFile(otherFormat(here!.day, format === 'csv' ? 'camt.053' : 'CSV'));
  }
}
