import type { FormState } from '../../web/components/form.tsx';
import { promisedOf } from '../../web/me.tsx';
import { renderOwnPledgeForm } from '../../web/me-pledge-form.tsx';
import { renderOwnPledge } from '../../web/me-pledge.tsx';
import { instalmentFields, MOST_ROWS, ROWS } from '../../web/form-fields.ts';
import type { OwnPledge, OwnPledgeForm } from '../../web/model-me.ts';
import type { Assets } from '../../web/page.tsx';
import { requireFresh } from '../actor.ts';
import type { Context } from '../context.ts';
import { REQUEST_KINDS } from '../domain/agreed.ts';
import { assetOf } from '../domain/asset.ts';
import { today } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { formatQuantity } from '../domain/quantity.ts';
import { ungrouped } from '../domain/typed.ts';
import { formErrors, withRow } from '../forms/send.ts';
import { sendPage } from '../http/page.ts';
import { parse } from '../http/parse.ts';
import { paymentLine, paymentsOfPledge } from '../payments/pay/seen-payment.ts';
import { isOpenForPay } from '../payments/pay/ways.ts';
import { changeInstalments } from '../pledges/change.ts';
import { typedInstalments } from '../pledges/form.ts';
import { increasePledge, withdrawIncrease } from '../pledges/increase.ts';
import { cancelRequest, notAgreed, requestChange } from '../pledges/requests.ts';
import { changeInput, increaseInput, requestInput, withdrawInput } from '../pledges/schemas.ts';
import { codeOf } from '../pledges/terms.ts';
import { withdrawPledge } from '../pledges/withdraw.ts';
import { ownFrame, type ownPages, type OwnForm, type OwnRequest } from '../sessions/own-pages.ts';
import { ownPledge } from './pledges.ts';
import { t } from '../../web/words.ts';

const FIELDS: Record<OwnPledgeForm, readonly string[]> = {
  increase: ['amount', 'dueOn'],
  withdraw: ['amount', 'gpuHours'],
  instalments: ['go', ROWS, ...instalmentFields],
  postpone: ['go', ROWS, ...instalmentFields, 'text'],
  reduce: ['amount', 'gpuHours', 'text'],
  release: ['text'],
};

/** Thousands may be typed in groups; what is empty is absent. */
const typed = (values: ReadonlyMap<string, string>, name: string): string | undefined =>
  ungrouped(values.get(name) ?? '') || undefined;

const figuresOf = (values: ReadonlyMap<string, string>) => ({
  amount: typed(values, 'amount'),
  gpuHours: typed(values, 'gpuHours'),
});

/** What its giver writes; an empty text is refused in the words of a missing one. */
const textOf = (values: ReadonlyMap<string, string>): string => values.get('text') ?? '';

const RUN: Record<OwnPledgeForm, (ctx: Context, form: OwnForm, ref: string) => Promise<unknown>> = {
  increase: (ctx, { actor, key, values }, ref) => {
    const amount = typed(values, 'amount');
    const dueOn = values.get('dueOn');
    const input = { amount, ...(dueOn && { instalments: [{ dueOn, amount }] }) };
    return atFields(
      () => increasePledge(ctx, actor, key, ref, parse(increaseInput, input)),
      (place) => (/^instalments(\[0\]\.dueOn)?$/.test(place) ? 'dueOn' : 'amount'),
    );
  },
  withdraw: async (ctx, { actor, key, values }, ref) => {
    const input = parse(withdrawInput, figuresOf(values));
    try {
      return await withdrawPledge(ctx, actor, key, ref, input);
    } catch (error) {
      throw withMost(error, await ownPledge(ctx, actor, ref), promisedOf);
    }
  },
  instalments: (ctx, { actor, key, values }, ref) => {
    const { input, fieldOf } = typedInstalments(values);
    return atFields(
      () => changeInstalments(ctx, actor, key, ref, parse(changeInput, input)),
      fieldOf,
    );
  },
  postpone: (ctx, { actor, key, values }, ref) => {
    const { input, fieldOf } = typedInstalments(values);
    const request = { kind: 'postpone', ...input, text: textOf(values) };
    return atFields(
      () => requestChange(ctx, actor, key, ref, parse(requestInput, request)),
      (place) => (place === 'text' ? place : fieldOf(place)),
    );
  },
  reduce: async (ctx, { actor, key, values }, ref) => {
    const request = { kind: 'reduce', ...figuresOf(values), text: textOf(values) };
    try {
      return await requestChange(ctx, actor, key, ref, parse(requestInput, request));
    } catch (error) {
      throw withMost(error, await ownPledge(ctx, actor, ref), ({ agreed }) => agreed);
    }
  },
  release: (ctx, { actor, key, values }, ref) =>
    requestChange(
      ctx,
      actor,
      key,
      ref,
      parse(requestInput, { kind: 'release', text: textOf(values) }),
    ),
};

/** What is refused, at the form's fields. */
async function atFields(
  run: () => Promise<unknown>,
  fieldOf: (place: string) => string,
): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message, fields } = error;
    throw new DomainError(code, message, { fields: formErrors(fields, fieldOf) });
  }
}

/** More was asked for than there is: how much there is, at the field. Any other refusal stays as it is. */
function withMost(
  error: unknown,
  pledge: OwnPledge,
  mostOf: (pledge: OwnPledge) => bigint,
): unknown {
  if (!(error instanceof DomainError) || error.code !== 'over-draw') return error;
  const { kind, asset } = pledge.line;
  const message = t.me.pledge.atMost(t.quantityOf(asset, kind, mostOf(pledge)));
  const field = kind === 'funding' ? 'amount' : 'gpuHours';
  return new DomainError('over-draw', message, { fields: [{ field, message }] });
}

/** What stands in a form before anybody has typed. */
function initialOf(name: OwnPledgeForm, { line, instalments }: OwnPledge): FormState['values'] {
  if (name !== 'instalments' && name !== 'postpone') return new Map();
  const asset = assetOf(line.asset);
  if (instalments.length === 0) {
    return new Map([['pledge.instalments.0.amount', formatQuantity(line.total, asset)]]);
  }
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

/** The pages of a signatory's pledges, and the forms that change them. */
export function registerPledgePages(
  pages: ReturnType<typeof ownPages>,
  ctx: Context,
  assets: Assets,
): void {
  pages.get('/me/pledges/:ref', async (own) => {
    const ref = codeOf(own.params, 'ref');
    const page = {
      ...own.keys,
      frame: await ownFrame(ctx),
      pledge: await ownPledge(ctx, own.actor, ref),
      canPay: await isOpenForPay(ctx),
      payments: (await paymentsOfPledge(ctx.db, ref)).map(paymentLine),
      today: today(ctx.now()),
    };
    return sendPage(own.reply, 200, renderOwnPledge(page, assets));
  });
  pages.post(
    '/me/pledges/:ref/increase/withdraw',
    [],
    async (form) => {
      const ref = codeOf(form.params, 'ref');
      await withdrawIncrease(ctx, form.actor, form.key, ref);
      return form.reply.redirect(`/me/pledges/${ref}`, 303);
    },
    async (own) => own.reply.redirect(`/me/pledges/${codeOf(own.params, 'ref')}`, 303),
  );
  pages.post(
    '/me/pledges/:ref/requests/cancel',
    [],
    async (form) => {
      const ref = codeOf(form.params, 'ref');
      await cancelRequest(ctx, form.actor, form.key, ref);
      return form.reply.redirect(`/me/pledges/${ref}`, 303);
    },
    async (own) => own.reply.redirect(`/me/pledges/${codeOf(own.params, 'ref')}`, 303),
  );
  const show = async (own: OwnRequest, name: OwnPledgeForm, again?: FormState) => {
    const pledge = await ownPledge(ctx, own.actor, codeOf(own.params, 'ref'));
    const asks = (REQUEST_KINDS as readonly string[]).includes(name);
    if (asks && pledge.agreed === 0n) throw notAgreed();
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
        const ref = codeOf(form.params, 'ref');
        if (form.values.get('go') === 'row') {
          return show(form, name, { values: withRow(form.values), errors: [] });
        }
        await RUN[name](ctx, form, ref);
        return form.reply.redirect(`/me/pledges/${ref}`, 303);
      },
      (own, { values, errors }) =>
        show(own, name, { values, errors: formErrors(errors, (field) => field) }),
    );
  }
}
