import { and, eq, ne } from 'drizzle-orm';
import type { FormState } from '../../../web/components/form.tsx';
import * as view from '../../../web/desk/offered/page.tsx';
import { OFFER_PLEDGE_FIELDS, OFFERED_FIELDS } from '../../../web/forms/desk.ts';
import { fillFields } from '../../../web/forms/fields.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/db.ts';
import { signatory } from '../../db/schema.ts';
import { today } from '../../domain/day.ts';
import { parse } from '../../http/parse.ts';
import * as offered from '../../initiative/offered.ts';
import { BLANK, doneAt, statusOf, type DeskPages, type DeskRequest } from '../frame.ts';

const HOME = '/admin/offered';
const SHOWN = 100;

const filled = (entry: object): FormState => ({
  values: fillFields(OFFERED_FIELDS, { ...entry }),
  errors: [],
});

/** The one signatory of that name. */
async function signatoryNamed(db: Db, name: string): Promise<string | null> {
  const found = await db
    .select({ id: signatory.id })
    .from(signatory)
    .where(and(eq(signatory.name, name), ne(signatory.status, 'rejected')))
    .limit(2);
  return found.length === 1 ? found[0]!.id : null;
}

export function registerOffered(pages: DeskPages, ctx: Context): void {
  pages.get(HOME, 'view', async (desk) => {
    const { cursor } = desk.request.query as { cursor?: unknown };
    const from = typeof cursor === 'string' && /^\d{1,6}$/.test(cursor) ? Number(cursor) : 0;
    const rows = await offered
      .listOffered(ctx.db)
      .limit(SHOWN + 1)
      .offset(from);
    const page = {
      entries: rows.slice(0, SHOWN),
      cursor: from === 0 ? null : String(from),
      next: rows.length > SHOWN ? String(from + SHOWN) : null,
      today: today(ctx.now()),
    };
    return pages.send(desk, view.OfferedView, page);
  });
  pages.form(
    `${HOME}/new`,
    'decide',
    OFFERED_FIELDS,
    (desk, form = BLANK) => {
      const page = { form, is: 'add', action: `${HOME}/new` } as const;
      return pages.send(desk, view.OfferedFormView, page, statusOf(form));
    },
    async ({ actor, key, input, reply }) => {
      await offered.addOffered(ctx, actor, key, parse(offered.offeredInput, input));
      return doneAt(reply, HOME, 'offer.add');
    },
  );
  registerEntry(pages, ctx);
  registerPledge(pages, ctx);
}

const entryOf = ({ params }: DeskRequest): string => params['entry'] ?? '';

function registerEntry(pages: DeskPages, ctx: Context): void {
  pages.form(
    `${HOME}/:entry/edit`,
    'decide',
    OFFERED_FIELDS,
    async (desk, typed) => {
      const entry = await offered.offeredAt(ctx.db, entryOf(desk));
      const form = typed ?? filled(entry);
      const page = { form, is: 'editing', action: `${HOME}/${entry.position}/edit` } as const;
      return pages.send(desk, view.OfferedFormView, page, statusOf(form));
    },
    async (desk) => {
      const input = parse(offered.offeredInput, desk.input);
      await offered.editOffered(ctx, desk.actor, desk.key, entryOf(desk), input);
      return doneAt(desk.reply, HOME, 'offer.edit');
    },
  );
  // Nothing keeps what was removed but this page, which offers to add it again. Sent again, it has nothing to offer.
  pages.post(`${HOME}/:entry/remove`, 'decide', [], async (desk) => {
    const entry = await offered.findOffered(ctx.db, entryOf(desk));
    await offered.removeOffered(ctx, desk.actor, desk.key, entryOf(desk));
    if (!entry) return doneAt(desk.reply, HOME, 'offer.remove');
    const page = { form: filled(entry), is: 'removed', action: `${HOME}/new` } as const;
    return pages.send(desk, view.OfferedFormView, page);
  });
}

function registerPledge(pages: DeskPages, ctx: Context): void {
  pages.form(
    `${HOME}/:entry/pledge`,
    'decide',
    OFFER_PLEDGE_FIELDS,
    async (desk, typed) => {
      const { position, name, pledge, pledgeIs } = await offered.offeredAt(ctx.db, entryOf(desk));
      const values = fillFields(OFFER_PLEDGE_FIELDS, { is: pledgeIs ?? 'became', pledge });
      const form = typed ?? { values, errors: [] };
      const signatoryId = await signatoryNamed(ctx.db, name);
      const page = { form, position, name, signatoryId };
      return pages.send(desk, view.OfferPledgeView, page, statusOf(form));
    },
    async (desk) => {
      const asked = parse(offered.offerPledgeInput, desk.input);
      await offered.linkOffered(ctx, desk.actor, desk.key, entryOf(desk), asked);
      return doneAt(desk.reply, HOME, 'offer.link');
    },
  );
}
