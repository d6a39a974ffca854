import { afterAll, describe, expect, test } from 'vitest';
import { openWorlds } from '../support/worlds.ts';

const worlds = openWorlds();
afterAll(() => worlds.close());

/** Sorts and filters multiply: more addresses than this are a maze for every search engine too. */
const MOST = 2_000;

interface Link {
  from: string;
  url: URL;
  rel: string;
}

interface Found {
  /** Paths with their queries. */
  visited: Set<string>;
  faults: string[];
}

const unescaped = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** The links of a document of ours: attributes stand in double quotes, as Preact writes them. */
function linksOf(html: string, page: URL): Link[] {
  return [...html.matchAll(/<(a|link|script|img|form)\s[^>]*>/g)].flatMap(([tag]) => {
    const target = attribute(tag, 'href') ?? attribute(tag, 'src') ?? attribute(tag, 'action');
    if (target === undefined) return [];
    const url = new URL(unescaped(target), page);
    return [{ from: page.pathname + page.search, url, rel: attribute(tag, 'rel') ?? '' }];
  });
}

const outwardFaults = ({ from, url, rel }: Link): string[] => [
  ...(url.protocol === 'https:' ? [] : [`${from}: ${url} is not https`]),
  ...(/\bnoopener\b.*\bnoreferrer\b/.test(rel) ? [] : [`${from}: ${url} has rel "${rel}"`]),
];

/** Pages of one form differ in a reference, a number or an id: a dozen speak for all of them. */
const OF_A_FORM = 12;
const formOf = (path: string): string =>
  path.replaceAll(/[\dA-Z]{10}|[\da-f]{8}-[\da-f-]+|\d+/g, '…');

/** Follows every link from `/` on, also those in folds, to pages, data and assets alike. */
async function crawl(origin: string): Promise<Found> {
  const faults: string[] = [];
  const visited = new Set<string>();
  const forms = new Map<string, number>();
  const ids = new Map<string, Set<string>>();
  const hashes: Link[] = [];
  const queue: Link[] = [{ from: 'the start', url: new URL('/', origin), rel: '' }];
  for (let link = queue.shift(); link && visited.size < MOST; link = queue.shift()) {
    const { from, url } = link;
    if (url.protocol === 'mailto:') continue;
    if (url.origin !== origin) {
      faults.push(...outwardFaults(link));
      continue;
    }
    const path = url.pathname + url.search;
    if (url.hash) hashes.push(link);
    const form = formOf(path);
    const alike = forms.get(form) ?? 0;
    if (visited.has(path) || alike === OF_A_FORM) continue;
    forms.set(form, alike + 1);
    visited.add(path);
    const answer = await fetch(new URL(path, origin));
    const text = await answer.text();
    if (!answer.ok) faults.push(`${from}: ${path} answers ${answer.status}`);
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
    ids.set(path, new Set([...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!)));
    queue.push(...linksOf(text, new URL(path, origin)));
  }
  for (const { from, url } of hashes) {
    const path = url.pathname + url.search;
    if (visited.has(path) && !ids.get(path)?.has(decodeURIComponent(url.hash.slice(1))))
      faults.push(`${from}: no ${url}`);
  }
  return { visited, faults };
}

describe.each(['demo', 'atom', 'bloom', 'fresh', 'crowd', 'unloaded'] as const)('%s', (world) => {
  test('every link works, and links to other sites are safe', async () => {
    const { url } = await worlds.of(world);
    const { visited, faults } = await crawl(url);
    expect(faults).toEqual([]);
    expect(visited.size).toBeLessThan(MOST);
    expect([...visited].some((path) => path.startsWith('/assets/main-'))).toBe(true);
    if (world !== 'unloaded') expect(visited).toContain('/api/v1/progress');
  });
});
