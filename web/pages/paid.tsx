/** What became of a payment. The page shows nobody's name. */
import { entryPath } from '../components/changes.tsx';
import { Table } from '../components/table.tsx';
import { fullAmount, fullDay } from '../format.ts';
import type { PaidBatch, PaymentLine, Told } from '../data/pay.ts';
import { Own, useOwnFrame } from './frame.tsx';
import { t } from '../words.ts';

export interface PaidPage extends PaymentLine, Told {
  /** Null unless the pledge is public. */
  ref: string | null;
  /** Stripe's page for paying, while nothing is paid. */
  url: string | null;
  /** Stripe reported what we can't record: an admin has to look, or has set it all aside. */
  held: 'held' | 'aside' | null;
  isCancelled: boolean;
  isStale: boolean;
  batches: PaidBatch[];
}

function stateOf({ status, way, url, held, isCancelled }: PaidPage) {
  if (held === 'held' && status !== 'paid') return held;
  if (held === 'aside' && status === 'open' && url === null) return held;
  if (status === 'expired' && way === 'invoice') return 'void' as const;
  return status === 'open' && isCancelled ? ('cancelled' as const) : status;
}

export function PaidView(page: PaidPage) {
  const { amount, currency, batches, ref, isGift } = page;
  const { initiative, contact } = useOwnFrame();
  const state = stateOf(page);
  return (
    <Own
      title={t.pay.paid.title(state, amount, currency)}
      text={t.pay.paid.what(state, page, initiative.name)}
      current="none"
    >
      <section class="own">
        <p>{t.pay.paid.text(state, page)}</p>
        {page.isStale && <p class="quiet">{t.pay.paid.stale}</p>}
        <Next page={page} state={state} />
        {contact && <p class="quiet">{t.pay.paid.questions(contact)}</p>}
      </section>
      {batches.length > 0 && (
        <section class="own">
          <h2>{t.pay.paid.ledger}</h2>
          <ul>
            {batches.map((batch) => (
              <li key={batch.entries[0]}>
                {t.pay.paid.batch(batch, currency)},{' '}
                <time datetime={batch.on}>{fullDay(batch.on)}</time>
                {ref !== null && <Entries batch={batch} />}
              </li>
            ))}
          </ul>
          {ref !== null && (
            <p>
              <a href={`/pledges/${ref}`}>{t.pay.paid.publicPage(isGift)}</a>
            </p>
          )}
        </section>
      )}
    </Own>
  );
}

const Entries = ({ batch }: { batch: PaidBatch }) => (
  <>
    {': '}
    {batch.entries.map((seq) => (
      <>
        <a href={entryPath(seq)}>{t.pay.paid.entry(seq)}</a>{' '}
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
          {t.pay.paid.onTo[way]}
        </a>
      )}
      {mayPayAgain ? (
        <a class="button" href={again}>
          {t.pay.paid.again}
        </a>
      ) : (
        <a href={`/paid/${code}`}>{t.pay.paid.look}</a>
      )}
    </p>
  );
}

export const Payments = ({ payments }: { payments: readonly PaymentLine[] }) => (
  <Table
    class="figures-table"
    rows={payments}
    columns={[
      [
        t.pay.list.on,
        ({ code, on }) => (
          <a href={`/paid/${code}`}>
            <time datetime={on}>{fullDay(on)}</time>
          </a>
        ),
      ],
      [t.pay.list.amount, ({ amount, currency }) => fullAmount(amount, currency)],
      [t.pay.list.status, ({ status }) => t.pay.list.statuses[status]],
    ]}
  />
);
