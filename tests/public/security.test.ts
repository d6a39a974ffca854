import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let named: TestApp;
beforeAll(async () => {
  app = await startApp();
  named = await startApp({ env: { ADMIN_EMAIL: 'Cy Example <cy@example.org>' } });
});
afterAll(async () => {
  await app.close();
  await named.close();
});

test('security.txt names ADMIN_EMAIL, and expires in 90 days', async () => {
  const reply = await named.request('/.well-known/security.txt', { token: false });
  expect(reply.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(reply.body).toBe(`Contact: mailto:cy@example.org
Expires: 2026-06-08T00:00:00Z
Preferred-Languages: en
Canonical: http://localhost:8080/.well-known/security.txt
`);
});

test('without ADMIN_EMAIL it leads to the site', async () => {
  const { body } = await app.request('/.well-known/security.txt', { token: false });
  expect(body).toContain('Contact: http://localhost:8080\n');
});
