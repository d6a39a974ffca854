import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { parse } from '../http/parse.ts';
import { importFile } from '../import/import.ts';
import type { ImportContext, ImportOptions, Progress } from '../import/job.ts';
import { acknowledgement } from '../ledger/acks.ts';
import { verifyAll, verifyInput } from './verify.ts';
import { Worker } from 'node:worker_threads';
import type { Context } from '../context.ts';
import { unpackError, type SentError, threadFile } from '../db/threads.ts';

const SIGNED_WITHIN_MS = 3_000;

export type Job = {
  actor: Actor;
  body: Uint8Array;
} & ({ name: 'import'; how: Omit<ImportOptions, 'progress'> } | { name: 'verify' });

export type JobContext = ImportContext & Pick<Context, 'config'>;

export async function runJob(ctx: JobContext, job: Job, progress: Progress): Promise<unknown> {
  const json = parseJson(job.body);
  if (job.name === 'import') return importFile(ctx, job.actor, json, { progress, ...job.how });
  const { acks = [], checkpoint } = parse(
    verifyInput.extend({ acks: z.array(z.unknown()).optional() }),
    json ?? {},
  );
  // One by one: a list of millions of wrong ones would not fit into memory.
  const known = acks.map((ack, index) => parse(acknowledgement, ack, ['acks', index]));
  return verifyAll(ctx, job.actor, known, { checkpoint, waitMs: SIGNED_WITHIN_MS });
}

function parseJson(body: Uint8Array): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch (error) {
    throw new DomainError('malformed-json', say().http.notJson((error as Error).message));
  }
}

/** The thread makes the rest of its context. */
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

/** On the trial in a thread, because the server must answer meanwhile. */
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
        else if ('error' in says) reject(unpackError(says.error));
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
