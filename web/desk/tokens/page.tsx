import { RIGHTS, type Right } from '../../../server/domain/right.ts';
import { Checkbox } from '../../components/form-choice.tsx';
import { ErrorOf, FieldSet } from '../../components/form.tsx';
import type { Column } from '../../components/table.tsx';
import type { Assets } from '../../pages/page.tsx';
import { renderDesk, type DeskFrame } from '../frame.tsx';
import { Act, ListTable, renderDeskForm, type DeskFormPage } from '../parts.tsx';
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
  frame: DeskFrame;
  tokens: readonly TokenLine[];
  now: Date;
}

export function renderTokens(page: TokensPage, assets: Assets): string {
  const { frame, tokens } = page;
  return renderDesk({
    frame,
    title: t.tokens.title,
    text: t.tokens.text,
    current: 'tokens',
    assets,
    children: (
      <>
        <ListTable rows={tokens} columns={columnsOf(page)} none={t.tokens.none} />
        <p class="after">
          <a href={`${HOME}/new`}>{t.tokens.new.title}</a>
        </p>
      </>
    ),
  });
}

function columnsOf({ frame, now }: TokensPage): Column<TokenLine>[] {
  const { columns, made, used } = t.tokens;
  return [
    [columns.name, ({ token }) => token.name],
    [columns.rights, ({ token }) => token.rights.map((right) => t.desk.rights[right]).join('; ')],
    [columns.made, ({ token, madeBy }) => made(token.createdAt, madeBy)],
    [columns.ends, (line) => <Ends line={line} frame={frame} now={now} />],
    [columns.used, ({ token }) => used(token.usedAt)],
  ];
}

function Ends({ line, frame, now }: { line: TokenLine; frame: DeskFrame; now: Date }) {
  const { id, expiresAt, revokedAt } = line.token;
  const works = revokedAt === null && expiresAt > now && line.isMakerGone === null;
  return (
    <>
      {revokedAt !== null && t.tokens.revoked(revokedAt)}
      {revokedAt === null && (line.isMakerGone ? t.tokens.gone : t.tokens.ends(expiresAt, now))}
      {works && (
        <Act class="acts" frame={frame} action={`${HOME}/${id}/revoke`} text={t.tokens.revoke} />
      )}
    </>
  );
}

export const renderNewToken = ({ frame, form }: DeskFormPage, assets: Assets): string =>
  renderDeskForm({
    frame,
    title: t.tokens.new.title,
    current: 'tokens',
    assets,
    form,
    fields: [{ at: 'name' }, { at: 'days', as: 'whole' }],
    words: t.tokens.new.fields,
    action: `${HOME}/new`,
    submit: t.tokens.new.make,
    children: (
      <FieldSet title={t.tokens.new.fields.rights.label} text={t.tokens.new.fields.rights.hint}>
        <div id="rights">
          <ErrorOf name="rights" label={t.tokens.new.fields.rights.label} form={form} />
          {RIGHTS.filter((right) => frame.rights.includes(right)).map((right) => (
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
    ),
  });

export const renderToken = (
  { frame, name, token }: { frame: DeskFrame; name: string; token: string },
  assets: Assets,
): string =>
  renderDesk({
    frame,
    title: t.tokens.shown.title(name),
    text: t.tokens.shown.text,
    current: 'tokens',
    assets,
    children: (
      <section class="own">
        <p>
          <code class="secret">{token}</code>
        </p>
        <p>
          {t.tokens.shown.use} <code>Authorization: Bearer {token.slice(0, 12)}…</code>
        </p>
        <p class="after">
          <a href={HOME}>{t.tokens.shown.back}</a>
        </p>
      </section>
    ),
  });
