import { z } from 'zod';
import { ReportView } from '../../../web/desk/report/page.tsx';
import type { Context } from '../../context.ts';
import { today } from '../../domain/day.ts';
import { fieldError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { days } from '../../exports/file.ts';
import { parse } from '../../http/parse.ts';
import type { DeskPages } from '../frame.ts';
import { queryOf } from '../lists/desk-list.ts';
import { lastQuarter, readReport } from './model.ts';

export function registerReport(pages: DeskPages, ctx: Context): void {
  pages.get('/admin/report', 'view', async (desk) => {
    const asked = parse(z.strictObject(days), queryOf(desk.request.query));
    const now = today(ctx.now());
    const quarter = lastQuarter(now);
    const to = asked.to ?? (asked.from === undefined ? quarter.to : now);
    const from = asked.from ?? (asked.to === undefined ? quarter.from : `${to.slice(0, 4)}-01-01`);
    if (to < from) throw fieldError('to', say().desk.endsBeforeItBegins);
    const page = { today: now, ...(await readReport(ctx, { from, to })) };
    return pages.send(desk, ReportView, page);
  });
}
