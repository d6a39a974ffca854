/** Paying a pledge, and giving without one; and why it cannot be done. */
import type { ComponentChildren } from 'preact';
import { formatAmount } from '../server/domain/quantity.ts';
import { ErrorSummary, Field, FieldSet, Select, type FormState } from './components/form.tsx';
import { Instalments } from './components/instalments.tsx';
import { OutwardLink } from './components/link.tsx';
import { countries, currencyName } from './countries.ts';
import { pay as t } from './messages/en-pay.ts';
import { en } from './messages/en.ts';
import type { ClosedPage, GivePage, PayPage } from './model-pay.ts';
import { renderOwn, type OwnFrame } from './own.tsx';
import type { Assets } from './page.tsx';

const number = { size: 16, inputMode: 'decimal', autocomplete: 'off' } as const;

const Country = ({ form }: { form: FormState }) => (
  <Select
    name="country"
    label={t.labels.country}
    hint={t.hints.country}
    options={[['', t.noCountry], ...countries]}
    form={form}
    t={en}
  />
);

/** A line of the recipient's, of which the policy that it ends in is a link. */
function Line({ text }: { text: string }) {
  const [, before, url = null] = /^(.*?)(https?:\/\/\S+)?$/.exec(text) ?? [];
  return (
    <>
      {before}
      <OutwardLink url={url}>{url}</OutwardLink>
    </>
  );
}

/** What must be known before the button is pressed. */
const Disclosure = ({ lines }: { lines: readonly string[] }) => (
  <FieldSet title={t.before}>
    <ul class="disclosure">
      {lines.map((line) => (
        <li key={line}>
          <Line text={line} />
        </li>
      ))}
    </ul>
  </FieldSet>
);

interface ShellProps {
  page: PayPage | GivePage;
  action: string;
  labelOf: (name: string) => string | null;
  children: ComponentChildren;
}

const Shell = ({
  page: { form, csrf, key, disclosure },
  action,
  labelOf,
  children,
}: ShellProps) => (
  <form class="form" method="post" action={action} novalidate>
    <ErrorSummary form={form} labelOf={labelOf} t={en} />
    {csrf !== null && <input type="hidden" name="csrf" value={csrf} />}
    <input type="hidden" name="key" value={key} />
    {children}
    <Disclosure lines={disclosure} />
    <p class="actions">
      <button type="submit">{t.submit}</button>
    </p>
  </form>
);

export function renderPay(page: PayPage, assets: Assets): string {
  const { frame, back, paymentRef, currency, open, onTheWay, instalments } = page;
  return renderOwn({
    frame,
    title: back === null ? t.title.link : t.title.own,
    text: (
      <>
        {back === null ? (
          t.text(paymentRef, frame.initiative.name)
        ) : (
          <a href={back}>{t.text(paymentRef, frame.initiative.name)}</a>
        )}{' '}
        {t.open(open, currency)}
      </>
    ),
    current: back === null ? 'none' : 'me',
    isBelow: true,
    hasErrors: page.form.errors.length > 0,
    assets,
    children: (
      <>
        {(onTheWay > 0n || instalments.length > 0) && (
          <section class="own">
            {onTheWay > 0n && <p>{t.onTheWay(onTheWay, currency)}</p>}
            {instalments.length > 0 && (
              <Instalments instalments={instalments} asset={currency} today={page.today} t={en} />
            )}
          </section>
        )}
        <PayForm page={page} />
      </>
    ),
  });
}

function PayForm({ page }: { page: PayPage }) {
  const { form, currency, limit, methods, hasTransfer, instalments } = page;
  const label = t.amountIn(currency);
  return (
    <Shell
      page={page}
      action={page.action}
      labelOf={(name) =>
        name === 'amount' ? label : name === 'country' ? t.labels.country : name || null
      }
    >
      <Choices page={page} />
      <Field
        name="amount"
        label={label}
        hint={t.hints.part(instalments.length > 0)}
        form={form}
        input={number}
        t={en}
      />
      {page.waits && <p class="hint">{t.waits}</p>}
      <Country form={form} />
      <FieldSet title={t.how}>
        <p>{t.upTo(limit.amount, limit.currency, methods)}</p>
        <p>{t.above(limit.amount, limit.currency, currency, hasTransfer)}</p>
        {currency !== limit.currency && <p class="quiet">{t.atRate}</p>}
      </FieldSet>
    </Shell>
  );
}

/** What is likely meant, each a link that fills it in. */
function Choices({ page: { action, currency, due, open } }: { page: PayPage }) {
  if (due === null || due === open) return null;
  return (
    <p class="choices">
      {t.fill}:{' '}
      <a href={`${action}?amount=${formatAmount(due, currency)}`}>{t.due(due, currency)}</a>{' '}
      <a href={`${action}?amount=${formatAmount(open, currency)}`}>{t.all(open, currency)}</a>
    </p>
  );
}

export function renderGive(page: GivePage, assets: Assets): string {
  const { frame, form, currencies, limit } = page;
  return renderOwn({
    frame,
    title: t.give.title,
    text: t.give.text(frame.initiative.name),
    current: 'none',
    isLarge: true,
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <Shell
        page={page}
        action="/give"
        labelOf={(name) => t.labels[name as keyof typeof t.labels] ?? (name || null)}
      >
        <Field name="amount" label={t.labels.amount} form={form} input={number} t={en} />
        <Select
          name="currency"
          label={t.labels.currency}
          options={currencies.map((code) => [code, `${code} · ${currencyName(code)}`])}
          form={form}
          t={en}
        />
        <Country form={form} />
        <FieldSet title={t.how}>
          <p>{t.give.how(limit.amount, limit.currency)}</p>
          <p>
            {t.give.more} <a href="/sign?pledge=funding">{t.give.sign}</a>, {t.give.moreHow}
          </p>
        </FieldSet>
      </Shell>
    ),
  });
}

/** Why nothing can be paid now, and whom to ask. */
export const renderClosed = ({ frame, why }: ClosedPage, assets: Assets): string =>
  renderOwn({
    frame,
    title: t.closed.title,
    text: t.closed.why[why],
    current: 'none',
    assets,
    children: (
      <section class="own">
        {frame.contact && <p>{t.closed.contact(frame.contact)}</p>}
        <p>
          <a href="/">{t.closed.home}</a>
        </p>
      </section>
    ),
  });

export const renderSpentPayLink = (frame: OwnFrame, assets: Assets): string =>
  renderOwn({
    frame,
    title: t.spent.title,
    text: t.spent.text,
    current: 'none',
    assets,
    children: (
      <section class="own">
        {frame.contact && <p>{t.spent.contact(frame.contact)}</p>}
        <p>
          <a href="/sign-in">{t.spent.signIn}</a>
        </p>
      </section>
    ),
  });
