import { REFUND_FIELDS } from '../../forms/desk.ts';
import type { Assets } from '../../pages/page.tsx';
import { renderDesk } from '../frame.tsx';
import { Preview } from '../pledge/movement.tsx';
import { renderDeskForm, type DeskFormPage } from '../parts.tsx';
import { t } from '../../words.ts';
import type { PaymentGiver } from './parts.tsx';
import type { HandPreviewPage } from '../pledge/data.ts';

export interface RefundFormPage extends DeskFormPage {
  code: string;
  currency: string;
  left: bigint;
  giver: PaymentGiver | null;
}

export function renderRefundForm(page: RefundFormPage, assets: Assets): string {
  const words = t.payments.refund;
  const { frame, code, currency, left, giver, form } = page;
  return renderDeskForm({
    frame,
    title: words.title,
    text: `${giver ? `${giver.name}, ` : ''}${words.of} ${code}. ${words.text}`,
    current: 'payments',
    assets,
    class: 'form hand',
    form,
    fields: REFUND_FIELDS,
    words: words.fields(t.payments.amountOf(left, currency), currency),
    action: `/admin/payments/${code}/refund`,
    submit: t.deskPledge.preview,
    go: 'preview',
    cancel: { href: `/admin/payments/${code}` },
  });
}

export const renderRefundPreview = (
  page: HandPreviewPage & { code: string },
  assets: Assets,
): string =>
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
