/** The audit trail: a sentence for each thing that was done, and what to look for in it. */
import type { ComponentChildren } from 'preact';
import { addressOf, Choice, Filter, Pager } from '../components/list.tsx';
import { instant } from '../format.ts';
import { audit as t } from '../messages/en-desk-audit.ts';
import { en } from '../messages/en.ts';
import type { Assets } from '../page.tsx';
import { DESK_PAGES, renderDesk, type DeskFrame } from './frame.tsx';
import type { TrailLine } from '../../server/domain/trail.ts';

const { path: PATH } = DESK_PAGES.audit;

export interface AuditPage {
  frame: DeskFrame;
  /** As it was asked for. */
  query: Record<string, string | undefined>;
  lines: readonly TrailLine[];
  cursor: string | null;
  next: string | null;
  /** All who are or were admins. */
  admins: readonly { id: string; name: string }[];
}

export function renderAudit(page: AuditPage, assets: Assets): string {
  const { frame, query, lines, cursor, next } = page;
  const isAll = Object.values(query).every((value) => !value);
  return renderDesk({
    frame,
    title: t.title,
    text: t.text,
    current: 'audit',
    assets,
    children: (
      <>
        <Search page={page} />
        {lines.length === 0 ? (
          <p class="empty">
            {isAll ? t.none : t.noneFound} {!isAll && <a href={PATH}>{t.all}</a>}
          </p>
        ) : (
          <ol class="audit">
            {lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ol>
        )}
        <Pager list={{ cursor, next }} path={PATH} query={query} t={en} />
        {frame.rights.includes(DESK_PAGES.exports.right) && (
          <p>
            <a href={DESK_PAGES.exports.path}>{t.toExports}</a>
          </p>
        )}
      </>
    ),
  });
}

function Search({ page: { query, admins } }: { page: AuditPage }) {
  const { filter: words } = t;
  const field = (name: 'object' | 'name' | 'from' | 'to') => ({ name, value: query[name] ?? '' });
  return (
    <Filter action={PATH} hidden={{}} t={en}>
      <Choice
        name="who"
        label={words.who}
        value={query['who']}
        options={[
          ['', words.anybody],
          ...admins.map(({ id, name }): [string, string] => [id, name]),
          ...Object.entries(t.nameless),
        ]}
      />
      <Choice
        name="act"
        label={words.act}
        value={query['act']}
        options={[['', words.any], ...t.acts]}
      />
      <label>
        {words.object} <input type="search" autocomplete="off" {...field('object')} />
      </label>
      <label>
        {words.name} <input type="search" autocomplete="off" {...field('name')} />
      </label>
      <label>
        {words.from} <input type="date" {...field('from')} />
      </label>
      <label>
        {words.to} <input type="date" {...field('to')} />
      </label>
    </Filter>
  );
}

const Line = ({ line }: { line: TrailLine }) => {
  const { at, from } = line;
  const details = t.details(line);
  return (
    <li>
      <time datetime={at.toISOString()}>{instant(at)}</time>
      <p>
        <Who line={line} /> {t.did(line)}
        <What line={line} />
        {details && <span class="line">{details}</span>}
      </p>
      <span class="from">{from !== null && t.from(from)}</span>
    </li>
  );
};

const signatoryPath = (id: string): string => `/admin/signatories/${id}`;

function Who({ line: { doer } }: { line: TrailLine }) {
  const { adminId, signatoryId } = doer;
  const name = t.first(doer);
  if (signatoryId !== null) return <a href={signatoryPath(signatoryId)}>{name}</a>;
  return adminId === null ? <>{name}</> : <a href={addressOf(PATH, { who: adminId })}>{name}</a>;
}

/** What it was done to; whoever did it to themselves is named already. */
function What({ line }: { line: TrailLine }): ComponentChildren {
  const { act, object, name, doer } = line;
  const text = t.object(line);
  if (text === null || object === doer.adminId || object === doer.signatoryId) return null;
  const [thing] = act.split('.');
  const href =
    thing === 'pledge'
      ? `/admin/pledges/${object}`
      : thing === 'signatory' && name !== null
        ? signatoryPath(object!)
        : null;
  return <>: {href === null ? text : <a href={href}>{text}</a>}</>;
}
