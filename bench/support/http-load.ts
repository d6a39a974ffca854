import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { RecordedAnswer } from '../processes/bare-server.ts';
import type { LoadOrder } from '../processes/load.ts';
import type { SessionAnswer } from '../processes/stripe.ts';

const QUIET = '--disable-warning=ExperimentalWarning';
const CONNECTIONS = 64;
const ROUNDS = 48;
const SLICE_MS = 100;
const WARM_UPS = 12;
const SILENCE_MS = 200;

/** What node:http writes by itself. */
const OWN: ReadonlySet<string> = new Set(['date', 'connection', 'keep-alive']);

export interface Target {
  port: number;
  path: string;
  headers: Record<string, string>;
}

const start = (file: string): ChildProcess =>
  fork(join(import.meta.dirname, '../processes', file), { execArgv: [QUIET] });

async function reply<T>(
  child: ChildProcess,
  message: RecordedAnswer | LoadOrder | SessionAnswer,
): Promise<T> {
  child.send(message);
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`a process of the bench ended with ${String(code)}`);
  });
  const [answer] = (await Promise.race([once(child, 'message'), failed])) as [T];
  failed.catch(() => {});
  return answer;
}

/** One answer of a server, to the byte. */
export async function record({ port, path, headers }: Target): Promise<RecordedAnswer> {
  const request = httpRequest({ port, path, headers, host: 'localhost', agent: false }).end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const chunks = await response.toArray();
  const raw = response.rawHeaders;
  return {
    status: response.statusCode!,
    headers: raw.filter((_, index) => !OWN.has(raw[index - (index % 2)]!.toLowerCase())),
    bodyBase64: Buffer.concat(chunks as Buffer[]).toString('base64'),
  };
}

interface Process {
  port: number;
  stop: () => void;
}

async function listening(file: string, answer: RecordedAnswer | SessionAnswer): Promise<Process> {
  const child = start(file);
  const port = await reply<number>(child, answer);
  return { port, stop: () => void child.kill() };
}

/** A process that gives this answer to every request, by node:http and nothing else. */
export const startBare = (answer: RecordedAnswer): Promise<Process> =>
  listening('bare-server.ts', answer);

/** A process that stands for Stripe, and has each session that it is asked for. */
export const startSessions = (answer: SessionAnswer): Promise<Process> =>
  listening('stripe.ts', answer);

const bytesOf = ({ port, path, headers }: Target): string =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: localhost:${port}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n');

/** How long an answer is, head and body: all that comes until the connection is silent. */
export async function answerLength(target: Target): Promise<number> {
  const socket = connect({ port: target.port, host: '127.0.0.1' });
  socket.setTimeout(SILENCE_MS, () => socket.destroy());
  socket.write(bytesOf(target));
  let length = 0;
  socket.on('data', (chunk) => (length += chunk.length));
  await once(socket, 'close');
  return length;
}

/** Requests answered a second, by target and slice: their slices alternate. */
export async function requestsPerSecond(targets: Target[]): Promise<number[][]> {
  const lengths = await Promise.all(targets.map(answerLength));
  return reply<number[][]>(start('load.ts'), {
    targets: targets.map((target, index) => ({
      port: target.port,
      request: bytesOf(target),
      answerLength: lengths[index]!,
    })),
    connections: CONNECTIONS,
    rounds: ROUNDS,
    sliceMs: SLICE_MS,
    warmUps: WARM_UPS,
  });
}
