/**
 * Loads several servers in turn, a slice of time each, round after round, so that what else the
 * machine does meets them alike. On each connection the next request goes out when the answer
 * before it is whole. Tells its parent how many a second were answered, by server and slice.
 *
 * Answers are counted by their length, which is the same for all: parsing them would cost more than
 * a server's work on a request does, and the generator would be what is measured.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

export interface LoadOrder {
  targets: {
    port: number;
    /** The bytes of the request. */
    request: string;
    /** The bytes of an answer, head and body. */
    answerLength: number;
  }[];
  connections: number;
  rounds: number;
  sliceMs: number;
  /** Rounds before those that count. */
  warmUps: number;
}

/** Nobody reads what arrives, so all connections share its place. */
const buffer = Buffer.allocUnsafe(64 * 1024);

function openServer({ port, request: text, answerLength }: LoadOrder['targets'][number]) {
  const request = Buffer.from(text);
  const sockets: Socket[] = [];
  let answers = 0;
  let waiting = 0;
  let isOn = false;
  let drained: (() => void) | undefined;
  const ask = (socket: Socket): void => {
    waiting++;
    socket.write(request);
  };
  const open = async (): Promise<void> => {
    let missing = answerLength;
    const onAnswer = (socket: Socket): void => {
      answers++;
      waiting--;
      missing = answerLength;
      if (isOn) ask(socket);
      else if (waiting === 0) drained?.();
    };
    const callback = (length: number): boolean => {
      missing -= length;
      if (missing < 0) throw new Error('an answer is longer than the others');
      if (missing === 0) onAnswer(socket);
      return true;
    };
    const socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: { buffer, callback },
    });
    socket.on('close', () => {
      throw new Error('the server closed a connection');
    });
    await once(socket, 'connect');
    sockets.push(socket);
  };
  /** Answers a second; no request is left open after it. */
  const slice = async (ms: number): Promise<number> => {
    answers = 0;
    isOn = true;
    const start = performance.now();
    for (const socket of sockets) ask(socket);
    await sleep(ms);
    isOn = false;
    await new Promise<void>((resolve) => (drained = resolve));
    return (answers / (performance.now() - start)) * 1000;
  };
  return { open, slice };
}

const [order] = (await once(process, 'message')) as [LoadOrder];
const servers = order.targets.map((target) => openServer(target));
for (const { open } of servers) {
  await Promise.all(Array.from({ length: order.connections }, open));
}
const rates: number[][] = servers.map(() => []);
for (let round = -order.warmUps; round < order.rounds; round++) {
  for (const [index, { slice }] of servers.entries()) {
    const rate = await slice(order.sliceMs);
    if (round >= 0) rates[index]!.push(rate);
  }
}
process.send!(rates, () => process.exit());
