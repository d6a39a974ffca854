/** The frame of the desk's pages: who is signed in, the other pages, what was just done. */
import type { ComponentChildren } from 'preact';
import type { Act } from '../../server/domain/audit-trail.ts';
import type { Right, Role } from '../../server/domain/right.ts';
import { Patterns } from '../components/pattern.tsx';
import { Mark } from '../components/header.tsx';
import { Banner, type OwnFrame } from '../pages/frame.tsx';
import type { FormKeys } from '../data/me.ts';
import { renderDocument, type Assets } from '../pages/page.tsx';
import { t } from '../words.ts';

/** The desk's pages, in the order of the navigation, each with the right that it needs. */
export const DESK_PAGES = {
  queue: { path: '/admin', right: 'view' },
  pledges: { path: '/admin/pledges', right: 'view' },
  signatories: { path: '/admin/signatories', right: 'view' },
  movements: { path: '/admin/movements', right: 'view' },
  overdue: { path: '/admin/overdue', right: 'view' },
  cash: { path: '/admin/cash', right: 'view' },
  payments: { path: '/admin/payments', right: 'view' },
  shortfall: { path: '/admin/shortfall', right: 'view' },
  initiative: { path: '/admin/initiative', right: 'view' },
  report: { path: '/admin/report', right: 'view' },
  exports: { path: '/admin/exports', right: 'export' },
  admins: { path: '/admin/admins', right: 'view' },
  tokens: { path: '/admin/tokens', right: 'manage' },
  audit: { path: '/admin/audit', right: 'view' },
} as const satisfies Record<string, { path: string; right: Right }>;
export type DeskPage = keyof typeof DESK_PAGES;

export interface DeskFrame extends OwnFrame {
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

export interface DeskPageProps {
  frame: DeskFrame;
  title: string;
  text?: ComponentChildren;
  current: DeskPage | 'account';
  hasErrors?: boolean;
  island?: string | undefined;
  assets: Assets;
  children?: ComponentChildren;
}

export function renderDesk(page: DeskPageProps): string {
  const { frame, title, text, current, hasErrors = false, island, assets, children } = page;
  return renderDocument({
    title: `${hasErrors ? t.forms.errorTitle(title) : title} · ${t.desk.name} · ${frame.initiative.name}`,
    description: title,
    unlisted: true,
    island,
    styles: 'desk.css',
    assets,
    children: (
      <>
        <Banner page={frame} />
        <DeskHeader frame={frame} current={current} />
        <main id="content" class="desk">
          <Patterns />
          {frame.done && (
            <p class="done" role="status">
              {t.desk.done[frame.done] ?? t.desk.saved}
            </p>
          )}
          <section class="title">
            <h1>{title}</h1>
            {text && <p class="quiet">{text}</p>}
          </section>
          {children}
        </main>
      </>
    ),
  });
}

/** Every form of the desk has these fields. */
export const DeskKeys = ({ frame: { keys } }: { frame: Pick<DeskFrame, 'keys'> }) => (
  <>
    <input type="hidden" name="csrf" value={keys.csrf} />
    <input type="hidden" name="key" value={keys.key} />
  </>
);

function waitsAt(name: DeskPage, { waiting, unsettled }: DeskFrame): string {
  const waits = name === 'queue' ? waiting : name === 'payments' ? unsettled : 0;
  return waits > 0 ? ` (${waits})` : '';
}

const DeskHeader = ({ frame, current }: Pick<DeskPageProps, 'frame' | 'current'>) => (
  <header class="desk">
    <a class="skip" href="#content">
      {t.skip}
    </a>
    <p class="name">
      <a href="/">
        <Mark /> {frame.initiative.name}
      </a>
    </p>
    <form class="who" method="post" action="/admin/sign-out">
      <DeskKeys frame={frame} />
      <a href="/admin/account">{t.desk.who(frame.admin.name, frame.admin.role)}</a>{' '}
      <button class="link" type="submit">
        {t.desk.signOut}
      </button>
    </form>
    <nav aria-label={t.desk.nav.label}>
      {Object.entries(DESK_PAGES)
        .filter(([, { right }]) => frame.rights.includes(right))
        .map(([name, { path }]) => (
          <>
            <a href={path} aria-current={name === current ? 'page' : undefined}>
              {t.desk.nav[name as DeskPage]}
              {waitsAt(name as DeskPage, frame)}
            </a>{' '}
          </>
        ))}
    </nav>
  </header>
);
