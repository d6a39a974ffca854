import type { ComponentChildren } from 'preact';
import type { Role } from '../../../server/domain/right.ts';
import { Fields, labelIn } from '../../components/form-fields.tsx';
import { Actions, ErrorSummary, type FormState } from '../../components/form.tsx';
import type { FormField } from '../../forms/fields.ts';
import { PASSKEY_ISLAND, PasskeyForm, RecoveryCodes } from '../../components/passkey.tsx';
import { renderOwn, type OwnFrame } from '../../pages/frame.tsx';
import type { Assets } from '../../pages/page.tsx';
import { Desk, useFrame } from '../frame.tsx';
import { t } from '../../words.ts';

interface Asked {
  options: string;
  errors: FormState['errors'];
}

const renderDoor = (
  assets: Assets,
  page: Omit<Parameters<typeof renderOwn>[0], 'current' | 'assets'>,
): string => renderOwn({ ...page, current: 'desk', assets });

interface PasskeyPage extends Asked {
  frame: OwnFrame;
  words: { title: string; text: string; submit: string };
  action: string;
  hidden: Record<string, string>;
  links?: ComponentChildren;
}

const renderPasskey = (assets: Assets, page: PasskeyPage): string => {
  const { frame, words, action, hidden, links, options, errors } = page;
  return renderDoor(assets, {
    frame,
    title: words.title,
    text: words.text,
    hasErrors: errors.length > 0,
    island: PASSKEY_ISLAND,
    children: (
      <PasskeyForm
        action={action}
        options={options}
        hidden={hidden}
        errors={errors}
        submit={words.submit}
      >
        {links}
      </PasskeyForm>
    ),
  });
};

export const renderDeskSignIn = (
  { next, ...page }: Asked & { frame: OwnFrame; next: string },
  assets: Assets,
): string =>
  renderPasskey(assets, {
    ...page,
    words: t.door.signIn,
    action: '/admin/sign-in',
    hidden: { next },
    links: (
      <>
        <a href="/admin/recover">{t.door.signIn.recover}</a>
        <a href="/sign-in">{t.door.signIn.own}</a>
      </>
    ),
  });

interface TouchPage extends Asked {
  next: string;
  /** A form was sent, and has to be sent again. */
  wasSent: boolean;
}

export const TouchView = ({ next, wasSent, options, errors }: TouchPage) => (
  <Desk
    title={t.door.touch.title}
    text={wasSent ? t.door.touch.sent : t.door.touch.text}
    current="account"
    hasErrors={errors.length > 0}
    island={PASSKEY_ISLAND}
  >
    <PasskeyForm
      action="/admin/touch"
      options={options}
      hidden={{ ...useFrame().keys, next, sent: wasSent ? '1' : '' }}
      errors={errors}
      submit={t.door.touch.submit}
    />
  </Desk>
);

export const DownloadView = ({ file, back }: { file: string; back: string }) => (
  <Desk title={t.door.download.title} text={t.door.download.text} current="account">
    <p>
      <a href={file}>{t.door.download.again}</a> · <a href={back}>{t.door.download.back}</a>
    </p>
  </Desk>
);

const RECOVERY: readonly FormField[] = [
  { at: 'email', input: { inputMode: 'email', autocomplete: 'email', spellcheck: false } },
  {
    at: 'code',
    input: { size: 22, autocomplete: 'off', autocapitalize: 'characters', spellcheck: false },
  },
];

export const renderRecover = (
  { frame, form }: { frame: OwnFrame; form: FormState },
  assets: Assets,
): string =>
  renderDoor(assets, {
    frame,
    title: t.door.recover.title,
    text: t.door.recover.text,
    hasErrors: form.errors.length > 0,
    children: (
      <form class="form" method="post" action="/admin/recover" novalidate>
        <ErrorSummary form={form} labelOf={(name) => labelIn(t.door.recover.fields, name)} />
        <Fields fields={RECOVERY} words={t.door.recover.fields} form={form} />
        <Actions text={t.door.recover.submit}>
          <a href="/admin/sign-in">{t.door.recover.back}</a>
        </Actions>
      </form>
    ),
  });

export const renderRecovered = (
  { csrf, ...page }: Asked & { frame: OwnFrame; csrf: string },
  assets: Assets,
): string =>
  renderPasskey(assets, {
    ...page,
    words: t.door.recovered,
    action: '/admin/recover/passkey',
    hidden: { csrf },
  });

interface WelcomePage extends Asked {
  frame: OwnFrame;
  invited: { name: string; email: string; role: Role };
  token: string;
}

export const renderWelcome = (
  { invited: { name, email, role }, token, ...page }: WelcomePage,
  assets: Assets,
): string =>
  renderPasskey(assets, {
    ...page,
    words: {
      title: t.door.welcome.title(name),
      text: t.door.welcome.text(email, role, page.frame.initiative.name),
      submit: t.door.welcome.submit,
    },
    action: '/admin/welcome',
    hidden: { token },
  });

export const renderEntered = (
  { frame, codes }: { frame: OwnFrame; codes: readonly string[] },
  assets: Assets,
): string =>
  renderDoor(assets, {
    frame,
    title: t.door.codes.title,
    text: t.door.codes.text,
    children: <RecoveryCodes codes={codes} next="/admin" />,
  });
