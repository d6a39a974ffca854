import type { ComponentChildren } from 'preact';
import { Header } from '../components/header.tsx';
import type { Frame } from '../data/home.ts';
import { renderBare, renderPage } from './frame.tsx';
import { renderDocument } from './page.tsx';
import { instant } from '../format.ts';
import { t, type Words } from '../words.ts';

/** What a notice may show of the initiative: before the opening its name alone, and null where none is loaded. */
export type Around = Frame | string | null;

function renderNotice(
  code: keyof Words['refusalTitles'],
  text: ComponentChildren,
  around: Around,
): string {
  const title = t.refusalTitles[code];
  const page = { title, description: title };
  const children = (
    <section class="call">
      <h1>{title}</h1>
      <p class="quiet">{text}</p>
    </section>
  );
  if (around !== null && typeof around !== 'string') {
    return renderPage({
      ...page,
      page: { ...around, initiative: { ...around.initiative, unlisted: true } },
      current: 'none',
      downloads: [{ href: '/data/pledges.csv', text: t.lists.csv }],
      children,
    });
  }
  return renderDocument({
    ...page,
    unlisted: true,
    children: (
      <>
        {code !== 'no-initiative' && (
          <Header name={around ?? t.notices.name} current={around === null ? 'none' : 'setup'} />
        )}
        <main id="content">{children}</main>
      </>
    ),
  });
}

/** Before the opening: the name and the time, and no more. */
export const renderOpening = ({ name, opensAt }: { name: string; opensAt: Date }): string =>
  renderBare({
    name,
    title: name,
    text: (
      <>
        {t.notices.opens} <time datetime={opensAt.toISOString()}>{instant(opensAt)}</time>.
      </>
    ),
  });

export function renderEmpty(): string {
  const { text, link, or, command } = t.notices.empty;
  const children = (
    <>
      {text}
      <a href="/setup">{link}</a>
      {or}
      <code>{command}</code>.
    </>
  );
  return renderNotice('no-initiative', children, null);
}

const OWN = /^\/(me|pledge)\b/;

export function renderRefusal(
  code: keyof Words['refusalTitles'],
  detail: string,
  url: string,
  around: Around,
): string {
  if (code === 'no-initiative') return renderEmpty();
  const children = (
    <>
      {detail}
      <br />
      {OWN.test(url) ? <a href="/me">{t.notices.me}</a> : <a href="/">{t.notices.home}</a>}
    </>
  );
  return renderNotice(code, children, around);
}

export function renderNotFound(around: Around): string {
  const children = (
    <>
      {t.notices.notFound}
      <a href="/">{t.notices.home}</a>
    </>
  );
  return renderNotice('not-found', children, around);
}
