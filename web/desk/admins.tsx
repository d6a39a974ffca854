/** Who the admins are. */
import type { Role } from '../../server/domain/right.ts';
import { ROLES } from '../../server/domain/right.ts';
import { RadioGroup } from '../components/form-choice.tsx';
import { ErrorSummary, Field, type FormState } from '../components/form.tsx';
import { admins as t } from '../messages/en-desk-admins.ts';
import { desk } from '../messages/en-desk.ts';
import { en } from '../messages/en.ts';
import type { Assets } from '../page.tsx';
import { DeskKeys, renderDesk, type DeskFrame } from './frame.tsx';

const HOME = '/admin/admins';

interface AdminLine {
  id: string;
  name: string;
  email: string;
  role: Role;
  inviteExpiresAt: Date | null;
  passkeys: number;
  seenAt: Date | null;
}

interface AdminsPage {
  frame: DeskFrame;
  admins: readonly AdminLine[];
  /** Who looks. */
  self: string | null;
  form: FormState;
  now: Date;
}

const labelOf = (name: string): string | null =>
  ({ name: t.invite.name, email: t.invite.email, role: t.invite.role })[name] ?? null;

export function renderAdmins(page: AdminsPage, assets: Assets): string {
  const { frame, admins, form } = page;
  const mayChange = frame.rights.includes('manage');
  return renderDesk({
    frame,
    title: t.title,
    text: t.text,
    current: 'admins',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <>
        <ErrorSummary form={form} labelOf={labelOf} t={en} />
        <div class="view">
          <table>
            <thead>
              <tr>
                <th scope="col">{t.columns.name}</th>
                <th scope="col">{t.columns.role}</th>
                <th scope="col">{t.columns.standing}</th>
              </tr>
            </thead>
            <tbody>
              {admins.map((admin) => (
                <AdminRow key={admin.id} admin={admin} page={page} mayChange={mayChange} />
              ))}
            </tbody>
          </table>
        </div>
        {mayChange && (
          <p class="after">
            <a href={`${HOME}/invite`}>{t.invite.link}</a>
          </p>
        )}
      </>
    ),
  });
}

function AdminRow({
  admin,
  page: { frame, self, now },
  mayChange,
}: {
  admin: AdminLine;
  page: AdminsPage;
  mayChange: boolean;
}) {
  const { id, name, email, role, passkeys, seenAt, inviteExpiresAt } = admin;
  return (
    <tr>
      <th scope="row">
        {name} {id === self && t.you}
        <span class="line">{email}</span>
      </th>
      <td data-label={t.columns.role}>
        {mayChange ? (
          <form class="inline" method="post" action={`${HOME}/${id}/role`}>
            <DeskKeys frame={frame} />
            <select name="role" aria-label={t.roleOf(name)}>
              {ROLES.map((each) => (
                <option key={each} value={each} selected={each === role}>
                  {desk.roles[each]}
                </option>
              ))}
            </select>{' '}
            <button class="link" type="submit">
              {t.change}
            </button>
          </form>
        ) : (
          desk.roles[role]
        )}
      </td>
      <td data-label={t.columns.standing}>
        {passkeys > 0 ? t.seen(seenAt) : t.invited(inviteExpiresAt, now)}
        {mayChange && (
          <span class="acts">
            {passkeys === 0 && (
              <form method="post" action={`${HOME}/${id}/invite`}>
                <DeskKeys frame={frame} />
                <button class="link" type="submit">
                  {t.again}
                </button>
              </form>
            )}
            <a href={`${HOME}/${id}/remove`}>{t.remove}</a>
          </span>
        )}
      </td>
    </tr>
  );
}

export const renderInvitation = (
  { frame, form }: { frame: DeskFrame; form: FormState },
  assets: Assets,
): string =>
  renderDesk({
    frame,
    title: t.invite.title,
    text: t.invite.text,
    current: 'admins',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <form class="form" method="post" action={`${HOME}/invite`} novalidate>
        <DeskKeys frame={frame} />
        <ErrorSummary form={form} labelOf={labelOf} t={en} />
        <Field name="name" label={t.invite.name} form={form} t={en} />
        <Field name="email" label={t.invite.email} input={{ type: 'email' }} form={form} t={en} />
        <RadioGroup
          name="role"
          label={t.invite.role}
          choices={ROLES.map((value) => ({ value, text: t.roles[value] }))}
          form={form}
          t={en}
        />
        <p class="actions">
          <button type="submit">{t.invite.send}</button>
        </p>
      </form>
    ),
  });

export const renderRemoval = (
  { frame, admin, form }: { frame: DeskFrame; admin: AdminLine; form: FormState },
  assets: Assets,
): string =>
  renderDesk({
    frame,
    title: t.removal.title(admin.name),
    text: t.removal.text,
    current: 'admins',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <form class="form" method="post" action={`${HOME}/${admin.id}/remove`}>
        <DeskKeys frame={frame} />
        <ErrorSummary form={form} labelOf={labelOf} t={en} />
        <p class="actions">
          <button type="submit">{t.removal.button}</button> <a href={HOME}>{t.removal.back}</a>
        </p>
      </form>
    ),
  });
