/** The forms by which a signatory changes one of its pledges, or asks an admin to. */
import { ErrorSummary, type FormState } from '../components/form.tsx';
import { Fields, labelIn } from '../components/form-fields.tsx';
import type { FormField } from '../forms/fields.ts';
import { Keys, openOf, promisedOf } from './me.tsx';
import { Asked, isUndecided, statusOf } from './me-pledge.tsx';
import type { FormKeys, OwnPledge, OwnPledgeForm } from '../data/me.ts';
import { renderOwn, type OwnFrame } from './own.tsx';
import { OWN_PLEDGE_FIELDS } from '../forms/own-pledge.ts';
import type { Assets } from './page.tsx';
import { t } from '../words.ts';

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
  const fields = t.me.pledge.fieldsOf(pledge, name);
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
        <ErrorSummary form={form} labelOf={(field) => labelIn(fields, field)} />
        <Keys keys={page} />
        <p>{words.text(about)}</p>
        <Asked pledge={pledge} />
        {name === 'withdraw' && pledge.asked !== null && <p>{t.me.pledge.withAsked}</p>}
        <Fields fields={askedOf(page)} words={fields} form={form} />
        <p class="actions">
          <button type="submit">{words.submit}</button>
          <a href={`/me/pledges/${pledge.line.ref}`}>{t.me.pledge.keep}</a>
        </p>
      </form>
    ),
  });
}

/** Of what a form can ask, what it asks of this pledge. */
function askedOf({ name, pledge }: OwnPledgeFormPage): FormField[] {
  const isMoney = pledge.line.kind === 'funding';
  const unpaid = pledge.instalments.filter(({ received }) => received === 0n).length;
  const isAsked: Record<string, boolean> = {
    amount: isMoney && (name !== 'withdraw' || pledge.status === 'accepted'),
    gpuHours: !isMoney && (name !== 'withdraw' || pledge.status === 'accepted'),
    dueOn: pledge.instalments.length > 0,
  };
  return OWN_PLEDGE_FIELDS[name]
    .filter(({ at }) => isAsked[at] ?? true)
    .map((field) => {
      if (field.rows) return { ...field, rows: { ...field.rows, initial: unpaid || 1 } };
      return field.at === 'dueOn' ? { ...field, isOptional: pledge.agreed === 0n } : field;
    });
}
