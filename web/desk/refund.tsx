/** Sending money back through Stripe: a form, and what it would do. */
import { RadioGroup } from '../components/form-choice.tsx';
import { ErrorSummary, Field, TextArea } from '../components/form.tsx';
import { deskPayments } from '../messages/en-desk-payments.ts';
import { deskPledge } from '../messages/en-desk-pledge.ts';
import { en } from '../messages/en.ts';
import type { Assets } from '../page.tsx';
import { DeskKeys, renderDesk } from './frame.tsx';
import { Preview } from './hand.tsx';
import type { RefundFormPage, RefundPreviewPage } from './model-payment.ts';

const t = deskPayments.refund;

const labels = (currency: string): Record<string, string> => ({
  how: t.how,
  amount: t.amount(currency),
  reason: t.reason,
});

export function renderRefundForm(page: RefundFormPage, assets: Assets): string {
  const { frame, code, currency, left, giver, form } = page;
  const label = labels(currency);
  return renderDesk({
    frame,
    title: t.title,
    text: `${giver ? `${giver.name}, ` : ''}${t.of} ${code}`,
    current: 'payments',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <form class="form hand" method="post" action={`/admin/payments/${code}/refund`} novalidate>
        <ErrorSummary form={form} labelOf={(name) => label[name] ?? null} t={en} />
        <DeskKeys frame={frame} />
        <p>{t.text}</p>
        <RadioGroup
          name="how"
          label={t.how}
          choices={[
            { value: 'all', text: t.all(deskPayments.amountOf(left, currency)) },
            { value: 'part', text: t.part },
          ]}
          initial="all"
          form={form}
          t={en}
        />
        <div class="if-part">
          <Field
            name="amount"
            label={t.amount(currency)}
            form={form}
            input={{ size: 18, inputMode: 'decimal', autocomplete: 'off' }}
            t={en}
          />
        </div>
        <TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={3} form={form} t={en} />
        <p class="actions">
          <button type="submit" name="go" value="preview">
            {deskPledge.preview}
          </button>
          <a href={`/admin/payments/${code}`}>{deskPledge.leave}</a>
        </p>
      </form>
    ),
  });
}

export const renderRefundPreview = (page: RefundPreviewPage, assets: Assets): string =>
  renderDesk({
    frame: page.frame,
    title: t.title,
    text: `${page.who}, ${t.of} ${page.code}`,
    current: 'payments',
    assets,
    children: (
      <div class="hand">
        <p>{t.text}</p>
        <Preview page={page} submit={t.submit} leave={`/admin/payments/${page.code}`} />
      </div>
    ),
  });
