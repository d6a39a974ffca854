import { parseCookie, stringifySetCookie } from 'cookie';
import type { VNode } from 'preact';
import type { z } from 'zod';
import type { ListPage } from '../../../web/desk/lists/list-page.tsx';
import { BankMonthView } from '../../../web/desk/lists/bank-month.tsx';
import { CashView } from '../../../web/desk/lists/cash.tsx';
import { ExportsView } from '../../../web/desk/exports/page.tsx';
import { MovementsView } from '../../../web/desk/lists/movements.tsx';
import { OverdueView } from '../../../web/desk/lists/overdue.tsx';
import { PaymentsView } from '../../../web/desk/lists/payments.tsx';
import { PledgesView } from '../../../web/desk/lists/pledges.tsx';
import { ShortfallView } from '../../../web/desk/lists/shortfall.tsx';
import { SignatoriesView } from '../../../web/desk/lists/signatories.tsx';
import { hasRight, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { today } from '../../domain/day.ts';
import { serveAdminFiles, type AnswerFile } from '../../exports/routes.ts';
import { parse } from '../../http/parse.ts';
import type { DeskPages, DeskRequest } from '../frame.ts';
import { bankMonth } from './bank-month.ts';
import { cash } from './cash.ts';
import { movements } from './movements.ts';
import { overdue } from './overdue.ts';
import { payments } from './payments.ts';
import { pledges } from './pledges.ts';
import { shortfall } from './shortfall.ts';
import { signatories } from './signatories.ts';
import { fileOf, queryOf, readDeskList, type Asked, type DeskList } from './desk-list.ts';

/** Who writes to people sees their addresses, and so does who may export them anyway. */
export const seesAddresses = (actor: Actor): boolean =>
  hasRight(actor, 'decide') || hasRight(actor, 'export');

const KEPT = 'muster-filter';
const KEPT_LENGTH = 500;

/** How the list was last filtered, for an address that says nothing of it. */
function keptFilter({ request }: DeskRequest, filters: z.ZodType): string | null {
  const { done, ...asked } = request.query as Record<string, string>;
  const kept = new URLSearchParams(parseCookie(request.headers.cookie ?? '')[KEPT]);
  if (kept.size === 0 || Object.keys(asked).length > 0) return null;
  // An earlier version may have kept it.
  if (!filters.safeParse(Object.fromEntries(kept)).success) return null;
  if (done !== undefined) kept.set('done', done);
  return kept.toString();
}

/** In this browser until it closes; without what was typed, which may be a name. */
function keepFilter(
  { request, reply }: DeskRequest,
  path: string,
  asked: Record<string, unknown>,
  typed: readonly string[],
): void {
  const kept = Object.entries(asked).filter(
    (pair): pair is [string, string] =>
      typeof pair[1] === 'string' && ![...typed, 'cursor'].includes(pair[0]),
  );
  const value = new URLSearchParams(kept).toString();
  const before = parseCookie(request.headers.cookie ?? '')[KEPT] ?? '';
  if (value === before || value.length > KEPT_LENGTH) return;
  const at = { name: KEPT, path, httpOnly: true, sameSite: 'lax' } as const;
  void reply.header(
    'set-cookie',
    stringifySetCookie(value === '' ? { ...at, value, maxAge: 0 } : { ...at, value }),
  );
}

export function registerLists(pages: DeskPages, ctx: Context, answerFile: AnswerFile): void {
  const show = <F extends Asked>(list: DeskList<F>, page: (page: ListPage) => VNode): void => {
    const path = `/admin/${list.name}`;
    const right = list.audience === 'desk' ? 'view' : 'export';
    pages.get(path, 'view', async (desk) => {
      const asked = queryOf(desk.request.query);
      const kept = keptFilter(desk, list.filters);
      if (kept !== null) return desk.reply.redirect(`${path}?${kept}`, 303);
      const filters = parse(list.filters, asked);
      keepFilter(desk, path, asked, list.typed);
      const seen = await readDeskList(ctx, list, filters, seesAddresses(desk.actor));
      const { facts, rows, next, sums, assets } = seen;
      return pages.send(desk, page, {
        path,
        filter: asked as Record<string, string>,
        sort: filters.sort,
        dir: filters.dir ?? list.sorts[filters.sort]!.dir,
        defaults: Object.fromEntries(
          Object.entries(list.sorts).map(([name, { dir }]) => [name, dir]),
        ),
        asOf: { size: Number(facts.size), at: facts.at },
        today: facts.today,
        currency: facts.currency,
        rows,
        next,
        sums,
        assets,
        hasAddresses: facts.addresses,
        mayDownload: hasRight(desk.actor, right),
      });
    });
    pages.get(`${path}.csv`, right, (desk) =>
      answerFile(fileOf(list, today(ctx.now())), { ...desk, query: queryOf(desk.request.query) }),
    );
  };
  show(pledges, PledgesView);
  show(signatories, SignatoriesView);
  show(movements, MovementsView);
  show(overdue, OverdueView);
  show(cash, CashView);
  show(payments, PaymentsView);
  show(shortfall, ShortfallView);
  show(bankMonth, BankMonthView);

  pages.get('/admin/exports', 'export', (desk) => pages.send(desk, ExportsView, {}));
  serveAdminFiles((file) =>
    pages.get(`/admin/exports/${file.name}.csv`, 'export', (desk) =>
      answerFile(file, { ...desk, query: queryOf(desk.request.query) }),
    ),
  );
}
