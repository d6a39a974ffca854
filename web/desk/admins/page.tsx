import { ROLES, type Role } from '../../../server/domain/right.ts';
import { labelIn } from '../../components/form-fields.tsx';
import { ErrorSummary } from '../../components/form.tsx';
import { Desk, IfRight, useFrame } from '../frame.tsx';
import { Act, DeskForm, LinkLine, ListTable, type DeskFormPage } from '../parts.tsx';
import type { FormField } from '../../forms/fields.ts';
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

interface AdminsPage extends DeskFormPage {
  admins: readonly AdminLine[];
  self: string | null;
  now: Date;
}

const INVITATION: readonly FormField[] = [
  { at: 'name' },
  { at: 'email', as: 'email' },
  { at: 'role', as: 'choice' },
];

export function AdminsView(page: AdminsPage) {
  const { admins, form } = page;
  return (
    <Desk text={t.admins.text} current="admins" hasErrors={form.errors.length > 0}>
      <ErrorSummary form={form} labelOf={(name) => labelIn(t.admins.invite.fields, name)} />
      <ListTable
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
      <IfRight right="manage">
        <LinkLine class="after" href={`${HOME}/invite`} text={t.admins.invite.title} />
      </IfRight>
    </Desk>
  );
}

interface AdminProps {
  admin: AdminLine;
  page: AdminsPage;
}

function RoleOf({ admin: { id, name, role } }: AdminProps) {
  if (!useFrame().rights.includes('manage')) return <>{t.desk.roles[role]}</>;
  return (
    <Act class="filter" action={`${HOME}/${id}/role`} text={t.admins.change}>
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
  page: { now },
}: AdminProps) => (
  <>
    {passkeys > 0 ? t.admins.seen(seenAt) : t.admins.invited(inviteExpiresAt, now)}
    <IfRight right="manage">
      <span class="acts">
        {passkeys === 0 && <Act action={`${HOME}/${id}/invite`} text={t.admins.again} />}
        <a href={`${HOME}/${id}/remove`}>{t.admins.remove}</a>
      </span>
    </IfRight>
  </>
);

export const InvitationView = ({ form }: DeskFormPage) => (
  <DeskForm
    title={t.admins.invite.title}
    text={t.admins.invite.text}
    current="admins"
    form={form}
    fields={INVITATION}
    words={t.admins.invite.fields}
    submit={t.admins.invite.send}
  />
);

export const RemovalView = ({ admin, form }: DeskFormPage & { admin: AdminLine }) => (
  <DeskForm
    title={t.admins.removal.title(admin.name)}
    text={t.admins.removal.text}
    current="admins"
    form={form}
    submit={t.admins.removal.button}
    cancel={{ href: HOME }}
  />
);
