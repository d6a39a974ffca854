import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { parse } from '../http/parse.ts';
import type { Capacity } from '../domain/capacity/capacity.ts';
import { send, servedBeside, type Served } from '../http/served.ts';
import { operation } from '../http/operation.ts';
import { capacityAnswer, capacityInput, type CapacityInput } from './capacity-answer.ts';
import { getCapacity } from './capacity-operation.ts';
import type { Rendered } from './public-cache.ts';

const CACHE_BYTES = 8 * 1024 * 1024;

/** Answers from memory, without a query; makes each answer once per checkpoint. `current` throws where nothing is loaded. */
export function registerCapacity(
  app: FastifyInstance,
  current: () => Pick<Rendered, 'capacity' | 'root'> & { version: string },
  childLoggerFactory: (logger: FastifyBaseLogger) => FastifyBaseLogger,
): void {
  const cache = new LRUCache<string, Served>({
    maxSize: CACHE_BYTES,
    sizeCalculation: ({ plain, gzip }) => plain.body.length + gzip.body.length,
  });
  /** One answer after another, so that other requests are answered in between. */
  let turns: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<Served>): Promise<Served> => {
    const own = turns.then(work);
    turns = own.catch(() => {});
    return own;
  };
  app.get(
    '/api/v1/capacity',
    { childLoggerFactory, ...operation(getCapacity) },
    async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      const asked = parse(capacityInput, request.query);
      const { capacity, root, version } = current();
      const input = withinCurve(capacity.capacity, asked);
      const key = JSON.stringify([root.toString('base64'), version, input]);
      const answer =
        cache.get(key) ??
        (await inTurn(
          async () =>
            cache.get(key) ??
            servedBeside(
              'application/json; charset=utf-8',
              JSON.stringify(capacityAnswer(capacity, input)),
            ),
        ));
      cache.set(key, answer);
      send(request, reply, answer);
    },
  );
}

/** Days before the curve or after it change nothing: they share one answer. */
function withinCurve({ steps }: Capacity, { from, to, ...rest }: CapacityInput): CapacityInput {
  const [first = '9999-12-31', last = ''] = [steps[0]?.on, steps.at(-1)?.on];
  return {
    ...rest,
    from: from !== undefined && from > first ? from : undefined,
    to: to !== undefined && to <= last ? to : undefined,
  };
}
