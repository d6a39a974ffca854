import { RIGHTS, type Right } from '../../../server/domain/right.ts';
import { Checkbox } from '../../components/form-choice.tsx';
import { ErrorOf, FieldSet } from '../../components/form.tsx';
import type { Column } from '../../components/table.tsx';
import { Desk, useFrame } from '../frame.tsx';
import { Act, DeskForm, LinkLine, ListTable, type DeskFormPage } from '../parts.tsx';
import { t } from '../../words.ts';

const HOME = '/admin/tokens';

interface TokenLine {
  token: {
    id: string;
    name: string;
    rights: readonly Right[];
    createdAt: Date;
    expiresAt: Date;
    revokedAt: Date | null;
    usedAt: Date | null;
  };
  madeBy: string;
  isMakerGone: Date | null;
}

interface TokensPage {
  tokens: readonly TokenLine[];
  now: Date;
}

export function TokensView(page: TokensPage) {
  const { tokens } = page;
  return (
    <Desk title={t.tokens.title} text={t.tokens.text} current="tokens">
      <ListTable rows={tokens} columns={columnsOf(page)} none={t.tokens.none} />
      <LinkLine class="after" href={`${HOME}/new`} text={t.tokens.new.title} />
    </Desk>
  );
}

function columnsOf({ now }: TokensPage): Column<TokenLine>[] {
  const { columns, made, used } = t.tokens;
  return [
    [columns.name, ({ token }) => token.name],
    [columns.rights, ({ token }) => token.rights.map((right) => t.desk.rights[right]).join('; ')],
    [columns.made, ({ token, madeBy }) => made(token.createdAt, madeBy)],
    [columns.ends, (line) => <Ends line={line} now={now} />],
    [columns.used, ({ token }) => used(token.usedAt)],
  ];
}

function Ends({ line, now }: { line: TokenLine; now: Date }) {
  const { id, expiresAt, revokedAt } = line.token;
  const works = revokedAt === null && expiresAt > now && line.isMakerGone === null;
  return (
    <>
      {revokedAt !== null && t.tokens.revoked(revokedAt)}
      {revokedAt === null && (line.isMakerGone ? t.tokens.gone : t.tokens.ends(expiresAt, now))}
      {works && <Act class="acts" action={`${HOME}/${id}/revoke`} text={t.tokens.revoke} />}
    </>
  );
}

export const NewTokenView = ({ form }: DeskFormPage) => (
  <DeskForm
    title={t.tokens.new.title}
    current="tokens"
    form={form}
    fields={[{ at: 'name' }, { at: 'days', as: 'whole' }]}
    words={t.tokens.new.fields}
    submit={t.tokens.new.make}
  >
    <FieldSet title={t.tokens.new.fields.rights.label} text={t.tokens.new.fields.rights.hint}>
      <div id="rights">
        <ErrorOf name="rights" label={t.tokens.new.fields.rights.label} form={form} />
        {RIGHTS.filter((right) => useFrame().rights.includes(right)).map((right) => (
          <Checkbox
            key={right}
            name={right}
            label={t.desk.rights[right]}
            value="on"
            text={t.desk.rights[right]}
            form={form}
          />
        ))}
      </div>
    </FieldSet>
  </DeskForm>
);

export const TokenView = ({ name, token }: { name: string; token: string }) => (
  <Desk title={t.tokens.shown.title(name)} text={t.tokens.shown.text} current="tokens">
    <section class="own">
      <p>
        <code class="secret">{token}</code>
      </p>
      <p>
        {t.tokens.shown.use} <code>Authorization: Bearer {token.slice(0, 12)}…</code>
      </p>
      <LinkLine class="after" href={HOME} text={t.tokens.shown.back} />
    </section>
  </Desk>
);
