/** An admin's own passkeys, recovery codes and sessions. */
import { ErrorSummary, Field, type FormState } from '../components/form.tsx';
import { PASSKEY_ISLAND, PasskeyForm, RecoveryCodes } from '../components/passkey.tsx';
import { account as t } from '../messages/en-desk-account.ts';
import { desk as door } from '../messages/en-desk-door.ts';
import { en } from '../messages/en.ts';
import type { Assets } from '../page.tsx';
import { DeskKeys, renderDesk, type DeskFrame } from './frame.tsx';

const HOME = '/admin/account';

export interface AccountPage {
  frame: DeskFrame;
  passkeys: { id: string; name: string; createdAt: Date; usedAt: Date | null }[];
  codesLeft: number;
  sessions: {
    id: string;
    browser: string | null;
    createdAt: Date;
    seenAt: Date;
    isThis: boolean;
  }[];
}

export const passkeyPath = (id: string, act: 'name' | 'remove'): string =>
  `${HOME}/passkeys/${id}/${act}`;

export const renderAccount = (page: AccountPage, assets: Assets): string =>
  renderDesk({
    frame: page.frame,
    title: t.title,
    current: 'account',
    assets,
    children: (
      <>
        <Passkeys page={page} />
        <section class="own">
          <h2>{t.codes}</h2>
          <p>{t.codesLeft(page.codesLeft)}</p>
          <p class="acts">
            <a href={`${HOME}/recovery-codes`}>{t.makeCodes}</a>
          </p>
        </section>
        <Sessions page={page} />
      </>
    ),
  });

const Passkeys = ({ page: { passkeys } }: { page: AccountPage }) => (
  <section class="own">
    <h2>{t.passkeys}</h2>
    <p class="quiet">{t.passkeysText}</p>
    <ul class="sessions">
      {passkeys.map(({ id, name, createdAt, usedAt }) => (
        <li key={id}>
          <b>{name}</b> <span class="quiet">{t.passkey(createdAt, usedAt)}</span>{' '}
          <a href={passkeyPath(id, 'name')} aria-label={`${t.rename}: ${name}`}>
            {t.rename}
          </a>{' '}
          {passkeys.length > 1 && (
            <a href={passkeyPath(id, 'remove')} aria-label={`${t.remove}: ${name}`}>
              {t.remove}
            </a>
          )}
        </li>
      ))}
    </ul>
    <p class="acts">
      <a href={`${HOME}/passkeys/new`}>{t.add}</a>
    </p>
  </section>
);

const Sessions = ({ page: { frame, sessions } }: { page: AccountPage }) => (
  <section class="own">
    <h2>{t.sessions}</h2>
    <ul class="sessions">
      {sessions.map(({ id, browser, createdAt, seenAt, isThis }) => (
        <li key={id}>
          <span>
            {en.me.browser(browser)} {isThis && <b>({en.me.thisSession})</b>}
          </span>{' '}
          <span class="quiet">{en.me.session(createdAt.toISOString(), seenAt.toISOString())}</span>{' '}
          {!isThis && <End frame={frame} path={`${HOME}/sessions/${id}/end`} text={t.end} />}
        </li>
      ))}
    </ul>
    {sessions.length > 1 && (
      <p class="acts">
        <End frame={frame} path={`${HOME}/sessions/end`} text={t.endOthers} />
      </p>
    )}
  </section>
);

const End = ({ frame, path, text }: { frame: DeskFrame; path: string; text: string }) => (
  <form class="act" method="post" action={path}>
    <DeskKeys frame={frame} />
    <button class="link" type="submit">
      {text}
    </button>
  </form>
);

export const renderNewPasskey = (
  { frame, options, errors }: { frame: DeskFrame; options: string; errors: FormState['errors'] },
  assets: Assets,
): string =>
  renderDesk({
    frame,
    title: t.adding.title,
    text: t.adding.text,
    current: 'account',
    hasErrors: errors.length > 0,
    island: PASSKEY_ISLAND,
    assets,
    children: (
      <PasskeyForm
        action={`${HOME}/passkeys/new`}
        options={options}
        hidden={{ ...frame.keys }}
        errors={errors}
        submit={t.adding.submit}
      >
        <a href={HOME}>{t.cancel}</a>
      </PasskeyForm>
    ),
  });

interface ActPage {
  frame: DeskFrame;
  /** Where its form goes. */
  path: string;
  form: FormState;
}

interface ActWords {
  title: string;
  text: string;
  submit: string;
}

/** One thing to do, and its button; `named` asks for a name as well. */
const renderAct = (
  { frame, path, form }: ActPage,
  { title, text, submit }: ActWords,
  named: boolean,
  assets: Assets,
): string =>
  renderDesk({
    frame,
    title,
    text,
    current: 'account',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <form class="form" method="post" action={path} novalidate>
        <ErrorSummary form={form} labelOf={(name) => (name === 'name' ? t.name : null)} t={en} />
        <DeskKeys frame={frame} />
        {named && (
          <Field name="name" label={t.name} form={form} input={{ autocomplete: 'off' }} t={en} />
        )}
        <p class="actions">
          <button type="submit">{submit}</button>
          <a href={HOME}>{t.cancel}</a>
        </p>
      </form>
    ),
  });

export const renderRename = (page: ActPage, assets: Assets): string =>
  renderAct(page, { ...t.renaming, submit: t.save }, true, assets);

export const renderRemoval = (page: ActPage, name: string, assets: Assets): string =>
  renderAct(page, { ...t.removing, title: t.removing.title(name) }, false, assets);

export const renderCodesForm = (page: ActPage, assets: Assets): string =>
  renderAct(page, t.makingCodes, false, assets);

export const renderCodes = (
  { frame, codes }: { frame: DeskFrame; codes: readonly string[] },
  assets: Assets,
): string =>
  renderDesk({
    frame,
    title: door.codes.title,
    text: door.codes.text,
    current: 'account',
    assets,
    children: <RecoveryCodes codes={codes} next={HOME} />,
  });
