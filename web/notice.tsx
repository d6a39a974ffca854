/** Pages without figures: before anything is loaded, and where there is nothing. */
import type { ComponentChildren } from 'preact';
import { en } from './messages/en.ts';
import { renderDocument, type Assets } from './page.tsx';

const renderNotice = (title: string, children: ComponentChildren, assets: Assets): string =>
  renderDocument({
    lang: en.lang,
    title,
    description: title,
    unlisted: true,
    size: null,
    assets,
    children: (
      <main>
        <section class="call">
          <h1>{title}</h1>
          <p class="quiet">{children}</p>
        </section>
      </main>
    ),
  });

/** The page of a deployment that has no initiative. */
export function renderEmpty(assets: Assets): string {
  const { title, text, link, or, command } = en.notices.empty;
  return renderNotice(
    title,
    <>
      {text}
      <a href="/setup">{link}</a>
      {or}
      <code>{command}</code>.
    </>,
    assets,
  );
}

/** What was refused or went wrong, and why. */
export const renderRefusal = (title: string, detail: string, assets: Assets): string =>
  renderNotice(
    title,
    <>
      {detail}
      <br />
      <a href="/">{en.notices.notFound.home}</a>
    </>,
    assets,
  );

/** The page of an address where there is nothing. */
export function renderNotFound(assets: Assets): string {
  const { title, text, home } = en.notices.notFound;
  return renderNotice(
    title,
    <>
      {text}
      <a href="/">{home}</a>
    </>,
    assets,
  );
}
