import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startApp } from '../support/app.ts';

/** A connection whose request has begun before the server stops, and is sent to its end afterwards. */
async function beginRequest(url: string, head: string) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`${head}\r\nHost: localhost\r\n`);
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  return async (rest = '') => {
    const ended = once(socket, 'close');
    socket.write(`${rest}\r\n`);
    await ended;
    return answer;
  };
}

test('a request that comes while the server stops is refused by a problem that says when to come again', async () => {
  const app = await startApp();
  const ends = await Promise.all([
    beginRequest(app.url, 'GET /api/v1/progress HTTP/1.1'),
    beginRequest(app.url, 'GET / HTTP/1.1'),
    beginRequest(app.url, 'GET /nowhere HTTP/1.1'),
  ]);
  // The server has seen that they have begun: it doesn't take them for idle.
  await fetch(`${app.url}/healthz`);
  const closed = app.close();
  await expect
    .poll(() =>
      fetch(`${app.url}/healthz`).then(
        ({ status }) => status,
        () => 'refused',
      ),
    )
    .toBe('refused');
  const [json, page, nowhere] = await Promise.all([
    ends[0](),
    ends[1]('Accept: text/html\r\n'),
    ends[2](),
  ]);
  for (const answer of [json, page, nowhere]) {
    expect(answer).toMatch(/^HTTP\/1.1 503 /);
    expect(answer).toMatch(/\r\nretry-after: 5\r\n/i);
    expect(answer).toMatch(/\r\nconnection: close\r\n/i);
    expect(answer).toMatch(/\r\nx-request-id: /i);
  }
  expect(json).toMatch(/\r\ncontent-type: application\/problem\+json/i);
  expect(json).toContain('"type":"urn:muster:problem:stopping"');
  expect(page).toContain('The server is restarting');
  await closed;
});
