import type { Look } from '../data/home.ts';
import { typed } from './name.tsx';
import { t } from '../words.ts';

export type PageLink =
  | 'home'
  | 'setup'
  | 'sign'
  | 'givers'
  | 'compute'
  | 'how-we-know'
  | 'docs'
  | 'me'
  | 'desk'
  | 'none';

const LINKS = ['home', 'givers', 'compute', 'how-we-know', 'me'] as const;

interface HeaderProps {
  name: string;
  look?: Look | null | undefined;
  current: PageLink;
  /** The page is below the one marked. */
  isBelow?: boolean;
  /** One can sign. */
  isOpen?: boolean;
}

export const Header = ({ name, look, current, isBelow = false, isOpen = false }: HeaderProps) => (
  <header>
    <p class="name">
      {current === 'home' || current === 'setup' ? (
        <>
          <Brand look={look} /> {typed(name)}
        </>
      ) : (
        <a href="/">
          <Brand look={look} /> {typed(name)}
        </a>
      )}
    </p>
    {current !== 'setup' && (
      <>
        <Pages current={current} isBelow={isBelow} />
        {isOpen && (
          <a
            class="button small"
            href="/sign"
            aria-current={current === 'sign' ? 'true' : undefined}
          >
            {t.sign.nav}
          </a>
        )}
        <details class="menu">
          <summary>{t.nav.menu}</summary>
          <Pages current={current} isBelow={isBelow} />
        </details>
      </>
    )}
  </header>
);

/** Broad windows show the first one, phones the one in the menu. */
const Pages = ({ current, isBelow }: Required<Pick<HeaderProps, 'current' | 'isBelow'>>) => (
  <nav aria-label={t.nav.label}>
    {LINKS.map((link) => (
      <>
        <a
          href={link === 'home' ? '/' : `/${link}`}
          aria-current={link === current ? (isBelow ? 'true' : 'page') : undefined}
        >
          {t.nav[link]}
        </a>{' '}
      </>
    ))}
  </nav>
);

/** The name beside it says what it is. */
export const Brand = ({ look }: Pick<HeaderProps, 'look'>) =>
  look?.logo ? <img class="logo" src={`/logo.png?v=${look.logo}`} height="30" alt="" /> : <Mark />;

const Mark = () => (
  <svg class="mark money" width="20" height="18" viewBox="0 0 20 18" aria-hidden="true">
    <path class="solid" d="M0 11h5v7H0z" />
    <path class="stroke" stroke-width="1.9" d="M7.5 11l5-5M7.5 14.5l5-5M7.5 18l5-5" />
    <path class="stroke" stroke-width="1.2" stroke-dasharray="1.6 1.6" d="M15.6.6h3.8v16.8h-3.8z" />
  </svg>
);
