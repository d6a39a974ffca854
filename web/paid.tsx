/** What became of a payment: the page that one comes back to. Nobody's name stands on it. */
import { fullAmount, fullDay } from './format.ts';
import { pay } from './messages/en-pay.ts';
import type { PaidBatch, PaidPage, PaymentLine } from './model-pay.ts';
import { renderOwn } from './own.tsx';
import type { Assets } from './page.tsx';

const t = pay.paid;

function stateOf({ status, way, url, held, isCancelled }: PaidPage) {
  if (held === 'held' && status !== 'paid') return held;
  if (held === 'aside' && status === 'open' && url === null) return held;
  if (status === 'expired' && way === 'invoice') return 'void' as const;
  return status === 'open' && isCancelled ? ('cancelled' as const) : status;
}

export function renderPaid(page: PaidPage, assets: Assets): string {
  const { frame, amount, currency, batches, ref, isGift } = page;
  const state = stateOf(page);
  return renderOwn({
    frame,
    title: t.title(state, amount, currency),
    text: t.what(state, page, frame.initiative.name),
    current: 'none',
    assets,
    children: (
      <>
        <section class="own">
          <p>{t.text(state, page)}</p>
          {page.isStale && <p class="quiet">{t.stale}</p>}
          <Next page={page} state={state} />
          {frame.contact && <p class="quiet">{t.questions(frame.contact)}</p>}
        </section>
        {batches.length > 0 && (
          <section class="own">
            <h2>{t.ledger}</h2>
            <ul>
              {batches.map((batch) => (
                <li key={batch.entries[0]}>
                  {t.batch(batch, currency)}, <time datetime={batch.on}>{fullDay(batch.on)}</time>
                  {ref !== null && <Entries batch={batch} />}
                </li>
              ))}
            </ul>
            {ref !== null && (
              <p>
                <a href={`/pledges/${ref}`}>{t.publicPage(isGift)}</a>
              </p>
            )}
          </section>
        )}
      </>
    ),
  });
}

const Entries = ({ batch }: { batch: PaidBatch }) => (
  <>
    {': '}
    {batch.entries.map((seq) => (
      <>
        <a href={`/ledger?cursor=${seq + 1}#entry-${seq}`}>{t.entry(seq)}</a>{' '}
      </>
    ))}
  </>
);

function Next({ page, state }: { page: PaidPage; state: ReturnType<typeof stateOf> }) {
  const { url, way, isGift, code } = page;
  if (state === 'paid' || state === 'void') return null;
  const again = isGift ? '/give' : page.ref === null ? '/me' : `/me/pledges/${page.ref}/pay`;
  const mayPayAgain = state === 'new' || state === 'failed' || state === 'expired';
  return (
    <p class="actions">
      {url !== null && (
        <a class="button" href={url}>
          {t.onTo[way]}
        </a>
      )}
      {mayPayAgain ? (
        <a class="button" href={again}>
          {t.again}
        </a>
      ) : (
        <a href={`/paid/${code}`}>{t.look}</a>
      )}
    </p>
  );
}

/** The payments of a pledge so far. */
export const Payments = ({ payments }: { payments: readonly PaymentLine[] }) => (
  <table class="figures-table">
    <thead>
      <tr>
        <th scope="col">{pay.list.on}</th>
        <th scope="col">{pay.list.amount}</th>
        <th scope="col">{pay.list.status}</th>
      </tr>
    </thead>
    <tbody>
      {payments.map((payment) => (
        <Payment key={payment.code} payment={payment} />
      ))}
    </tbody>
  </table>
);

const Payment = ({ payment: { code, on, amount, currency, status } }: { payment: PaymentLine }) => (
  <tr>
    <th scope="row">
      <a href={`/paid/${code}`}>
        <time datetime={on}>{fullDay(on)}</time>
      </a>
    </th>
    <td>{fullAmount(amount, currency)}</td>
    <td>{pay.list.statuses[status]}</td>
  </tr>
);
