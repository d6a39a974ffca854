import { randomBytes } from 'node:crypto';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { connectEmbedded } from '../db/embedded-client.ts';
import { packError } from '../db/threads.ts';
import { type ThreadGiven, type ThreadSays, runJob, type JobContext } from './jobs.ts';

const { job, config, log, clockOffsetMs, port } = workerData as ThreadGiven & { port: MessagePort };
const say = (says: ThreadSays): void => parentPort!.postMessage(says);

const ctx: JobContext = {
  // A Buffer arrives as plain bytes.
  config: { ...config, ledgerSeed: config.ledgerSeed && Buffer.from(config.ledgerSeed) },
  db: connectEmbedded(port).db,
  now: () => new Date(Date.now() + clockOffsetMs),
  randomBytes,
  // The server is told when the job ends.
  appended: () => {},
  log,
};
try {
  say({ result: await runJob(ctx, job, (...progress) => say({ progress })) });
} catch (error) {
  say({ error: packError(error) });
}
