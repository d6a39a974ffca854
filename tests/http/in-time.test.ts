import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp, type App } from '../../server/app.ts';
import { ADMIN_TOKEN, startApp, type TestApp } from '../support/app.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { formOf } from '../support/desk-forms.ts';
import { aPledge } from '../compute/meter.ts';
import { fileOf, row } from '../compute/sacct.ts';

const WITHIN_MS = 1_500;
/** Six of them take longer than twice that. */
const EACH_MS = 550;

let app: TestApp;
/** The same, with less patience. */
let hurried: App;
let cy: DeskUser;
let ref: string;
beforeAll(async () => {
  app = await startApp();
  cy = await atDesk(app, 'operator');
  ref = await aPledge(app);
  hurried = await buildApp(app.ctx, null, WITHIN_MS);
  await hurried.http.listen({ port: 0 });
});
afterAll(async () => {
  await hurried.http.close();
  await app.close();
});

const ADMIN = { authorization: `Bearer ${ADMIN_TOKEN}` };
const metering = () =>
  `/api/v1/admin/pledges/${ref}/metering?cluster=saga&zone=UTC&gpu=a100%3DA100`;
const JSON_TYPE = { 'content-type': 'application/json' };
const TEXT = { 'content-type': 'text/plain' };

/**
 * What comes of a POST whose body is sent in six pieces, or only some of them, and how late. Who is cut off
 * while it writes may not get to read the 408.
 */
async function send(path: string, headers: Record<string, string>, body: string, sent = 6) {
  const { port } = hurried.http.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const read = text(socket);
  const answered = sent === 6 ? read.catch(() => 'HTTP/1.1 408') : read;
  const head = { host: 'localhost', 'content-length': String(Buffer.byteLength(body)), ...headers };
  const lines = Object.entries(head).map((header) => header.join(': '));
  socket.write([`POST ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
  const size = Math.ceil(body.length / 6);
  const started = Date.now();
  for (let piece = 0; piece < sent && socket.writable; piece++) {
    socket.write(body.slice(piece * size, (piece + 1) * size));
    // oxlint-disable-next-line no-await-in-loop
    await Promise.race([sleep(EACH_MS), answered]);
  }
  if (sent === 6) socket.end();
  const answer = await answered;
  const status = answer.match(/(?<=HTTP\/1\.1 )\d+/g)?.at(-1);
  return { status, ms: Date.now() - started };
}

/** Of a file, in a form of the desk. */
async function formWith(file: string) {
  const path = `/admin/pledges/${ref}/metering`;
  const form = new FormData();
  const { page } = await cy.get(path);
  const typed = { ...formOf(page, path), cluster: 'saga', zone: 'UTC', gpu: 'a100=A100' };
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  form.set('file', new Blob([file]), 'sacct.txt');
  const made = new Response(form);
  const headers = {
    ...cy.cookie,
    'sec-fetch-site': 'same-origin',
    'content-type': made.headers.get('content-type')!,
  };
  return { path, headers, body: await made.text() };
}

const FILE = fileOf(row());

describe('a body that takes long', () => {
  test('is waited for as long as it comes, from an admin who may record a file', async () => {
    const { status, ms } = await send(metering(), { ...ADMIN, ...TEXT }, FILE);
    expect(status).toBe('201');
    expect(ms).toBeGreaterThan(2 * WITHIN_MS);
    const { path, headers, body } = await formWith(FILE);
    expect((await send(path, headers, body)).status).toBe('303');
  });

  test('is given up when nothing more of it comes', async () => {
    const { status } = await send(metering(), { ...ADMIN, ...TEXT }, FILE, 3);
    expect(status).toBe('408');
  });

  test.each([
    ['from a stranger', metering, TEXT],
    ['at another address', () => '/api/v1/pledges', { ...ADMIN, ...JSON_TYPE }],
    ['at an address that is none', () => '/nowhere', JSON_TYPE],
    ['at one that cannot be decoded', () => '/%ZZ', JSON_TYPE],
  ])('is given up %s', async (_who, path, headers) => {
    expect((await send(path(), headers, FILE)).status).toBe('408');
  });
});
