import type { FastifyReply } from 'fastify';
import { DESK_PAGES } from '../../../web/desk/frame.tsx';
import { HIDE_BEGIN } from '../../../web/desk/overview/begin.tsx';
import { OverviewView } from '../../../web/desk/overview/page.tsx';
import type { Again } from '../../../web/desk/queue/parts.tsx';
import type { Context } from '../../context.ts';
import { doneAt, statusByField, type DeskPages, type DeskRequest } from '../frame.ts';
import { readInitiative } from '../initiative/model.ts';
import { hideBegin, readBegin } from './begin.ts';
import { readOverview } from './model.ts';

const { path: PATH } = DESK_PAGES.overview;

/** The desk's first page, and again after a decision on it was refused. */
export async function showOverview(
  pages: DeskPages,
  ctx: Context,
  desk: DeskRequest,
  again: Again | null = null,
): Promise<FastifyReply> {
  const initiative = await readInitiative(ctx);
  const page = {
    ...(await readOverview(ctx, desk.actor)),
    begin: await readBegin(ctx.db, desk.actor, initiative),
    canTurnOnRates: ctx.config.ratesUrl === null && !initiative.fetchRates,
    now: ctx.now(),
    back: PATH,
    again,
  };
  return pages.send(desk, OverviewView, page, again ? statusByField(again.form) : 200);
}

export function registerOverview(pages: DeskPages, ctx: Context): void {
  pages.get(PATH, 'view', (desk) => showOverview(pages, ctx, desk));
  pages.post(HIDE_BEGIN, 'manage', [], async ({ actor, key, reply }) => {
    await hideBegin(ctx, actor, key);
    return doneAt(reply, PATH, 'begin.hide');
  });
}
