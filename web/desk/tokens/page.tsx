/** The API's tokens. */
import type { ComponentChildren } from 'preact';
import { RIGHTS, type Right } from '../../../server/domain/right.ts';
import { Checkbox } from '../../components/form-choice.tsx';
import { ErrorOf, Field, FieldSet, type FormState } from '../../components/form.tsx';
import { Table } from '../../components/table.tsx';
import type { Assets } from '../../pages/page.tsx';
import { renderDesk, type DeskFrame } from '../frame.tsx';
import { Act, renderDeskForm } from '../parts.tsx';
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

type Show = (line: TokenLine) => ComponentChildren;

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
        {tokens.length === 0 && <p>{t.tokens.none}</p>}
        {tokens.length > 0 && (
          <div class="view">
            <Table rows={tokens} columns={columnsOf(page)} />
          </div>
        )}
        <p class="after">
          <a href={`${HOME}/new`}>{t.tokens.new.link}</a>
        </p>
      </>
    ),
  });
}

function columnsOf({ frame, now }: TokensPage): [head: string, show: Show][] {
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

const labelOf = (name: string): string | null =>
  ({ name: t.tokens.new.name, rights: t.tokens.new.rights, days: t.tokens.new.days })[name] ?? null;

export const renderNewToken = (
  { frame, form }: { frame: DeskFrame; form: FormState },
  assets: Assets,
): string =>
  renderDeskForm({
    frame,
    title: t.tokens.new.title,
    current: 'tokens',
    assets,
    form,
    labelOf,
    action: `${HOME}/new`,
    submit: t.tokens.new.make,
    children: (
      <>
        <Field name="name" label={t.tokens.new.name} hint={t.tokens.new.nameHint} form={form} />
        <FieldSet title={t.tokens.new.rights} text={t.tokens.new.rightsHint}>
          <div id="rights">
            <ErrorOf name="rights" label={t.tokens.new.rights} form={form} />
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
        <Field
          name="days"
          label={t.tokens.new.days}
          hint={t.tokens.new.daysHint}
          input={{ inputMode: 'numeric', size: 6 }}
          form={form}
        />
      </>
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
