import { createHash, randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { requireRight, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import * as tables from '../db/compute.ts';
import type { Db } from '../db/db.ts';
import { fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import type { Found, JobPart, ReadJobs } from './job.ts';
import { linesOf } from './lines.ts';
import { findMetered } from './metered-pledge.ts';
import { readJobs } from './recognise.ts';
import type { MeteringInput } from './schemas.ts';

const KEPT_MS = 24 * 3_600_000;
const PARTS_PER_BLOCK = 20_000;

/** Each block is its own statement, so a slow file holds no transaction. */
export async function readMetering(
  ctx: Context,
  actor: Actor,
  ref: string,
  { models, ...how }: MeteringInput,
  file: AsyncIterable<Uint8Array>,
): Promise<string> {
  requireRight(actor, 'record');
  const { row } = await findMetered(ctx.db, ref);
  await sweep(ctx);
  const id = uuidv7();
  await ctx.db.insert(tables.metering).values({
    id,
    pledgeId: row.id,
    cluster: how.cluster,
    models,
    createdAt: ctx.now(),
  });
  const hash = createHash('sha256');
  const found = await stage(ctx.db, id, readJobs(linesOf(file, hash), how));
  await ctx.db
    .update(tables.metering)
    .set({
      zone: found.usesZone ? (how.zone ?? null) : null,
      rawIds: found.hasRawIds,
      counts: found.counts,
      sha256: hash.digest(),
    })
    .where(eq(tables.metering.id, id));
  return id;
}

/** Postgres keeps one block while the next one is read. */
async function stage(db: Db, id: string, reading: ReturnType<ReadJobs>): Promise<Found> {
  let parts: JobPart[] = [];
  let keeping: Promise<unknown> = Promise.resolve();
  try {
    for (;;) {
      const next = await reading.next();
      if (!next.done) for (const part of next.value) parts.push(part);
      if (parts.length >= PARTS_PER_BLOCK || (next.done && parts.length > 0)) {
        await keeping;
        keeping = keepBlock(db, id, parts);
        keeping.catch(() => {});
        parts = [];
      }
      if (next.done) return next.value;
    }
  } finally {
    await keeping;
  }
}

/** Async, because drizzle sends a statement each time that someone waits for it. */
async function keepBlock(db: Db, id: string, parts: readonly JobPart[]): Promise<void> {
  await db.execute(sql`
    INSERT INTO metering_block (metering_id, jobs, starts, seconds, gpus, types, running)
    VALUES (${id}, ${texts(parts.map(({ job }) => job))}::text[],
      ${numbers(parts.map(({ startedAt }) => startedAt))}::bigint[],
      ${numbers(parts.map(({ seconds }) => seconds))}::integer[],
      ${numbers(parts.map(({ gpus }) => gpus))}::integer[],
      ${texts(parts.map(({ type }) => type))}::text[],
      ${numbers(parts.map(({ isRunning }) => isRunning))}::boolean[])`);
}

/** Arrays as Postgres reads them: node-postgres writes each element by itself, which takes longer than all else. */
const numbers = (list: readonly (number | boolean)[]): string => `{${list.join(',')}}`;

/** Neither ids nor types have quotes or backslashes (sacct.ts, slurm-text.ts, recognise.ts). */
const texts = (list: readonly string[]): string => `{"${list.join('","')}"}`;

/** Files that somebody looks at or records are locked, and stay. */
const sweep = ({ db, now }: Context): Promise<unknown> =>
  db.execute(sql`
    WITH old AS (
        SELECT id FROM metering
        WHERE batch IS NULL AND created_at < ${new Date(now().getTime() - KEPT_MS).toISOString()}::timestamptz
        FOR UPDATE SKIP LOCKED),
      block AS (DELETE FROM metering_block WHERE metering_id IN (SELECT id FROM old))
    DELETE FROM metering WHERE id IN (SELECT id FROM old)`);

const MAX_MIB = 512;
export const MAX_FILE_BYTES = MAX_MIB * 2 ** 20;

/** The file has no name, so it is gone however the process ends. Throws `invalid-input` over 512 MiB. */
export async function spool(sent: AsyncIterable<Uint8Array>): Promise<FileHandle> {
  const path = join(tmpdir(), `muster-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    let bytes = 0;
    for await (const chunk of sent) {
      bytes += chunk.length;
      if (bytes > MAX_FILE_BYTES) throw fieldError('file', say().compute.overMib(MAX_MIB));
      await handle.writeFile(chunk);
    }
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

export const bytesOf = (handle: FileHandle): AsyncIterable<Uint8Array> =>
  handle.createReadStream({ start: 0, autoClose: false });
