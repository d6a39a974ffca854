/** The forms by which a signatory changes its signature, its address, or its mind. */
import type { ComponentChildren } from 'preact';
import { Checkbox } from './components/form-choice.tsx';
import { ErrorSummary, Field, Select, TextArea, type FormState } from './components/form.tsx';
import { NOTICE } from '../server/domain/notice.ts';
import { countries } from './countries.ts';
import { Keys, type MePage } from './me.tsx';
import type { FormKeys, OwnPledge } from './model-me.ts';
import { renderOwn, type OwnFrame } from './own.tsx';
import type { Assets } from './page.tsx';
import { t } from './words.ts';

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
  editing: Editing,
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
      <Checkbox
        name="adult"
        label={t.sign.labels['adult']!}
        value="yes"
        text={t.sign.adult}
        form={form}
      />
      <Checkbox
        name="notice"
        label={t.sign.labels['notice']!}
        value={NOTICE}
        text={t.sign.consent}
        form={form}
      />
      <p>
        <a href="/sign#notice-text">{t.notice.title}</a>
      </p>
    </>
  ),
};

function labelOf(field: string): string | null {
  const { text: _, ...editing } = t.me.editing;
  const labels: Record<string, string> = {
    ...t.sign.labels,
    ...editing,
    public: t.me.editing.shown,
    email: t.me.newAddress.email,
  };
  return labels[field] ?? null;
}

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
        <ErrorSummary form={form} labelOf={labelOf} />
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

function Editing({ form, signature }: OwnFormPage) {
  const words = t.me.editing;
  const common = { form, isOptional: true };
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
        options={[['', t.sign.noCountry], ...countries]}
        {...common}
      />
      <TextArea name="statement" label={words.statement} rows={5} {...common} />
      <Checkbox name="public" label={words.shown} text={words.shown} value="on" form={form} />
    </>
  );
}
