/** Cash that Stripe holds and has applied to no invoice. */
import { Table } from '../../components/table.tsx';
import { instant } from '../../format.ts';
import type { Assets } from '../../pages/page.tsx';
import { renderDesk, type DeskFrame } from '../frame.tsx';
import { AtStripe, GiverName, PaymentTabs, type PaymentGiver } from './parts.tsx';
import { t } from '../../words.ts';

export interface HeldCashPage {
  frame: DeskFrame;
  livemode: boolean;
  held: {
    customer: string;
    currency: string;
    amountMinor: bigint;
    asOf: Date;
    /** Of the pledge that it was sent for. */
    ref: string | null;
    giver: PaymentGiver | null;
  }[];
}

export const renderHeldCash = ({ frame, held, livemode }: HeldCashPage, assets: Assets): string =>
  renderDesk({
    frame,
    title: t.payments.cash.title,
    text: t.payments.cash.lead,
    current: 'payments',
    assets,
    children: (
      <>
        <PaymentTabs current="cash" />
        {held.length === 0 && <p class="empty">{t.payments.cash.none}</p>}
        {held.length > 0 && (
          <div class="view">
            <Table
              rows={held}
              columns={[
                [
                  t.payments.cash.whose,
                  ({ giver }) => (giver ? <GiverName {...giver} /> : t.payments.cash.unknown),
                ],
                [
                  t.payments.cash.pledge,
                  ({ ref }) => (ref === null ? '–' : <a href={`/admin/pledges/${ref}`}>{ref}</a>),
                ],
                [
                  t.payments.cash.amount,
                  ({ amountMinor, currency }) => t.payments.amountOf(amountMinor, currency),
                  'figure-cell',
                ],
                [t.payments.cash.asOf, ({ asOf }) => instant(asOf)],
                [
                  t.payments.cash.at,
                  ({ customer }) => <AtStripe id={customer} livemode={livemode} />,
                ],
              ]}
            />
          </div>
        )}
      </>
    ),
  });
