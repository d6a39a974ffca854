/** Which pledges an entry may pay. */
import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { BankEntry, Fit, MatchedEntry, Proposal } from '../../web/data/bank.ts';
import type { Db, Tx } from '../db/db.ts';
import { rowsOf } from '../db/sql.ts';
import { OUTSTANDING, stands } from '../db/standing.ts';
import { paymentCodesIn } from '../domain/payment-codes.ts';
import { mayBeSameName } from '../domain/same-name.ts';

const pledgeRow = z.strictObject({
  ref: z.string(),
  paymentRef: z.string(),
  asset: z.string(),
  status: z.string(),
  giverId: z.string(),
  name: z.string(),
  giverStatus: z.string(),
  payer: z.string().nullable(),
  outstanding: z.string(),
});
type PledgeRow = z.infer<typeof pledgeRow>;

const COLUMNS: SQL = sql`pledge.ref, pledge.payment_ref AS "paymentRef", pledge.asset, pledge.status,
  signatory.id::text AS "giverId", signatory.name, signatory.status AS "giverStatus",
  pledge.paid_through ->> 'name' AS payer, (${stands(OUTSTANDING)})::text AS outstanding`;
const TABLES: SQL = sql`pledge JOIN signatory ON signatory.id = pledge.signatory_id
  LEFT JOIN standing ON standing.pledge_id = pledge.id`;

/** Pledges of money with one of the codes. */
const byCodes = async (reader: Db | Tx, codes: readonly string[]): Promise<PledgeRow[]> =>
  rowsOf(
    await reader.execute(sql`
      SELECT ${COLUMNS} FROM ${TABLES}
      WHERE pledge.source IS NULL AND pledge.id IN (
        SELECT id FROM pledge WHERE ref = ANY(${sql.param(codes)}::text[])
        UNION SELECT id FROM pledge WHERE payment_ref = ANY(${sql.param(codes)}::text[]))`),
    pledgeRow,
  );

/** Pledges of which such an amount is outstanding, in all or as an instalment. */
const byAmounts = async (
  reader: Db | Tx,
  entries: readonly BankEntry[],
): Promise<(PledgeRow & { amount: string })[]> =>
  rowsOf(
    await reader.execute(sql`
      WITH wanted AS (
          SELECT DISTINCT currency, amount FROM unnest(
            ${sql.param(entries.map(({ currency }) => currency))}::text[],
            ${sql.param(entries.map(({ amountMinor }) => String(amountMinor)))}::bigint[]) AS wanted (currency, amount)),
        due AS (
          SELECT pledge_id, outstanding FROM outstanding_part
          UNION SELECT pledge_id, sum(outstanding)::bigint FROM outstanding_part GROUP BY pledge_id)
      SELECT ${COLUMNS}, wanted.amount::text FROM wanted
      JOIN due ON due.outstanding = wanted.amount
      JOIN (${TABLES}) ON pledge.id = due.pledge_id AND pledge.asset = wanted.currency`),
    pledgeRow.extend({ amount: z.string() }),
  );

const codesOf = ({ text, payerReference, reference }: BankEntry): string[] =>
  [text, payerReference, reference].flatMap((each) => (each === null ? [] : paymentCodesIn(each)));

function fitOf(
  { status, asset, outstanding }: PledgeRow,
  { currency, amountMinor }: BankEntry,
): Fit {
  if (asset !== currency) return 'currency';
  if (status !== 'accepted') return 'undecided';
  return amountMinor <= BigInt(outstanding) ? 'fits' : 'beyond';
}

const proposalOf = (row: PledgeRow, entry: BankEntry, why: Proposal['why']): Proposal => ({
  ref: row.ref,
  giver: { id: row.giverId, name: row.name, status: row.giverStatus },
  asset: row.asset,
  outstanding: BigInt(row.outstanding),
  why,
  fit: fitOf(row, entry),
});

/** A giver may pay through somebody, and banks may name both. */
const isNamed = ({ name, payer }: PledgeRow, named: string): boolean =>
  named
    .split(' / ')
    .some((each) => [name, payer].some((ours) => ours !== null && mayBeSameName(each, ours)));

/** With the pledges whose reference the payer wrote; else with the only one whose amount and giver agree. */
export async function matchEntries(
  reader: Db | Tx,
  entries: readonly BankEntry[],
): Promise<MatchedEntry[]> {
  const payments = entries.filter(({ state, amountMinor }) => state === 'open' && amountMinor > 0n);
  const codes = new Map(payments.map((entry) => [entry.id, new Set(codesOf(entry))]));
  const coded = await byCodes(reader, [...new Set([...codes.values()].flatMap((set) => [...set]))]);
  const amounts = await byAmounts(
    reader,
    payments.filter(({ name }) => name !== null),
  );
  return entries.map((entry) => {
    const proposals = proposalsFor(entry, codes.get(entry.id), coded, amounts);
    return { ...entry, proposals, sure: sureOf(entry, proposals) };
  });
}

function proposalsFor(
  entry: BankEntry,
  codes: ReadonlySet<string> | undefined,
  coded: readonly PledgeRow[],
  amounts: readonly (PledgeRow & { amount: string })[],
): Proposal[] {
  if (!codes) return [];
  const meant = coded.filter(({ ref, paymentRef }) => codes.has(ref) || codes.has(paymentRef));
  if (meant.length > 0) return meant.map((row) => proposalOf(row, entry, 'reference'));
  const { name, currency, amountMinor } = entry;
  const named = amounts.filter(
    (row) =>
      name !== null &&
      row.asset === currency &&
      row.amount === String(amountMinor) &&
      isNamed(row, name),
  );
  return named.length === 1 ? [proposalOf(named[0]!, entry, 'name')] : [];
}

/** The pledge to record an entry for without a further question. */
function sureOf({ mayBeTwin }: BankEntry, [first, ...others]: readonly Proposal[]): string | null {
  if (!first || others.length > 0 || mayBeTwin) return null;
  return first.why === 'reference' && first.fit === 'fits' ? first.ref : null;
}
