import type { ComponentChildren } from 'preact';
import { formatAmount } from '../../server/domain/quantity.ts';
import {
  Actions,
  ErrorSummary,
  Field,
  FieldSet,
  Hidden,
  Select,
  type FormState,
} from '../components/form.tsx';
import { Instalments } from '../components/schedule.tsx';
import { OutwardLink } from '../components/link.tsx';
import { countries, currencyName } from '../data/countries.ts';
import { Own, useOwnFrame } from './frame.tsx';
import { t } from '../words.ts';
import type { WhyClosed, CheckoutMethod } from '../../server/domain/payment.ts';
import type { FilledInstalment } from '../../server/domain/schedule.ts';
import type { Day } from '../../server/domain/day.ts';
import type { Sum } from '../data/pay.ts';

export interface PayForm {
  /** Null where the form needs no session. */
  csrf: string | null;
  key: string;
  form: FormState;
  /** The most that Checkout takes, in the initiative's currency. */
  limit: Sum;
  disclosure: string[];
}

export interface PayPage extends PayForm {
  action: string;
  /** The pledge's page, for its own giver; null for others with a link. */
  back: string | null;
  ref: string;
  paymentRef: string;
  currency: string;
  open: bigint;
  onTheWay: bigint;
  instalments: FilledInstalment[];
  /** The outstanding part of the oldest unpaid instalment. */
  due: bigint | null;
  waits: boolean;
  methods: readonly CheckoutMethod[];
  hasTransfer: boolean;
  today: Day;
}

export interface GivePage extends PayForm {
  currencies: readonly string[];
}

const number = { size: 16, inputMode: 'decimal', autocomplete: 'off' } as const;

const Country = ({ form }: { form: FormState }) => (
  <Select
    name="country"
    label={t.pay.labels.country}
    hint={t.pay.hints.country}
    options={[['', t.pay.noCountry], ...countries]}
    form={form}
  />
);

/** A line of the recipient's, which may end in a URL. */
function Line({ text }: { text: string }) {
  const [, before, url = null] = /^(.*?)(https?:\/\/\S+)?$/.exec(text) ?? [];
  return (
    <>
      {before}
      <OutwardLink url={url}>{url}</OutwardLink>
    </>
  );
}

const Disclosure = ({ lines }: { lines: readonly string[] }) => (
  <FieldSet title={t.pay.before}>
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
  /** Where none can be chosen. */
  currency?: string;
  labelOf: (name: string) => string | null;
  children: ComponentChildren;
}

const Shell = ({
  page: { form, csrf, key, disclosure },
  action,
  currency,
  labelOf,
  children,
}: ShellProps) => (
  <form class="form" method="post" action={action} novalidate>
    <ErrorSummary form={form} labelOf={labelOf} />
    <Hidden values={{ csrf, key, currency }} />
    {children}
    <Disclosure lines={disclosure} />
    <Actions text={t.pay.submit} />
  </form>
);

export function PayView(page: PayPage) {
  const { back, paymentRef, currency, open, onTheWay, instalments } = page;
  const about = t.pay.text(paymentRef, useOwnFrame().initiative.name);
  return (
    <Own
      title={back === null ? t.pay.title.link : t.pay.title.own}
      text={
        <>
          {back === null ? about : <a href={back}>{about}</a>} {t.pay.open(open, currency)}
        </>
      }
      current={back === null ? 'none' : 'me'}
      isBelow
      hasErrors={page.form.errors.length > 0}
    >
      {(onTheWay > 0n || instalments.length > 0) && (
        <section class="own">
          {onTheWay > 0n && <p>{t.pay.onTheWay(onTheWay, currency)}</p>}
          {instalments.length > 0 && (
            <Instalments instalments={instalments} asset={currency} today={page.today} />
          )}
        </section>
      )}
      <PayForm page={page} />
    </Own>
  );
}

function PayForm({ page }: { page: PayPage }) {
  const { form, currency, limit, methods, hasTransfer, instalments } = page;
  const label = t.pay.amountIn(currency);
  return (
    <Shell
      page={page}
      action={page.action}
      currency={currency}
      labelOf={(name) =>
        name === 'amount' ? label : name === 'country' ? t.pay.labels.country : name || null
      }
    >
      <Choices page={page} />
      <Field
        name="amount"
        label={label}
        hint={t.pay.hints.part(instalments.length > 0)}
        form={form}
        input={number}
      />
      {page.waits && <p class="hint">{t.pay.waits}</p>}
      <Country form={form} />
      <FieldSet title={t.pay.how}>
        <p>{t.pay.upTo(limit.amount, limit.currency, methods)}</p>
        <p>{t.pay.above(limit.amount, limit.currency, currency, hasTransfer)}</p>
        {currency !== limit.currency && <p class="quiet">{t.pay.atRate}</p>}
      </FieldSet>
    </Shell>
  );
}

function Choices({ page: { action, currency, due, open } }: { page: PayPage }) {
  if (due === null || due === open) return null;
  return (
    <p class="choices">
      {t.pay.fill}:{' '}
      <a href={`${action}?amount=${formatAmount(due, currency)}`}>{t.pay.due(due, currency)}</a>{' '}
      <a href={`${action}?amount=${formatAmount(open, currency)}`}>{t.pay.all(open, currency)}</a>
    </p>
  );
}

export function GiveView(page: GivePage) {
  const { form, currencies, limit } = page;
  return (
    <Own
      title={t.pay.give.title}
      text={t.pay.give.text(useOwnFrame().initiative.name)}
      current="none"
      isLarge
      hasErrors={form.errors.length > 0}
    >
      <Shell
        page={page}
        action="/give"
        labelOf={(name) => t.pay.labels[name as keyof typeof t.pay.labels] ?? (name || null)}
      >
        <Field name="amount" label={t.pay.labels.amount} form={form} input={number} />
        <Select
          name="currency"
          label={t.pay.labels.currency}
          options={currencies.map((code) => [code, `${code} · ${currencyName(code)}`])}
          form={form}
        />
        <Country form={form} />
        <FieldSet title={t.pay.how}>
          <p>{t.pay.give.how(limit.amount, limit.currency)}</p>
          <p>
            {t.pay.give.more} <a href="/sign?pledge=funding">{t.pay.give.sign}</a>,{' '}
            {t.pay.give.moreHow}
          </p>
        </FieldSet>
      </Shell>
    </Own>
  );
}

function Contact({ text }: { text: (contact: string) => string }) {
  const { contact } = useOwnFrame();
  return contact ? <p>{text(contact)}</p> : null;
}

export const ClosedView = ({ why }: { why: WhyClosed }) => (
  <Own title={t.pay.closed.title} text={t.pay.closed.why[why]} current="none">
    <section class="own">
      <Contact text={t.pay.closed.contact} />
      <p>
        <a href="/">{t.pay.closed.home}</a>
      </p>
    </section>
  </Own>
);

export const SpentPayLinkView = () => (
  <Own title={t.pay.spent.title} text={t.pay.spent.text} current="none">
    <section class="own">
      <Contact text={t.pay.spent.contact} />
      <p>
        <a href="/sign-in">{t.pay.spent.signIn}</a>
      </p>
    </section>
  </Own>
);
