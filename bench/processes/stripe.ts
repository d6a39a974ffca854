/**
 * Stands for Stripe where payments are measured, apart from the server's thread: it gives each session
 * that is asked for the one answer its parent sends it, with that session's own ids.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';

export interface SessionAnswer {
  /** A session and all within it, as JSON; its ids end in `number`. */
  json: string;
  /** Hexadecimal digits, as many as the ids of all sessions end in. */
  number: string;
}

process.once('message', ({ json, number }: SessionAnswer) => {
  const server = createServer(({ url }, response) => {
    const [asked] = /[\da-f]+(?=\?|$)/.exec(url!) ?? [];
    const isNumbered = asked?.length === number.length;
    response.writeHead(isNumbered ? 200 : 404, { 'content-type': 'application/json' });
    response.end(isNumbered ? json.replaceAll(number, asked) : '{"error":{}}');
  });
  server.keepAliveTimeout = 72_000;
  server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port));
});
