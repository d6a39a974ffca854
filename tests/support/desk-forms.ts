import { expect } from 'vitest';
import type { DeskUser } from './desk.ts';
import { fieldsOf } from './forms.ts';

export type Fields = Record<string, string>;

/** The page on which a movement of a pledge is recorded by hand. */
export const at = (ref: string, verb: string): string => `/admin/pledges/${ref}/${verb}`;

/** What a page's form for `path` would send, as it stands. */
export function formOf(page: string, path: string): Fields {
  const start = page.indexOf(`action="${path}"`);
  if (start < 0) throw new Error(`no form for ${path}`);
  return Object.fromEntries(fieldsOf(page.slice(start, page.indexOf('</form>', start))));
}

/** A page's words, without its tags. */
export const textOf = (page: string): string =>
  page
    .slice(page.indexOf('<main'))
    .replaceAll(/<\/?bdi[^>]*>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');

/** The first step: what would be recorded. */
export async function preview(by: DeskUser, path: string, typed: Fields) {
  const shown = await by.post(path, { ...typed, go: 'preview' });
  return { ...shown, text: textOf(shown.page) };
}

/** Both steps, as a browser takes them. */
export async function record(by: DeskUser, path: string, typed: Fields) {
  const { status, page } = await preview(by, path, typed);
  expect(status).toBe(200);
  return by.post(path, { ...formOf(page, path), go: 'confirm' });
}

/** What is typed of money that came. */
export const wire = (amount: string, more: Fields = {}): Fields => ({
  amount,
  'evidence.grade': 'payment',
  ...more,
});
