import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import { rawStatement } from '../db/prepared.ts';
import * as people from '../db/people.ts';
import type { Mail } from './queue.ts';

/** An email that is queued once for each `occasion` of its `object`, a reference, code or id. */
export interface Told {
  /** `unless`: not to this address, which is told otherwise. */
  to: { address: string } | { signatoryId: string; unless?: string | null };
  mail: Mail;
  object: string;
  occasion: string;
}

const toldRow = z.strictObject({ object: z.string() });

const queueFresh = rawStatement(
  sql`
  WITH wanted AS (
    SELECT asked.kind, asked.object, asked.occasion, asked.data, coalesce(asked.address, signatory.email) AS address
    FROM json_to_recordset(${sql.placeholder('told')}::json) AS asked
      (kind text, object text, occasion text, data jsonb, address text, signatory uuid, "unless" text)
    LEFT JOIN signatory ON signatory.id = asked.signatory
      AND confirmed_at IS NOT NULL AND status <> 'rejected' AND email IS DISTINCT FROM asked."unless"
    WHERE coalesce(asked.address, signatory.email) IS NOT NULL
  ), fresh AS (
    INSERT INTO told (kind, object, occasion, at)
    SELECT kind, object, occasion, ${sql.placeholder('now')}::timestamptz FROM wanted
    ON CONFLICT DO NOTHING
    RETURNING kind, object, occasion
  ), queued AS (
    INSERT INTO mail (id, kind, address, data, created_at, due_at, turn_at)
    SELECT gen_random_uuid(), kind, address, data, ${sql.placeholder('now')}::timestamptz,
      ${sql.placeholder('now')}::timestamptz, ${sql.placeholder('now')}::timestamptz
    FROM wanted JOIN fresh USING (kind, object, occasion)
  )
  SELECT object FROM fresh`,
  toldRow,
);

/**
 * Queues emails that nobody was told of yet, each to an address or to a signatory who has confirmed one. The key lasts
 * though the email is deleted once it is sent, so nothing that is done twice tells anybody twice. Returns how many are
 * new.
 */
export async function queueOnce(
  tx: Tx,
  { now }: Pick<Context, 'now'>,
  told: readonly Told[],
): Promise<number> {
  if (told.length === 0) return 0;
  const rows = told.map(({ to, mail: { kind, ...data }, object, occasion }) => ({
    kind,
    object,
    occasion,
    data,
    ...('address' in to ? to : { signatory: to.signatoryId, unless: to.unless ?? null }),
  }));
  return (await queueFresh(tx, { told: JSON.stringify(rows), now: now().toISOString() })).length;
}

export async function wasTold(
  reader: Db | Tx,
  { kind, object, occasion }: { kind: Mail['kind']; object: string; occasion: string },
): Promise<boolean> {
  const { told } = people;
  const found = await reader
    .select({ at: told.at })
    .from(told)
    .where(and(eq(told.kind, kind), eq(told.object, object), eq(told.occasion, occasion)));
  return found.length > 0;
}
