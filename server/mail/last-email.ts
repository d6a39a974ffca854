import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { requireRight, requireTouch } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { rowsOf } from '../db/sql.ts';
import { write } from '../db/write.ts';
import { conflict } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { termsVersion } from '../initiative/change.ts';
import { checkSeen, lockInitiative, type Initiative } from '../initiative/read.ts';
import type { UseCase } from '../use-case.ts';

/** Names the closing. Throws `conflict` where there is none. */
export function closingOf({ closedAt }: Initiative): string {
  if (closedAt === null) throw conflict(say().initiative.notEnded);
  return closedAt.toISOString();
}

/** Who signed, can be reached, and wasn't told of this closing yet. It is about their signature, so no consent to news is needed. */
const toTell = (closing: string): SQL => sql`signatory
  WHERE status = 'published' AND confirmed_at IS NOT NULL AND email IS NOT NULL
    AND NOT EXISTS (SELECT FROM mail WHERE mail.address = signatory.email AND given_up_at IS NOT NULL)
    AND NOT EXISTS (SELECT FROM told
      WHERE kind = 'closing' AND object = signatory.id::text AND occasion = ${closing})`;

const counted = z.strictObject({ count: z.int() });

export async function countLastEmail({ db }: Pick<Context, 'db'>, closing: string) {
  const found = await db.execute(sql`SELECT count(*)::int AS count FROM ${toTell(closing)}`);
  return rowsOf(found, counted)[0]!.count;
}

/** One statement, however many there are; everybody else's emails go first for a day. Throws `conflict`, `touch-again`. */
export const sendLastEmail: UseCase<{ seen: string }> = (ctx, actor, key, { seen }) => {
  requireRight(actor, 'manage');
  requireTouch(actor, ctx.now());
  return write(ctx, key, async (tx) => {
    const row = await lockInitiative(tx);
    checkSeen(seen, termsVersion(row));
    const closing = closingOf(row);
    const now = sql`${ctx.now().toISOString()}::timestamptz`;
    const [queued] = rowsOf(
      await tx.execute(sql`
        WITH fresh AS (
          INSERT INTO told (kind, object, occasion, at)
          SELECT 'closing', id::text, ${closing}, ${now} FROM ${toTell(closing)}
          ON CONFLICT DO NOTHING RETURNING object
        ), queued AS (
          INSERT INTO mail (id, kind, address, data, created_at, due_at, turn_at)
          SELECT gen_random_uuid(), 'closing', email, ${JSON.stringify({ closedAt: closing })}::jsonb,
            ${now}, ${now}, ${now} + interval '1 day'
          FROM signatory JOIN fresh ON object = signatory.id::text
        )
        SELECT count(*)::int AS count FROM fresh`),
      counted,
    );
    if (queued!.count === 0) throw conflict(say().initiative.allTold);
    await audit(tx, ctx, actor, { act: 'initiative.email', object: null, facts: queued! });
    return { status: 201, body: queued! };
  });
};
