import type { ViewPage } from '../../../web/desk/lists/view.tsx';
import type { Assets } from '../../../web/pages/page.tsx';
import { renderCash } from '../../../web/desk/lists/cash.tsx';
import { renderExports } from '../../../web/desk/exports/page.tsx';
import { renderMovementsView } from '../../../web/desk/lists/movements.tsx';
import { renderOverdue } from '../../../web/desk/lists/overdue.tsx';
import { renderPaymentsView } from '../../../web/desk/lists/payments.tsx';
import { renderPledgesView } from '../../../web/desk/lists/pledges.tsx';
import { renderShortfall } from '../../../web/desk/lists/shortfall.tsx';
import { renderSignatoriesView } from '../../../web/desk/lists/signatories.tsx';
import { hasRight, type Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { today } from '../../domain/day.ts';
import { serveAdminFiles, type AnswerFile } from '../../exports/routes.ts';
import { sendPage } from '../../http/page.ts';
import { parse } from '../../http/parse.ts';
import { deskFrame, type DeskPages } from '../frame.ts';
import { cash } from './cash.ts';
import { movements } from './movements.ts';
import { overdue } from './overdue.ts';
import { payments } from './payments.ts';
import { pledges } from './pledges.ts';
import { shortfall } from './shortfall.ts';
import { signatories } from './signatories.ts';
import { fileOf, queryOf, readView, type Asked, type View } from './view.ts';

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
