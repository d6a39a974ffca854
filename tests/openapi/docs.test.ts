import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiDocument } from '../../web/data/api-document.ts';
import { exchangesOf } from '../../web/pages/api-exchanges.ts';
import { startApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let page: string;
let document: ApiDocument;

beforeAll(async () => {
  app = await startApp({ initiative: null });
  page = (await app.request('/docs', { token: false })).body;
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

test('/docs shows every operation, parameter and schema, before anything is loaded', () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { operationId, summary, parameters }] of Object.entries(methods)) {
      const [, after = ''] = page.split(`<article id="${operationId}">`);
      const article = words(after.split('</article>')[0]!);
      for (const text of [summary, `${method.toUpperCase()} ${path}`]) {
        expect(article).toContain(text);
      }
      for (const { name } of parameters) expect(article).toContain(name);
    }
  }
  for (const name of Object.keys(document.components.schemas)) {
    expect(page).toContain(`<article id="schema-${name}">`);
  }
});

const said = (part: unknown): string =>
  typeof part === 'string' ? part.trimEnd() : JSON.stringify(part, null, 2);

test('and every example, as it is sent and answered', () => {
  const text = words(page);
  const exchanges = [...exchangesOf(document).values()];
  expect(exchanges.length).toBeGreaterThan(30);
  for (const { method, path, key, body, status, answer } of exchanges) {
    expect(text).toContain(`${method} ${path}`);
    if (key !== null) expect(text).toContain(`Idempotency-Key: ${key}`);
    if (body !== undefined) expect(text).toContain(said(body));
    expect(text).toContain(`${status} ${said(answer)}`);
  }
});

test('its links within the page lead somewhere', () => {
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target!);
  expect(targets.length).toBeGreaterThan(40);
  for (const target of targets) expect(page).toContain(`id="${target}"`);
});

test('it has no script, no inline style, and nothing from elsewhere', () => {
  expect(page).not.toMatch(/<script|<style|\bstyle="|\bon\w+="|(src|href)="(https?:)?\/\//);
});
