import { instant } from '../../format.ts';
import { Desk } from '../frame.tsx';
import { ListTable } from '../parts.tsx';
import { AtStripe, GiverName, PaymentTabs, type PaymentGiver } from './parts.tsx';
import { t } from '../../words.ts';

export interface HeldCashPage {
  livemode: boolean;
  held: {
    customer: string;
    currency: string;
    amountMinor: bigint;
    asOf: Date;
    ref: string | null;
    giver: PaymentGiver | null;
  }[];
}

export function HeldCashView({ held, livemode }: HeldCashPage) {
  const words = t.payments.cash;
  return (
    <Desk title={words.title} text={words.lead} current="payments">
      <PaymentTabs current="cash" />
      <ListTable
        none={words.none}
        rows={held}
        columns={[
          [t.deskLists.giver, ({ giver }) => (giver ? <GiverName {...giver} /> : words.unknown)],
          [
            t.deskLists.pledges.ref,
            ({ ref }) => (ref === null ? '–' : <a href={`/admin/pledges/${ref}`}>{ref}</a>),
          ],
          [
            t.payments.one.amount,
            ({ amountMinor, currency }) => t.payments.amountOf(amountMinor, currency),
            'figure-cell',
          ],
          [words.asOf, ({ asOf }) => instant(asOf)],
          [t.payments.one.at, ({ customer }) => <AtStripe id={customer} livemode={livemode} />],
        ]}
      />
    </Desk>
  );
}
