import { eq } from 'drizzle-orm';
import { requireSignatory, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { signatory } from '../db/schema.ts';
import { hasSigned, statementStatus } from '../domain/signatory.ts';
import { DomainError } from '../domain/errors.ts';
import { findOwnPledges, ownPledgeJson } from '../pledges/mine.ts';
import { listSessions } from '../sessions/session.ts';
import { MOST_PLEDGES } from './pledges.ts';

/** What is kept of the signatory who asks, but for its pledges. */
export async function readMe(ctx: Context, actor: Actor) {
  requireSignatory(actor);
  const [row] = await ctx.db.select().from(signatory).where(eq(signatory.id, actor.signatoryId));
  if (!row || !hasSigned(row)) throw new DomainError('not-found', 'This signature is gone.');
  const sessions = await listSessions(ctx.db, { signatoryId: row.id }, ctx.now());
  return {
    signature: {
      id: row.id,
      status: row.status,
      kind: row.kind,
      name: row.name,
      role: row.role,
      affiliation: row.affiliation,
      url: row.url,
      country: row.country,
      statement: row.statement,
      statementStatus: statementStatus(row),
      public: row.public,
      email: row.email,
      signedAt: row.createdAt.toISOString(),
      confirmedAt: row.confirmedAt?.toISOString() ?? null,
      publishedAt: row.publishedAt?.toISOString() ?? null,
      verifiedDomain: row.verifiedDomain,
      review: row.review,
      notice: row.notice,
      consentedAt: row.consentedAt?.toISOString() ?? null,
      question: row.question,
      askedBackAt: row.askedAt?.toISOString() ?? null,
    },
    sessions: sessions.map(({ id, browser, createdAt, seenAt, expiresAt }) => ({
      id,
      browser,
      createdAt: createdAt.toISOString(),
      seenAt: seenAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      isThis: id === actor.sessionId,
    })),
  };
}
/** All that is kept, for its owner to take along. */
export async function downloadMe(ctx: Context, actor: Actor) {
  const { pledges } = await findOwnPledges(ctx.db, actor, { limit: MOST_PLEDGES });
  return { ...(await readMe(ctx, actor)), pledges: pledges.map(ownPledgeJson) };
}
