/** Which pledges an entry may pay. */
import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { BankEntry, MatchedEntry, Proposal } from '../../web/data/bank.ts';
import type { Db } from '../db/db.ts';
import { rowsOf } from '../db/sql.ts';
import { OUTSTANDING } from '../db/standing.ts';
import { paymentCodesIn } from '../domain/payment-codes.ts';
import { mayBeSameName } from '../domain/same-name.ts';

const pledgeRow = z.strictObject({
  ref: z.string(),
  paymentRef: z.string(),
  asset: z.string(),
  isAccepted: z.boolean(),
  giverId: z.string(),
  name: z.string(),
  giverStatus: z.string(),
  payer: z.string().nullable(),
  outstanding: z.string(),
  due: z.array(z.string()),
});
type PledgeRow = z.infer<typeof pledgeRow>;

const isOpen = (stage: SQL): SQL =>
  sql`CASE WHEN ${stage} IN ${OUTSTANDING} THEN quantity ELSE 0 END`;

/** Not as of a checkpoint: of several entries for one pledge, the next is looked at as soon as one is recorded. */
const OUTSTANDING_NOW = sql`SELECT coalesce(sum(${isOpen(sql`to_stage`)} - ${isOpen(sql`from_stage`)}), 0)
  FROM movement WHERE movement.pledge_id = pledge.id`;

/** Pledges of money with one of the codes, or of which one of the amounts is outstanding, in all or as an instalment. */
const candidates = async (
  db: Db,
  codes: readonly string[],
  amounts: readonly string[],
): Promise<PledgeRow[]> =>
  rowsOf(
    await db.execute(sql`
      WITH due AS (
        SELECT pledge_id, outstanding FROM outstanding_part
        UNION SELECT pledge_id, sum(outstanding)::bigint FROM outstanding_part GROUP BY pledge_id)
      SELECT pledge.ref, pledge.payment_ref AS "paymentRef", pledge.asset,
        pledge.status = 'accepted' AS "isAccepted",
        signatory.id::text AS "giverId", signatory.name, signatory.status AS "giverStatus",
        pledge.paid_through ->> 'name' AS payer, (${OUTSTANDING_NOW})::text AS outstanding,
        ARRAY(SELECT outstanding::text FROM due WHERE pledge_id = pledge.id) AS due
      FROM pledge JOIN signatory ON signatory.id = pledge.signatory_id
      WHERE pledge.source IS NULL AND pledge.id IN (
        SELECT id FROM pledge WHERE ref = ANY(${sql.param(codes)}::text[])
        UNION SELECT id FROM pledge WHERE payment_ref = ANY(${sql.param(codes)}::text[])
        UNION SELECT pledge_id FROM due WHERE outstanding = ANY(${sql.param(amounts)}::bigint[]))`),
    pledgeRow,
  );

const codesOf = ({ text, payerReference, reference }: BankEntry): string[] =>
  [text, payerReference, reference].flatMap((each) => (each === null ? [] : paymentCodesIn(each)));

function proposalOf(row: PledgeRow, entry: BankEntry, why: Proposal['why']): Proposal {
  const { ref, asset, isAccepted } = row;
  const outstanding = isAccepted ? BigInt(row.outstanding) : null;
  return {
    ref,
    giver: { id: row.giverId, name: row.name, status: row.giverStatus },
    asset,
    outstanding,
    why,
    fits: asset === entry.currency && outstanding !== null && entry.amountMinor <= outstanding,
  };
}

/** A giver may pay through somebody, and banks may name both. */
const isNamed = ({ name, payer }: PledgeRow, named: string | null): boolean =>
  (named ?? '')
    .split(' / ')
    .some((each) => [name, payer].some((ours) => ours !== null && mayBeSameName(each, ours)));

/** With the pledges whose reference the payer wrote; else with the only one whose amount and giver agree. */
export async function matchEntries(db: Db, entries: readonly BankEntry[]): Promise<MatchedEntry[]> {
  const payments = entries.filter(
    ({ state, amountMinor }) => state !== 'recorded' && amountMinor > 0n,
  );
  const codes = new Map(payments.map((entry) => [entry.id, new Set(codesOf(entry))]));
  const pledges = await candidates(
    db,
    [...new Set([...codes.values()].flatMap((set) => [...set]))],
    payments.filter(({ name }) => name !== null).map(({ amountMinor }) => String(amountMinor)),
  );
  return entries.map((entry) => {
    const proposals = proposalsFor(entry, codes.get(entry.id), pledges);
    const [first, ...others] = proposals;
    const isSure = first?.why === 'reference' && first.fits && others.length === 0;
    return { ...entry, proposals, sure: isSure ? first.ref : null };
  });
}

function proposalsFor(
  entry: BankEntry,
  codes: ReadonlySet<string> | undefined,
  pledges: readonly PledgeRow[],
): Proposal[] {
  if (!codes) return [];
  const meant = pledges.filter(({ ref, paymentRef }) => codes.has(ref) || codes.has(paymentRef));
  if (meant.length > 0) return meant.map((row) => proposalOf(row, entry, 'reference'));
  const named = pledges.filter(
    (row) =>
      row.asset === entry.currency &&
      row.due.includes(String(entry.amountMinor)) &&
      isNamed(row, entry.name),
  );
  return named.length === 1 ? [proposalOf(named[0]!, entry, 'name')] : [];
}
