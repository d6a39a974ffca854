import { isNull, sql } from 'drizzle-orm';
import { MACHINE } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import { ConfigError } from '../config.ts';
import type { Context } from '../context.ts';
import { openOwner, ownerUrlOf } from '../db/client.ts';
import type { Tx } from '../db/db.ts';
import * as desk from '../db/desk.ts';
import * as tables from '../db/log.ts';
import * as schema from '../db/schema.ts';
import {
  advanceTo,
  checkReproduces,
  holdCheckpoints,
  newestCheckpoint,
} from '../ledger/checkpoint.ts';
import { ledgerKey, logSigner, readLogs, signedLog, type LogSigner } from '../ledger/identity.ts';
import {
  keepNewest,
  missingOfShown,
  parseShown,
  readLastCheckpoint,
} from '../ledger/last-checkpoint.ts';
import { holdSeals, makeSeal } from '../ledger/seal.ts';
import { queueMail } from '../mail/queue.ts';

export interface NewLog {
  origin: string;
  /** In the database; `lostSize` had been shown. */
  size: bigint;
  lostSize: bigint;
}

/**
 * Where the database lost entries that were shown: a new log, under a new name, with a checkpoint of what is left. It
 * holds up running servers' checkpoints and seals. Throws `ConfigError` where nothing was lost. Crash points: log,
 * checkpoint and emails are one transaction; the next start makes the seal and the file.
 */
export async function beginNewLog(ctx: Context, reason: string): Promise<NewLog> {
  const lostSize = await findLoss(ctx);
  const { signer, size } = await asOwner(ctx, async (tx) => {
    await holdCheckpoints(tx);
    await holdSeals(tx);
    const [head] = await tx.select().from(schema.ledgerHead).for('update');
    const last = await newestCheckpoint(tx);
    if (!last) throw new ConfigError('the database has no checkpoint: nothing can go on from it');
    checkReproduces(last, ctx.signer.verifierKey);
    const next = await insertLog(ctx, tx, { fromSize: head!.size, lostSize, reason });
    await advanceTo({ ...ctx, signer: next }, tx, last, head!.size);
    await audit(tx, ctx, MACHINE, { act: 'log.begin', object: next.name });
    await tellAdmins(ctx, tx, { origin: next.name, size: head!.size, lostSize, reason });
    return { signer: next, size: head!.size };
  });
  ctx.signer = signer;
  await makeSeal(ctx, true);
  await keepNewest(ctx.db, ctx.config.dataDir);
  return { origin: signer.name, size, lostSize };
}

/** The application may only begin the first log. Throws `ConfigError` if the login is not the owner. */
async function asOwner<T>({ db, config }: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  await using owner = config.databaseUrl === null ? null : await openOwner(ownerUrlOf(config));
  try {
    return await (owner?.db ?? db).transaction(async (tx) => {
      await tx.execute(sql`SET LOCAL ROLE NONE`);
      await tx.execute(sql`SET LOCAL muster.states = 'on'`);
      return work(tx);
    });
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: string };
    if (code !== '42501') throw error;
    throw new ConfigError('MIGRATE_DATABASE_URL: a new log is begun by the owner of the database', {
      cause: error,
    });
  }
}

async function findLoss({ db, config }: Context): Promise<bigint> {
  const kept = readLastCheckpoint(config.dataDir);
  if (!kept)
    throw new ConfigError(
      'DATA_DIR has no last-checkpoint, so nothing says that entries were lost',
    );
  const logs = await readLogs(db);
  const shown = parseShown(kept, logs);
  if ((await missingOfShown(db, shown, logs)) === null) {
    throw new ConfigError(
      `the database holds the checkpoint of ${shown.size} entries that ${kept.file} keeps: no new log is needed`,
    );
  }
  return shown.size;
}

async function insertLog(
  { signer, config, now }: Context,
  tx: Tx,
  row: { fromSize: bigint; lostSize: bigint; reason: string },
): Promise<LogSigner> {
  const [first] = await readLogs(tx);
  const id = signer.log + 1;
  const key = ledgerKey(config);
  const log = signedLog({ ...row, id, origin: `${first!.origin}/${id}`, begunAt: now() }, key);
  await tx.insert(tables.logIdentity).values(log);
  return logSigner(log, key);
}

async function tellAdmins(
  ctx: Context,
  tx: Tx,
  { size, lostSize, ...said }: NewLog & { reason: string },
): Promise<void> {
  const { email, removedAt } = desk.admin;
  const admins = await tx.select({ email }).from(desk.admin).where(isNull(removedAt));
  const addresses = new Set([...admins.map((one) => one.email), ctx.config.adminEmail]);
  for (const address of addresses) {
    if (address === null) continue;
    const mail = {
      kind: 'new-log',
      size: Number(size),
      lostSize: Number(lostSize),
      ...said,
    } as const;
    // oxlint-disable-next-line no-await-in-loop
    await queueMail(tx, ctx, address, mail);
  }
}
