import { asc } from 'drizzle-orm';
import { z } from 'zod';
import { AuditView } from '../../../web/desk/audit/page.tsx';
import { NAMELESS, readTrail } from '../../audit/read.ts';
import type { Context } from '../../context.ts';
import { admin } from '../../db/desk.ts';
import { ACTS } from '../../domain/audit-trail.ts';
import { paged } from '../../http/paging.ts';
import { parse } from '../../http/parse.ts';
import { day } from '../../http/text.ts';
import type { DeskPages } from '../frame.ts';

const LINES = 50;

const text = z.string().trim().max(200);

const auditInput = z.object({
  object: text.optional(),
  name: text.optional(),
  act: z.enum(ACTS).optional(),
  who: z.union([z.uuid(), z.enum(NAMELESS)]).optional(),
  from: day.optional(),
  to: day.optional(),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});

export function registerAudit(pages: DeskPages, ctx: Context): void {
  pages.get('/admin/audit', 'view', async (desk) => {
    const asked = Object.entries(desk.request.query as Record<string, unknown>);
    const input = parse(auditInput, Object.fromEntries(asked.filter(([, value]) => value !== '')));
    const { cursor, act, ...filter } = input;
    const { id, name } = admin;
    const [lines, admins] = await Promise.all([
      readTrail(
        ctx.db,
        { ...filter, acts: act && [act] },
        { limit: LINES + 1, before: cursor === undefined ? undefined : BigInt(cursor) },
      ),
      ctx.db.select({ id, name }).from(admin).orderBy(asc(name), asc(id)),
    ]);
    const { items, next } = paged(lines, LINES, (line) => line.id);
    return pages.send(desk, AuditView, {
      query: { act, ...filter },
      lines: items,
      cursor: cursor ?? null,
      next,
      admins,
    });
  });
}
