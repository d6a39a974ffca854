/** The frame of the desk's pages: who is signed in, the other pages, what was just done. */
import { createContext, type ComponentChildren, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { Act } from '../../server/domain/audit-trail.ts';
import type { Right, Role } from '../../server/domain/right.ts';
import { Patterns } from '../components/pattern.tsx';
import { Brand } from '../components/header.tsx';
import { typed } from '../components/name.tsx';
import { Hidden } from '../components/form.tsx';
import { Banner, type OwnFrame } from '../pages/frame.tsx';
import type { FormKeys } from '../data/me.ts';
import { Document, renderWhole } from '../pages/page.tsx';
import { t } from '../words.ts';

export const DESK_GROUPS = ['overview', 'pledges', 'money', 'records', 'settings'] as const;
type Group = (typeof DESK_GROUPS)[number];

/** The desk's pages, in the order of the navigation, each with the right that it needs. */
export const DESK_PAGES = {
  overview: { group: 'overview', path: '/admin', right: 'view' },
  queue: { group: 'overview', path: '/admin/queue', right: 'view' },
  pledges: { group: 'pledges', path: '/admin/pledges', right: 'view' },
  overdue: { group: 'pledges', path: '/admin/overdue', right: 'view' },
  shortfall: { group: 'pledges', path: '/admin/shortfall', right: 'view' },
  offered: { group: 'pledges', path: '/admin/offered', right: 'view' },
  signatories: { group: 'pledges', path: '/admin/signatories', right: 'view' },
  payments: { group: 'money', path: '/admin/payments', right: 'view' },
  cash: { group: 'money', path: '/admin/cash', right: 'view' },
  bank: { group: 'money', path: '/admin/bank', right: 'view' },
  movements: { group: 'records', path: '/admin/movements', right: 'view' },
  report: { group: 'records', path: '/admin/report', right: 'view' },
  import: { group: 'records', path: '/admin/import', right: 'record' },
  exports: { group: 'records', path: '/admin/exports', right: 'export' },
  audit: { group: 'records', path: '/admin/audit', right: 'view' },
  emails: { group: 'records', path: '/admin/emails', right: 'view' },
  initiative: { group: 'settings', path: '/admin/initiative', right: 'view' },
  admins: { group: 'settings', path: '/admin/admins', right: 'view' },
  tokens: { group: 'settings', path: '/admin/tokens', right: 'manage' },
} as const satisfies Record<string, { group: Group; path: string; right: Right }>;
export type DeskPage = keyof typeof DESK_PAGES;

export interface DeskFrame extends OwnFrame {
  /** The address of the page, to which its form is sent. */
  path: string;
  admin: { name: string; role: Role };
  rights: readonly Right[];
  /** How much there is to review. */
  waiting: number;
  /** How many unmatched events and differences there are to review. */
  unsettled: number;
  /** What the admin did just now. */
  done: Act | null;
  keys: FormKeys;
}

const Frame = createContext<DeskFrame | null>(null);

/** Who is signed in, and what they may do. */
export const useFrame = (): DeskFrame => useContext(Frame)!;

export const IfRight = ({ right, children }: { right: Right; children: ComponentChildren }) =>
  useFrame().rights.includes(right) ? <>{children}</> : null;

export function renderAtDesk<P>(frame: DeskFrame, view: (page: P) => VNode, page: P): string {
  const View = () => view(page);
  return renderWhole(
    <Frame.Provider value={frame}>
      <View />
    </Frame.Provider>,
  );
}

interface DeskProps {
  /** The default is the page's name in the navigation. */
  title?: string | undefined;
  text?: ComponentChildren;
  current: DeskPage | 'account' | 'search';
  hasErrors?: boolean;
  island?: string | undefined;
  children?: ComponentChildren;
}

export const titleOf = (current: DeskPage): string => t.desk.nav[current];

export function Desk({ text, current, hasErrors = false, island, children, ...page }: DeskProps) {
  const { done, ...frame } = useFrame();
  const title = page.title ?? titleOf(current as DeskPage);
  return (
    <Document
      title={`${hasErrors ? t.forms.errorTitle(title) : title} · ${t.desk.name} · ${frame.initiative.name}`}
      description={title}
      unlisted
      island={island}
      styles="desk.css"
      look={frame.initiative.look}
    >
      <Banner page={frame} />
      <DeskHeader current={current} />
      <main id="content" class="desk">
        <Patterns />
        {done && (
          <p class="done" role="status">
            {t.desk.done[done] ?? t.desk.saved}
          </p>
        )}
        <section class="title">
          <h1 id="title">{title}</h1>
          {text && <p class="quiet">{text}</p>}
        </section>
        {children}
      </main>
    </Document>
  );
}

/** Every form of the desk has these fields. Where a page has several of one kind, `of` tells their keys apart. */
export function DeskKeys({ of }: { of?: string }) {
  const { csrf, key } = useFrame().keys;
  return <Hidden values={{ csrf, key: of ? `${key}.${of}` : key }} />;
}

const waitsAt = (name: string, { waiting, unsettled }: DeskFrame): string => {
  const waits = name === 'queue' ? waiting : name === 'payments' ? unsettled : 0;
  return waits > 0 ? ` (${waits})` : '';
};

interface Link {
  name: keyof typeof t.desk.nav;
  path: string;
  counts: string;
  isCurrent: boolean;
}

const Links = ({ label, links }: { label: string; links: Link[] }) => (
  <nav aria-label={label}>
    {links.map(({ name, path, counts, isCurrent }) => (
      <>
        <a href={path} aria-current={isCurrent ? 'page' : undefined}>
          {t.desk.nav[name]}
          {counts}
        </a>{' '}
      </>
    ))}
  </nav>
);

/** The groups, each leading to its first page, and the pages of the current group. */
function Navigation({ current }: Pick<DeskProps, 'current'>) {
  const frame = useFrame();
  const pages = (Object.keys(DESK_PAGES) as DeskPage[])
    .filter((name) => frame.rights.includes(DESK_PAGES[name].right))
    .map((name) => ({
      name,
      ...DESK_PAGES[name],
      counts: waitsAt(name, frame),
      isCurrent: name === current,
    }));
  const groups = DESK_GROUPS.map((group) => {
    const members = pages.filter((page) => page.group === group);
    return {
      name: group,
      members,
      path: members[0]!.path,
      counts: members.find(({ counts }) => counts !== '')?.counts ?? '',
      isCurrent: members.some(({ isCurrent }) => isCurrent),
    };
  });
  const open = groups.find(({ isCurrent }) => isCurrent)?.members ?? [];
  return (
    <>
      <Links label={t.desk.navLabel} links={groups} />
      {open.length > 1 && (
        <div class="within">
          <Links label={t.desk.withinLabel} links={open} />
        </div>
      )}
    </>
  );
}

const DeskHeader = ({ current }: Pick<DeskProps, 'current'>) => {
  const { initiative, admin } = useFrame();
  return (
    <header class="desk">
      <p class="name">
        <a href="/">
          <Brand look={initiative.look} /> {typed(initiative.name)}
        </a>
      </p>
      <form class="filter search" role="search" action="/admin/search">
        <input
          type="search"
          name="q"
          maxlength={100}
          required
          aria-label={t.desk.search.label}
          placeholder={t.desk.search.hint}
        />{' '}
        <button type="submit">{t.desk.search.submit}</button>
      </form>
      <form class="who" method="post" action="/admin/sign-out">
        <DeskKeys />
        <a href="/admin/account">{t.desk.who(admin.name, admin.role)}</a>{' '}
        <button class="link" type="submit">
          {t.desk.signOut}
        </button>
      </form>
      <Navigation current={current} />
    </header>
  );
};
