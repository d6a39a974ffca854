import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ servedAsNamed: true });
});
afterAll(() => app.close());
/** One request a second goes the long way: those after it are answered before Fastify sees them. */
const passSample = () => fetch(`${app.url}/api/v1/progress`);
beforeEach(passSample);

async function ask(path: string, method: string, host: string) {
  const { port } = new URL(app.url);
  const [answer] = await once(
    request({ host: '127.0.0.1', port, path, method, headers: { host } }).end(),
    'response',
  );
  const { statusCode, headers } = answer;
  return { status: statusCode, location: headers.location, body: await text(answer) };
}

test('a page is answered by GET alone, and by HEAD without its body', async () => {
  const { host } = new URL(app.url);
  expect((await ask('/', 'GET', host)).body).toContain('<!doctype html>');
  expect(await ask('/', 'HEAD', host)).toMatchObject({ status: 200, body: '' });
  expect((await ask('/', 'POST', host)).status).toBe(404);
});

test('under another name of this machine the page leads to its own address', async () => {
  const { port } = new URL(app.url);
  expect(await ask('/', 'GET', `127.0.0.1:${port}`)).toMatchObject({
    status: 302,
    location: `${app.ctx.config.baseUrl}/`,
  });
});

test('nothing is answered from memory once the server stops', async () => {
  const stopping = await startApp();
  await fetch(`${stopping.url}/api/v1/progress`);
  const socket = connect(Number(new URL(stopping.url).port), '127.0.0.1');
  await once(socket, 'connect');
  // Begun before the server stops, so that the connection stays open.
  socket.write('GET /api/v1/progress HTTP/1.1\r\nHost: localhost\r\n');
  await fetch(`${stopping.url}/healthz`);
  const closed = stopping.close();
  await expect
    .poll(() =>
      fetch(`${stopping.url}/healthz`).then(
        ({ status }) => status,
        () => 'refused',
      ),
    )
    .toBe('refused');
  const answer = text(socket);
  socket.write('\r\n');
  expect(await answer).toMatch(/^HTTP\/1.1 503 /);
  await closed;
});
