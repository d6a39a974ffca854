import { execFileSync } from 'node:child_process';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { test } from 'vitest';
import { NOW } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import type { TestDatabase } from '../support/database.ts';
import { stripeEnv } from '../support/pay.ts';
import { usePostgresPrograms } from '../support/postgres.ts';
import { startMailApp } from '../support/sign-up.ts';
import { startFakeStripe } from '../support/stripe/fake.ts';
import { FILE, pledgeAll } from './core.ts';
import { adminAll } from './desk.ts';
import { DUMPS, HEAD } from './dump.ts';
import { meterAll } from './hours.ts';
import { payAll } from './money.ts';
import { signAll } from './people.ts';

const MOST_BYTES = 64 * 2 ** 20;

/** The commit that is checked out; without it nothing is written. */
const STATE = process.env['UPGRADE_STATE'];

test.runIf(STATE)('writes the dump of what a commit leaves', async () => {
  const clock = { now: NOW };
  const stripe = await startFakeStripe({ clock });
  const app = await startMailApp({ clock, initiative: FILE, env: stripeEnv(stripe) });
  // A checkpoint for each part, and not for each append: a smaller file.
  app.ctx.appended = () => {};
  // People come last: their mails stay unsent.
  const parts = [pledgeAll, adminAll, meterAll, () => payAll(app, stripe), signAll];
  for (const part of parts) {
    await part(app);
    await checkLedger(app);
  }
  const file = (ending: string) => join(DUMPS, `${STATE!}.${ending}`);
  await writeFile(file('sql.gz'), gzipSync(await dumpOf(app.database!), { level: 9 }));
  await copyFile(join(app.ctx.config.dataDir, 'last-checkpoint'), file('checkpoint'));
  await warnOfEmptyTables(app.database!);
  await app.close();
  await stripe.close();
});

async function dumpOf({ ownerUrl }: TestDatabase): Promise<string> {
  await usePostgresPrograms();
  const what = ['--no-owner', '--rows-per-insert=100', ownerUrl];
  const dump = execFileSync('pg_dump', what, { encoding: 'utf8', maxBuffer: MOST_BYTES })
    // Settings of the session that loads it, commands of psql, and remarks.
    .replaceAll(/^(SET |SELECT pg_catalog\.set_config|\\(un)?restrict |--).*\n/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n');
  return `${HEAD}${dump.trim()}\n`;
}

async function warnOfEmptyTables({ asOwner }: TestDatabase): Promise<void> {
  const tables = await asOwner(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
  for (const { tablename } of tables) {
    const rows = await asOwner(`SELECT FROM "${String(tablename)}" LIMIT 1`);
    if (rows.length === 0) console.warn(`muster: ${String(tablename)} is empty in the dump`);
  }
}
