import type { Context } from '../context.ts';
import { deliverDue, type CountFailure, type MailLog } from './delivery.ts';
import { sweep } from './sweep.ts';
import { openTransport } from './transport.ts';
import { noticeAdmins } from './waiting.ts';

/** Sends the mail that use cases have queued. */
export interface Postman {
  /** Sends all that is due now, and returns when it is sent or put off; never fails. */
  deliver: () => Promise<void>;
  /** Looks for mail each second from now on, and now and then for what else time brings. */
  start: () => void;
  /** Runs `work` while the postman leaves the database alone. */
  aside: (work: () => Promise<void>) => Promise<void>;
  stop: () => Promise<void>;
}

const EACH_MS = 1_000;
const NOTICE_EACH_MS = 60_000;
const SWEEP_EACH_MS = 3_600_000;

/** What is under way at a stop is cut off after it, and tried again by the next start. */
const STOP_WITHIN_MS = 5_000;

/** Runs `work` when first asked, and then at most once in `ms`. */
function atMostEach(ms: number, work: () => Promise<void>): () => Promise<void> {
  let last = -Infinity;
  return async () => {
    if (performance.now() - last < ms) return;
    last = performance.now();
    await work();
  };
}

/** On each replica one: delivery.ts argues why they do not get in each other's way. */
export function createPostman(
  ctx: Context,
  log: MailLog,
  failed: CountFailure = () => {},
): Postman {
  const transport = openTransport(ctx.config, log);
  const stopping = new AbortController();
  let isResting = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const logged = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.warn({ err: error }, 'the mail could not be looked after');
    }
  };
  const deliver = (): Promise<void> =>
    logged(() =>
      deliverDue(ctx, log, transport, {
        isResting: () => isResting,
        stopped: stopping.signal,
        failed,
      }),
    );
  const notice = atMostEach(NOTICE_EACH_MS, () => noticeAdmins(ctx));
  const tidy = atMostEach(SWEEP_EACH_MS, () => sweep(ctx));
  const turn = async (): Promise<void> => {
    if (isResting) return;
    await logged(notice);
    await logged(tidy);
    await deliver();
  };
  const next = (): void => {
    running = turn().finally(() => {
      if (!stopping.signal.aborted) timer = setTimeout(next, EACH_MS).unref();
    });
  };
  return {
    deliver,
    start: next,
    async aside(work) {
      isResting = true;
      try {
        await running;
        await work();
      } finally {
        isResting = false;
      }
    },
    async stop() {
      isResting = true;
      const cutOff = setTimeout(() => stopping.abort(), STOP_WITHIN_MS).unref();
      await running;
      clearTimeout(cutOff);
      stopping.abort();
      clearTimeout(timer);
      transport.close();
    },
  };
}
