import { randomUUID, createHash } from 'node:crypto';
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
import { checkBalance, keysOf, refuseFile, type Statement } from './statement.ts';

const MAX_MB = 10;
export const MAX_BANK_BYTES = MAX_MB * 2 ** 20;

export const tooLarge = () => refuseFile(say().bank.overMib(MAX_MB));

/** In the character set that the XML names, or that its first bytes show. Throws `invalid-input`. */
function textOf(bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') throw refuseFile(say().bank.zipped);
  const head = bytes.subarray(0, 200).toString('latin1').replaceAll('\0', '');
  const named = /^\s*<\?xml[^>]*encoding=["']([\w-]{1,40})["']/.exec(head)?.[1] ?? 'utf-8';
  const charset = markedCharset(bytes) ?? named;
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    throw refuseFile(say().bank.notText);
  }
}

/** Throws `invalid-input` on `file`, also for a statement that is out of balance. */
export async function readStatements(
  bytes: Buffer,
): Promise<{ format: 'camt' | 'csv'; statements: Statement[] }> {
  const text = textOf(bytes);
  if (!/^\s*</.test(text)) throw refuseFile(say().bank.unknown);
  const statements = await readCamt(text);
  for (const statement of statements) checkBalance(statement);
  return { format: 'camt', statements };
}

interface BankFile {
  bytes: Buffer;
  /** An admin says that accounts without earlier entries are the initiative's. */
  isOurs: boolean;
}

/**
 * Keeps the credits of a bank's file, and what the bank took back. What another file brought is known, and skipped: to
 * read a file twice changes nothing, so this takes no key.
 * Throws `invalid-input` on `file`, and on `ours` for the first file of an account.
 */
export const readBankFile = async (
  ctx: Context,
  actor: Actor,
  { bytes, isOurs }: BankFile,
): Promise<Answer> => {
  const { format, statements } = await readStatements(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const facts = { format, sha256 };
  const deed = { right: 'record', act: 'bank.read', object: null, facts } as const;
  return writeAs(ctx, actor, null, deed, async (tx) => {
    // Of two files at once, the second finds the entries of the first.
    await lockText(tx, 'bank');
    if (!isOurs) await checkAccounts(tx, statements);
    const [fileId, readAt] = [randomUUID(), ctx.now()];
    let [added, known] = [0, 0];
    for (const statement of statements) {
      const rows = rowsFrom(statement).map((row) => ({ ...row, fileId, format, readAt }));
      for (let from = 0; from < rows.length; from += AT_ONCE) {
        const some = rows.slice(from, from + AT_ONCE);
        const kept = await tx
          .insert(bankEntry)
          .values(some)
          .onConflictDoNothing()
          .returning({ id: bankEntry.id });
        added += kept.length;
        known += some.length - kept.length;
      }
    }
    return { status: 201, body: { added, known } };
  });
};

/** Each row has eleven parameters. */
const AT_ONCE = 1000;

const rowsFrom = (statement: Statement) => {
  const keys = keysOf(statement);
  const { account, lines } = statement;
  return lines.flatMap(({ isReversal, ...line }, index) =>
    line.amountMinor > 0n || isReversal ? [{ ...line, account, key: keys[index]! }] : [],
  );
};

/** A file of somebody else's account must not bring entries by mistake. */
async function checkAccounts(tx: Tx, statements: readonly Statement[]): Promise<void> {
  const accounts = [...new Set(statements.map(({ account }) => account))];
  const unknown = rowsOf(
    await tx.execute(sql`
      SELECT account FROM unnest(${sql.param(accounts)}::text[]) AS account
      WHERE NOT EXISTS (SELECT FROM bank_entry WHERE bank_entry.account = account.account)`),
    z.strictObject({ account: z.string() }),
  );
  if (unknown.length > 0) throw fieldError('ours', say().bank.newAccount(unknown[0]!.account));
}
