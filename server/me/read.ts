import { eq } from 'drizzle-orm';
import type { OwnPledge, OwnRequest } from '../../web/data/me.ts';
import { openOf } from '../../web/pages/me.tsx';
import { requireSignatory, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import type { PledgeRequest } from '../db/pledges.ts';
import { signatory } from '../db/schema.ts';
import { agreedOf } from '../domain/agreed.ts';
import { today } from '../domain/day.ts';
import { notFound } from '../domain/errors.ts';
import { profileOf } from '../domain/profile.ts';
import { say } from '../domain/say.ts';
import { hasSigned, statementStatus } from '../domain/signatory.ts';
import { instalmentOf } from '../ledger/terms.ts';
import { isUnconfirmed, paymentRefOf, shownStatus, wasAccepted } from '../pledges/pledge-row.ts';
import {
  findOwnPledges,
  ownPledgeJson,
  findOwnPledge,
  ownPledgesInput,
  type OwnPledge as Found,
} from '../pledges/mine.ts';
import { ownLineOf } from '../public/pledges-model.ts';
import { listSessions } from '../sessions/session.ts';

const SHOWN = 50;

/** Newest first. A wrong cursor means the first page. */
export async function ownPledges(ctx: Context, actor: Actor, asked: unknown) {
  const cursor = ownPledgesInput.shape.cursor.safeParse(asked).data;
  const { pledges, next } = await findOwnPledges(ctx.db, actor, { limit: SHOWN, cursor });
  return { pledges: pledges.map(pageOf), list: { cursor: cursor ?? null, next } };
}

/** More than anybody has by hand. */
export const MOST_PLEDGES = 10_000;

export async function openPledges(ctx: Context, actor: Actor): Promise<OwnPledge[]> {
  const { pledges } = await findOwnPledges(ctx.db, actor, { limit: MOST_PLEDGES });
  return pledges.map(pageOf).filter((pledge) => openOf(pledge) > 0n);
}

export const ownPledge = async (ctx: Context, actor: Actor, ref: string): Promise<OwnPledge> =>
  pageOf(await findOwnPledge(ctx.db, actor, ref));

const requestOf = ({ kind, text, instalments, quantity }: PledgeRequest): OwnRequest => ({
  kind,
  text,
  instalments: instalments?.map(instalmentOf) ?? [],
  quantity,
});

function asksOf(requests: readonly PledgeRequest[]): Pick<OwnPledge, 'request' | 'decided'> {
  const waiting = requests.find(({ status }) => status === 'waiting');
  const last = requests.find(({ reason }) => reason !== null);
  return {
    request: waiting ? requestOf(waiting) : null,
    decided: last
      ? {
          ...requestOf(last),
          isGranted: last.status === 'granted',
          reason: last.reason!,
          on: today(last.decidedAt!),
        }
      : null,
  };
}

function pageOf(found: Found): OwnPledge {
  const { row, stages, instalments, requests } = found;
  const { visibility, reason, asked, question, askedAt } = row;
  return {
    line: ownLineOf(found),
    paymentRef: paymentRefOf(row),
    status: shownStatus(row),
    wasAccepted: wasAccepted(row),
    isUnconfirmed: isUnconfirmed(row),
    revision: row.revision,
    visibility,
    reason,
    question,
    askedBackAt: askedAt?.toISOString() ?? null,
    agreed: agreedOf(row.firm, stages),
    asked: asked && BigInt(asked.quantity),
    ...asksOf(requests),
    instalments: row.instalments.length > 0 ? instalments : [],
  };
}

/** Everything we keep about a signatory, except the pledges. */
export async function readMe(ctx: Context, actor: Actor) {
  requireSignatory(actor);
  const [row] = await ctx.db.select().from(signatory).where(eq(signatory.id, actor.signatoryId));
  if (!row || !hasSigned(row)) throw notFound(say().me.signatureGone);
  const sessions = await listSessions(ctx.db, { signatoryId: row.id }, ctx.now());
  return {
    signature: {
      id: row.id,
      status: row.status,
      kind: row.kind,
      name: row.name,
      ...profileOf(row),
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
      newsSince: row.newsAt?.toISOString() ?? null,
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

export async function downloadMe(ctx: Context, actor: Actor) {
  const { pledges } = await findOwnPledges(ctx.db, actor, { limit: MOST_PLEDGES });
  return { ...(await readMe(ctx, actor)), pledges: pledges.map(ownPledgeJson) };
}
