/** What Stripe has told of and the ledger does not follow: why, and what to do. */
import { isForeign } from '../../server/domain/payment.ts';
import { addressOf, Pager, Tabs } from '../components/list.tsx';
import { deskPayments } from '../messages/en-desk-payments.ts';
import { en } from '../messages/en.ts';
import type { Assets } from '../page.tsx';
import { DeskKeys, renderDesk } from './frame.tsx';
import type { UnmatchedEvent, UnmatchedPage } from './model-payment.ts';
import { AtStripe, PaymentTabs } from './payment-parts.tsx';

const t = deskPayments.unmatched;
const HOME = '/admin/payments/unmatched';

export function renderUnmatched(page: UnmatchedPage, assets: Assets): string {
  const { frame, events, list, isAside, again } = page;
  const whole = again?.form.errors.find(({ field }) => field === '');
  return renderDesk({
    frame,
    title: t.title,
    text: t.lead,
    current: 'payments',
    hasErrors: again !== null,
    assets,
    children: (
      <>
        <PaymentTabs current="unmatched" />
        {whole && (
          <div class="errors" role="alert" tabIndex={-1} autofocus>
            <h2>{t.refused}</h2>
            <p>{whole.message}</p>
          </div>
        )}
        <Tabs
          label={t.label}
          tabs={[
            { href: HOME, text: t.tabs.waiting, isCurrent: !isAside },
            { href: `${HOME}?aside=1`, text: t.tabs.aside, isCurrent: isAside },
          ]}
        />
        {events.length === 0 && <p class="empty">{isAside ? t.noneAside : t.none}</p>}
        {events.length > 0 && (
          <ul class="queue">
            {events.map((event) => (
              <Event key={event.id} event={event} page={page} />
            ))}
          </ul>
        )}
        <Pager list={list} path={HOME} query={isAside ? { aside: '1' } : {}} t={en} />
      </>
    ),
  });
}

function Event({ event, page }: { event: UnmatchedEvent; page: UnmatchedPage }) {
  const { type, object, reason, detail, livemode, receivedAt, payment, asideNote } = event;
  const words = deskPayments.reasons[reason];
  return (
    <li>
      <div class="known">
        <p>
          <strong>{words.what}</strong>
        </p>
        {detail !== null && detail !== object && <p class="facts">{detail}</p>}
        <p class="facts">{words.todo}</p>
        <p class="facts quiet">
          {t.told(type, receivedAt)}
          {object !== null && (
            <>
              {', '}
              <AtStripe id={object} livemode={livemode} />
            </>
          )}
          {payment !== null && (
            <>
              {'. '}
              <a href={`/admin/payments/${payment}`}>{t.payment}</a>
            </>
          )}
        </p>
        {asideNote !== null && <p class="facts as-typed">{t.isAside(asideNote)}</p>}
      </div>
      {page.frame.rights.includes('record') && <Acts event={event} page={page} />}
    </li>
  );
}

function Acts({
  event: { id, reason, asideNote },
  page: { frame, again, isAside },
}: {
  event: UnmatchedEvent;
  page: UnmatchedPage;
}) {
  const typed = again?.event === id ? again.form : null;
  const error = typed?.errors.find(({ field }) => field === 'note');
  const at = (act: string): string =>
    addressOf(`${HOME}/${id}/${act}`, { aside: isAside ? '1' : undefined });
  return (
    <div class="decisions">
      {!isForeign(reason) && (
        <form method="post" action={at('again')}>
          <DeskKeys frame={frame} />
          <button type="submit">{t.again}</button>
        </form>
      )}
      {asideNote === null && (
        <details open={error !== undefined}>
          <summary>{t.aside}</summary>
          <form method="post" action={at('aside')}>
            <DeskKeys frame={frame} />
            <label for={`note-${id}`}>{t.note}</label>
            <p class="hint" id={`note-${id}-hint`}>
              {t.noteHint}
            </p>
            {error && (
              <p class="error" id={`note-${id}-error`}>
                {en.forms.error(t.note, error.message)}
              </p>
            )}
            <textarea
              id={`note-${id}`}
              name="note"
              rows={2}
              aria-describedby={`note-${id}-hint${error ? ` note-${id}-error` : ''}`}
              aria-invalid={error && ('true' as const)}
            >
              {typed?.values.get('note')}
            </textarea>
            <button type="submit">{t.aside}</button>
          </form>
        </details>
      )}
    </div>
  );
}
