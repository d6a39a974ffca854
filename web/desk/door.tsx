/** The desk's door: signing in, proving again that one is there, and the ways in without a passkey. */
import type { Role } from '../../server/domain/right.ts';
import { ErrorSummary, Field, type FormState } from '../components/form.tsx';
import { PASSKEY_ISLAND, PasskeyForm, RecoveryCodes } from '../components/passkey.tsx';
import { desk as t } from '../messages/en-desk-door.ts';
import { en } from '../messages/en.ts';
import { renderOwn, type OwnFrame } from '../own.tsx';
import type { Assets } from '../page.tsx';
import { renderDesk, type DeskFrame } from './frame.tsx';

interface Asked {
  /** What the passkey is asked: WebAuthn's options as JSON. */
  options: string;
  errors: FormState['errors'];
}

/** A page for those who are not in yet. */
const renderDoor = (
  page: Omit<Parameters<typeof renderOwn>[0], 'current' | 'assets'>,
  assets: Assets,
): string => renderOwn({ ...page, current: 'desk', assets });

export const renderDeskSignIn = (
  { frame, next, options, errors }: Asked & { frame: OwnFrame; next: string },
  assets: Assets,
): string =>
  renderDoor(
    {
      frame,
      title: t.signIn.title,
      text: t.signIn.text,
      hasErrors: errors.length > 0,
      island: PASSKEY_ISLAND,
      children: (
        <PasskeyForm
          action="/admin/sign-in"
          options={options}
          hidden={{ next }}
          errors={errors}
          submit={t.signIn.submit}
        >
          <a href="/admin/recover">{t.signIn.recover}</a>
          <a href="/sign-in">{t.signIn.own}</a>
        </PasskeyForm>
      ),
    },
    assets,
  );

interface TouchPage extends Asked {
  frame: DeskFrame;
  next: string;
  /** A form was sent, and has to be sent again. */
  wasSent: boolean;
}

export const renderTouch = (
  { frame, next, wasSent, options, errors }: TouchPage,
  assets: Assets,
): string =>
  renderDesk({
    frame,
    title: t.touch.title,
    text: wasSent ? t.touch.sent : t.touch.text,
    current: 'account',
    hasErrors: errors.length > 0,
    island: PASSKEY_ISLAND,
    assets,
    children: (
      <PasskeyForm
        action="/admin/touch"
        options={options}
        hidden={{ ...frame.keys, next, sent: wasSent ? '1' : '' }}
        errors={errors}
        submit={t.touch.submit}
      />
    ),
  });

/** The download begins by itself, after the touch that it needed. */
export const renderDownload = (
  { frame, file, back }: { frame: DeskFrame; file: string; back: string },
  assets: Assets,
): string =>
  renderDesk({
    frame,
    title: t.download.title,
    text: t.download.text,
    current: 'account',
    assets,
    children: (
      <p>
        <a href={file}>{t.download.again}</a> · <a href={back}>{t.download.back}</a>
      </p>
    ),
  });

const labelOf = (name: string): string | null =>
  name === 'email' ? t.recover.email : name === 'code' ? t.recover.code : null;

export const renderRecover = (
  { frame, form }: { frame: OwnFrame; form: FormState },
  assets: Assets,
): string =>
  renderDoor(
    {
      frame,
      title: t.recover.title,
      text: t.recover.text,
      hasErrors: form.errors.length > 0,
      children: (
        <form class="form" method="post" action="/admin/recover" novalidate>
          <ErrorSummary form={form} labelOf={labelOf} t={en} />
          <Field
            name="email"
            label={t.recover.email}
            hint={t.recover.emailHint}
            form={form}
            input={{ inputMode: 'email', autocomplete: 'email', spellcheck: false }}
            t={en}
          />
          <Field
            name="code"
            label={t.recover.code}
            hint={t.recover.codeHint}
            form={form}
            input={{
              size: 22,
              autocomplete: 'off',
              autocapitalize: 'characters',
              spellcheck: false,
            }}
            t={en}
          />
          <p class="actions">
            <button type="submit">{t.recover.submit}</button>
            <a href="/admin/sign-in">{t.recover.back}</a>
          </p>
        </form>
      ),
    },
    assets,
  );

/** What a recovery code has opened. */
export const renderRecovered = (
  { frame, csrf, options, errors }: Asked & { frame: OwnFrame; csrf: string },
  assets: Assets,
): string =>
  renderDoor(
    {
      frame,
      title: t.recovered.title,
      text: t.recovered.text,
      hasErrors: errors.length > 0,
      island: PASSKEY_ISLAND,
      children: (
        <PasskeyForm
          action="/admin/recover/passkey"
          options={options}
          hidden={{ csrf }}
          errors={errors}
          submit={t.recovered.submit}
        />
      ),
    },
    assets,
  );

interface WelcomePage extends Asked {
  frame: OwnFrame;
  invited: { name: string; email: string; role: Role };
  token: string;
}

export const renderWelcome = (
  { frame, invited, token, options, errors }: WelcomePage,
  assets: Assets,
): string =>
  renderDoor(
    {
      frame,
      title: t.welcome.title(invited.name),
      text: t.welcome.text(invited.email, invited.role, frame.initiative.name),
      hasErrors: errors.length > 0,
      island: PASSKEY_ISLAND,
      children: (
        <PasskeyForm
          action="/admin/welcome"
          options={options}
          hidden={{ token }}
          errors={errors}
          submit={t.welcome.submit}
        />
      ),
    },
    assets,
  );

export const renderEntered = (
  { frame, codes }: { frame: OwnFrame; codes: readonly string[] },
  assets: Assets,
): string =>
  renderDoor(
    {
      frame,
      title: t.codes.title,
      text: t.codes.text,
      children: <RecoveryCodes codes={codes} next="/admin" />,
    },
    assets,
  );
