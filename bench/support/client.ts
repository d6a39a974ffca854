import { once } from 'node:events';
import { connect } from 'node:net';

/** One connection to a server, on which one request is posted after another. */
export interface PostClient {
  /** Answers the body of a 2xx; throws any other. */
  post: (
    path: string,
    headers: readonly string[],
    text: string,
  ) => Promise<Record<string, unknown>>;
  close: () => void;
}

/** By hand, as pgbench is lean: node:http's client would take a good part of the machine from the server. */
export async function openClient(url: string): Promise<PostClient> {
  const { host, port } = new URL(url);
  const socket = connect({ port: Number(port), host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  let received = '';
  let answer = Promise.withResolvers<Record<string, unknown>>();
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    received += chunk;
    const [head, body] = received.split('\r\n\r\n', 2);
    const length = Number(/^content-length: (\d+)/im.exec(head!)?.[1]);
    if (body === undefined || body.length < length) return;
    received = '';
    if (head!.startsWith('HTTP/1.1 20')) answer.resolve(JSON.parse(body) as never);
    else answer.reject(new Error(body));
  });
  return {
    post: (path, headers, text) => {
      const head = [
        `POST ${path} HTTP/1.1`,
        `Host: ${host}`,
        'Content-Type: application/json',
        `Content-Length: ${Buffer.byteLength(text)}`,
        ...headers,
      ];
      socket.write(`${head.join('\r\n')}\r\n\r\n${text}`);
      answer = Promise.withResolvers();
      return answer.promise;
    },
    close: () => socket.destroy(),
  };
}
