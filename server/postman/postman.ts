import type { Context } from '../context.ts';
import type { Log } from '../hourly.ts';
import { createDelivery, type CountFailure } from './delivery.ts';
import { sweep } from './sweep.ts';
import { openTransport } from './transport.ts';
import { noticeAdmins } from './waiting.ts';

const EACH_MS = 1_000;
const NOTICE_EACH_MS = 60_000;
const SWEEP_EACH_MS = 3_600_000;

/** Sends cut off by a stop are tried again by the next start. */
const STOP_WITHIN_MS = 5_000;

function atMostEach(ms: number, work: () => Promise<void>): () => Promise<void> {
  let last = -Infinity;
  return async () => {
    if (performance.now() - last < ms) return;
    last = performance.now();
    await work();
  };
}

export function createPostman(ctx: Context, log: Log, failed: CountFailure = () => {}) {
  const transport = openTransport(ctx.config, log);
  const stopping = new AbortController();
  let isResting = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const broken = (error: unknown): void =>
    log.warn({ err: error }, 'the mail could not be looked after');
  const logged = (work: () => Promise<void>): Promise<void> => work().catch(broken);
  const delivery = createDelivery(ctx, log, transport, {
    isResting: () => isResting,
    stopped: stopping.signal,
    failed,
    broken,
  });
  const notice = atMostEach(NOTICE_EACH_MS, () => noticeAdmins(ctx));
  const tidy = atMostEach(SWEEP_EACH_MS, () => sweep(ctx));
  const turn = async (): Promise<void> => {
    if (isResting) return;
    await logged(delivery.begin);
    await logged(notice);
    await logged(tidy);
  };
  const rest = async (): Promise<void> => {
    isResting = true;
    await running;
    await delivery.settled();
  };
  const next = (): void => {
    running = turn().finally(() => {
      if (!stopping.signal.aborted) timer = setTimeout(next, EACH_MS).unref();
    });
  };
  return {
    /** Never fails. */
    async deliver(): Promise<void> {
      await logged(delivery.begin);
      await delivery.settled();
    },
    start: next,
    /** Runs `work` while the postman leaves the database alone. */
    async aside(work: () => Promise<void>): Promise<void> {
      try {
        await rest();
        await work();
      } finally {
        isResting = false;
      }
    },
    async stop(): Promise<void> {
      const cutOff = setTimeout(() => stopping.abort(), STOP_WITHIN_MS).unref();
      await rest();
      clearTimeout(cutOff);
      stopping.abort();
      clearTimeout(timer);
      transport.close();
    },
  };
}
