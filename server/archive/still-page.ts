import { dirname, relative } from 'node:path/posix';
import { parse } from 'node-html-parser';
import { t } from '../../web/words.ts';
import type { Names } from './names.ts';

/** What asks a server for something, or names the live page. */
const LIVE =
  'script, form, button, .ask > .quiet, .trial, link[rel=canonical], meta[property^="og:"], meta[property^="twitter:"]';
/** Links to these say nothing once nobody answers; others become text. */
const ACTS = /^\/(sign|give|pay|me|docs|setup|sign-in|admin)(\/|$)/;

/** A page as a file, whose links lead to other files from wherever it is served, or opened from a disk. */
export function stillPage(html: string, path: string, names: Names, at: Date): string {
  const here = dirname(names.fileOf(path));
  const root = parse(html, { comment: true });
  for (const live of root.querySelectorAll(LIVE)) live.remove();
  for (const link of root.querySelectorAll('a[href^="/"]')) {
    const { pathname, search, hash } = new URL(link.getAttribute('href')!, 'http://archive');
    const file = names.page(pathname + search);
    if (file !== null) link.setAttribute('href', relative(here, file) + hash);
    else if (ACTS.test(pathname)) link.remove();
    else link.replaceWith(link.innerHTML);
  }
  for (const tag of root.querySelectorAll('link[href^="/"], img[src^="/"]')) {
    const name = tag.rawTagName === 'img' ? 'src' : 'href';
    const file = names.asset(tag.getAttribute(name)!);
    if (file === null) tag.remove();
    else tag.setAttribute(name, relative(here, file));
  }
  const said = ` <span>${t.closing.archive(at)}</span>`;
  const banner = root.querySelector('aside.banner');
  if (banner) banner.insertAdjacentHTML('beforeend', said);
  else {
    const aside = `<aside class="banner">${said}</aside>`;
    root.querySelector('header')!.insertAdjacentHTML('beforebegin', aside);
  }
  return root.toString();
}
