import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { FormState } from '../../../web/components/form.tsx';
import type { BankEntry } from '../../../web/data/bank.ts';
import { RECORD_FIELDS, BankEntryView } from '../../../web/desk/bank/entry.tsx';
import { BANK, FILE_FIELDS, BankView, BankFileView } from '../../../web/desk/bank/page.tsx';
import type { Actor } from '../../actor.ts';
import { findEntry, readEntries } from '../../bank/entries.ts';
import { matchEntries } from '../../bank/match.ts';
import { bankAnswers } from '../../bank/csv.ts';
import { MAX_BANK_BYTES, readBankFile, tooLarge } from '../../bank/read-file.ts';
import * as record from '../../bank/record.ts';
import type { Context } from '../../context.ts';
import { paged } from '../../http/paging.ts';
import { parse } from '../../http/parse.ts';
import { asideInput } from '../../payments/schemas.ts';
import { BLANK, doneAt, statusByField, type DeskPages, type DeskRequest } from '../frame.ts';
import { seesAddresses } from '../lists/routes.ts';
import { takeFile } from '../metering/routes.ts';
import { t } from '../../../web/words.ts';

/** The form that reads a bank's file: in the scope that takes files. */
export function registerBankFile(pages: DeskPages, ctx: Context): void {
  const show = (desk: DeskRequest, form = BLANK) =>
    pages.send(desk, BankFileView, { form }, statusByField(form));
  pages.form(`${BANK}/file`, 'record', [...FILE_FIELDS, 'file'], show, async (desk) => {
    const bytes = await takeFile(desk.request, MAX_BANK_BYTES, tooLarge);
    const answers = parse(bankAnswers, desk.input);
    await readBankFile(ctx, desk.actor, { bytes, answers });
    return doneAt(desk.reply, BANK, 'bank.read');
  });
}

const shownQuery = z.object({
  aside: z.literal('1').optional().catch(undefined),
  left: z.literal('1').optional().catch(undefined),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
});

/** Payers are people, of whom a viewer sees no more than the amounts. */
const seenBy = <E extends BankEntry>(actor: Actor, entry: E): E =>
  seesAddresses(actor) ? entry : { ...entry, name: null, text: null, payerReference: null };

/** The bank's entries, one by one or all with a reference. */
export function registerBank(pages: DeskPages, ctx: Context): void {
  pages.get(BANK, 'view', async (desk) => {
    const { aside, left, cursor = null } = parse(shownQuery, desk.request.query);
    const state = aside === undefined ? 'open' : 'aside';
    const where = sql`entry.state = ${state} AND entry.id > ${cursor ?? '0'}::bigint`;
    const rows = await readEntries(ctx.db, where, record.MOST_AT_ONCE + 1);
    const { items, next } = paged(rows, record.MOST_AT_ONCE, ({ id }) => id);
    const matched = await matchEntries(ctx.db, items);
    const entries = matched.map((entry) => seenBy(desk.actor, entry));
    const list = { cursor, next };
    const page = { isAside: aside !== undefined, isSomeLeft: left !== undefined, entries, list };
    return pages.send(desk, BankView, page);
  });
  pages.post(`${BANK}/record-all`, 'record', ['ids'], async ({ actor, values, reply }) => {
    const ids = (values.get('ids') ?? '').split(' ').filter((id) => /^\d{1,18}$/.test(id));
    const isAll = await record.recordSure(ctx, actor, ids);
    return isAll ? doneAt(reply, BANK, 'pledge.receive') : reply.redirect(`${BANK}?left=1`, 303);
  });
  registerEntry(pages, ctx);
}

/** More than is outstanding is an error of one field here: the tick. */
const saidOf = ({ errors }: FormState): FormState['errors'] =>
  errors.some(({ field }) => field === 'excess')
    ? [{ field: 'excess', message: t.bank.entry.tick }]
    : errors;

const idOf = ({ params: { id = '' } }: DeskRequest): string => id;

function registerEntry(pages: DeskPages, ctx: Context): void {
  const route = `${BANK}/:id`;
  const show = async (desk: DeskRequest, form: FormState = BLANK) => {
    const [entry] = await matchEntries(ctx.db, [await findEntry(ctx.db, idOf(desk))]);
    const page = { entry: seenBy(desk.actor, entry!), form: { ...form, errors: saidOf(form) } };
    return pages.send(desk, BankEntryView, page, statusByField(form));
  };
  pages.get(route, 'view', (desk) => show(desk));
  pages.formOn(`${route}/record`, 'record', RECORD_FIELDS, show, async (desk) => {
    const { actor, key, input, reply } = desk;
    await record.recordEntry(ctx, actor, key, idOf(desk), parse(record.recordEntryInput, input));
    return doneAt(reply, BANK, 'pledge.receive');
  });
  pages.formOn(`${route}/aside`, 'record', ['note'], show, async (desk) => {
    const { actor, key, values, reply } = desk;
    const input = parse(asideInput, { note: values.get('note') ?? '' });
    await record.putEntryAside(ctx, actor, key, idOf(desk), input);
    return doneAt(reply, BANK, 'bank.put-aside');
  });
}
