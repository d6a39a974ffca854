import { randomBytes, randomUUID } from 'node:crypto';
import { makeLink } from '../../server/sessions/link.ts';
import { confirm } from '../../server/sign-up/sign-up.ts';
import type { TestApp } from './app.ts';

/** Signs a signatory in, by a link that no mail has carried: the session's token. */
export async function signIn({ ctx }: TestApp, signatoryId: string): Promise<string> {
  const link = await makeLink(ctx.db, ctx, { purpose: 'sign-in', signatoryId, next: null });
  const token = new URL(link).searchParams.get('token')!;
  const network = randomBytes(32);
  const { session } = await confirm(ctx, { token, key: randomUUID(), browser: 'a test', network });
  return session;
}

/** The cookie of a session, as browsers send it to plain http. */
export const cookieOf = (session: string): Record<string, string> => ({
  cookie: `muster=${session}`,
});

/** What a browser sends of a page's form when a button is pressed: hidden fields and what is typed. */
export function fieldsOf(page: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [tag] of page.matchAll(/<input\b(?:"[^"]*"|[^>"])*>/g)) {
    const of = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
    const isTicked = /\schecked\b/.test(tag);
    if (/radio|checkbox/.test(of('type') ?? '') && !isTicked) continue;
    const name = of('name');
    if (name && fields.has(name)) throw new Error(`${name} appears twice`);
    if (name) fields.set(name, unescaped(of('value') ?? ''));
  }
  return fields;
}

export const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** How our own pages send a form in a browser: they send no referrer, so no origin either. */
const OWN = { origin: 'null', 'sec-fetch-site': 'same-origin' };

/** What became of several at once, whichever was first. */
export const statusesOf = (answers: readonly { status: number }[]): number[] =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);

/** Sends a form as a browser does. */
export async function send(
  url: string,
  fields: Iterable<[string, string]>,
  headers: Record<string, string> = {},
): Promise<{ status: number; page: string; location: string | null }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
      ...OWN,
      ...headers,
    },
    body: new URLSearchParams([...fields]).toString(),
    redirect: 'manual',
  });
  const page = await response.text();
  return { status: response.status, page, location: response.headers.get('location') };
}
