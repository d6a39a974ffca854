import type { FormState } from '../../components/form.tsx';
import type { FormField } from '../../forms/fields.ts';
import { PASSKEY_ISLAND, PasskeyForm, RecoveryCodes } from '../../components/passkey.tsx';
import type { OwnSession } from '../../data/me.ts';
import type { Assets } from '../../pages/page.tsx';
import { renderDesk, type DeskFrame } from '../frame.tsx';
import { Act, renderDeskForm, type DeskFormPage } from '../parts.tsx';
import { t } from '../../words.ts';

const HOME = '/admin/account';

export interface AccountPage {
  frame: DeskFrame;
  passkeys: { id: string; name: string; createdAt: Date; usedAt: Date | null }[];
  codesLeft: number;
  sessions: (Omit<OwnSession, 'createdAt' | 'seenAt'> & { createdAt: Date; seenAt: Date })[];
}

export const passkeyPath = (id: string, act: 'name' | 'remove'): string =>
  `${HOME}/passkeys/${id}/${act}`;

export const renderAccount = (page: AccountPage, assets: Assets): string =>
  renderDesk({
    frame: page.frame,
    title: t.account.title,
    current: 'account',
    assets,
    children: (
      <>
        <Passkeys page={page} />
        <section class="own">
          <h2>{t.account.codes}</h2>
          <p>{t.account.codesLeft(page.codesLeft)}</p>
          <p class="acts">
            <a href={`${HOME}/recovery-codes`}>{t.account.makingCodes.title}</a>
          </p>
        </section>
        <Sessions page={page} />
      </>
    ),
  });

const Passkeys = ({ page: { passkeys } }: { page: AccountPage }) => (
  <section class="own">
    <h2>{t.account.passkeys}</h2>
    <p class="quiet">{t.account.passkeysText}</p>
    <ul class="sessions">
      {passkeys.map(({ id, name, createdAt, usedAt }) => (
        <li key={id}>
          <b>{name}</b> <span class="quiet">{t.account.passkey(createdAt, usedAt)}</span>{' '}
          <a href={passkeyPath(id, 'name')} aria-label={`${t.account.rename}: ${name}`}>
            {t.account.rename}
          </a>{' '}
          {passkeys.length > 1 && (
            <a href={passkeyPath(id, 'remove')} aria-label={`${t.account.remove}: ${name}`}>
              {t.account.remove}
            </a>
          )}
        </li>
      ))}
    </ul>
    <p class="acts">
      <a href={`${HOME}/passkeys/new`}>{t.account.adding.title}</a>
    </p>
  </section>
);

const Sessions = ({ page: { frame, sessions } }: { page: AccountPage }) => (
  <section class="own">
    <h2>{t.me.sessions}</h2>
    <ul class="sessions">
      {sessions.map(({ id, browser, createdAt, seenAt, isThis }) => (
        <li key={id}>
          <span>
            {t.me.browser(browser)} {isThis && <b>({t.me.thisSession})</b>}
          </span>{' '}
          <span class="quiet">{t.me.session(createdAt.toISOString(), seenAt.toISOString())}</span>{' '}
          {!isThis && (
            <Act
              class="act"
              frame={frame}
              action={`${HOME}/sessions/${id}/end`}
              text={t.account.end}
            />
          )}
        </li>
      ))}
    </ul>
    {sessions.length > 1 && (
      <p class="acts">
        <Act class="act" frame={frame} action={`${HOME}/sessions/end`} text={t.account.endOthers} />
      </p>
    )}
  </section>
);

export const renderNewPasskey = (
  { frame, options, errors }: { frame: DeskFrame; options: string; errors: FormState['errors'] },
  assets: Assets,
): string =>
  renderDesk({
    frame,
    title: t.account.adding.title,
    text: t.account.adding.text,
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
        submit={t.account.adding.submit}
      >
        <a href={HOME}>{t.forms.back}</a>
      </PasskeyForm>
    ),
  });

interface ActPage extends DeskFormPage {
  path: string;
}

const renderAct = (
  { frame, path, form }: ActPage,
  words: { title: string; text: string; submit?: string },
  assets: Assets,
  fields: readonly FormField[] = [],
): string =>
  renderDeskForm({
    frame,
    submit: words.title,
    ...words,
    current: 'account',
    assets,
    form,
    fields,
    words: { name: { label: t.sign.fields.name.label } },
    action: path,
    cancel: { href: HOME, text: t.forms.back },
  });

export const renderRename = (page: ActPage, assets: Assets): string =>
  renderAct(page, { ...t.account.renaming, submit: t.account.save }, assets, [
    { at: 'name', input: { autocomplete: 'off' } },
  ]);

export const renderRemoval = (
  { name, ...page }: ActPage & { name: string },
  assets: Assets,
): string =>
  renderAct(page, { ...t.account.removing, title: t.account.removing.title(name) }, assets);

export const renderCodesForm = (page: ActPage, assets: Assets): string =>
  renderAct(page, t.account.makingCodes, assets);

export const renderCodes = (
  { frame, codes }: { frame: DeskFrame; codes: readonly string[] },
  assets: Assets,
): string =>
  renderDesk({
    frame,
    title: t.door.codes.title,
    text: t.door.codes.text,
    current: 'account',
    assets,
    children: <RecoveryCodes codes={codes} next={HOME} />,
  });
