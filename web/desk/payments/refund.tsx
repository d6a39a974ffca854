import { REFUND_FIELDS } from '../../forms/desk.ts';
import { Desk } from '../frame.tsx';
import { Preview } from '../pledge/movement.tsx';
import { DeskForm, type DeskFormPage } from '../parts.tsx';
import { t } from '../../words.ts';
import type { PaymentGiver } from './parts.tsx';
import type { MovementPreviewPage } from '../pledge/data.ts';

export interface RefundFormPage extends DeskFormPage {
  code: string;
  currency: string;
  left: bigint;
  giver: PaymentGiver | null;
}

export function RefundFormView(page: RefundFormPage) {
  const words = t.payments.refund;
  const { code, currency, left, giver, form } = page;
  return (
    <DeskForm
      title={words.title}
      text={`${giver ? `${giver.name}, ` : ''}${words.of} ${code}. ${words.text}`}
      current="payments"
      class="form spaced"
      form={form}
      fields={REFUND_FIELDS}
      words={words.fields(t.payments.amountOf(left, currency), currency)}
      submit={t.deskPledge.preview}
      go="preview"
      cancel={{ href: `/admin/payments/${code}` }}
    />
  );
}

export const RefundPreviewView = (page: MovementPreviewPage & { code: string }) => (
  <Desk
    title={t.payments.refund.title}
    text={`${page.who}, ${t.payments.refund.of} ${page.code}`}
    current="payments"
  >
    <div class="spaced">
      <p>{t.payments.refund.text}</p>
      <Preview
        page={page}
        submit={t.payments.refund.submit}
        leave={`/admin/payments/${page.code}`}
      />
    </div>
  </Desk>
);
