import { isSeenTo, type PaymentFlag } from '../../../server/domain/payment.ts';
import { entryPath } from '../../components/changes.tsx';
import { Actions } from '../../components/form.tsx';
import type { Column } from '../../components/table.tsx';
import { fullDay, instant } from '../../format.ts';
import { Terms } from '../../components/review.tsx';
import { Desk, DeskKeys, IfRight, titleOf, useFrame } from '../frame.tsx';
import { Act, Note, Refusal, Section, TableSection, Trail } from '../parts.tsx';
import { AtStripe, GiverName } from './parts.tsx';
import { t } from '../../words.ts';
import type { PaymentBatch, PaymentOrder, PaymentPage } from './data.ts';

export function PaymentView(page: PaymentPage) {
  const { payment, refund, refused } = page;
  const { currency, amountMinor, livemode } = payment;
  return (
    <Desk
      title={t.payments.one.title(t.payments.amountOf(amountMinor, currency))}
      text={livemode ? undefined : t.payments.test}
      current="payments"
      hasErrors={refused !== null}
    >
      {refund !== null && (
        <p class="done" role="status">
          {t.payments.one.sentBack[refund]}
        </p>
      )}
      {refused !== null && (
        <Refusal
          title={refused.isLook ? t.payments.one.unmatched : t.payments.one.notDone}
          text={refused.message}
        />
      )}
      <div class="records">
        <Facts page={page} />
        <Acts page={page} />
        <TableSection
          title={t.deskPledge.movements}
          none={t.payments.one.nothing}
          rows={page.batches}
          columns={batchColumns(payment)}
        />
        {page.orders.length > 0 && <Orders page={page} />}
        <Events page={page} />
        <Section class="wide" title={titleOf('audit')}>
          <Trail lines={page.trail} />
        </Section>
      </div>
    </Desk>
  );
}

function Facts({ page }: { page: PaymentPage }) {
  const words = t.payments.one;
  const { payment, ref, rateOn } = page;
  const { currency, livemode, object, intent, paidAt, checkedAt } = payment;
  const whose = payment.status === 'paid' ? words.gift : words.giftOpen;
  return (
    <section>
      <Terms
        rows={[
          [t.payments.columns.status, <strong>{t.payments.statuses[payment.status]}</strong>],
          [words.of, page.giver ? <GiverName {...page.giver} /> : whose],
          [t.deskLists.pledges.ref, ref && <a href={`/admin/pledges/${ref}`}>{ref}</a>],
          [
            words.asked,
            `${t.payments.amountOf(payment.amountMinor, currency)}, ${t.payments.ways[payment.way]}`,
          ],
          [words.rate, rateOn && words.rateOf(rateOn)],
          [words.country, payment.country],
          [t.payments.columns.begun, instant(payment.createdAt)],
          [t.payments.columns.paid, paidAt && instant(paidAt)],
          [words.checked, checkedAt ? instant(checkedAt) : words.never],
          [words.confirmed, payment.email],
          [
            words.at,
            object && (
              <>
                <AtStripe id={object} livemode={livemode} />{' '}
                {intent && <AtStripe id={intent} livemode={livemode} />}
              </>
            ),
          ],
        ]}
      />
    </section>
  );
}

function Acts({ page }: { page: PaymentPage }) {
  const words = t.payments.one;
  const { payment, left, isOpen } = page;
  const { rights } = useFrame();
  const mayAct = rights.includes('record') && isOpen && payment.object !== null;
  return (
    <section>
      {payment.flags.length > 0 && (
        <div class="flags">
          <h2>{t.payments.columns.flags}</h2>
          {payment.flags.map((flag) => (
            <div key={flag}>
              <p id={`flag-${flag}`}>
                <strong class="late">{t.payments.flags[flag]}:</strong> {t.payments.flagTexts[flag]}
              </p>
              {isSeenTo(flag) && (
                <IfRight right="record">
                  <SeeTo page={page} flag={flag} />
                </IfRight>
              )}
            </div>
          ))}
        </div>
      )}
      {mayAct && (
        <>
          <h2>{t.differences.columns.acts}</h2>
          <form class="form" method="post" action={`/admin/payments/${payment.code}/check`}>
            <DeskKeys />
            <p class="hint">{words.lookHint}</p>
            <Actions text={words.look}>
              {left > 0n && (
                <a href={`/admin/payments/${payment.code}/refund`}>{t.payments.refund.title}</a>
              )}
            </Actions>
          </form>
        </>
      )}
    </section>
  );
}

function SeeTo({ page: { payment }, flag }: { page: PaymentPage; flag: PaymentFlag }) {
  return (
    <div class="decisions">
      <details>
        <summary aria-describedby={`flag-${flag}`}>{t.payments.one.seenTo}</summary>
        <form method="post" action={`/admin/payments/${payment.code}/seen-to`}>
          <DeskKeys />
          <input type="hidden" name="flag" value={flag} />
          <Note
            id={`note-${flag}`}
            name="note"
            words={{ label: t.payments.one.note, hint: t.payments.one.noteHint }}
            rows={2}
            isRequired
          />
          <button type="submit" aria-describedby={`flag-${flag}`}>
            {t.payments.one.seenTo}
          </button>
        </form>
      </details>
    </div>
  );
}

const batchColumns = ({ currency, livemode }: PaymentPage['payment']): Column<PaymentBatch>[] => [
  [t.deskPledge.on, ({ happenedAt }) => fullDay(happenedAt)],
  [
    t.deskPledge.what,
    ({ verb, amountMinor, isTakenBack, moves }) => (
      <>
        <b>{t.payments.verbs[verb]}</b> {t.payments.amountOf(amountMinor, currency)}
        {isTakenBack && <span class="line quiet">{t.deskPledge.undone}</span>}
        {moves.map((move, index) => (
          <span class="line" key={index}>
            {t.deskPledge.moveText(currency, 'funding', move)}
          </span>
        ))}
      </>
    ),
  ],
  [
    t.payments.one.at,
    ({ object, told }) => (
      <>
        <AtStripe id={object} livemode={livemode} />
        {told && <Balance told={told} />}
      </>
    ),
  ],
  [
    t.payments.one.entries,
    ({ seqs }) =>
      seqs.map((seq) => (
        <span class="line" key={seq}>
          <a href={entryPath(seq)}>{t.deskPledge.entry(seq)}</a>
        </span>
      )),
  ],
];

function Balance({ told }: { told: NonNullable<PaymentBatch['told']> }) {
  const { balanceCurrency: currency, feeMinor: fee, netMinor: net } = told;
  if (currency === null || fee === null || net === null) return null;
  return (
    <span class="line">
      {t.payments.one.fee(t.payments.amountOf(fee, currency), t.payments.amountOf(net, currency))}
    </span>
  );
}

function Orders({ page }: { page: PaymentPage }) {
  const words = t.payments.one;
  const { orders, payment } = page;
  return (
    <TableSection
      title={words.orders}
      rows={orders}
      columns={[
        [words.ordered, ({ createdAt }) => instant(createdAt)],
        [words.amount, ({ amountMinor }) => t.payments.amountOf(amountMinor, payment.currency)],
        [words.reason, ({ reason }) => reason, 'as-typed'],
        [t.payments.columns.status, (order) => <OrderState order={order} page={page} />],
      ]}
    />
  );
}

function OrderState({ order, page }: { order: PaymentOrder; page: PaymentPage }) {
  const { id, state, refusal } = order;
  const { payment, isOpen } = page;
  return (
    <>
      {state === 'refused' ? t.payments.one.refused(refusal!) : t.payments.one.states[state]}
      {state === 'lost' && isOpen && (
        <IfRight right="record">
          {(['again', 'let-go'] as const).map((act) => (
            <Act
              key={act}
              class="acts"
              action={`/admin/payments/${payment.code}/refunds/${id}/${act}`}
              text={act === 'again' ? t.payments.one.resend : t.payments.one.letGo}
            />
          ))}
        </IfRight>
      )}
    </>
  );
}

const Events = ({ page: { events } }: { page: PaymentPage }) => (
  <Section class="wide" title={t.payments.one.events}>
    {events.length === 0 && <p class="quiet">{t.payments.one.nothing}</p>}
    <ul class="trail">
      {events.map(({ id, type, outcome, reason, receivedAt }) => (
        <li key={id}>
          <time datetime={receivedAt.toISOString()}>{instant(receivedAt)}</time> {type}:{' '}
          {t.payments.one.outcomes[outcome]}
          {outcome === 'unmatched' && reason !== null && `. ${t.payments.reasons[reason].what}`}
        </li>
      ))}
    </ul>
  </Section>
);
