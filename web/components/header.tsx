import type { Messages } from '../messages/en.ts';

interface HeaderProps {
  name: string;
  /** In-page anchors that exist, with their words. */
  links: { href: string; text: string }[];
  t: Messages;
}

export const Header = ({ name, links, t }: HeaderProps) => (
  <header>
    <p class="name">
      <Mark /> {name}
    </p>
    <nav aria-label={t.nav.label}>
      {links.map(({ href, text }) => (
        <>
          <a href={href}>{text}</a>{' '}
        </>
      ))}
    </nav>
  </header>
);

/** Received, agreed, promised, rising: the page in three strokes. */
const Mark = () => (
  <svg class="mark money" width="20" height="18" viewBox="0 0 20 18" aria-hidden="true">
    <path class="solid" d="M0 11h5v7H0z" />
    <path class="stroke" stroke-width="1.9" d="M7.5 11l5-5M7.5 14.5l5-5M7.5 18l5-5" />
    <path class="stroke" stroke-width="1.2" stroke-dasharray="1.6 1.6" d="M15.6.6h3.8v16.8h-3.8z" />
  </svg>
);
