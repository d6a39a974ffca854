/** Cash that Stripe holds and has applied to no invoice. */
import { instant } from '../format.ts';
import { deskPayments } from '../messages/en-desk-payments.ts';
import type { Assets } from '../page.tsx';
import { renderDesk } from './frame.tsx';
import type { HeldCashPage } from './model-payment.ts';
import { AtStripe, GiverName, PaymentTabs } from './payment-parts.tsx';

const t = deskPayments.cash;

export const renderHeldCash = ({ frame, held, livemode }: HeldCashPage, assets: Assets): string =>
  renderDesk({
    frame,
    title: t.title,
    text: t.lead,
    current: 'payments',
    assets,
    children: (
      <>
        <PaymentTabs current="cash" />
        {held.length === 0 && <p class="empty">{t.none}</p>}
        {held.length > 0 && (
          <div class="view">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t.whose}</th>
                  <th scope="col">{t.pledge}</th>
                  <th scope="col" class="figure-cell">
                    {t.amount}
                  </th>
                  <th scope="col">{t.asOf}</th>
                  <th scope="col">{t.at}</th>
                </tr>
              </thead>
              <tbody>
                {held.map(({ customer, currency, amountMinor, asOf, ref, giver }) => (
                  <tr key={customer + currency}>
                    <th scope="row">{giver ? <GiverName {...giver} /> : t.unknown}</th>
                    <td data-label={t.pledge}>
                      {ref === null ? '–' : <a href={`/admin/pledges/${ref}`}>{ref}</a>}
                    </td>
                    <td class="figure-cell" data-label={t.amount}>
                      {deskPayments.amountOf(amountMinor, currency)}
                    </td>
                    <td data-label={t.asOf}>{instant(asOf)}</td>
                    <td data-label={t.at}>
                      <AtStripe id={customer} livemode={livemode} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </>
    ),
  });
