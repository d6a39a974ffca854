/** The forms by which a signatory changes one of its pledges, or asks an admin to. */
import type { ComponentChildren } from 'preact';
import { ErrorSummary, Field, TextArea, type FormState } from './components/form.tsx';
import { Rows } from './components/pledge-fields.tsx';
import { Keys, openOf, promisedOf } from './me.tsx';
import { Asked, isUndecided, statusOf } from './me-pledge.tsx';
import type { FormKeys, OwnPledge, OwnPledgeForm } from './model-me.ts';
import { renderOwn, type OwnFrame } from './own.tsx';
import type { Assets } from './page.tsx';
import { t } from './words.ts';

export interface OwnPledgeFormPage extends FormKeys {
  frame: OwnFrame;
  name: OwnPledgeForm;
  pledge: OwnPledge;
  form: FormState;
}

/** What a form is about: what can be withdrawn, what its instalments must add up to, or all outstanding. */
function quantityFor(name: OwnPledgeForm, pledge: OwnPledge): bigint {
  if (name === 'withdraw') return promisedOf(pledge);
  if (name !== 'postpone' || pledge.instalments.length === 0) return openOf(pledge);
  const unpaid = pledge.instalments.filter(({ received }) => received === 0n);
  return unpaid.reduce((sum, { outstanding }) => sum + outstanding, 0n);
}

export function renderOwnPledgeForm(page: OwnPledgeFormPage, assets: Assets): string {
  const { frame, name, pledge, form } = page;
  const words = t.me.pledge.forms[name];
  const { asset, kind } = pledge.line;
  const open = t.quantityOf(asset, kind, quantityFor(name, pledge));
  const about = {
    open: isUndecided(pledge) ? t.me.pledge.all : open,
    agreed: t.quantityOf(asset, kind, pledge.agreed),
    isAgreed: pledge.agreed > 0n,
  };
  return renderOwn({
    frame,
    title: words.title,
    text: `${t.subjectOf(pledge.line)}. ${statusOf(pledge)}`,
    current: 'me',
    isBelow: true,
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <form class="form" method="post" action={`/me/pledges/${pledge.line.ref}/${name}`} novalidate>
        <ErrorSummary form={form} labelOf={(field) => t.me.pledge.labelOf(field, asset, name)} />
        <Keys keys={page} />
        <p>{words.text(about)}</p>
        <Asked pledge={pledge} />
        {name === 'withdraw' && pledge.asked !== null && <p>{t.me.pledge.withAsked}</p>}
        {FIELDS[name](page)}
        <p class="actions">
          <button type="submit">{words.submit}</button>
          <a href={`/me/pledges/${pledge.line.ref}`}>{t.me.pledge.keep}</a>
        </p>
      </form>
    ),
  });
}

const date = { type: 'date', size: 14 } as const;
const number = { size: 16, inputMode: 'decimal', autocomplete: 'off' } as const;

interface FigureProps {
  page: OwnPledgeFormPage;
  hint?: string;
  isOptional?: boolean;
}

/** How much: of money an amount, of compute hours. */
function Figure({ page, hint, isOptional = false }: FigureProps) {
  const { form, name, pledge } = page;
  const { kind, asset } = pledge.line;
  const field = kind === 'funding' ? 'amount' : 'gpuHours';
  return (
    <Field
      name={field}
      label={t.me.pledge.labelOf(field, asset, name)}
      hint={hint}
      isOptional={isOptional}
      form={form}
      input={number}
    />
  );
}

const Parts = ({ page: { form, pledge } }: { page: OwnPledgeFormPage }) => (
  <Rows
    list="instalments"
    columns={[
      ['dueOn', date],
      ['amount', number],
    ]}
    initial={pledge.instalments.filter(({ received }) => received === 0n).length || 1}
    form={form}
  />
);

const Why = ({ page: { form, name, pledge } }: { page: OwnPledgeFormPage }) => (
  <TextArea
    name="text"
    label={t.me.pledge.labelOf('text', pledge.line.asset, name)}
    hint={t.me.pledge.hints.text}
    rows={4}
    form={form}
  />
);

const FIELDS: Record<OwnPledgeForm, (page: OwnPledgeFormPage) => ComponentChildren> = {
  increase: (page) => (
    <>
      <Figure page={page} />
      {page.pledge.instalments.length > 0 && (
        <Field
          name="dueOn"
          label={t.me.pledge.labelOf('dueOn', page.pledge.line.asset, 'increase')}
          hint={page.pledge.agreed > 0n ? t.me.pledge.hints.ownDueOn : t.me.pledge.hints.dueOn}
          isOptional={page.pledge.agreed === 0n}
          form={page.form}
          input={date}
        />
      )}
    </>
  ),
  withdraw: (page) =>
    page.pledge.status === 'accepted' && (
      <Figure page={page} hint={t.me.pledge.hints.part} isOptional />
    ),
  instalments: (page) => <Parts page={page} />,
  postpone: (page) => (
    <>
      <Parts page={page} />
      <Why page={page} />
    </>
  ),
  reduce: (page) => (
    <>
      <Figure page={page} />
      <Why page={page} />
    </>
  ),
  release: (page) => <Why page={page} />,
};
