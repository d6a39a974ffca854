/** The forms by which a signatory changes its signature, its address, or its mind. */
import type { ComponentChildren } from 'preact';
import { Fields, labelIn } from '../components/form-fields.tsx';
import { ErrorSummary, Field, type FormState } from '../components/form.tsx';
import { countries } from '../data/countries.ts';
import { Keys, type MePage } from './me.tsx';
import type { FormKeys, OwnPledge } from '../data/me.ts';
import { renderOwn, type OwnFrame } from './own.tsx';
import type { Assets } from './page.tsx';
import { EDIT_FIELDS, SIGN_FIELDS } from '../forms/sign.ts';
import { t } from '../words.ts';

export type OwnFormName = 'editing' | 'withdrawal' | 'newAddress' | 'fresh' | 'signingAgain';

export interface OwnFormPage extends FormKeys {
  frame: OwnFrame;
  name: OwnFormName;
  signature: MePage['signature'];
  /** What is expected of its pledges. */
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

function textOf({ name, signature, frame }: OwnFormPage): string {
  if (name === 'editing') return t.me.editing.text(frame.contact ?? null);
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

export function renderOwnForm(page: OwnFormPage, assets: Assets): string {
  const { frame, name, form } = page;
  const words = t.me[name];
  const isBlocked = name === 'withdrawal' && page.open.length > 0;
  return renderOwn({
    frame,
    title: words.title,
    text: textOf(page),
    current: 'me',
    isBelow: true,
    hasErrors: form.errors.length > 0,
    assets,
    children: (
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
        <p class="actions">
          {!isBlocked && <button type="submit">{words.submit}</button>}
          <a href="/me">{words.keep}</a>
        </p>
      </form>
    ),
  });
}

/** What must be withdrawn before the signature can be. */
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
