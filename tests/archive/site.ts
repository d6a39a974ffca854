import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.txt': 'text/plain',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A web server that knows nothing but files, as one does without any settings. */
export async function serveFolder(folder: string) {
  const server = createServer((request, response) => {
    const serve = async (): Promise<void> => {
      const { pathname } = new URL(request.url!, 'http://site');
      const path = join(folder, decodeURIComponent(pathname));
      const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
      if (isFolder && !pathname.endsWith('/')) {
        response.writeHead(301, { location: `${pathname}/` }).end();
        return;
      }
      const file = isFolder ? join(path, 'index.html') : path;
      const bytes = await readFile(file).catch(() => null);
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      response.writeHead(bytes ? 200 : 404, { 'content-type': type }).end(bytes);
    };
    void serve();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Every page that links lead to, and the answer of all that they load, by address. */
export async function crawl(url: string) {
  const pages = new Map<string, string>();
  const broken: string[] = [];
  const queue = [`${url}/`];
  const seen = new Set(queue);
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const response = await fetch(at);
    if (!response.ok) broken.push(`${at}: ${response.status}`);
    const type = response.headers.get('content-type')!;
    if (type === 'application/octet-stream') broken.push(`${at}: of no type`);
    const text = await response.text();
    const isPage = type.startsWith('text/html');
    if (isPage) pages.set(at.slice(url.length), text);
    const links = isPage
      ? text.matchAll(/\s(?:href|src)="([^"]*)"/g)
      : type === 'text/css'
        ? text.matchAll(/url\("?([^")]+)"?\)/g)
        : [];
    for (const [, link] of links) {
      const to = new URL(link!.replaceAll('&amp;', '&'), response.url);
      to.hash = '';
      if (to.origin !== url || seen.has(to.href)) continue;
      seen.add(to.href);
      queue.push(to.href);
    }
  }
  return { pages, broken, addresses: seen };
}
