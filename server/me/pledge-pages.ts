import type { FormState } from '../../web/components/form.tsx';
import { renderOwnPledge, renderOwnPledgeForm, type OwnPledgeForm } from '../../web/me-pledge.tsx';
import { MOST_ROWS, ROWS } from '../../web/form-fields.ts';
import type { OwnPledge } from '../../web/model-me.ts';
import type { Assets } from '../../web/page.tsx';
import { requireFresh } from '../actor.ts';
import type { Context } from '../context.ts';
import { assetOf } from '../domain/asset.ts';
import { today } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { formatQuantity } from '../domain/quantity.ts';
import { ungrouped } from '../domain/typed.ts';
import { withRow } from '../forms/send.ts';
import { sendPage } from '../http/page.ts';
import { parse } from '../http/parse.ts';
import { isCode } from '../ledger/code.ts';
import { changeInstalments } from '../pledges/change.ts';
import { increasePledge } from '../pledges/increase.ts';
import { increaseInput, instalmentsInput, withdrawInput } from '../pledges/schemas.ts';
import { withdrawPledge } from '../pledges/withdraw.ts';
import { ownFrame, type ownPages, type OwnForm, type OwnRequest } from '../sessions/own-pages.ts';
import { ownPledge } from './pledges.ts';

const ROW_FIELDS = Array.from({ length: MOST_ROWS }, (_, row) => [
  `pledge.instalments.${row}.dueOn`,
  `pledge.instalments.${row}.amount`,
]).flat();

const FIELDS: Record<OwnPledgeForm, readonly string[]> = {
  increase: ['amount'],
  withdraw: ['amount', 'gpuHours'],
  instalments: ['go', ROWS, ...ROW_FIELDS],
};

/** Thousands may be typed in groups; what is empty is absent. */
const typed = (values: ReadonlyMap<string, string>, name: string): string | undefined =>
  ungrouped(values.get(name) ?? '') || undefined;

/** The rows that say something, and which each was: an error names it by its place in the form. */
function rowsOf(values: ReadonlyMap<string, string>) {
  const rows = Array.from({ length: MOST_ROWS }, (_, row) => ({
    row,
    dueOn: typed(values, `pledge.instalments.${row}.dueOn`),
    amount: typed(values, `pledge.instalments.${row}.amount`),
  }));
  return rows.filter(({ dueOn, amount }) => dueOn !== undefined || amount !== undefined);
}

const RUN: Record<OwnPledgeForm, (ctx: Context, form: OwnForm, ref: string) => Promise<unknown>> = {
  increase: (ctx, { actor, key, values }, ref) => {
    const input = parse(increaseInput, { amount: typed(values, 'amount') });
    return increasePledge(ctx, actor, key, ref, input);
  },
  withdraw: (ctx, { actor, key, values }, ref) => {
    const figures = { amount: typed(values, 'amount'), gpuHours: typed(values, 'gpuHours') };
    return withdrawPledge(ctx, actor, key, ref, parse(withdrawInput, figures));
  },
  instalments: async (ctx, { actor, key, values }, ref) => {
    const rows = rowsOf(values);
    const instalments = rows.map(({ dueOn, amount }) => ({ dueOn, amount }));
    try {
      const input = parse(instalmentsInput, { instalments });
      return await changeInstalments(ctx, actor, key, ref, input);
    } catch (error) {
      throw error instanceof DomainError ? atRows(error, rows) : error;
    }
  },
};

/** `instalments[2].amount` is the third that was typed, which may stand in another row. */
const atRows = ({ code, message, fields }: DomainError, rows: { row: number }[]): DomainError =>
  new DomainError(code, message, {
    fields: fields.map(({ field, ...rest }) => ({
      ...rest,
      field: `pledge.${field.replace(/\[(\d+)\]/, (_, at: string) => `.${rows[Number(at)]?.row ?? at}`)}`,
    })),
  });

/** What stands in a form before anybody has typed. */
function initialOf(name: OwnPledgeForm, { line, instalments }: OwnPledge): FormState['values'] {
  if (name !== 'instalments') return new Map();
  const asset = assetOf(line.asset);
  const open = instalments.filter(({ received }) => received === 0n);
  if (open.length > MOST_ROWS) {
    throw new DomainError(
      'conflict',
      'There are more than the form holds: change them by the API.',
    );
  }
  return new Map(
    open.flatMap(({ dueOn, quantity }, row): [string, string][] => [
      [`pledge.instalments.${row}.dueOn`, dueOn],
      [`pledge.instalments.${row}.amount`, formatQuantity(quantity, asset)],
    ]),
  );
}

const refOf = ({ params }: OwnRequest): string => {
  const ref = params['ref'] ?? '';
  if (isCode(ref)) return ref;
  throw new DomainError('not-found', 'There is no such pledge.');
};

/** The pages of a signatory's pledges, and the forms that change them. */
export function registerPledgePages(
  pages: ReturnType<typeof ownPages>,
  ctx: Context,
  assets: Assets,
): void {
  pages.get('/me/pledges/:ref', async (own) => {
    const pledge = await ownPledge(ctx, own.actor, refOf(own));
    const page = { frame: await ownFrame(ctx), pledge, today: today(ctx.now()) };
    return sendPage(own.reply, 200, renderOwnPledge(page, assets));
  });
  const show = async (own: OwnRequest, name: OwnPledgeForm, again?: FormState) => {
    const pledge = await ownPledge(ctx, own.actor, refOf(own));
    const form = again ?? { values: initialOf(name, pledge), errors: [] };
    const page = { ...own.keys, frame: await ownFrame(ctx), name, pledge, form };
    const status = form.errors.length > 0 ? 400 : 200;
    return sendPage(own.reply, status, renderOwnPledgeForm(page, assets));
  };
  for (const name of Object.keys(FIELDS) as OwnPledgeForm[]) {
    const path = `/me/pledges/:ref/${name}`;
    pages.get(path, async (own) => {
      if (name === 'withdraw') requireFresh(own.actor, ctx.now());
      return show(own, name);
    });
    pages.post(
      path,
      FIELDS[name],
      async (form) => {
        const ref = refOf(form);
        if (form.values.get('go') === 'row') {
          return show(form, name, { values: withRow(form.values), errors: [] });
        }
        await RUN[name](ctx, form, ref);
        return form.reply.redirect(`/me/pledges/${ref}`, 303);
      },
      (own, form) => show(own, name, form),
    );
  }
}
