import { createContext, type ComponentChildren, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { Header, type PageLink } from '../components/header.tsx';
import { LookLinks } from '../components/look.tsx';
import { Patterns } from '../components/pattern.tsx';
import { isShut } from '../../server/domain/closing.ts';
import type { Frame } from '../data/home.ts';
import { cardOf, Document, renderDocument, renderWhole } from './page.tsx';
import { t } from '../words.ts';

interface PageProps {
  page: Frame;
  title: string;
  description: string;
  current: PageLink;
  isBelow?: boolean;
  downloads: { href: string; text: string }[];
  island?: string;
  children: ComponentChildren;
}

export const renderPage = ({ page, title, description, island, ...inner }: PageProps): string =>
  renderDocument({
    title: `${title} · ${page.initiative.name}`,
    description: [page.initiative.demonstration ? t.demonstration : '', description]
      .filter(Boolean)
      .join(' '),
    unlisted: page.initiative.unlisted,
    look: page.initiative.look,
    card: cardOf(page),
    island,
    children: <PageBody page={page} {...inner} />,
  });

interface BodyProps extends Pick<
  PageProps,
  'page' | 'current' | 'isBelow' | 'downloads' | 'children'
> {}

const PageBody = ({ page, current, isBelow = false, downloads, children }: BodyProps) => (
  <>
    <Banner page={page} warning={warningOf(page.initiative)} />
    <Header
      name={page.initiative.name}
      look={page.initiative.look}
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
      <LookLinks look={page.initiative.look} />
    </footer>
  </>
);

interface BareProps {
  name?: string;
  title: string;
  text: ComponentChildren;
  hasErrors?: boolean;
  island?: string;
  children?: ComponentChildren;
}

/** Before there is an initiative, or anything of it to show. */
export const renderBare = ({
  name = t.notices.name,
  title,
  text,
  hasErrors = false,
  island,
  children,
}: BareProps): string =>
  renderDocument({
    title: hasErrors ? t.forms.errorTitle(title) : title,
    description: title,
    unlisted: true,
    island,
    children: (
      <>
        <Header name={name} current="setup" />
        <main id="content">
          <section class="call">
            <h1>{title}</h1>
            <p class="quiet">{text}</p>
          </section>
          {children}
        </main>
      </>
    ),
  });

export const warningOf = (initiative: Frame['initiative']): string =>
  (isShut(initiative) && initiative.note?.split('\n')[0]) || '';

interface BannerProps {
  page: Omit<Frame, 'asOf'>;
  warning?: string;
}

export const Banner = ({ page, warning = '' }: BannerProps) =>
  page.initiative.demonstration || page.trial || page.testMoney || warning ? (
    <aside class="banner">
      {warning && <span>{warning}</span>}{' '}
      {page.initiative.demonstration && <span>{t.demonstration}</span>}{' '}
      {page.trial && <span class="trial">{t.trial}</span>}{' '}
      {page.testMoney && <span>{t.testMoney}</span>}{' '}
      {page.canSetUp && <a href="/setup">{t.setup.demonstration.title}</a>}
    </aside>
  ) : null;

export type OwnFrame = Omit<Frame, 'asOf'> & { contact?: string | null };

const OwnContext = createContext<OwnFrame | null>(null);

export const useOwnFrame = (): OwnFrame => useContext(OwnContext)!;

export function renderOwn<P>(frame: OwnFrame, view: (page: P) => VNode, page: P): string {
  const View = () => view(page);
  return renderWhole(
    <OwnContext.Provider value={frame}>
      <View />
    </OwnContext.Provider>,
  );
}

interface OwnProps {
  title: string;
  text?: ComponentChildren;
  current: PageLink;
  isBelow?: boolean;
  isLarge?: boolean;
  hasErrors?: boolean;
  island?: string | undefined;
  children?: ComponentChildren;
}

/** A page of those who sign and give. */
export function Own({ title, text, isLarge = false, hasErrors = false, ...page }: OwnProps) {
  const frame = useOwnFrame();
  const { current, isBelow = false, island, children } = page;
  const { name, look, closed, unlisted } = frame.initiative;
  return (
    <Document
      title={`${hasErrors ? t.forms.errorTitle(title) : title} · ${name}`}
      description={title}
      unlisted={unlisted}
      look={look}
      island={island}
    >
      <Banner page={frame} />
      <Header
        name={name}
        look={look}
        current={current}
        isBelow={isBelow}
        isOpen={!closed && current !== 'me'}
      />
      <main id="content">
        <Patterns />
        <section class={isLarge ? 'call' : 'title'}>
          <h1>{title}</h1>
          {text && <p class="quiet">{text}</p>}
        </section>
        {children}
      </main>
    </Document>
  );
}
