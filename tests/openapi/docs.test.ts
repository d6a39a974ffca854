import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiDocument } from '../../web/data/api-document.ts';
import { exchangesOf } from '../../web/pages/api-exchanges.ts';
import { startApp, type TestApp } from '../support/app.ts';

let app: TestApp;
/** By path: the overview, and each page that it links to. */
const pages = new Map<string, string>();
let document: ApiDocument;

const read = async (path: string): Promise<string> => {
  const { status, body } = await app.request(path, { token: false });
  expect([path, status]).toEqual([path, 200]);
  return body;
};

beforeAll(async () => {
  app = await startApp({ initiative: null });
  pages.set('/docs', await read('/docs'));
  for (const [path] of pages.get('/docs')!.matchAll(/\/docs\/[\w/-]+/g)) {
    if (!pages.has(path)) pages.set(path, await read(path));
  }
  document = (await app.request('/openapi.json', { token: false })).body;
});
afterAll(() => app.close());

/** The text of a page, without its marks. */
const words = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');

const articleOf = (page: string, id: string): string | undefined =>
  page.split(`<article id="${id}">`)[1]?.split('</article>')[0];

/** Old links name all on /docs, where the entry of that id leads on. */
function pageOf(id: string): string {
  const [, path = ''] =
    new RegExp(`<li id="${id}"><a href="([^"#]+)(#${id})?">`).exec(pages.get('/docs')!) ?? [];
  return pages.get(path) ?? '';
}

test('/docs leads to every operation, parameter and schema, before anything is loaded', () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { operationId, summary, parameters }] of Object.entries(methods)) {
      const article = words(articleOf(pageOf(operationId), operationId) ?? '');
      for (const text of [summary, `${method.toUpperCase()} ${path}`]) {
        expect(article).toContain(text);
      }
      for (const { name } of parameters) expect(article).toContain(name);
    }
  }
  for (const name of Object.keys(document.components.schemas)) {
    expect(pageOf(`schema-${name}`)).toContain(`<h1>${name}</h1>`);
  }
});

test('an address below it that is no section is not found', async () => {
  expect((await app.request('/docs/nothing-here', { token: false })).status).toBe(404);
});

const said = (part: unknown): string =>
  typeof part === 'string' ? part.trimEnd() : JSON.stringify(part, null, 2);

test('and every example, as it is sent and answered', () => {
  const exchanges = [...exchangesOf(document).values()];
  expect(exchanges.length).toBeGreaterThan(30);
  for (const { operationId, method, path, key, body, status, answer } of exchanges) {
    const text = words(articleOf(pageOf(operationId), operationId)!);
    expect(text).toContain(`${method} ${path}`);
    if (key !== null) expect(text).toContain(`Idempotency-Key: ${key}`);
    if (body !== undefined) expect(text).toContain(said(body));
    expect(text).toContain(`${status} ${said(answer)}`);
  }
});

test('its links to its own pages lead somewhere', () => {
  const links = [...pages.values()].flatMap((page) => [
    ...page.matchAll(/href="(\/docs[^"#]*)(?:#([^"]+))?"/g),
  ]);
  expect(links.length).toBeGreaterThan(200);
  for (const [, path, id = 'content'] of links) expect(pages.get(path!)).toContain(`id="${id}"`);
});

test('it has no script, no inline style, and nothing from elsewhere', () => {
  expect(pages.size).toBeGreaterThan(5);
  for (const page of pages.values())
    expect(page).not.toMatch(/<script|<style|\bstyle="|\bon\w+="|(src|href)="(https?:)?\/\//);
});
