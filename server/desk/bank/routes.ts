import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { FormState } from '../../../web/components/form.tsx';
import { addressOf } from '../../../web/components/list.tsx';
import type { BankEntry } from '../../../web/data/bank.ts';
import { RECORD_FIELDS, renderBankEntry } from '../../../web/desk/bank/entry.tsx';
import { renderBankMonth } from '../../../web/desk/bank/month.tsx';
import { BANK, renderBank, renderBankFile } from '../../../web/desk/bank/page.tsx';
import { fieldNames, readFields } from '../../../web/forms/fields.ts';
import { t } from '../../../web/words.ts';
import type { Actor } from '../../actor.ts';
import { countEntries, findEntry, readEntries } from '../../bank/entries.ts';
import { matchEntries } from '../../bank/match.ts';
import { MAX_BANK_BYTES, readBankFile, tooLarge } from '../../bank/read-file.ts';
import {
  entryAsideInput,
  MOST_AT_ONCE,
  putEntryAside,
  recordEntry,
  recordEntryInput,
  recordSure,
  takeEntryBack,
} from '../../bank/record.ts';
import type { Context } from '../../context.ts';
import { today } from '../../domain/day.ts';
import { DomainError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { paged } from '../../http/paging.ts';
import { parse } from '../../http/parse.ts';
import { BLANK, doneAt, statusByField, type DeskPages, type DeskRequest } from '../frame.ts';
import { seesAddresses } from '../lists/routes.ts';
import { takeFile } from '../metering/routes.ts';
import { monthBeside, readMonth } from './month.ts';

/** The form that reads a bank's file: in the scope that takes files. */
export function registerBankFile(pages: DeskPages, ctx: Context): void {
  const show = (desk: DeskRequest, form = BLANK) =>
    pages.send(desk, renderBankFile, { form }, statusByField(form));
  pages.form(
    `${BANK}/file`,
    { right: 'record', names: ['ours', 'file'], show },
    async ({ actor, values, request, reply }) => {
      const bytes = await takeFile(request, MAX_BANK_BYTES, tooLarge);
      const isOurs = values.get('ours') === 'on';
      const { body } = await readBankFile(ctx, actor, { bytes, isOurs });
      const { added, known } = body;
      return reply.redirect(addressOf(BANK, { added: String(added), known: String(known) }), 303);
    },
  );
}

const figure = z.coerce.number().int().min(0).max(1_000_000).optional().catch(undefined);
const shownQuery = z.object({
  aside: z.literal('1').optional().catch(undefined),
  cursor: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d_\d{1,18}$/)
    .optional()
    .catch(undefined),
  added: figure,
  known: figure,
  recorded: figure,
  left: figure,
});
type ShownQuery = z.infer<typeof shownQuery>;

function outcomeOf({ added, known, recorded, left }: ShownQuery): string | null {
  if (added !== undefined && known !== undefined) return t.bank.outcome.read(added, known);
  if (recorded === undefined || left === undefined) return null;
  return t.bank.outcome.recorded(recorded, left);
}

/** Payers are people, of whom a viewer sees no more than the amounts. */
const seenBy = <E extends BankEntry>(actor: Actor, entry: E): E =>
  seesAddresses(actor) ? entry : { ...entry, name: null, text: null, payerReference: null };

/** The bank's entries, one by one or all with a reference, and a month's comparison. */
export function registerBank(pages: DeskPages, ctx: Context): void {
  pages.get(BANK, 'view', async (desk) => {
    const asked = parse(shownQuery, desk.request.query);
    const page = { ...(await bankPage(ctx, desk.actor, asked)), outcome: outcomeOf(asked) };
    return pages.send(desk, renderBank, page);
  });
  pages.post(`${BANK}/record-all`, 'record', ['ids'], async ({ actor, values, reply }) => {
    const ids = (values.get('ids') ?? '').split(' ').filter((id) => /^\d{1,18}$/.test(id));
    const { recorded, left } = await recordSure(ctx, actor, ids);
    const done = { recorded: String(recorded), left: String(left) };
    return reply.redirect(addressOf(BANK, done), 303);
  });
  registerEntry(pages, ctx);
  registerMonth(pages, ctx);
}

async function bankPage({ db }: Context, actor: Actor, { aside, cursor }: ShownQuery) {
  const state = aside === undefined ? 'open' : 'aside';
  const [day, id] = cursor?.split('_') ?? [];
  const after =
    day === undefined
      ? sql``
      : sql` AND (entry.booked_on, entry.id) > (${day}::date, ${id}::bigint)`;
  const rows = await readEntries(db, {
    where: sql`entry.state = ${state}${after}`,
    limit: MOST_AT_ONCE + 1,
  });
  const { items, next } = paged(rows, MOST_AT_ONCE, (entry) => `${entry.bookedOn}_${entry.id}`);
  const matched = await matchEntries(db, items);
  return {
    isAside: aside !== undefined,
    entries: matched.map((entry) => seenBy(actor, entry)),
    counts: await countEntries(db),
    list: { cursor: cursor ?? null, next },
  };
}

const noEntry = () => new DomainError('not-found', say().bank.noEntry);

function idOf({ params: { id = '' } }: DeskRequest): string {
  if (/^\d{1,18}$/.test(id)) return id;
  throw noEntry();
}

function registerEntry(pages: DeskPages, ctx: Context): void {
  const route = `${BANK}/:id`;
  const show = async (desk: DeskRequest, form: FormState = BLANK) => {
    const found = await findEntry(ctx.db, idOf(desk));
    if (!found) throw noEntry();
    const [entry] = await matchEntries(ctx.db, [found]);
    const page = {
      entry: seenBy(desk.actor, entry!),
      form,
      seesNames: seesAddresses(desk.actor),
    };
    return pages.send(desk, renderBankEntry, page, statusByField(form));
  };
  pages.get(route, 'view', (desk) => show(desk));
  pages.formOn(`${route}/record`, 'record', fieldNames(RECORD_FIELDS), show, async (desk) => {
    const { actor, key, values, reply } = desk;
    const { input } = readFields(RECORD_FIELDS, values);
    await recordEntry(ctx, actor, key, idOf(desk), parse(recordEntryInput, input));
    return doneAt(reply, BANK, 'pledge.receive');
  });
  pages.formOn(`${route}/aside`, 'record', ['note'], show, async (desk) => {
    const { actor, key, values, reply } = desk;
    const input = parse(entryAsideInput, { note: values.get('note') ?? '' });
    await putEntryAside(ctx, actor, key, idOf(desk), input);
    return doneAt(reply, BANK, 'bank.put-aside');
  });
  pages.formOn(`${route}/back`, 'record', [], show, async (desk) => {
    const { actor, key, reply } = desk;
    await takeEntryBack(ctx, actor, key, idOf(desk));
    return doneAt(reply, `${BANK}/${idOf(desk)}`, 'bank.take-back');
  });
}

const monthQuery = z.object({
  month: z
    .string()
    .regex(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
});

function registerMonth(pages: DeskPages, ctx: Context): void {
  pages.get(`${BANK}/month`, 'view', async (desk) => {
    const { month = monthBeside(today(ctx.now()).slice(0, 7), -1) } = parse(
      monthQuery,
      desk.request.query,
    );
    const data = await readMonth(ctx.db, month);
    const page = {
      ...data,
      withoutReceipt: data.withoutReceipt.map((entry) => seenBy(desk.actor, entry)),
      counts: await countEntries(ctx.db),
      before: monthBeside(month, -1),
      after: monthBeside(month, 1),
    };
    return pages.send(desk, renderBankMonth, page);
  });
}
