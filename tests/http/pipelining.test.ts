import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createServerInTime } from '../../server/http/in-time.ts';

test('of requests that come in one piece at most a few more than sixteen are unanswered, and all are answered', async () => {
  let inside = 0;
  let most = 0;
  const server = createServerInTime(30_000, async (request, response) => {
    inside += 1;
    most = Math.max(most, inside);
    await sleep(1);
    inside -= 1;
    response.end(`[${request.url}]`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const paths = Array.from({ length: 3_000 }, (_, index) => `/${index}`);
  socket.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`).join(''));
  let answers = '';
  socket.on('data', (chunk) => (answers += String(chunk)));
  await expect
    .poll(() => answers.match(/\[\/\d+\]/g)?.length, { timeout: 30_000 })
    .toBe(paths.length);
  expect(answers.match(/(?<=\[)\/\d+/g)).toEqual(paths);
  // One slice of what came may hold some more.
  expect(most).toBeGreaterThanOrEqual(16);
  expect(most).toBeLessThan(32);
  socket.destroy();
  server.close();
});

test('a body that is sent together with other requests comes whole', async () => {
  const bodies: number[] = [];
  const server = createServerInTime(30_000, async (request, response) => {
    let bytes = 0;
    for await (const chunk of request) bytes += (chunk as Buffer).length;
    bodies.push(bytes);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const size = 1_000_000;
  const one = `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${size}\r\n\r\n${'x'.repeat(size)}`;
  socket.resume().write(one.repeat(3));
  await expect.poll(() => bodies).toEqual([size, size, size]);
  socket.destroy();
  server.close();
});
