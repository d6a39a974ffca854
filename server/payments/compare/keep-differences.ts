import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../../db/db.ts';
import type * as payments from '../../db/payments.ts';
import { rowsOf } from '../../db/sql.ts';
import type { DifferenceKind, ProviderVerb } from '../../domain/payment.ts';
import { stepKey } from '../follow/missing-steps.ts';
import { standingUnder } from '../follow/payment-balance.ts';
import type { Line } from './statement.ts';

export interface Differing {
  kind: DifferenceKind;
  line: Line;
  /** Null for nothing, and for an amount in another currency. */
  ours: bigint | null;
}

export interface Period {
  from: Date;
  /** Exclusive. */
  until: Date;
}

export type Extra = typeof payments.providerBatch.$inferSelect & { currency: string };

export interface FoundRow extends Pick<Line, 'object' | 'verb' | 'currency' | 'intent' | 'code'> {
  kind: DifferenceKind;
  payment: string | null;
  theirs: bigint | null;
  ours: bigint | null;
  /** In UTC, as RFC 3339. */
  at: string;
}

export const rowOf = ({ kind, line, ours }: Differing): FoundRow => {
  const { object, verb, currency, intent, code, amount, at } = line;
  const facts = { kind, object, verb, currency, intent, code, payment: null };
  return { ...facts, theirs: amount, ours, at: at.toISOString() };
};

export const rowOfExtra = ({ object, verb, currency, ...row }: Extra): FoundRow => ({
  kind: 'extra',
  object,
  verb,
  currency,
  intent: null,
  code: null,
  payment: row.paymentId,
  theirs: null,
  ours: row.amountMinor,
  at: row.happenedAt.toISOString(),
});

/** Replaces the differences of a period; returns the steps that are put aside. */
export async function keepDifferences(
  tx: Tx,
  { from, until }: Period,
  found: readonly FoundRow[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = found.map((row) => ({
    ...row,
    theirs: row.theirs?.toString() ?? null,
    ours: row.ours?.toString() ?? null,
  }));
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    AS given (kind text, object text, verb text, payment uuid, intent text, code text, currency text,
      theirs bigint, ours bigint, at timestamptz)`;
  await tx.execute(sql`
    DELETE FROM difference
    WHERE happened_at >= ${from.toISOString()}::timestamptz
      AND happened_at < ${until.toISOString()}::timestamptz
      AND NOT EXISTS (SELECT FROM ${given}
        WHERE given.object = difference.object AND given.verb = difference.verb)`);
  const kept = await tx.execute(sql`
    INSERT INTO difference AS was
      (kind, object, verb, payment_id, currency, theirs_minor, ours_minor, happened_at, found_at)
    SELECT kind, object, verb,
      coalesce(payment, (SELECT id FROM payment WHERE payment.intent = given.intent),
        (SELECT id FROM payment WHERE payment.code = given.code)),
      currency, theirs, ours, at, ${now.toISOString()}::timestamptz
    FROM ${given}
    ON CONFLICT (object, verb) DO UPDATE SET kind = excluded.kind, payment_id = excluded.payment_id,
      currency = excluded.currency, theirs_minor = excluded.theirs_minor,
      ours_minor = excluded.ours_minor, happened_at = excluded.happened_at,
      aside_note = CASE
        WHEN (was.kind, was.currency, was.theirs_minor, was.ours_minor) IS NOT DISTINCT FROM
          (excluded.kind, excluded.currency, excluded.theirs_minor, excluded.ours_minor)
        THEN was.aside_note END
    RETURNING object, verb, aside_note IS NOT NULL AS is_aside`);
  const aside = rowsOf<{ object: string; verb: ProviderVerb; is_aside: boolean }>(kept)
    .filter((row) => row.is_aside)
    .map(({ object, verb }) => stepKey(object, verb));
  return new Set(aside);
}

/**
 * The lines that the ledger doesn't have like this. It compares money, whichever pledge it is for; another currency
 * always differs.
 */
export async function differing(db: Db | Tx, lines: readonly Line[]): Promise<Differing[]> {
  const standing = await standingUnder(
    db,
    lines.flatMap(({ names }) => names),
  );
  const byStep = Map.groupBy(standing, ({ name, verb }) => `${name} ${verb}`);
  return lines.flatMap((line): Differing[] => {
    const under = (verb: string) =>
      line.names.flatMap((name) => byStep.get(`${name} ${verb}`) ?? []);
    const found = under(line.verb);
    if (found.some(({ asset }) => asset !== line.currency)) {
      return [{ kind: 'amount', line, ours: null }];
    }
    if (found.length > 0) {
      const ours = found.reduce((sum, each) => sum + each.sum, 0n);
      return ours === line.amount ? [] : [{ kind: 'amount', line, ours }];
    }
    const isOwed = line.after === null || under(line.after).length > 0;
    return isOwed ? [{ kind: 'missing', line, ours: null }] : [];
  });
}
