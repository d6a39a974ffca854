import type { ComponentChildren } from 'preact';
import type { Role } from '../../../server/domain/right.ts';
import { Fields, labelIn } from '../../components/form-fields.tsx';
import { Actions, ErrorSummary, type FormState } from '../../components/form.tsx';
import type { FormField } from '../../forms/fields.ts';
import { PASSKEY_ISLAND, PasskeyForm, RecoveryCodes } from '../../components/passkey.tsx';
import { Own, useOwnFrame } from '../../pages/frame.tsx';
import { Desk, useFrame } from '../frame.tsx';
import { t } from '../../words.ts';

interface Asked {
  options: string;
  errors: FormState['errors'];
}

interface PasskeyProps extends Asked {
  words: { title: string; text: string; submit: string };
  action: string;
  hidden: Record<string, string>;
  children?: ComponentChildren;
}

const Passkey = ({ words, errors, ...asked }: PasskeyProps) => (
  <Own
    title={words.title}
    text={words.text}
    current="desk"
    hasErrors={errors.length > 0}
    island={PASSKEY_ISLAND}
  >
    <PasskeyForm {...asked} errors={errors} submit={words.submit} />
  </Own>
);

export const DeskSignInView = ({ next, ...page }: Asked & { next: string }) => (
  <Passkey {...page} words={t.deskSignIn.signIn} action="/admin/sign-in" hidden={{ next }}>
    <a href="/admin/recover">{t.deskSignIn.signIn.recover}</a>
    <a href="/sign-in">{t.deskSignIn.signIn.own}</a>
  </Passkey>
);

interface TouchPage extends Asked {
  next: string;
  /** A form was sent, and has to be sent again. */
  wasSent: boolean;
}

export const TouchView = ({ next, wasSent, options, errors }: TouchPage) => (
  <Desk
    title={t.deskSignIn.touch.title}
    text={wasSent ? t.deskSignIn.touch.sent : t.deskSignIn.touch.text}
    current="account"
    hasErrors={errors.length > 0}
    island={PASSKEY_ISLAND}
  >
    <PasskeyForm
      action="/admin/touch"
      options={options}
      hidden={{ ...useFrame().keys, next, sent: wasSent ? '1' : '' }}
      errors={errors}
      submit={t.deskSignIn.touch.submit}
    />
  </Desk>
);

export const DownloadView = ({ file, back }: { file: string; back: string }) => (
  <Desk title={t.deskSignIn.download.title} text={t.deskSignIn.download.text} current="account">
    <p>
      <a href={file}>{t.deskSignIn.download.again}</a> ·{' '}
      <a href={back}>{t.deskSignIn.download.back}</a>
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

export const RecoverView = ({ form }: { form: FormState }) => (
  <Own
    title={t.deskSignIn.recover.title}
    text={t.deskSignIn.recover.text}
    current="desk"
    hasErrors={form.errors.length > 0}
  >
    <form class="form" method="post" action="/admin/recover" novalidate>
      <ErrorSummary form={form} labelOf={(name) => labelIn(t.deskSignIn.recover.fields, name)} />
      <Fields fields={RECOVERY} words={t.deskSignIn.recover.fields} form={form} />
      <Actions text={t.deskSignIn.recover.submit}>
        <a href="/admin/sign-in">{t.deskSignIn.recover.back}</a>
      </Actions>
    </form>
  </Own>
);

export const RecoveredView = ({ csrf, ...page }: Asked & { csrf: string }) => (
  <Passkey
    {...page}
    words={t.deskSignIn.recovered}
    action="/admin/recover/passkey"
    hidden={{ csrf }}
  />
);

interface WelcomePage extends Asked {
  invited: { name: string; email: string; role: Role };
  token: string;
}

export function WelcomeView({ invited: { name, email, role }, token, ...page }: WelcomePage) {
  const { title, text, submit } = t.deskSignIn.welcome;
  const { initiative } = useOwnFrame();
  const words = { title: title(name), text: text(email, role, initiative.name), submit };
  return <Passkey {...page} words={words} action="/admin/welcome" hidden={{ token }} />;
}

export const EnteredView = ({ codes }: { codes: readonly string[] }) => (
  <Own title={t.deskSignIn.codes.title} text={t.deskSignIn.codes.text} current="desk">
    <RecoveryCodes codes={codes} next="/admin" />
  </Own>
);
