/** One payment at the desk: what was asked of whom, what came of it, and what may be done. */
import { isSeenTo, type PaymentFlag } from '../../server/domain/payment.ts';
import { fullDay, instant } from '../format.ts';
import { audit } from '../messages/en-desk-audit.ts';
import { deskPayments as t } from '../messages/en-desk-payments.ts';
import { deskPledge } from '../messages/en-desk-pledge.ts';
import type { Assets } from '../page.tsx';
import { Fact } from '../pledge.tsx';
import { DeskKeys, renderDesk } from './frame.tsx';
import type { PaymentPage } from './model-payment.ts';
import { AtStripe, GiverName } from './payment-parts.tsx';

const words = t.one;

export function renderPayment(page: PaymentPage, assets: Assets): string {
  const { frame, payment, refund, refused } = page;
  const { currency, amountMinor, livemode } = payment;
  return renderDesk({
    frame,
    title: words.title(t.amountOf(amountMinor, currency)),
    text: livemode ? undefined : t.test,
    current: 'payments',
    hasErrors: refused !== null,
    assets,
    children: (
      <>
        {refund !== null && (
          <p class="done" role="status">
            {words.sentBack[refund]}
          </p>
        )}
        {refused !== null && (
          <div class="errors" role="alert" tabIndex={-1} autofocus>
            <h2>{refused.isLook ? words.unmatched : words.notDone}</h2>
            <p>{refused.message}</p>
          </div>
        )}
        <div class="records">
          <Facts page={page} />
          <Acts page={page} />
          <Batches page={page} />
          {page.orders.length > 0 && <Orders page={page} />}
          <Events page={page} />
          <Trail page={page} />
        </div>
      </>
    ),
  });
}

function Whose({ page: { giver, payment } }: { page: PaymentPage }) {
  if (giver) return <GiverName {...giver} />;
  return <>{payment.status === 'paid' ? words.gift : words.giftOpen}</>;
}

function Facts({ page }: { page: PaymentPage }) {
  const { payment, ref, rateOn } = page;
  const { currency, livemode, object, intent, paidAt, checkedAt } = payment;
  return (
    <section>
      <dl class="terms">
        <Fact name={words.status}>
          <strong>{t.statuses[payment.status]}</strong>
        </Fact>
        <Fact name={words.of}>
          <Whose page={page} />
        </Fact>
        {ref !== null && (
          <Fact name={t.columns.pledge}>
            <a href={`/admin/pledges/${ref}`}>{ref}</a>
          </Fact>
        )}
        <Fact name={words.asked}>
          {t.amountOf(payment.amountMinor, currency)}, {t.ways[payment.way]}
        </Fact>
        {rateOn !== null && <Fact name={words.rate}>{words.rateOf(rateOn)}</Fact>}
        <Fact name={words.country}>{payment.country}</Fact>
        <Fact name={words.begun}>{instant(payment.createdAt)}</Fact>
        {paidAt && <Fact name={words.paid}>{instant(paidAt)}</Fact>}
        <Fact name={words.checked}>{checkedAt ? instant(checkedAt) : words.never}</Fact>
        {payment.email !== null && <Fact name={words.confirmed}>{payment.email}</Fact>}
        {object !== null && (
          <Fact name={words.at}>
            <AtStripe id={object} livemode={livemode} />{' '}
            {intent !== null && <AtStripe id={intent} livemode={livemode} />}
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Acts({ page }: { page: PaymentPage }) {
  const { frame, payment, left, isOpen } = page;
  const mayAct = frame.rights.includes('record') && isOpen && payment.object !== null;
  return (
    <section>
      {payment.flags.length > 0 && (
        <div class="flags">
          <h2>{words.lookAt}</h2>
          {payment.flags.map((flag) => (
            <div key={flag}>
              <p>
                <strong class="late">{t.flags[flag]}:</strong> {t.flagTexts[flag]}
              </p>
              {isSeenTo(flag) && frame.rights.includes('record') && (
                <SeeTo page={page} flag={flag} />
              )}
            </div>
          ))}
        </div>
      )}
      {mayAct && (
        <>
          <h2>{words.acts}</h2>
          <form class="form" method="post" action={`/admin/payments/${payment.code}/check`}>
            <DeskKeys frame={frame} />
            <p class="hint">{words.lookHint}</p>
            <p class="actions">
              <button type="submit">{words.look}</button>
              {left > 0n && <a href={`/admin/payments/${payment.code}/refund`}>{words.refund}</a>}
            </p>
          </form>
        </>
      )}
    </section>
  );
}

function SeeTo({ page: { frame, payment }, flag }: { page: PaymentPage; flag: PaymentFlag }) {
  return (
    <div class="decisions">
      <details>
        <summary>{words.seenTo}</summary>
        <form method="post" action={`/admin/payments/${payment.code}/seen-to`}>
          <DeskKeys frame={frame} />
          <input type="hidden" name="flag" value={flag} />
          <label for={`note-${flag}`}>{words.note}</label>
          <p class="hint" id={`note-${flag}-hint`}>
            {words.noteHint}
          </p>
          <textarea
            id={`note-${flag}`}
            name="note"
            rows={2}
            required
            maxLength={1000}
            aria-describedby={`note-${flag}-hint`}
          />
          <button type="submit">{words.seenTo}</button>
        </form>
      </details>
    </div>
  );
}

function Batches({ page }: { page: PaymentPage }) {
  const { batches, payment } = page;
  const { currency, livemode } = payment;
  return (
    <section class="wide">
      <h2>{words.movements}</h2>
      {batches.length === 0 && <p class="quiet">{words.nothing}</p>}
      {batches.length > 0 && (
        <table class="figures-table batches">
          <thead>
            <tr>
              <th scope="col">{words.on}</th>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.at}</th>
              <th scope="col">{words.entries}</th>
            </tr>
          </thead>
          <tbody>
            {batches.map((batch) => (
              <tr key={batch.batch}>
                <th scope="row">{fullDay(batch.happenedAt)}</th>
                <td>
                  <b>{t.verbs[batch.verb]}</b> {t.amountOf(batch.amountMinor, currency)}
                  {batch.isTakenBack && <span class="line quiet">{words.takenBack}</span>}
                  {batch.moves.map((move, index) => (
                    <span class="line" key={index}>
                      {deskPledge.moveText(currency, 'funding', move)}
                    </span>
                  ))}
                </td>
                <td>
                  <AtStripe id={batch.object} livemode={livemode} />
                  {batch.told && <Balance told={batch.told} />}
                </td>
                <td>
                  {batch.seqs.map((seq) => (
                    <span class="line" key={seq}>
                      <a href={`/ledger?cursor=${seq + 1}#entry-${seq}`}>{deskPledge.entry(seq)}</a>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** What Stripe kept and what reached its balance, in that balance's currency. */
function Balance({
  told: { balanceCurrency: currency, feeMinor: fee, netMinor: net },
}: {
  told: NonNullable<PaymentPage['batches'][number]['told']>;
}) {
  if (currency === null || fee === null || net === null) return null;
  return (
    <span class="line">{words.fee(t.amountOf(fee, currency), t.amountOf(net, currency))}</span>
  );
}

function Orders({ page }: { page: PaymentPage }) {
  const { orders, payment, frame, isOpen } = page;
  const mayAct = frame.rights.includes('record') && isOpen;
  return (
    <section class="wide">
      <h2>{words.orders}</h2>
      <table class="figures-table batches">
        <thead>
          <tr>
            <th scope="col">{words.ordered}</th>
            <th scope="col">{words.amount}</th>
            <th scope="col">{words.reason}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <tr key={order.id}>
              <th scope="row">{instant(order.createdAt)}</th>
              <td>{t.amountOf(order.amountMinor, payment.currency)}</td>
              <td class="as-typed">{order.reason}</td>
              <td>
                {order.state === 'refused'
                  ? words.refused(order.refusal!)
                  : words.states[order.state]}
                {order.state === 'lost' &&
                  mayAct &&
                  (['again', 'let-go'] as const).map((act) => (
                    <form
                      key={act}
                      class="acts"
                      method="post"
                      action={`/admin/payments/${payment.code}/refunds/${order.id}/${act}`}
                    >
                      <DeskKeys frame={frame} />
                      <button class="link" type="submit">
                        {act === 'again' ? words.resend : words.letGo}
                      </button>
                    </form>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const Events = ({ page: { events } }: { page: PaymentPage }) => (
  <section class="wide">
    <h2>{words.events}</h2>
    {events.length === 0 && <p class="quiet">{words.noEvents}</p>}
    <ul class="trail">
      {events.map(({ id, type, outcome, reason, receivedAt }) => (
        <li key={id}>
          <time datetime={receivedAt.toISOString()}>{instant(receivedAt)}</time> {type}:{' '}
          {words.outcomes[outcome]}
          {outcome === 'unmatched' && reason !== null && `. ${t.reasons[reason].what}`}
        </li>
      ))}
    </ul>
  </section>
);

const Trail = ({ page: { trail } }: { page: PaymentPage }) => (
  <section class="wide">
    <h2>{words.trail}</h2>
    <ul class="trail">
      {trail.map((line) => (
        <li key={line.id}>
          <time datetime={line.at.toISOString()}>{instant(line.at)}</time> {audit.who(line.doer)}{' '}
          {audit.did(line)}
        </li>
      ))}
    </ul>
  </section>
);
