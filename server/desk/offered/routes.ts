import { and, eq, ne } from 'drizzle-orm';
import type { FormState } from '../../../web/components/form.tsx';
import { OfferedView, OfferedFormView, OfferPledgeView } from '../../../web/desk/offered/page.tsx';
import { OFFER_PLEDGE_FIELDS, OFFERED_FIELDS } from '../../../web/forms/desk.ts';
import { fieldNames, fillFields, readFields, type Typed } from '../../../web/forms/fields.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/db.ts';
import { signatory } from '../../db/schema.ts';
import { today } from '../../domain/day.ts';
import { parse } from '../../http/parse.ts';
import {
  addOffered,
  editOffered,
  findOffered,
  linkOffered,
  listOffered,
  offeredAt,
  offeredInput,
  offerPledgeInput,
  removeOffered,
} from '../../initiative/offered.ts';
import { BLANK, doneAt, statusOf, type DeskPages, type DeskRequest } from '../frame.ts';

const HOME = '/admin/offered';
const SHOWN = 100;
const NAMES = fieldNames(OFFERED_FIELDS);

const inputOf = (values: Typed) => parse(offeredInput, readFields(OFFERED_FIELDS, values).input);

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
    const rows = await listOffered(ctx.db)
      .limit(SHOWN + 1)
      .offset(from);
    const page = {
      entries: rows.slice(0, SHOWN),
      cursor: from === 0 ? null : String(from),
      next: rows.length > SHOWN ? String(from + SHOWN) : null,
      today: today(ctx.now()),
    };
    return pages.send(desk, OfferedView, page);
  });
  pages.form(
    `${HOME}/new`,
    {
      right: 'decide',
      names: NAMES,
      show: (desk, form = BLANK) => {
        const page = { form, is: 'add', action: `${HOME}/new` } as const;
        return pages.send(desk, OfferedFormView, page, statusOf(form));
      },
    },
    async ({ actor, key, values, reply }) => {
      await addOffered(ctx, actor, key, inputOf(values));
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
    {
      right: 'decide',
      names: NAMES,
      show: async (desk, typed) => {
        const entry = await offeredAt(ctx.db, entryOf(desk));
        const form = typed ?? filled(entry);
        const page = { form, is: 'editing', action: `${HOME}/${entry.position}/edit` } as const;
        return pages.send(desk, OfferedFormView, page, statusOf(form));
      },
    },
    async (desk) => {
      await editOffered(ctx, desk.actor, desk.key, entryOf(desk), inputOf(desk.values));
      return doneAt(desk.reply, HOME, 'offer.edit');
    },
  );
  // Nothing keeps what was removed but this page, which offers to add it again. Sent again, it has nothing to offer.
  pages.post(`${HOME}/:entry/remove`, 'decide', [], async (desk) => {
    const entry = await findOffered(ctx.db, entryOf(desk));
    await removeOffered(ctx, desk.actor, desk.key, entryOf(desk));
    if (!entry) return doneAt(desk.reply, HOME, 'offer.remove');
    const page = { form: filled(entry), is: 'removed', action: `${HOME}/new` } as const;
    return pages.send(desk, OfferedFormView, page);
  });
}

function registerPledge(pages: DeskPages, ctx: Context): void {
  pages.form(
    `${HOME}/:entry/pledge`,
    {
      right: 'decide',
      names: fieldNames(OFFER_PLEDGE_FIELDS),
      show: async (desk, typed) => {
        const { position, name, pledge, pledgeIs } = await offeredAt(ctx.db, entryOf(desk));
        const values = fillFields(OFFER_PLEDGE_FIELDS, { is: pledgeIs ?? 'became', pledge });
        const form = typed ?? { values, errors: [] };
        const signatoryId = await signatoryNamed(ctx.db, name);
        const page = { form, position, name, signatoryId };
        return pages.send(desk, OfferPledgeView, page, statusOf(form));
      },
    },
    async (desk) => {
      const { input } = readFields(OFFER_PLEDGE_FIELDS, desk.values);
      const asked = parse(offerPledgeInput, input);
      await linkOffered(ctx, desk.actor, desk.key, entryOf(desk), asked);
      return doneAt(desk.reply, HOME, 'offer.link');
    },
  );
}
