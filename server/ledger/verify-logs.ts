import type { KeyObject } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Tx } from '../db/db.ts';
import { rowsOf } from '../db/sql.ts';
import { Breach } from './breach.ts';
import { faultOfLogs, logSigner, readLogs, type LogSigner } from './identity.ts';

/**
 * The signers of the ledger's logs by number, made from the configured key. Throws `Breach` where the
 * database names another key, where a log is missing or its key did not sign its beginning, and
 * where a checkpoint is outside its log.
 */
export async function checkLogs(reader: Tx, key: KeyObject): Promise<Map<number, LogSigner>> {
  const logs = await readLogs(reader);
  const fault = faultOfLogs(logs, key);
  if (fault !== null) throw new Breach(fault);
  const [stray] = rowsOf<{ size: string; log: number }>(
    await reader.execute(sql`
      SELECT checkpoint.size::text AS size, log FROM checkpoint
      LEFT JOIN log_identity own ON own.id = log
      LEFT JOIN log_identity following ON following.id = log + 1
      WHERE own.id IS NULL OR checkpoint.size < own.from_size OR checkpoint.size > following.from_size
      ORDER BY 1 LIMIT 1`),
  );
  if (stray)
    throw new Breach(`the checkpoint of size ${stray.size} is outside its log ${stray.log}`);
  return new Map(logs.map((row) => [row.id, logSigner(row, key)]));
}
