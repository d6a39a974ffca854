import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../../db/db.ts';
import type * as payments from '../../db/payments.ts';
import { rowsFrom } from '../../db/sql.ts';
import { PROVIDER_VERBS, type DifferenceKind, type ProviderVerb } from '../../domain/payment.ts';
import { stepKey, type StepName } from '../follow/missing-steps.ts';
import { recordedUnder } from '../follow/payment-balance.ts';
import type { Line } from './statement.ts';

interface Differing extends Line {
  kind: DifferenceKind;
  /** Null also for an amount in another currency. */
  ours: bigint | null;
}

export interface Period {
  from: Date;
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

export const rowOf = ({ amount: theirs, at, ...line }: Differing): FoundRow => {
  const { kind, object, verb, currency, intent, code, ours } = line;
  const facts = { kind, object, verb, currency, intent, code, payment: null };
  return { ...facts, theirs, ours, at: at.toISOString() };
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

const keptRow = z.strictObject({
  object: z.string(),
  verb: z.enum(PROVIDER_VERBS),
  is_aside: z.boolean(),
});

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
  const kept = await rowsFrom(tx, keptRow)`
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
    RETURNING object, verb, aside_note IS NOT NULL AS is_aside`;
  return new Set(kept.filter((row) => row.is_aside).map(stepKey));
}

/** The lines that the ledger has differently. Only the money counts, not its pledge; another currency differs. */
export async function differing(db: Db | Tx, lines: readonly Line[]): Promise<Differing[]> {
  const all = lines.flatMap(({ names }) => names);
  const recorded = await recordedUnder(db, all);
  const byStep = Map.groupBy(recorded, ({ name, verb }) => stepKey({ object: name, verb }));
  return lines.flatMap((line): Differing[] => {
    const under = (verb: ProviderVerb) =>
      line.names.flatMap((object) => byStep.get(stepKey({ object, verb })) ?? []);
    const found = under(line.verb);
    if (found.some(({ asset }) => asset !== line.currency)) {
      return [{ ...line, kind: 'amount', ours: null }];
    }
    if (found.length > 0) {
      const ours = found.reduce((sum, each) => sum + each.sum, 0n);
      return ours === line.amount ? [] : [{ ...line, kind: 'amount', ours }];
    }
    const isOwed = line.after === null || under(line.after).length > 0;
    return isOwed ? [{ ...line, kind: 'missing', ours: null }] : [];
  });
}

const undoneRow = z.strictObject({
  object: z.string(),
  verb: z.custom<ProviderVerb>(),
  at: z.string(),
  by: z.string(),
  adminId: z.string().nullable(),
  admin: z.string().nullable(),
  token: z.string().nullable(),
  signatoryId: z.null(),
  signatory: z.null(),
});

export async function lastUndone(
  reader: Db | Tx,
  differences: readonly (StepName & { kind: DifferenceKind })[],
) {
  const missing = differences.filter(({ kind }) => kind === 'missing');
  if (missing.length === 0) return new Map<string, never>();
  const objects = sql.param([...new Set(missing.map(({ object }) => object))]);
  const rows = await rowsFrom(reader, undoneRow)`
    SELECT DISTINCT ON (evidence.reference, undone.verb)
      evidence.reference AS object, undone.verb, audit.by,
      to_char(audit.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at,
      audit.admin_id AS "adminId", admin.name AS admin, api_token.name AS token,
      NULL AS "signatoryId", NULL AS signatory
    FROM evidence
    JOIN movement undone USING (batch)
    JOIN movement undoing ON undoing.pledge_id = undone.pledge_id AND undoing.reverses = undone.seq
    JOIN audit ON audit.object = undone.batch AND audit.act = 'batch.reverse'
      AND audit.by <> 'stripe'
    LEFT JOIN admin ON admin.id = audit.admin_id
    LEFT JOIN api_token ON api_token.id = audit.means_id
    WHERE evidence.reference = ANY(${objects}::text[])
    ORDER BY evidence.reference, undone.verb, undoing.seq DESC`;
  return new Map(
    rows.map(
      ({ object, verb, at, ...doer }) =>
        [stepKey({ object, verb }), { at: new Date(at), doer }] as const,
    ),
  );
}
