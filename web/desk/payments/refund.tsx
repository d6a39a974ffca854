/** Sending money back through Stripe: a form, and what it would do. */
import { RadioGroup } from '../../components/form-choice.tsx';
import { Field, TextArea, type FormState } from '../../components/form.tsx';
import type { Assets } from '../../pages/page.tsx';
import { renderDesk, type DeskFrame } from '../frame.tsx';
import { Preview } from '../pledge/movement.tsx';
import { renderDeskForm } from '../parts.tsx';
import { t } from '../../words.ts';
import type { PaymentGiver } from './parts.tsx';
import type { HandPreviewPage } from '../pledge/data.ts';

export interface RefundPreviewPage extends HandPreviewPage {
  code: string;
}

export interface RefundFormPage {
  frame: DeskFrame;
  code: string;
  currency: string;
  left: bigint;
  giver: PaymentGiver | null;
  form: FormState;
}

const labels = (currency: string): Record<string, string> => ({
  how: t.payments.refund.how,
  amount: t.payments.refund.amount(currency),
  reason: t.payments.refund.reason,
});

export function renderRefundForm(page: RefundFormPage, assets: Assets): string {
  const words = t.payments.refund;
  const { frame, code, currency, left, giver, form } = page;
  const label = labels(currency);
  return renderDeskForm({
    frame,
    title: words.title,
    text: `${giver ? `${giver.name}, ` : ''}${words.of} ${code}`,
    current: 'payments',
    assets,
    class: 'form hand',
    form,
    labelOf: (name) => label[name] ?? null,
    action: `/admin/payments/${code}/refund`,
    submit: (
      <button type="submit" name="go" value="preview">
        {t.deskPledge.preview}
      </button>
    ),
    leave: { href: `/admin/payments/${code}`, text: t.deskPledge.leave },
    children: (
      <>
        <p>{words.text}</p>
        <RadioGroup
          name="how"
          label={words.how}
          choices={[
            { value: 'all', text: words.all(t.payments.amountOf(left, currency)) },
            { value: 'part', text: words.part },
          ]}
          initial="all"
          form={form}
        />
        <div class="if-part">
          <Field
            name="amount"
            label={words.amount(currency)}
            form={form}
            input={{ size: 18, inputMode: 'decimal', autocomplete: 'off' }}
          />
        </div>
        <TextArea name="reason" label={words.reason} hint={words.reasonHint} rows={3} form={form} />
      </>
    ),
  });
}

export const renderRefundPreview = (page: RefundPreviewPage, assets: Assets): string =>
  renderDesk({
    frame: page.frame,
    title: t.payments.refund.title,
    text: `${page.who}, ${t.payments.refund.of} ${page.code}`,
    current: 'payments',
    assets,
    children: (
      <div class="hand">
        <p>{t.payments.refund.text}</p>
        <Preview
          page={page}
          submit={t.payments.refund.submit}
          leave={`/admin/payments/${page.code}`}
        />
      </div>
    ),
  });
