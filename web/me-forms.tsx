/** The forms by which a signatory changes its signature, its address, or its mind. */
import type { ComponentChildren } from 'preact';
import { Checkbox } from './components/form-choice.tsx';
import { ErrorSummary, Field, Select, TextArea, type FormState } from './components/form.tsx';
import { countries } from './countries.ts';
import { Keys } from './me.tsx';
import { en } from './messages/en.ts';
import type { FormKeys, MePage } from './model-me.ts';
import { renderOwn, type OwnFrame } from './own.tsx';
import type { Assets } from './page.tsx';

export type OwnFormName = 'editing' | 'withdrawal' | 'newAddress' | 'fresh';

export interface OwnFormPage extends FormKeys {
  frame: OwnFrame;
  name: OwnFormName;
  signature: MePage['signature'];
  form: FormState;
}

const t = en.me;

const ACTIONS: Record<OwnFormName, string> = {
  editing: '/me/signature',
  withdrawal: '/me/withdraw',
  newAddress: '/me/address',
  fresh: '/me/confirm',
};

function textOf({ name, signature }: OwnFormPage): string {
  const { text } = t[name];
  return typeof text === 'string' ? text : text(signature.email ?? '');
}

const FIELDS: Record<OwnFormName, (page: OwnFormPage) => ComponentChildren> = {
  editing: Editing,
  withdrawal: () => null,
  newAddress: ({ form }) => (
    <Field
      name="email"
      label={t.newAddress.email}
      form={form}
      input={{ type: 'email', autocomplete: 'email', spellcheck: false }}
      t={en}
    />
  ),
  fresh: ({ form }) => <input type="hidden" name="next" value={form.values.get('next')} />,
};

const LABELS: Record<string, string> = { ...t.editing, public: t.editing.shown };

export function renderOwnForm(page: OwnFormPage, assets: Assets): string {
  const { frame, name, form } = page;
  const words = t[name];
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
          labelOf={(field) => (field === 'email' ? t.newAddress.email : (LABELS[field] ?? null))}
          t={en}
        />
        <Keys keys={page} />
        {FIELDS[name](page)}
        <p class="actions">
          <button type="submit">{words.submit}</button>
          <a href="/me">{words.keep}</a>
        </p>
      </form>
    ),
  });
}

function Editing({ form, signature }: OwnFormPage) {
  const words = t.editing;
  const common = { form, isOptional: true, t: en };
  return (
    <>
      {signature.kind === 'person' && (
        <>
          <Field name="role" label={words.role} {...common} />
          <Field
            name="affiliation"
            label={words.affiliation}
            hint={words.affiliationHint}
            {...common}
          />
        </>
      )}
      <Field
        name="url"
        label={words.url}
        hint={words.urlHint}
        input={{ inputMode: 'url', autocomplete: 'url' }}
        {...common}
      />
      <Select
        name="country"
        label={words.country}
        options={[['', en.sign.noCountry], ...countries]}
        {...common}
      />
      <TextArea name="statement" label={words.statement} rows={5} {...common} />
      <Checkbox
        name="public"
        label={words.shown}
        text={words.shown}
        value="on"
        form={form}
        t={en}
      />
    </>
  );
}
