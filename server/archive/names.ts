/** What is archived, and under which file names: those that any web server knows the type of. */
import { SHOWN } from '../http/paging.ts';

export const LISTS: Record<string, string> = {
  '/api/v1/entries': 'log/entries.json',
  '/api/v1/pledges': 'data/pledges.json',
  '/api/v1/movements': 'data/movements.json',
  '/api/v1/signatories': 'data/signatories.json',
};
export const SINGLES: Record<string, string> = {
  '/api/v1/progress': 'data/progress.json',
  '/api/v1/initiative': 'data/initiative.json',
  '/data/pledges.csv': 'data/pledges.csv',
  '/data/givers.csv': 'data/givers.csv',
  '/data/movements.csv': 'data/movements.csv',
  '/data/capacity.csv': 'data/capacity.csv',
};
const FILES: Record<string, string> = {
  ...LISTS,
  ...SINGLES,
  '/log/checkpoint': 'log/checkpoint.txt',
};

const FIRST = ['/', '/givers', '/pledges', '/signatories', '/compute', '/how-we-know', '/ledger'];
const PAGE =
  /^\/(about|compute|how-we-know|ledger|signatories|givers(\/[\w-]+)?|pledges(\/[\w-]+)?|at\/\d+)?$/;
/** Of lists: their tabs and further pages. Filters are forms, which nobody answers. */
const LISTED = new Set(['kind', 'sort', 'cursor']);
const ASSET = /^\/[\w./-]+\.\w+$/;
const HERE = 'http://archive';

/** An entry's own address begins with the entry; the archive has the page of the list that it is on. */
function canonical(url: URL, size: number): URL {
  const cursor = Number(url.searchParams.get('cursor'));
  if (url.pathname !== '/ledger' || cursor === 0) return url;
  const before = Math.floor(Math.max(0, size - cursor) / SHOWN) * SHOWN;
  url.search = before === 0 ? '' : `cursor=${size - before}`;
  return url;
}

export type Names = ReturnType<typeof openNames>;

/** Each address gets its file when something first links to it, and is fetched once. */
export function openNames(size: number) {
  const files = new Map<string, string>();
  const queue: string[] = [];
  const variants = new Map<string, number>();
  const add = (path: string, file: string): string => {
    files.set(path, file);
    queue.push(path);
    return file;
  };
  /** Null for what isn't archived. */
  const page = (address: string): string | null => {
    const { pathname, search, searchParams } = canonical(new URL(address, HERE), size);
    const known = FILES[pathname] ?? files.get(pathname + search);
    if (known !== undefined) return known;
    if (!PAGE.test(pathname) || [...searchParams.keys()].some((key) => !LISTED.has(key)))
      return null;
    const folder = pathname === '/' ? '' : `${pathname.slice(1)}/`;
    if (search === '') return add(pathname, `${folder}index.html`);
    const number = (variants.get(pathname) ?? 1) + 1;
    variants.set(pathname, number);
    return add(pathname + search, `${folder}page-${number}/index.html`);
  };
  const asset = (address: string): string | null => {
    const { pathname } = new URL(address, HERE);
    return ASSET.test(pathname) ? (files.get(pathname) ?? add(pathname, pathname.slice(1))) : null;
  };
  for (const path of FIRST) page(path);
  // From there to all before: they are cited.
  if (size > 0) page(`/at/${size}`);
  return {
    page,
    /** A style sheet, font or picture. */
    asset,
    /** A style sheet as it is; what it loads, by addresses relative to it, is fetched too. */
    loading: (path: string, bytes: Uint8Array): Uint8Array[] => {
      const styles = path.endsWith('.css') ? Buffer.from(bytes).toString() : '';
      for (const [, url] of styles.matchAll(/url\(["']?([^"')]+)["']?\)/g)) {
        asset(new URL(url!, HERE + path).href);
      }
      return [bytes];
    },
    fileOf: (path: string): string => files.get(path)!,
    next: () => queue.shift(),
  };
}
