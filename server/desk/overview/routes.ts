import type { FastifyReply } from 'fastify';
import { DESK_PAGES } from '../../../web/desk/frame.tsx';
import { OverviewView } from '../../../web/desk/overview/page.tsx';
import type { Again } from '../../../web/desk/queue/parts.tsx';
import type { Context } from '../../context.ts';
import { statusByField, type DeskPages, type DeskRequest } from '../frame.ts';
import { readInitiative } from '../initiative/model.ts';
import { readOverview } from './model.ts';

const { path: PATH } = DESK_PAGES.overview;

/** The desk's first page, and again after a decision on it was refused. */
export async function showOverview(
  pages: DeskPages,
  ctx: Context,
  desk: DeskRequest,
  again: Again | null = null,
): Promise<FastifyReply> {
  const page = {
    ...(await readOverview(ctx, desk.actor)),
    canTurnOnRates: ctx.config.ratesUrl === null && !(await readInitiative(ctx)).fetchRates,
    now: ctx.now(),
    back: PATH,
    again,
  };
  return pages.send(desk, OverviewView, page, again ? statusByField(again.form) : 200);
}

export function registerOverview(pages: DeskPages, ctx: Context): void {
  pages.get(PATH, 'view', (desk) => showOverview(pages, ctx, desk));
}
