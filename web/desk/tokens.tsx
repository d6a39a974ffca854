/** The API's tokens. */
import { RIGHTS, type Right } from '../../server/domain/right.ts';
import { Checkbox } from '../components/form-choice.tsx';
import { ErrorOf, ErrorSummary, Field, FieldSet, type FormState } from '../components/form.tsx';
import { tokens as t } from '../messages/en-desk-admins.ts';
import { desk } from '../messages/en-desk.ts';
import { en } from '../messages/en.ts';
import type { Assets } from '../page.tsx';
import { DeskKeys, renderDesk, type DeskFrame } from './frame.tsx';

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
  const { columns } = t;
  return renderDesk({
    frame,
    title: t.title,
    text: t.text,
    current: 'tokens',
    assets,
    children: (
      <>
        {tokens.length === 0 && <p>{t.none}</p>}
        {tokens.length > 0 && (
          <div class="view">
            <table>
              <thead>
                <tr>
                  {Object.values(columns).map((column) => (
                    <th scope="col" key={column}>
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {tokens.map((line) => (
                  <TokenRow key={line.token.id} line={line} page={page} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        <p class="after">
          <a href={`${HOME}/new`}>{t.new.link}</a>
        </p>
      </>
    ),
  });
}

function TokenRow({ line, page: { frame, now } }: { line: TokenLine; page: TokensPage }) {
  const { id, name, rights, createdAt, expiresAt, revokedAt, usedAt } = line.token;
  const { columns } = t;
  const works = revokedAt === null && expiresAt > now && line.isMakerGone === null;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={columns.rights}>{rights.map((right) => desk.rights[right]).join('; ')}</td>
      <td data-label={columns.made}>{t.made(createdAt, line.madeBy)}</td>
      <td data-label={columns.ends}>
        {revokedAt !== null && t.revoked(revokedAt)}
        {revokedAt === null && (line.isMakerGone ? t.gone : t.ends(expiresAt, now))}
        {works && (
          <form class="acts" method="post" action={`${HOME}/${id}/revoke`}>
            <DeskKeys frame={frame} />
            <button class="link" type="submit">
              {t.revoke}
            </button>
          </form>
        )}
      </td>
      <td data-label={columns.used}>{t.used(usedAt)}</td>
    </tr>
  );
}

const labelOf = (name: string): string | null =>
  ({ name: t.new.name, rights: t.new.rights, days: t.new.days })[name] ?? null;

export const renderNewToken = (
  { frame, form }: { frame: DeskFrame; form: FormState },
  assets: Assets,
): string =>
  renderDesk({
    frame,
    title: t.new.title,
    current: 'tokens',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <form class="form" method="post" action={`${HOME}/new`} novalidate>
        <DeskKeys frame={frame} />
        <ErrorSummary form={form} labelOf={labelOf} t={en} />
        <Field name="name" label={t.new.name} hint={t.new.nameHint} form={form} t={en} />
        <FieldSet title={t.new.rights} text={t.new.rightsHint}>
          <div id="rights">
            <ErrorOf name="rights" label={t.new.rights} form={form} t={en} />
            {RIGHTS.filter((right) => frame.rights.includes(right)).map((right) => (
              <Checkbox
                key={right}
                name={right}
                label={desk.rights[right]}
                value="on"
                text={desk.rights[right]}
                form={form}
                t={en}
              />
            ))}
          </div>
        </FieldSet>
        <Field
          name="days"
          label={t.new.days}
          hint={t.new.daysHint}
          input={{ inputMode: 'numeric', size: 6 }}
          form={form}
          t={en}
        />
        <p class="actions">
          <button type="submit">{t.new.make}</button>
        </p>
      </form>
    ),
  });

export const renderToken = (
  { frame, name, token }: { frame: DeskFrame; name: string; token: string },
  assets: Assets,
): string =>
  renderDesk({
    frame,
    title: t.shown.title(name),
    text: t.shown.text,
    current: 'tokens',
    assets,
    children: (
      <section class="own">
        <p>
          <code class="secret">{token}</code>
        </p>
        <p>
          {t.shown.use} <code>Authorization: Bearer {token.slice(0, 12)}…</code>
        </p>
        <p class="after">
          <a href={HOME}>{t.shown.back}</a>
        </p>
      </section>
    ),
  });
