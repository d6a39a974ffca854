import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

/** Proxies and browsers send one request after another. */
const MOST_UNANSWERED = 16;
/** So much is parsed at once: each request in it costs an object or two. */
const SLICE_BYTES = 256;

interface Connection {
  unanswered: number;
  rest: Buffer;
  parseMore: () => void;
  answered: () => void;
}

/** Node parses all that arrives: thousands of requests, whose answers wait for a client that reads none. */
export function limitUnanswered(
  server: Server,
): (request: IncomingMessage, response: ServerResponse) => void {
  const connections = new WeakMap<Socket, Connection>();
  server.on('connection', (socket: Socket) => {
    const [parse] = socket.listeners('data');
    if (!parse) return;
    const connection: Connection = {
      unanswered: 0,
      rest: Buffer.alloc(0),
      parseMore: () => {
        while (connection.rest.length > 0 && connection.unanswered < MOST_UNANSWERED) {
          const slice = connection.rest.subarray(0, SLICE_BYTES);
          connection.rest = connection.rest.subarray(SLICE_BYTES);
          parse.call(socket, slice);
        }
        if (connection.rest.length > 0) socket.pause();
        else socket.resume();
      },
      answered: () => {
        connection.unanswered -= 1;
        if (connection.rest.length > 0 && !socket.destroyed) connection.parseMore();
      },
    };
    connections.set(socket, connection);
    // Node resumes a connection after each answer.
    socket.resume = () =>
      connection.rest.length > 0 ? socket : Socket.prototype.resume.call(socket);
    socket.off('data', parse as () => void);
    socket.on('data', (chunk: Buffer) => {
      const { rest, unanswered } = connection;
      if (rest.length === 0 && chunk.length <= SLICE_BYTES && unanswered < MOST_UNANSWERED) {
        parse.call(socket, chunk);
        return;
      }
      connection.rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      connection.parseMore();
    });
  });
  return ({ socket }, response) => {
    const connection = connections.get(socket);
    if (!connection) return;
    connection.unanswered += 1;
    response.on('close', connection.answered);
  };
}
