import type { ComponentChildren } from 'preact';
import { addressOf, Choice, Filter, Pager } from '../../components/list.tsx';
import { instant } from '../../format.ts';
import { Desk, DESK_PAGES, IfRight, useFrame } from '../frame.tsx';
import type { TrailLine } from '../../../server/domain/audit-trail.ts';
import { IMPORT } from '../import/page.tsx';
import { signatoryPath } from '../queue/parts.tsx';
import { t } from '../../words.ts';
import { LinkLine } from '../parts.tsx';

const { path: PATH } = DESK_PAGES.audit;

export interface AuditPage {
  query: Record<string, string | undefined>;
  lines: readonly TrailLine[];
  cursor: string | null;
  next: string | null;
  admins: readonly { id: string; name: string }[];
}

export function AuditView(page: AuditPage) {
  const { query, lines, cursor, next } = page;
  const isAll = Object.values(query).every((value) => !value);
  return (
    <Desk text={t.audit.text} current="audit">
      <Search page={page} />
      {lines.length === 0 ? (
        <p class="empty">
          {isAll ? t.audit.none : t.deskLists.nothingFound}{' '}
          {!isAll && <a href={PATH}>{t.audit.all}</a>}
        </p>
      ) : (
        <ol class="audit">
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ol>
      )}
      <Pager list={{ cursor, next }} path={PATH} query={query} />
      <IfRight right={DESK_PAGES.exports.right}>
        <LinkLine href={DESK_PAGES.exports.path} text={t.audit.toExports} />
      </IfRight>
    </Desk>
  );
}

function Search({ page: { query, admins } }: { page: AuditPage }) {
  const { filter: words } = t.audit;
  return (
    <Filter action={PATH} hidden={{}}>
      <Choice
        name="who"
        label={words.who}
        value={query['who']}
        options={[
          ['', words.anybody],
          ...admins.map(({ id, name }): [string, string] => [id, name]),
          ...Object.entries(t.audit.nameless),
        ]}
      />
      <Choice
        name="act"
        label={words.act}
        value={query['act']}
        options={[['', words.any], ...t.audit.acts]}
      />
      {(['object', 'name'] as const).map((name) => (
        <label key={name}>
          {words[name]} <input type="search" autocomplete="off" name={name} value={query[name]} />
        </label>
      ))}
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          {words[name]} <input type="date" name={name} value={query[name]} />
        </label>
      ))}
    </Filter>
  );
}

const Line = ({ line }: { line: TrailLine }) => {
  const { at, from } = line;
  const details = t.audit.details(line);
  return (
    <li>
      <time datetime={at.toISOString()}>{instant(at)}</time>
      <p>
        <Who line={line} /> {t.audit.did(line)}
        <What line={line} />
        {details && <span class="line">{details}</span>}
      </p>
      <span class="from">{from !== null && t.audit.from(from)}</span>
    </li>
  );
};

function Who({ line: { doer } }: { line: TrailLine }) {
  const { adminId, signatoryId } = doer;
  const name = t.audit.first(doer);
  if (signatoryId !== null) return <a href={signatoryPath(signatoryId)}>{name}</a>;
  return adminId === null ? <>{name}</> : <a href={addressOf(PATH, { who: adminId })}>{name}</a>;
}

function What({ line }: { line: TrailLine }): ComponentChildren {
  const { act, object, name, doer } = line;
  const { rights } = useFrame();
  const text = t.audit.object(line);
  if (text === null || object === doer.adminId || object === doer.signatoryId) return null;
  const [thing] = act.split('.');
  const href =
    thing === 'pledge'
      ? `/admin/pledges/${object}`
      : thing === 'csv' && rights.includes('record')
        ? `${IMPORT}/${object}`
        : thing === 'signatory' && name !== null
          ? signatoryPath(object!)
          : null;
  return <>: {href === null ? text : <a href={href}>{text}</a>}</>;
}
