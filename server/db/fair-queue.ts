import { currentRequest } from './request-context.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';

export type FairQueue = ReturnType<typeof createFairQueue>;

interface Waiting {
  start: () => void;
  refuse: () => void;
}

/** One network's share while another one waits. */
const shareOf = (all: number): number => Math.max(1, Math.floor(all / 4));

const busy = (): DomainError => new DomainError('busy', say().http.busy);

/** By network, in the order of their next turns. */
function createQueue(most: number) {
  const lines = new Map<string, Waiting[]>();
  let length = 0;
  const take = (network: string, index: number): Waiting | undefined => {
    const line = lines.get(network) ?? [];
    const [taken] = line.splice(index, 1);
    if (taken) length -= 1;
    if (line.length === 0) lines.delete(network);
    return taken;
  };
  const cut = (network: string, to: number): void => {
    while ((lines.get(network)?.length ?? 0) > to) take(network, -1)?.refuse();
  };
  return {
    lines,
    length: () => length,
    /** The network goes behind all others. */
    shift: (network: string): Waiting | undefined => {
      const first = take(network, 0);
      const rest = lines.get(network);
      lines.delete(network);
      if (rest) lines.set(network, rest);
      return first;
    },
    push: (network: string, waiting: Waiting): void => {
      const line = lines.get(network) ?? [];
      line.push(waiting);
      lines.set(network, line);
      length += 1;
      if (lines.size > 1) for (const each of lines.keys()) cut(each, shareOf(most));
      if (length <= most) return;
      const [whose, longest] = [...lines].reduce((a, b) => (b[1].length > a[1].length ? b : a));
      cut(whose, longest.length - 1);
    },
    remove: (network: string, waiting: Waiting): boolean => {
      const index = lines.get(network)?.indexOf(waiting) ?? -1;
      return index >= 0 && take(network, index) !== undefined;
    },
  };
}

/** So many works at once, so many waiting, others refused. While several networks wait, each has at most a quarter. */
export function createFairQueue(atOnce: number, most: number) {
  const queue = createQueue(most);
  const running = new Map<string, number>();
  let free = atOnce;

  const startNext = (): void => {
    for (const network of queue.lines.keys()) {
      if (free === 0) return;
      const has = running.get(network) ?? 0;
      if (queue.lines.size > 1 && has >= shareOf(atOnce)) continue;
      free -= 1;
      running.set(network, has + 1);
      queue.shift(network)?.start();
    }
  };
  const leave = (network: string): void => {
    free += 1;
    const left = running.get(network)! - 1;
    if (left === 0) running.delete(network);
    else running.set(network, left);
    startNext();
  };
  const enter = (network: string, withinMs: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const refuse = (): void => {
        clearTimeout(timer);
        reject(busy());
      };
      const start = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const waiting = { start, refuse };
      const giveUp = (): void => void (queue.remove(network, waiting) && refuse());
      const timer = withinMs < Infinity ? setTimeout(giveUp, withinMs) : undefined;
      queue.push(network, waiting);
      startNext();
    });
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const asking = currentRequest();
    const network = asking?.network ?? '';
    const since = performance.now();
    await enter(network, asking?.leftMs ?? Infinity);
    if (asking) asking.leftMs -= performance.now() - since;
    try {
      return await work();
    } finally {
      leave(network);
    }
  };
  return Object.assign(inTurn, { waiting: queue.length });
}
