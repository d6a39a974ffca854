/** A bare node:http server that gives every request the one answer its parent sends it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';

export interface RecordedAnswer {
  status: number;
  /** Names and values in turn, as they came; without what node:http adds of itself. */
  headers: string[];
  bodyBase64: string;
}

process.once('message', ({ status, headers, bodyBase64 }: RecordedAnswer) => {
  const body = Buffer.from(bodyBase64, 'base64');
  const server = createServer((_request, response) => {
    response.writeHead(status, headers);
    response.end(body);
  });
  // As long as Fastify's, so that the answers are the same to the byte.
  server.keepAliveTimeout = 72_000;
  server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port));
});
