import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { FormState } from '../../../web/components/form.tsx';
import { addressOf } from '../../../web/components/list.tsx';
import { HeldCashView } from '../../../web/desk/payments/held-cash.tsx';
import { PaymentView } from '../../../web/desk/payments/page.tsx';
import { RefundFormView, RefundPreviewView } from '../../../web/desk/payments/refund.tsx';
import { UnmatchedView } from '../../../web/desk/payments/unmatched.tsx';
import { REFUND_FIELDS } from '../../../web/forms/desk.ts';
import { inCurrency, readFields } from '../../../web/forms/fields.ts';
import { requireRight } from '../../actor.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/db.ts';
import type { Answer } from '../../db/write.ts';
import { DomainError } from '../../domain/errors.ts';
import { REFUND_STATES } from '../../domain/payment.ts';
import { say } from '../../domain/say.ts';
import { parse } from '../../http/parse.ts';
import { paymentCodeOf } from '../../payments/api/routes.ts';
import { clearFlag } from '../../payments/follow/flags.ts';
import { lookAgain, putAside } from '../../payments/events/look-again.ts';
import * as refunds from '../../payments/refund/refund.ts';
import { asideInput, refundInput, clearFlagInput } from '../../payments/schemas.ts';
import { checkPayment, type Outcome } from '../../payments/follow/settle.ts';
import {
  BLANK,
  doneAt,
  statusAfter,
  statusByField,
  type DeskForm,
  type DeskPages,
  type DeskRequest,
} from '../frame.ts';
import { movementPreviewOf } from '../pledge/movement-forms.ts';
import { findAtDesk, paymentPageOf, readHeldCash, readUnmatched } from './model.ts';
import { openAtDesk } from '../pledge/model.ts';
import { seesAddresses } from '../lists/routes.ts';
import { t } from '../../../web/words.ts';
import type { PaymentPage } from '../../../web/desk/payments/data.ts';

const HOME = '/admin/payments';
const UNMATCHED = `${HOME}/unmatched`;

const codeOf = ({ params }: DeskRequest): string => paymentCodeOf(params);

function orderOf({ params }: DeskRequest): string {
  const { success, data } = z.uuid().safeParse(params['order']);
  if (success) return data;
  throw new DomainError('not-found', say().desk.noRefund);
}

/** Throws `conflict` with the reason where what Stripe said could not be recorded. */
function checkRecorded({ outcome, reason, detail }: Outcome): void {
  if (outcome !== 'unmatched') return;
  const { what, todo } = t.payments.reasons[reason!];
  throw new DomainError(
    'conflict',
    [what, detail && `(${detail})`, todo].filter(Boolean).join(' '),
  );
}

const refundedAt = (desk: DeskRequest, { body }: Answer): FastifyReply =>
  desk.reply.redirect(addressOf(`${HOME}/${codeOf(desk)}`, { refund: String(body['state']) }), 303);

const shownQuery = z.object({ refund: z.enum(REFUND_STATES).optional().catch(undefined) });

export function registerDeskPayments(pages: DeskPages, ctx: Context): void {
  registerPayment(pages, ctx);
  registerRefund(pages, ctx);
  registerUnmatched(pages, ctx);
  pages.get(`${HOME}/cash`, 'view', async (desk) => {
    const page = { held: await readHeldCash(ctx.db), livemode: ctx.stripe?.livemode ?? true };
    return pages.send(desk, HeldCashView, page);
  });
}

function registerPayment(pages: DeskPages, ctx: Context): void {
  const show = async (desk: DeskRequest, refused: PaymentPage['refused'], status = 200) => {
    const { payment, ...rest } = await paymentPageOf(ctx.db, codeOf(desk));
    const email = seesAddresses(desk.actor) ? payment.email : null;
    const page = {
      ...rest,
      payment: { ...payment, email },
      isOpen: ctx.stripe !== null,
      refund: parse(shownQuery, desk.request.query).refund ?? null,
      refused,
    };
    return pages.send(desk, PaymentView, page, status);
  };
  const shownAgain = (desk: DeskRequest, _form: FormState, refusal: DomainError) =>
    show(desk, { isLook: false, message: refusal.message }, statusAfter(refusal));
  pages.get(`${HOME}/:code`, 'view', (desk) => show(desk, null));
  pages.formOn(
    `${HOME}/:code/check`,
    'record',
    [],
    (desk, _form, { message }) => show(desk, { isLook: true, message }, 409),
    async (desk) => {
      const code = codeOf(desk);
      checkRecorded(await checkPayment(ctx, code, desk));
      return doneAt(desk.reply, `${HOME}/${code}`, 'payment.check');
    },
  );
  pages.formOn(`${HOME}/:code/refunds/:order/again`, 'refund', [], shownAgain, async (desk) => {
    const code = codeOf(desk);
    return refundedAt(desk, await refunds.resendRefund(ctx, desk.actor, code, orderOf(desk)));
  });
  pages.formOn(`${HOME}/:code/refunds/:order/let-go`, 'refund', [], shownAgain, async (desk) => {
    const code = codeOf(desk);
    await refunds.cancelRefund(ctx, desk.actor, desk.key, code, orderOf(desk));
    return doneAt(desk.reply, `${HOME}/${code}`, 'payment.let-go');
  });
  pages.formOn(`${HOME}/:code/seen-to`, 'record', ['flag', 'note'], shownAgain, async (desk) => {
    const code = codeOf(desk);
    const [flag, note] = [desk.values.get('flag'), desk.values.get('note') ?? ''];
    await clearFlag(ctx, desk.actor, desk.key, code, parse(clearFlagInput, { flag, note }));
    return doneAt(desk.reply, `${HOME}/${code}`, 'payment.see-to');
  });
}

async function refundOf(db: Db, desk: DeskForm) {
  const { row } = await findAtDesk(db, codeOf(desk));
  const { how: _, ...input } = readFields(
    REFUND_FIELDS,
    inCurrency(desk.values, row.currency),
  ).input;
  return parse(refundInput, input);
}

/** Like a movement by hand: a form, then what it would do, then the confirmation of exactly that. */
function registerRefund(pages: DeskPages, ctx: Context): void {
  const route = `${HOME}/:code/refund`;
  const showForm = async (desk: DeskRequest, form = BLANK, error?: DomainError) => {
    const { payment, giver, left } = await paymentPageOf(ctx.db, codeOf(desk));
    const { code, currency } = payment;
    return pages.send(
      desk,
      RefundFormView,
      { code, currency, giver, left, form },
      statusAfter(error),
    );
  };
  const showPreview = async (desk: DeskForm) => {
    requireRight(desk.actor, 'refund');
    const code = codeOf(desk);
    const input = await refundOf(ctx.db, desk);
    const { planned } = await ctx.db.transaction((tx) => refunds.planRefund(ctx, tx, code, input));
    const page = {
      ...movementPreviewOf(await openAtDesk(ctx.db, planned.pledge.ref), planned),
      code,
      verb: 'refund' as const,
      path: `${HOME}/${code}/refund`,
      values: desk.values,
      overtaken: null,
    };
    return pages.send(desk, RefundPreviewView, page);
  };
  const names = ['go', 'seen', ...REFUND_FIELDS];
  pages.form(route, ['refund', 'touch'], names, showForm, async (desk) => {
    const go = desk.values.get('go');
    if (go === 'change') return showForm(desk, { values: desk.values, errors: [] });
    if (go !== 'confirm') return showPreview(desk);
    const code = codeOf(desk);
    const seen = desk.values.get('seen');
    const { actor, key } = desk;
    const input = await refundOf(ctx.db, desk);
    return refundedAt(desk, await refunds.refundPayment(ctx, actor, key, code, input, seen));
  });
}

const unmatchedQuery = z.object({
  aside: z.literal('1').optional().catch(undefined),
  cursor: z.string().max(300).optional().catch(undefined),
});

function eventOf({ params: { id = '' } }: DeskRequest): string {
  if (/^\w{1,255}$/.test(id)) return id;
  throw new DomainError('not-found', say().desk.noEvent);
}

function registerUnmatched(pages: DeskPages, ctx: Context): void {
  const show = async (desk: DeskRequest, form?: FormState) => {
    const { aside, cursor } = parse(unmatchedQuery, desk.request.query);
    const isAside = aside !== undefined;
    const page = {
      ...(await readUnmatched(ctx.db, isAside, cursor)),
      isAside,
      again: form ? { event: eventOf(desk), form } : null,
    };
    return pages.send(desk, UnmatchedView, page, statusByField(form ?? BLANK));
  };
  const backTo = (desk: DeskRequest): string =>
    parse(unmatchedQuery, desk.request.query).aside ? `${UNMATCHED}?aside=1` : UNMATCHED;
  pages.get(UNMATCHED, 'view', (desk) => show(desk));
  pages.formOn(`${UNMATCHED}/:id/again`, 'record', [], show, async (desk) => {
    checkRecorded(await lookAgain(ctx, desk.actor, desk.key, eventOf(desk)));
    return doneAt(desk.reply, backTo(desk), 'payment.check');
  });
  pages.formOn(`${UNMATCHED}/:id/aside`, 'record', ['note'], show, async (desk) => {
    const input = parse(asideInput, { note: desk.values.get('note') ?? '' });
    await putAside(ctx, desk.actor, desk.key, eventOf(desk), input);
    return doneAt(desk.reply, backTo(desk), 'payment.put-aside');
  });
}
