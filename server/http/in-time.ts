import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { isTooFarAhead } from './pipelining.ts';

/** Longer than a proxy keeps its connections, unlike Node's default. */
const KEEP_ALIVE_MS = 72_000;

const unhurried = new WeakSet<IncomingMessage>();

/** Node's own limit can't be lifted for one request, and a file may take long on a slow line. */
export function createServerInTime(withinMs: number, answer: RequestListener): Server {
  const options = {
    headersTimeout: withinMs,
    requestTimeout: 0,
    keepAliveTimeout: KEEP_ALIVE_MS,
  };
  const server = createServer(options, (request, response) => {
    if (isTooFarAhead(request, response)) return;
    const { 'content-length': length = '0', 'transfer-encoding': coding } = request.headers;
    if (coding !== undefined || length !== '0') expectBody(server, request, withinMs);
    answer(request, response);
  });
  return server;
}

function expectBody(server: Server, request: IncomingMessage, withinMs: number): void {
  const { socket } = request;
  let seen = socket.bytesRead;
  const timer = setTimeout(() => {
    if (request.complete) return;
    const more = socket.bytesRead > seen;
    seen = socket.bytesRead;
    if (unhurried.has(request) && more) timer.refresh();
    else cutOff(server, request);
  }, withinMs);
  timer.unref();
  request.once('close', () => clearTimeout(timer));
}

/** As Node's own limit does. */
function cutOff(server: Server, { socket }: IncomingMessage): void {
  const late = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
  if (!server.emit('clientError', late, socket)) socket.destroy(late);
}

/** While the body goes on arriving. Only for known clients: they can hold a connection for ever. */
export const letBodyCome = ({ raw }: { raw: IncomingMessage }): void => void unhurried.add(raw);
