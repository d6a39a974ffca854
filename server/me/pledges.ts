import { openOf, type MePage } from '../../web/pages/me.tsx';
import type { OwnPledge, OwnRequest } from '../../web/data/me.ts';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import type { PledgeRequest } from '../db/pledges.ts';
import { agreedOf } from '../domain/agreed.ts';
import { today } from '../domain/day.ts';
import { instalmentOf } from '../ledger/terms.ts';
import {
  findOwnPledge,
  findOwnPledges,
  type OwnPledge as Found,
  ownPledgesInput,
} from '../pledges/mine.ts';
import { paymentRefOf, shownStatus, wasAccepted } from '../pledges/pledge-row.ts';
import { ownLineOf } from '../public/pledges-model.ts';

const SHOWN = 50;

/** A page of the pledges of whoever is signed in, the newest first; a cursor that is none asks for the first. */
export async function ownPledges(
  ctx: Context,
  actor: Actor,
  asked: unknown,
): Promise<Pick<MePage, 'pledges' | 'list'>> {
  const cursor = ownPledgesInput.shape.cursor.safeParse(asked).data;
  const { pledges, next } = await findOwnPledges(ctx.db, actor, { limit: SHOWN, cursor });
  return { pledges: pledges.map(pageOf), list: { cursor: cursor ?? null, next } };
}

/** More than anybody has by hand. */
export const MOST_PLEDGES = 10_000;

/** Those of which something is still expected: the signature cannot be withdrawn before them. */
export async function openPledges(ctx: Context, actor: Actor): Promise<OwnPledge[]> {
  const { pledges } = await findOwnPledges(ctx.db, actor, { limit: MOST_PLEDGES });
  return pledges.map(pageOf).filter((pledge) => openOf(pledge) > 0n);
}

/** One of them. Throws `not-found` for another's. */
export const ownPledge = async (ctx: Context, actor: Actor, ref: string): Promise<OwnPledge> =>
  pageOf(await findOwnPledge(ctx.db, actor, ref));

const requestOf = ({ kind, text, instalments, quantity }: PledgeRequest): OwnRequest => ({
  kind,
  text,
  instalments: instalments?.map(instalmentOf) ?? [],
  quantity,
});

/** What was asked and waits, and what was decided last. */
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
