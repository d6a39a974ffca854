import type { ComponentChildren } from 'preact';
import { Header } from '../components/header.tsx';
import { renderDocument, type Assets } from './page.tsx';
import { instant } from '../format.ts';
import { t, type Words } from '../words.ts';

function renderNotice(
  code: keyof Words['refusalTitles'],
  children: ComponentChildren,
  assets: Assets,
): string {
  const title = t.refusalTitles[code];
  return renderDocument({
    title,
    description: title,
    unlisted: true,
    assets,
    children: (
      <>
        {code !== 'no-initiative' && <Header name={t.notices.name} current="none" />}
        <main id="content">
          <section class="call">
            <h1>{title}</h1>
            <p class="quiet">{children}</p>
          </section>
        </main>
      </>
    ),
  });
}

/** Before the opening: the name and the time, and no more. */
export const renderOpening = (
  { name, opensAt }: { name: string; opensAt: Date },
  assets: Assets,
): string =>
  renderDocument({
    title: name,
    description: name,
    unlisted: true,
    assets,
    children: (
      <>
        <Header name={name} current="setup" />
        <main id="content">
          <section class="call">
            <h1>{name}</h1>
            <p class="quiet">
              {t.notices.opens} <time datetime={opensAt.toISOString()}>{instant(opensAt)}</time>.
            </p>
          </section>
        </main>
      </>
    ),
  });

export function renderEmpty(assets: Assets): string {
  const { text, link, or, command } = t.notices.empty;
  const children = (
    <>
      {text}
      <a href="/setup">{link}</a>
      {or}
      <code>{command}</code>.
    </>
  );
  return renderNotice('no-initiative', children, assets);
}

const OWN = /^\/(me|pledge)\b/;

export function renderRefusal(
  code: keyof Words['refusalTitles'],
  detail: string,
  url: string,
  assets: Assets,
): string {
  if (code === 'no-initiative') return renderEmpty(assets);
  const children = (
    <>
      {detail}
      <br />
      {OWN.test(url) ? <a href="/me">{t.notices.me}</a> : <a href="/">{t.notices.home}</a>}
    </>
  );
  return renderNotice(code, children, assets);
}

export function renderNotFound(assets: Assets): string {
  const children = (
    <>
      {t.notices.notFound}
      <a href="/">{t.notices.home}</a>
    </>
  );
  return renderNotice('not-found', children, assets);
}
