/** What stands around the pages: banner, head with the pages' links, and the foot's line. */
import type { ComponentChildren } from 'preact';
import { Header, type PageLink } from '../components/header.tsx';
import { Patterns } from '../components/pattern.tsx';
import type { Frame } from '../data/pages.ts';
import { renderDocument, type Assets } from './page.tsx';
import { t } from '../words.ts';

interface PageProps {
  page: Frame;
  title: string;
  description: string;
  /** The page itself or the one above it, as the head marks it. */
  current: PageLink;
  isBelow?: boolean;
  /** Where the same things can be taken from: addresses by their words. */
  downloads: { href: string; text: string }[];
  /** A script that the page has beside it. */
  island?: string;
  assets: Assets;
  children: ComponentChildren;
}

/** The whole document of a page beyond the first one. */
export const renderPage = ({
  page,
  title,
  description,
  island,
  assets,
  ...inner
}: PageProps): string =>
  renderDocument({
    lang: t.lang,
    title: `${title} · ${page.initiative.name}`,
    description: [page.initiative.demonstration ? t.demonstration : '', description]
      .filter(Boolean)
      .join(' '),
    unlisted: page.initiative.unlisted,
    size: null,
    island,
    assets,
    children: <PageBody page={page} {...inner} />,
  });

interface BodyProps extends Pick<
  PageProps,
  'page' | 'current' | 'isBelow' | 'downloads' | 'children'
> {}

const PageBody = ({ page, current, isBelow = false, downloads, children }: BodyProps) => (
  <>
    <Banner page={page} />
    <Header
      name={page.initiative.name}
      current={current}
      isBelow={isBelow}
      isOpen={!page.initiative.closed}
    />
    <main id="content">
      <Patterns />
      {children}
    </main>
    <footer>
      <p class="updated">
        <span>{t.updated(page.asOf.at, page.asOf.size)}</span>{' '}
        <span>
          {t.lists.download}{' '}
          {downloads.map(({ href, text }) => (
            <>
              <a href={href}>{text}</a>{' '}
            </>
          ))}
          <a href="/docs">{t.lists.api}</a>
        </span>
      </p>
    </footer>
  </>
);

/** What must be known before any figure. */
export const Banner = ({ page }: { page: Omit<Frame, 'asOf'> }) =>
  page.initiative.demonstration || page.trial || page.testMoney ? (
    <aside class="banner">
      {page.initiative.demonstration && <span>{t.demonstration}</span>}{' '}
      {page.trial && <span>{t.trial}</span>} {page.testMoney && <span>{t.testMoney}</span>}{' '}
      {page.canSetUp && <a href="/setup">{t.startYours}</a>}
    </aside>
  ) : null;
