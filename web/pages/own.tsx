/** What stands around the pages of one person: nothing of them is kept, and none is listed. */
import type { ComponentChildren } from 'preact';
import { Header, type PageLink } from '../components/header.tsx';
import { Patterns } from '../components/pattern.tsx';
import { Banner } from './frame.tsx';
import type { Frame } from '../data/pages.ts';
import { renderDocument, type Assets } from './page.tsx';
import { t } from '../words.ts';

/** What a person's page knows of the deployment. */
export type OwnFrame = Omit<Frame, 'asOf'> & { contact?: string | null };

interface OwnPageProps {
  frame: OwnFrame;
  title: string;
  text?: ComponentChildren;
  current: PageLink;
  isBelow?: boolean;
  /** The title is as large as the call. */
  isLarge?: boolean;
  hasErrors?: boolean;
  /** A script of its own, by its logical name. */
  island?: string | undefined;
  assets: Assets;
  children?: ComponentChildren;
}

export function renderOwn(page: OwnPageProps): string {
  const { frame, title, text, isLarge = false, hasErrors = false } = page;
  const { current, isBelow = false, island, assets, children } = page;
  return renderDocument({
    lang: t.lang,
    title: `${hasErrors ? t.forms.errorTitle(title) : title} · ${frame.initiative.name}`,
    description: title,
    unlisted: frame.initiative.unlisted,
    size: null,
    island,
    assets,
    children: (
      <>
        <Banner page={frame} />
        <Header
          name={frame.initiative.name}
          current={current}
          isBelow={isBelow}
          isOpen={!frame.initiative.closed && current !== 'me'}
        />
        <main id="content">
          <Patterns />
          <section class={isLarge ? 'call' : 'title'}>
            <h1>{title}</h1>
            {text && <p class="quiet">{text}</p>}
          </section>
          {children}
        </main>
      </>
    ),
  });
}
