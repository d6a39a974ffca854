import type { ComponentChildren } from 'preact';
import { Fields, labelIn } from '../components/form-fields.tsx';
import { Actions, ErrorSummary, Field, Hidden, type FormState } from '../components/form.tsx';
import { countries } from '../data/countries.ts';
import type { FormKeys, OwnPledge, OwnPledgeForm } from '../data/me.ts';
import type { FormField } from '../forms/fields.ts';
import { OWN_PLEDGE_FIELDS } from '../forms/own-pledge.ts';
import { EDIT_FIELDS, SIGN_FIELDS } from '../forms/sign.ts';
import { Own, useOwnFrame } from './frame.tsx';
import { Asked, isUndecided, statusOf } from './me-pledge.tsx';
import { Keys, openOf, promisedOf, type MePage } from './me.tsx';
import { t } from '../words.ts';

export type OwnFormName = 'editing' | 'withdrawal' | 'newAddress' | 'fresh' | 'signingAgain';

export interface OwnFormPage extends FormKeys {
  name: OwnFormName;
  signature: MePage['signature'];
  open: readonly OwnPledge[];
  form: FormState;
}

const ACTIONS: Record<OwnFormName, string> = {
  editing: '/me/signature',
  withdrawal: '/me/withdraw',
  newAddress: '/me/address',
  fresh: '/me/confirm',
  signingAgain: '/me/sign-again',
};

function useTextOf({ name, signature }: OwnFormPage): string {
  const { contact = null } = useOwnFrame();
  if (name === 'editing') return t.me.editing.text(contact);
  const { text } = t.me[name];
  return typeof text === 'string' ? text : text(signature.email ?? '');
}

const FIELDS: Record<OwnFormName, (page: OwnFormPage) => ComponentChildren> = {
  editing: (page) => <Editing {...page} />,
  withdrawal: () => null,
  newAddress: ({ form }) => (
    <Field
      name="email"
      label={t.me.newAddress.email}
      form={form}
      input={{ type: 'email', autocomplete: 'email', spellcheck: false }}
    />
  ),
  fresh: ({ form }) => <input type="hidden" name="next" value={form.values.get('next')} />,
  signingAgain: ({ form }) => (
    <>
      <Fields fields={SIGN_FIELDS.consent} words={t.sign.fields} form={form} />
      <p>
        <a href="/sign#notice-text">{t.notice.title}</a>
      </p>
    </>
  ),
};

export function OwnFormView(page: OwnFormPage) {
  const { name, form } = page;
  const words = t.me[name];
  const isBlocked = name === 'withdrawal' && page.open.length > 0;
  return (
    <Own
      title={words.title}
      text={useTextOf(page)}
      current="me"
      isBelow
      hasErrors={form.errors.length > 0}
    >
      <form class="form" method="post" action={ACTIONS[name]} novalidate>
        <ErrorSummary
          form={form}
          labelOf={(field) =>
            field === 'email' ? t.me.newAddress.email : labelIn(t.me.editing.fields, field)
          }
        />
        <Keys keys={page} />
        {FIELDS[name](page)}
        {isBlocked && <Open pledges={page.open} />}
        <Actions text={isBlocked ? null : words.submit}>
          <a href="/me">{words.keep}</a>
        </Actions>
      </form>
    </Own>
  );
}

const Open = ({ pledges }: { pledges: readonly OwnPledge[] }) => (
  <>
    <p>{t.me.withdrawal.first}</p>
    <ul class="acts-list">
      {pledges.map(({ line, agreed }) => (
        <li key={line.ref}>
          <a href={`/me/pledges/${line.ref}${agreed > 0n ? '' : '/withdraw'}`}>
            {t.subjectOf(line)}
          </a>
        </li>
      ))}
    </ul>
  </>
);

const Editing = ({ form, signature }: OwnFormPage) => (
  <Fields
    fields={EDIT_FIELDS.filter((field) => signature.kind === 'person' || !field.if)}
    words={t.me.editing.fields}
    options={{ country: [['', t.sign.noCountry], ...countries] }}
    form={form}
  />
);

export interface OwnPledgeFormPage extends FormKeys {
  name: OwnPledgeForm;
  pledge: OwnPledge;
  form: FormState;
}

function quantityFor(name: OwnPledgeForm, pledge: OwnPledge): bigint {
  if (name === 'withdraw') return promisedOf(pledge);
  if (name !== 'postpone' || pledge.instalments.length === 0) return openOf(pledge);
  const unpaid = pledge.instalments.filter(({ received }) => received === 0n);
  return unpaid.reduce((sum, { outstanding }) => sum + outstanding, 0n);
}

export function OwnPledgeFormView(page: OwnPledgeFormPage) {
  const { name, pledge, form } = page;
  const words = t.me.pledge.forms[name];
  const fields = t.me.pledge.fieldsOf(pledge, name);
  const { asset, kind } = pledge.line;
  const open = t.quantityOf(asset, kind, quantityFor(name, pledge));
  const about = {
    open: isUndecided(pledge) ? t.me.pledge.all : open,
    agreed: t.quantityOf(asset, kind, pledge.agreed),
    isAgreed: pledge.agreed > 0n,
  };
  return (
    <Own
      title={words.title}
      text={`${t.subjectOf(pledge.line)}. ${statusOf(pledge)}`}
      current="me"
      isBelow
      hasErrors={form.errors.length > 0}
    >
      <form class="form" method="post" action={`/me/pledges/${pledge.line.ref}/${name}`} novalidate>
        <ErrorSummary form={form} labelOf={(field) => labelIn(fields, field)} />
        <Keys keys={page} />
        <Hidden values={{ asset }} />
        <p>{words.text(about)}</p>
        <Asked pledge={pledge} />
        {name === 'withdraw' && pledge.asked !== null && <p>{t.me.pledge.withAsked}</p>}
        <Fields fields={askedOf(page)} words={fields} form={form} />
        <Actions text={words.submit}>
          <a href={`/me/pledges/${pledge.line.ref}`}>{t.forms.cancel}</a>
        </Actions>
      </form>
    </Own>
  );
}

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
