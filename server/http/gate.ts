import type { FastifyInstance } from 'fastify';

/** Longer than any answer takes to make. One that a slow reader still reads may be cut off. */
const LEAVE_WITHIN_MS = 5_000;

export type Gate = ReturnType<typeof registerGate>;

export function registerGate(app: FastifyInstance) {
  let inside = 0;
  let closed: Promise<void> | null = null;
  let left: (() => void) | null = null;
  app.addHook('preHandler', (_request, { raw }, done) => {
    const enter = (): void => {
      // A request that hung up while waiting will not leave either.
      if (!raw.closed) {
        inside += 1;
        raw.once('close', () => {
          inside -= 1;
          left?.();
        });
      }
      done();
    };
    if (closed === null) enter();
    else void closed.then(enter);
  });
  return {
    /** Waits until no request is inside; others wait until `work` ends. */
    async alone(work: () => Promise<void>): Promise<void> {
      const opening = Promise.withResolvers<void>();
      closed = opening.promise;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LEAVE_WITHIN_MS);
        left = () => {
          if (inside > 0) return;
          clearTimeout(timer);
          resolve();
        };
        left();
      });
      try {
        await work();
      } finally {
        closed = null;
        opening.resolve();
      }
    },
  };
}
