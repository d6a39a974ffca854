import { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { parse } from '../http/parse.ts';
import { importFile } from '../import/import.ts';
import type { ImportContext, Progress } from '../import/job.ts';
import { acknowledgement } from '../ledger/acks.ts';
import { verifyAll, verifyInput } from './verify.ts';

const SIGNED_WITHIN_MS = 3_000;

/** Work that keeps a processor busy for long, for another thread. */
export type Job = {
  actor: Actor;
  body: Uint8Array;
} & ({ name: 'import'; useOldRates: boolean } | { name: 'verify' });

export type JobContext = ImportContext & Pick<Context, 'config'>;

export async function runJob(ctx: JobContext, job: Job, progress: Progress): Promise<unknown> {
  const json = parseJson(job.body);
  if (job.name === 'import') {
    return importFile(ctx, job.actor, json, { progress, useOldRates: job.useOldRates });
  }
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
