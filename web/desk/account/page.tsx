import type { FormState } from '../../components/form.tsx';
import { PASSKEY_ISLAND, PasskeyForm, RecoveryCodes } from '../../components/passkey.tsx';
import type { OwnSession } from '../../data/me.ts';
import { Desk, useFrame } from '../frame.tsx';
import { Act, DeskForm, LinkLine, Section, type DeskFormPage } from '../parts.tsx';
import { t } from '../../words.ts';

const HOME = '/admin/account';

export interface AccountPage {
  passkeys: { id: string; name: string; createdAt: Date; usedAt: Date | null }[];
  codesLeft: number;
  sessions: (Omit<OwnSession, 'createdAt' | 'seenAt'> & { createdAt: Date; seenAt: Date })[];
}

const passkeyPath = (id: string, act: 'name' | 'remove'): string => `${HOME}/passkeys/${id}/${act}`;

export const AccountView = (page: AccountPage) => (
  <Desk title={t.account.title} current="account">
    <Passkeys page={page} />
    <Section title={t.account.codes}>
      <p>{t.account.codesLeft(page.codesLeft)}</p>
      <LinkLine class="acts" href={`${HOME}/recovery-codes`} text={t.account.makingCodes.title} />
    </Section>
    <Sessions page={page} />
  </Desk>
);

const Passkeys = ({ page: { passkeys } }: { page: AccountPage }) => (
  <Section title={t.account.passkeys}>
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
    <LinkLine class="acts" href={`${HOME}/passkeys/new`} text={t.account.adding.title} />
  </Section>
);

const Sessions = ({ page: { sessions } }: { page: AccountPage }) => (
  <Section title={t.me.sessions}>
    <ul class="sessions">
      {sessions.map(({ id, browser, createdAt, seenAt, isThis }) => (
        <li key={id}>
          <span>
            {t.me.browser(browser)} {isThis && <b>({t.me.thisSession})</b>}
          </span>{' '}
          <span class="quiet">{t.me.session(createdAt.toISOString(), seenAt.toISOString())}</span>{' '}
          {!isThis && (
            <Act class="act" action={`${HOME}/sessions/${id}/end`} text={t.account.end} />
          )}
        </li>
      ))}
    </ul>
    {sessions.length > 1 && (
      <p class="acts">
        <Act class="act" action={`${HOME}/sessions/end`} text={t.account.endOthers} />
      </p>
    )}
  </Section>
);

export const NewPasskeyView = ({
  options,
  errors,
}: {
  options: string;
  errors: FormState['errors'];
}) => (
  <Desk
    title={t.account.adding.title}
    text={t.account.adding.text}
    current="account"
    hasErrors={errors.length > 0}
    island={PASSKEY_ISLAND}
  >
    <PasskeyForm
      action={`${HOME}/passkeys/new`}
      options={options}
      hidden={{ ...useFrame().keys }}
      errors={errors}
      submit={t.account.adding.submit}
    >
      <a href={HOME}>{t.forms.back}</a>
    </PasskeyForm>
  </Desk>
);

const back = () => ({ href: HOME, text: t.forms.back });

export const RenameView = ({ form }: DeskFormPage) => (
  <DeskForm
    {...t.account.renaming}
    current="account"
    form={form}
    fields={[{ at: 'name', input: { autocomplete: 'off' } }]}
    words={{ name: { label: t.sign.fields.name.label } }}
    submit={t.account.save}
    cancel={back()}
  />
);

export const RemovalView = ({ form, name }: DeskFormPage & { name: string }) => (
  <DeskForm
    {...t.account.removing}
    title={t.account.removing.title(name)}
    current="account"
    form={form}
    cancel={back()}
  />
);

export const CodesFormView = ({ form }: DeskFormPage) => (
  <DeskForm
    {...t.account.makingCodes}
    submit={t.account.makingCodes.title}
    current="account"
    form={form}
    cancel={back()}
  />
);

export const CodesView = ({ codes }: { codes: readonly string[] }) => (
  <Desk title={t.deskSignIn.codes.title} text={t.deskSignIn.codes.text} current="account">
    <RecoveryCodes codes={codes} next={HOME} />
  </Desk>
);
