import type { ViewPage } from '../../web/desk/view.tsx';
import type { Assets } from '../../web/page.tsx';
import { renderCash } from '../../web/desk/cash.tsx';
import { renderExports } from '../../web/desk/exports.tsx';
import { renderMovementsView } from '../../web/desk/movements-view.tsx';
import { renderOverdue } from '../../web/desk/overdue.tsx';
import { renderPaymentsView } from '../../web/desk/payments-view.tsx';
import { renderPledgesView } from '../../web/desk/pledges-view.tsx';
import { renderShortfall } from '../../web/desk/shortfall.tsx';
import { renderSignatoriesView } from '../../web/desk/signatories-view.tsx';
import { hasRight, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { today } from '../domain/day.ts';
import { serveAdminFiles, type AnswerFile } from '../exports/routes.ts';
import { sendPage } from '../http/page.ts';
import { parse } from '../http/parse.ts';
import { deskFrame, type DeskPages } from './frame.ts';
import { cash } from './views/cash.ts';
import { movements } from './views/movements.ts';
import { overdue } from './views/overdue.ts';
import { payments } from './views/payments.ts';
import { pledges } from './views/pledges.ts';
import { shortfall } from './views/shortfall.ts';
import { signatories } from './views/signatories.ts';
import { fileOf, queryOf, readView, type Asked, type View } from './views/view.ts';

/** Whose addresses somebody may see: who writes to them, and who may take them along anyway. */
export const seesAddresses = (actor: Actor): boolean =>
  hasRight(actor, 'decide') || hasRight(actor, 'export');

/** The desk's lists, each as a page and as a file of all that the page is of, and the full exports. */
export function registerViews(
  pages: DeskPages,
  ctx: Context,
  { assets, answerFile }: { assets: Assets; answerFile: AnswerFile },
): void {
  const show = <F extends Asked>(
    view: View<F>,
    render: (page: ViewPage, assets: Assets) => string,
  ): void => {
    const path = `/admin/${view.name}`;
    pages.get(path, 'view', async (desk) => {
      const asked = queryOf(desk.request.query);
      const filters = parse(view.filters, asked);
      const {
        facts,
        rows,
        next,
        sums,
        assets: offered,
      } = await readView(ctx, view, filters, seesAddresses(desk.actor));
      const { currency, at, size } = facts;
      const page: ViewPage = {
        frame: await deskFrame(ctx, desk),
        path,
        filter: asked as Record<string, string>,
        sort: filters.sort,
        dir: filters.dir ?? view.sorts[filters.sort]!.dir,
        defaults: Object.fromEntries(
          Object.entries(view.sorts).map(([name, { dir }]) => [name, dir]),
        ),
        asOf: { size: Number(size), at },
        today: facts.today,
        currency,
        rows,
        next,
        sums,
        assets: offered,
        hasAddresses: facts.addresses,
        mayDownload: hasRight(desk.actor, view.audience === 'desk' ? 'view' : 'export'),
      };
      return sendPage(desk.reply, 200, render(page, assets));
    });
    pages.get(`${path}.csv`, view.audience === 'desk' ? 'view' : 'export', (desk) =>
      answerFile(fileOf(view, today(ctx.now())), {
        ...desk,
        query: queryOf(desk.request.query),
      }),
    );
  };
  show(pledges, renderPledgesView);
  show(signatories, renderSignatoriesView);
  show(movements, renderMovementsView);
  show(overdue, renderOverdue);
  show(cash, renderCash);
  show(payments, renderPaymentsView);
  show(shortfall, renderShortfall);

  pages.get('/admin/exports', 'export', async (desk) =>
    sendPage(desk.reply, 200, renderExports({ frame: await deskFrame(ctx, desk) }, assets)),
  );
  serveAdminFiles((file) =>
    pages.get(`/admin/exports/${file.name}.csv`, 'export', (desk) =>
      answerFile(file, { ...desk, query: queryOf(desk.request.query) }),
    ),
  );
}
