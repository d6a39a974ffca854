import type { FormState } from '../../web/components/form.tsx';
import { isPayable, promisedOf } from '../../web/pages/me.tsx';
import { OwnPledgeFormView } from '../../web/pages/me-forms.tsx';
import { OWN_PLEDGE_FIELDS } from '../../web/forms/own-pledge.ts';
import { ConfirmationView } from '../../web/pages/confirmation.tsx';
import { OwnPledgeView } from '../../web/pages/me-pledge.tsx';
import {
  fieldNames,
  fillFields,
  MOST_ROWS,
  readFields,
  type FormField,
  type Typed,
} from '../../web/forms/fields.ts';
import type { OwnPledge, OwnPledgeForm } from '../../web/data/me.ts';
import { INSTALMENTS } from '../../web/forms/pledge.ts';
import { shownAccount } from '../accounts/read.ts';
import { requireFresh } from '../actor.ts';
import type { Context } from '../context.ts';
import { REQUEST_KINDS, type RequestKind } from '../domain/agreed.ts';
import { assetOf } from '../domain/asset.ts';
import { today } from '../domain/day.ts';
import { conflict, DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { formatQuantity } from '../domain/quantity.ts';
import { formErrors, withRow } from '../sign-up/form-frame.ts';
import { parse } from '../http/parse.ts';
import { paymentLine, paymentsOfPledge } from '../payments/pay/seen-payment.ts';
import { isOpenForPay } from '../payments/pay/ways.ts';
import { increasePledge, withdrawIncrease } from '../pledges/increase.ts';
import { codeOf } from '../pledges/open-pledge.ts';
import { confirmPledge } from '../pledges/pledge.ts';
import { cancelRequest, notAgreed, requestChange } from '../pledges/requests.ts';
import { changeInstalments } from '../pledges/reschedule.ts';
import { changeInput, increaseInput, requestInput, withdrawInput } from '../pledges/schemas.ts';
import { withdrawPledge } from '../pledges/withdraw.ts';
import { sendOwn, type ownPages, type OwnForm, type OwnRequest } from '../sessions/own-pages.ts';
import { confirmationsOf, readConfirmation } from './confirmation.ts';
import { ownPledge } from './read.ts';
import { t } from '../../web/words.ts';

type Run = (ctx: Context, form: OwnForm, ref: string) => Promise<unknown>;

const inputOf = (name: OwnPledgeForm, { values }: OwnForm) =>
  readFields(OWN_PLEDGE_FIELDS[name], values).input;

const asking =
  (kind: RequestKind): Run =>
  (ctx, form, ref) => {
    const input = parse(requestInput, { kind, ...inputOf(kind, form) });
    return requestChange(ctx, form.actor, form.key, ref, input);
  };

const RUN: Record<OwnPledgeForm, Run> = {
  increase: (ctx, form, ref) => {
    const { dueOn, amount } = inputOf('increase', form);
    const typed = { amount, ...(dueOn !== undefined && { instalments: [{ dueOn, amount }] }) };
    return increasePledge(ctx, form.actor, form.key, ref, parse(increaseInput, typed));
  },
  withdraw: async (ctx, form, ref) => {
    const { actor, key } = form;
    const input = parse(withdrawInput, inputOf('withdraw', form));
    try {
      return await withdrawPledge(ctx, actor, key, ref, input);
    } catch (error) {
      throw withMost(error, await ownPledge(ctx, actor, ref), promisedOf);
    }
  },
  instalments: (ctx, form, ref) => {
    const input = parse(changeInput, inputOf('instalments', form));
    return changeInstalments(ctx, form.actor, form.key, ref, input);
  },
  postpone: asking('postpone'),
  reduce: async (ctx, form, ref) => {
    try {
      return await asking('reduce')(ctx, form, ref);
    } catch (error) {
      throw withMost(error, await ownPledge(ctx, form.actor, ref), ({ agreed }) => agreed);
    }
  },
  release: asking('release'),
};

/** In the API's JSON, a larger amount with a day is an instalment. */
function fieldAt(name: OwnPledgeForm, values: Typed, place: string): string {
  if (name !== 'increase') return readFields(OWN_PLEDGE_FIELDS[name], values).fieldOf(place);
  return /^instalments(\[0\]\.dueOn)?$/.test(place) ? 'dueOn' : 'amount';
}

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

const partsTyped = (instalments: readonly object[]) => fillFields([INSTALMENTS], { instalments });

function initialOf(name: OwnPledgeForm, { line, instalments }: OwnPledge): FormState['values'] {
  if (name !== 'instalments' && name !== 'postpone') return new Map();
  const asset = assetOf(line.asset);
  if (instalments.length === 0) {
    return partsTyped([{ amount: formatQuantity(line.total, asset) }]);
  }
  const open = instalments.filter(({ received }) => received === 0n);
  if (open.length > MOST_ROWS) throw conflict(say().me.tooManyInstalments(MOST_ROWS));
  return partsTyped(
    open.map(({ dueOn, quantity }) => ({ dueOn, amount: formatQuantity(quantity, asset) })),
  );
}

type Forms = [OwnPledgeForm, readonly FormField[]][];

/** The confirmation of a payment, for its giver alone. */
export const registerConfirmation = (pages: ReturnType<typeof ownPages>, ctx: Context): void =>
  pages.get('/me/pledges/:ref/payments/:batch', async (own) => {
    const [ref, batch] = [codeOf(own.params, 'ref'), codeOf(own.params, 'batch')];
    const confirmation = await readConfirmation(ctx, own.actor, ref, batch);
    return sendOwn(ctx, own.reply, ConfirmationView, confirmation);
  });

/** What one press does. */
function registerActs(pages: ReturnType<typeof ownPages>, ctx: Context): void {
  const acts = {
    confirm: confirmPledge,
    'increase/withdraw': withdrawIncrease,
    'requests/cancel': cancelRequest,
  };
  for (const [path, act] of Object.entries(acts)) {
    pages.post(
      `/me/pledges/:ref/${path}`,
      ['revision'],
      async (form) => {
        const ref = codeOf(form.params, 'ref');
        await act(ctx, form.actor, form.key, ref, form.values.get('revision'));
        return form.reply.redirect(`/me/pledges/${ref}`, 303);
      },
      async (own) => own.reply.redirect(`/me/pledges/${codeOf(own.params, 'ref')}`, 303),
    );
  }
}

export function registerPledgePages(pages: ReturnType<typeof ownPages>, ctx: Context): void {
  pages.get('/me/pledges/:ref', async (own) => {
    const ref = codeOf(own.params, 'ref');
    const pledge = await ownPledge(ctx, own.actor, ref);
    const page = {
      ...own.keys,
      pledge,
      account: isPayable(pledge) ? await shownAccount(ctx, pledge.line.asset) : null,
      canPay: await isOpenForPay(ctx),
      payments: (await paymentsOfPledge(ctx.db, ref)).map(paymentLine),
      confirmations: pledge.line.kind === 'funding' ? await confirmationsOf(ctx.db, ref) : [],
      today: today(ctx.now()),
    };
    return sendOwn(ctx, own.reply, OwnPledgeView, page);
  });
  registerActs(pages, ctx);
  const show = async (own: OwnRequest, name: OwnPledgeForm, again?: FormState) => {
    const pledge = await ownPledge(ctx, own.actor, codeOf(own.params, 'ref'));
    const asks = (REQUEST_KINDS as readonly string[]).includes(name);
    if (asks && pledge.agreed === 0n) throw notAgreed();
    const form = again ?? { values: initialOf(name, pledge), errors: [] };
    const page = { ...own.keys, name, pledge, form };
    const status = form.errors.length > 0 ? 400 : 200;
    return sendOwn(ctx, own.reply, OwnPledgeFormView, page, status);
  };
  for (const [name, fields] of Object.entries(OWN_PLEDGE_FIELDS) as Forms) {
    const path = `/me/pledges/:ref/${name}`;
    pages.get(path, async (own) => {
      if (name === 'withdraw') requireFresh(own.actor, ctx.now());
      return show(own, name);
    });
    pages.post(
      path,
      ['go', 'asset', ...fieldNames(fields)],
      async (form) => {
        const ref = codeOf(form.params, 'ref');
        if (form.values.get('go') === 'row') {
          return show(form, name, { values: withRow(form.values), errors: [] });
        }
        await RUN[name](ctx, form, ref);
        return form.reply.redirect(`/me/pledges/${ref}`, 303);
      },
      (own, { values, errors }) =>
        show(own, name, {
          values,
          errors: formErrors(errors, (place) => fieldAt(name, values, place)),
        }),
    );
  }
}
