import { Worker } from 'node:worker_threads';
import type { Context } from '../context.ts';
import { received, type SentError, threadFile } from '../db/threads.ts';
import type { Progress } from '../import/job.ts';
import { runJob, type Job } from './jobs.ts';

/** What can be sent to a job's thread; it makes the rest of its context. */
export interface ThreadGiven {
  job: Job;
  config: Context['config'];
  log: Context['log'];
  clockOffsetMs: number;
}

export type ThreadSays =
  | { progress: Parameters<Progress> }
  | { result: unknown }
  | { error: SentError };

/** Runs a job: on Postgres here, on the trial in a thread, because the server must answer meanwhile. */
export async function runBeside(ctx: Context, job: Job, progress: Progress): Promise<unknown> {
  if (ctx.connect === null) return runJob(ctx, job, progress);
  const port = await ctx.connect();
  const { config, log } = ctx;
  const clockOffsetMs = ctx.now().getTime() - Date.now();
  const given: ThreadGiven = { job, config, log, clockOffsetMs };
  const worker = new Worker(threadFile('maintenance/job-thread-worker'), {
    workerData: { ...given, port },
    transferList: [port],
  });
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', (says: ThreadSays) => {
        if ('progress' in says) progress(...says.progress);
        else if ('error' in says) reject(received(says.error));
        else resolve(says.result);
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the thread of a job has ended')));
    });
  } finally {
    await worker.terminate();
    ctx.appended();
  }
}
