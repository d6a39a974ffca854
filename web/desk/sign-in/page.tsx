/** The desk's door: signing in, proving again that one is there, and the ways in without a passkey. */
import type { Role } from '../../../server/domain/right.ts';
import { ErrorSummary, Field, type FormState } from '../../components/form.tsx';
import { PASSKEY_ISLAND, PasskeyForm, RecoveryCodes } from '../../components/passkey.tsx';
import { renderOwn, type OwnFrame } from '../../pages/frame.tsx';
import type { Assets } from '../../pages/page.tsx';
import { renderDesk, type DeskFrame } from '../frame.tsx';
import { t } from '../../words.ts';

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
      title: t.door.signIn.title,
      text: t.door.signIn.text,
      hasErrors: errors.length > 0,
      island: PASSKEY_ISLAND,
      children: (
        <PasskeyForm
          action="/admin/sign-in"
          options={options}
          hidden={{ next }}
          errors={errors}
          submit={t.door.signIn.submit}
        >
          <a href="/admin/recover">{t.door.signIn.recover}</a>
          <a href="/sign-in">{t.door.signIn.own}</a>
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
    title: t.door.touch.title,
    text: wasSent ? t.door.touch.sent : t.door.touch.text,
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
        submit={t.door.touch.submit}
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
    title: t.door.download.title,
    text: t.door.download.text,
    current: 'account',
    assets,
    children: (
      <p>
        <a href={file}>{t.door.download.again}</a> · <a href={back}>{t.door.download.back}</a>
      </p>
    ),
  });

const labelOf = (name: string): string | null =>
  name === 'email' ? t.door.recover.email : name === 'code' ? t.door.recover.code : null;

export const renderRecover = (
  { frame, form }: { frame: OwnFrame; form: FormState },
  assets: Assets,
): string =>
  renderDoor(
    {
      frame,
      title: t.door.recover.title,
      text: t.door.recover.text,
      hasErrors: form.errors.length > 0,
      children: (
        <form class="form" method="post" action="/admin/recover" novalidate>
          <ErrorSummary form={form} labelOf={labelOf} />
          <Field
            name="email"
            label={t.door.recover.email}
            hint={t.door.recover.emailHint}
            form={form}
            input={{ inputMode: 'email', autocomplete: 'email', spellcheck: false }}
          />
          <Field
            name="code"
            label={t.door.recover.code}
            hint={t.door.recover.codeHint}
            form={form}
            input={{
              size: 22,
              autocomplete: 'off',
              autocapitalize: 'characters',
              spellcheck: false,
            }}
          />
          <p class="actions">
            <button type="submit">{t.door.recover.submit}</button>
            <a href="/admin/sign-in">{t.door.recover.back}</a>
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
      title: t.door.recovered.title,
      text: t.door.recovered.text,
      hasErrors: errors.length > 0,
      island: PASSKEY_ISLAND,
      children: (
        <PasskeyForm
          action="/admin/recover/passkey"
          options={options}
          hidden={{ csrf }}
          errors={errors}
          submit={t.door.recovered.submit}
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
      title: t.door.welcome.title(invited.name),
      text: t.door.welcome.text(invited.email, invited.role, frame.initiative.name),
      hasErrors: errors.length > 0,
      island: PASSKEY_ISLAND,
      children: (
        <PasskeyForm
          action="/admin/welcome"
          options={options}
          hidden={{ token }}
          errors={errors}
          submit={t.door.welcome.submit}
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
      title: t.door.codes.title,
      text: t.door.codes.text,
      children: <RecoveryCodes codes={codes} next="/admin" />,
    },
    assets,
  );
