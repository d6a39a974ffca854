import type { Frame } from '../data/home.ts';
import { t } from '../words.ts';
import { renderPage } from './frame.tsx';

/** `html`: made of Markdown by server/look/markdown.ts, which lets no HTML through. */
export const renderAbout = (page: Frame & { html: string }): string =>
  renderPage({
    page,
    title: t.look.about,
    description: t.look.aboutOf(page.initiative.name),
    current: 'none',
    downloads: [{ href: '/data/pledges.csv', text: t.lists.csv }],
    children: (
      <>
        <section class="title">
          <h1>{t.look.aboutOf(page.initiative.name)}</h1>
        </section>
        <div class="prose" dangerouslySetInnerHTML={{ __html: page.html }} />
      </>
    ),
  });
