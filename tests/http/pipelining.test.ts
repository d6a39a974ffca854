import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createServerInTime } from '../../server/http/in-time.ts';

const open = async (server: Server): Promise<Socket> => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return connect((server.address() as AddressInfo).port, '127.0.0.1');
};

const requests = (count: number): string =>
  Array.from({ length: count }, (_, at) => `GET /${at} HTTP/1.1\r\nHost: a\r\n\r\n`).join('');

test('seventeen requests that come in one piece are all answered, in their order, and again', async () => {
  const server = createServerInTime(30_000, async (request, response) => {
    await sleep(Math.random() * 5);
    response.end(`[${request.url}]`);
  });
  const socket = await open(server);
  let answers = '';
  socket.on('data', (chunk) => (answers += String(chunk)));
  const all = Array.from({ length: 17 }, (_, at) => `[/${at}]`);
  for (const expected of [all, [...all, ...all]]) {
    socket.write(requests(17));
    await expect.poll(() => answers.match(/\[\/\d+\]/g)).toEqual(expected);
  }
  socket.destroy();
  server.close();
});

test('who sends three thousand at once gets no more than seventeen in, and loses the connection', async () => {
  let inside = 0;
  const server = createServerInTime(30_000, async (_request, response) => {
    inside += 1;
    await sleep(1_000);
    response.end();
  });
  const socket = await open(server);
  // A reset connection also has an error.
  const closed = new Promise((resolve) => socket.on('error', () => {}).once('close', resolve));
  socket.resume().write(requests(3_000));
  await closed;
  expect(inside).toBe(17);
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
