/** Who the admins are. */
import type { Role } from '../../../server/domain/right.ts';
import { ROLES } from '../../../server/domain/right.ts';
import { RadioGroup } from '../../components/form-choice.tsx';
import { ErrorSummary, Field, type FormState } from '../../components/form.tsx';
import { Table } from '../../components/table.tsx';
import type { Assets } from '../../pages/page.tsx';
import { renderDesk, type DeskFrame } from '../frame.tsx';
import { Act, renderDeskForm } from '../parts.tsx';
import { t } from '../../words.ts';

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
  ({ name: t.admins.invite.name, email: t.admins.invite.email, role: t.admins.invite.role })[
    name
  ] ?? null;

export function renderAdmins(page: AdminsPage, assets: Assets): string {
  const { frame, admins, form } = page;
  const mayChange = frame.rights.includes('manage');
  return renderDesk({
    frame,
    title: t.admins.title,
    text: t.admins.text,
    current: 'admins',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <>
        <ErrorSummary form={form} labelOf={labelOf} />
        <div class="view">
          <Table
            rows={admins}
            columns={[
              [
                t.admins.columns.name,
                ({ id, name, email }) => (
                  <>
                    {name} {id === page.self && t.admins.you}
                    <span class="line">{email}</span>
                  </>
                ),
              ],
              [t.admins.columns.role, (admin) => <RoleOf admin={admin} page={page} />],
              [t.admins.columns.standing, (admin) => <Standing admin={admin} page={page} />],
            ]}
          />
        </div>
        {mayChange && (
          <p class="after">
            <a href={`${HOME}/invite`}>{t.admins.invite.link}</a>
          </p>
        )}
      </>
    ),
  });
}

interface AdminProps {
  admin: AdminLine;
  page: AdminsPage;
}

function RoleOf({ admin: { id, name, role }, page: { frame } }: AdminProps) {
  if (!frame.rights.includes('manage')) return <>{t.desk.roles[role]}</>;
  return (
    <Act class="inline" frame={frame} action={`${HOME}/${id}/role`} text={t.admins.change}>
      <select name="role" aria-label={t.admins.roleOf(name)}>
        {ROLES.map((each) => (
          <option key={each} value={each} selected={each === role}>
            {t.desk.roles[each]}
          </option>
        ))}
      </select>{' '}
    </Act>
  );
}

const Standing = ({
  admin: { id, passkeys, seenAt, inviteExpiresAt },
  page: { frame, now },
}: AdminProps) => (
  <>
    {passkeys > 0 ? t.admins.seen(seenAt) : t.admins.invited(inviteExpiresAt, now)}
    {frame.rights.includes('manage') && (
      <span class="acts">
        {passkeys === 0 && (
          <Act frame={frame} action={`${HOME}/${id}/invite`} text={t.admins.again} />
        )}
        <a href={`${HOME}/${id}/remove`}>{t.admins.remove}</a>
      </span>
    )}
  </>
);

export const renderInvitation = (
  { frame, form }: { frame: DeskFrame; form: FormState },
  assets: Assets,
): string =>
  renderDeskForm({
    frame,
    title: t.admins.invite.title,
    text: t.admins.invite.text,
    current: 'admins',
    assets,
    form,
    labelOf,
    action: `${HOME}/invite`,
    submit: t.admins.invite.send,
    children: (
      <>
        <Field name="name" label={t.admins.invite.name} form={form} />
        <Field name="email" label={t.admins.invite.email} input={{ type: 'email' }} form={form} />
        <RadioGroup
          name="role"
          label={t.admins.invite.role}
          choices={ROLES.map((value) => ({ value, text: t.admins.roles[value] }))}
          form={form}
        />
      </>
    ),
  });

export const renderRemoval = (
  { frame, admin, form }: { frame: DeskFrame; admin: AdminLine; form: FormState },
  assets: Assets,
): string =>
  renderDeskForm({
    frame,
    title: t.admins.removal.title(admin.name),
    text: t.admins.removal.text,
    current: 'admins',
    assets,
    form,
    labelOf,
    action: `${HOME}/${admin.id}/remove`,
    submit: t.admins.removal.button,
    leave: { href: HOME, text: t.admins.removal.back },
  });
