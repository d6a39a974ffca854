/** Pages without figures: before anything is loaded, and where there is nothing. */
import type { ComponentChildren } from 'preact';
import { Header } from '../components/header.tsx';
import { renderDocument, type Assets } from './page.tsx';
import { t, type Words } from '../words.ts';

interface Notice {
  title: string;
  /** Whether there are pages that its head can lead to. */
  hasPages?: boolean;
  assets: Assets;
  children: ComponentChildren;
}

const renderNotice = ({ title, hasPages = true, assets, children }: Notice): string =>
  renderDocument({
    lang: t.lang,
    title,
    description: title,
    unlisted: true,
    size: null,
    assets,
    children: (
      <>
        {hasPages && <Header name={t.notices.name} current="none" />}
        <main id="content">
          <section class="call">
            <h1>{title}</h1>
            <p class="quiet">{children}</p>
          </section>
        </main>
      </>
    ),
  });

/** The page of a deployment that has no initiative. */
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
  const title = t.refusals['no-initiative'];
  return renderNotice({ title, hasPages: false, assets, children });
}

/** Where those are who were refused something of their own. */
const OWN = /^\/(me|pledge)\b/;

/** What was refused at an address or went wrong there, and why; and a way back. */
export function renderRefusal(
  code: keyof Words['refusals'],
  detail: string,
  url: string,
  assets: Assets,
): string {
  if (code === 'no-initiative') return renderEmpty(assets);
  const back = OWN.test(url)
    ? { href: '/me', text: t.notices.me }
    : { href: '/', text: t.notices.notFound.home };
  const children = (
    <>
      {detail}
      <br />
      <a href={back.href}>{back.text}</a>
    </>
  );
  return renderNotice({ title: t.refusals[code], assets, children });
}

/** The page of an address where there is nothing. */
export function renderNotFound(assets: Assets): string {
  const { text, home } = t.notices.notFound;
  const children = (
    <>
      {text}
      <a href="/">{home}</a>
    </>
  );
  return renderNotice({ title: t.refusals['not-found'], assets, children });
}
