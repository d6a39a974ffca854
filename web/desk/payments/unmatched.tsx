import { isForeign, type UnmatchedReason } from '../../../server/domain/payment.ts';
import { addressOf, Pager, Tabs } from '../../components/list.tsx';
import { Desk, DeskKeys, IfRight } from '../frame.tsx';
import { Note, Refusal } from '../parts.tsx';
import { AtStripe, PaymentTabs } from './parts.tsx';
import { t } from '../../words.ts';
import type { Listing } from '../../data/pages.ts';
import type { FormState } from '../../components/form.tsx';

export interface UnmatchedEvent {
  id: string;
  type: string;
  object: string | null;
  reason: UnmatchedReason;
  detail: string | null;
  livemode: boolean;
  asideNote: string | null;
  receivedAt: Date;
  payment: string | null;
}

export interface UnmatchedPage {
  events: UnmatchedEvent[];
  list: Omit<Listing, 'found'>;
  isAside: boolean;
  again: { event: string; form: FormState } | null;
}

const HOME = '/admin/payments/unmatched';

export function UnmatchedView(page: UnmatchedPage) {
  const words = t.payments.unmatched;
  const { events, list, isAside, again } = page;
  const whole = again?.form.errors.find(({ field }) => field === '');
  return (
    <Desk title={words.title} text={words.lead} current="payments" hasErrors={again !== null}>
      <PaymentTabs current="unmatched" />
      {whole && <Refusal title={words.refused} text={whole.message} />}
      <Tabs
        label={words.label}
        tabs={[
          { href: HOME, text: words.tabs.waiting, isCurrent: !isAside },
          { href: `${HOME}?aside=1`, text: words.tabs.aside, isCurrent: isAside },
        ]}
      />
      {events.length === 0 && <p class="empty">{isAside ? t.differences.noneAside : words.none}</p>}
      {events.length > 0 && (
        <ul class="queue">
          {events.map((event) => (
            <Event key={event.id} event={event} page={page} />
          ))}
        </ul>
      )}
      <Pager list={list} path={HOME} query={isAside ? { aside: '1' } : {}} />
    </Desk>
  );
}

function Event({ event, page }: { event: UnmatchedEvent; page: UnmatchedPage }) {
  const { type, object, reason, detail, livemode, receivedAt, payment, asideNote } = event;
  const words = t.payments.reasons[reason];
  return (
    <li>
      <div class="known">
        <p>
          <strong id={`event-${event.id}`}>{words.what}</strong>
        </p>
        {detail !== null && detail !== object && <p class="facts">{detail}</p>}
        <p class="facts">{words.todo}</p>
        <p class="facts quiet">
          {t.payments.unmatched.told(type, receivedAt)}
          {object !== null && (
            <>
              {', '}
              <AtStripe id={object} livemode={livemode} />
            </>
          )}
          {payment !== null && (
            <>
              {'. '}
              <a href={`/admin/payments/${payment}`}>{t.payments.columns.code}</a>
            </>
          )}
        </p>
        {asideNote !== null && (
          <p class="facts as-typed">{t.payments.unmatched.isAside(asideNote)}</p>
        )}
      </div>
      <IfRight right="record">
        <Acts event={event} page={page} />
      </IfRight>
    </li>
  );
}

function Acts({ event, page }: { event: UnmatchedEvent; page: UnmatchedPage }) {
  const { id, reason, asideNote } = event;
  const { again, isAside } = page;
  const typed = again?.event === id ? again.form : null;
  const at = (act: string): string =>
    addressOf(`${HOME}/${id}/${act}`, { aside: isAside ? '1' : undefined });
  return (
    <div class="decisions">
      {!isForeign(reason) && (
        <form method="post" action={at('again')}>
          <DeskKeys />
          <button type="submit" aria-describedby={`event-${id}`}>
            {t.payments.one.look}
          </button>
        </form>
      )}
      {asideNote === null && (
        <details open={typed !== null && typed.errors.length > 0}>
          <summary aria-describedby={`event-${id}`}>{t.differences.putAside}</summary>
          <form method="post" action={at('aside')}>
            <DeskKeys />
            <Note
              id={`note-${id}`}
              name="note"
              words={{ label: t.payments.one.note, hint: t.payments.unmatched.noteHint }}
              rows={2}
              form={typed}
            />
            <button type="submit" aria-describedby={`event-${id}`}>
              {t.differences.putAside}
            </button>
          </form>
        </details>
      )}
    </div>
  );
}
