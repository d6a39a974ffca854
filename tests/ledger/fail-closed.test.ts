import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { verifyAll } from '../../server/maintenance/verify.ts';
import type { Config } from '../../server/config.ts';
import { newWatch } from '../../server/domain/log-watch.ts';
import { openContext } from '../../server/open-context.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';

let app: TestApp;
let ada: string;

beforeEach(async () => {
  app = await startApp();
  ada = await publishedSignatory(app);
  await app.publicCache.refresh();
  await fundingPledge(app, ada);
  await app.publicCache.refresh();
});
afterEach(() => app.close());

/** Changes the database as somebody with every right might, triggers and all. */
const tamper = (sql: string) =>
  app.database!.asOwner(`SET session_replication_role = replica; ${sql}`);
const file = () => join(app.ctx.config.dataDir, 'last-checkpoint');
const verdict = (config: Partial<Config> = {}, checkpoint?: string) =>
  verifyAll({ ...app.ctx, config: { ...app.ctx.config, ...config } }, MACHINE, [], { checkpoint });
const breach = (text: RegExp) => ({ holds: false, breach: expect.stringMatching(text) });
const start = (config: Partial<Config> = {}) =>
  openContext({ ...app.ctx.config, ...config }).then(({ close }) => close());

/** The tail of the ledger, as far as it is of one pledge, with all that speaks of it. */
const CUT = `DELETE FROM entry_name WHERE seq > 1; DELETE FROM movement; DELETE FROM evidence;
  DELETE FROM ledger_entry WHERE seq > 1; UPDATE ledger_head SET size = 2;
  DELETE FROM checkpoint WHERE size > 2; DELETE FROM pledge; DELETE FROM standing; DELETE FROM giver_sum;
  DELETE FROM outstanding_part`;
const UNSEALED = 'DELETE FROM seal; DELETE FROM row_state; DELETE FROM row_salt';
const OTHER_KEY = { ledgerSeed: Buffer.alloc(32, 9) };

describe('verify does not say that the ledger holds', () => {
  test('when the database has less than last-checkpoint names', async () => {
    await tamper(`${CUT}; ${UNSEALED}`);
    expect(await verdict()).toMatchObject(breach(/last-checkpoint: a checkpoint of 4 entries was/));
    await expect(start()).rejects.toThrow(
      /last-checkpoint: a checkpoint of \d+ entries was shown, and the database does not hold it/,
    );
  });

  test('when all checkpoints were deleted', async () => {
    await tamper('DELETE FROM checkpoint');
    expect(await verdict()).toMatchObject(breach(/^seal \d+: the changes that it covers, or/));
    await expect(start()).rejects.toThrow('does not hold it');
  });

  test('when entries are signed by no checkpoint', async () => {
    await fundingPledge(app, ada);
    expect(await verdict()).toMatchObject(breach(/no checkpoint signs the entries from \d+ on/));
    await app.publicCache.refresh();
    expect(await verdict()).toMatchObject({ holds: true });
  });

  test('of a movement whose row is gone, which no checkpoint signs', async () => {
    const before = app.publicCache.current()!.size;
    await fundingPledge(app, ada);
    await tamper(`DELETE FROM movement WHERE seq >= ${before}`);
    await expect(app.publicCache.refresh()).rejects.toThrow('has an entry without a row');
    expect(app.publicCache.current()!.size).toBe(before);
  });

  test('under another key, whatever the database says of it', async () => {
    expect(await verdict(OTHER_KEY)).toMatchObject(breach(/the configured key is not the one/));
  });

  test('when DATA_DIR has nothing to compare it with', async () => {
    const note = await readFile(file(), 'utf8');
    await rm(file());
    expect(await verdict()).toMatchObject(breach(/DATA_DIR has no last-checkpoint/));
    expect(await verdict({}, note)).toMatchObject({ holds: true });
  });

  test('when a checkpoint that was kept elsewhere is not in it', async () => {
    const kept = (await app.request('/log/checkpoint', { token: false })).body as string;
    expect(await verdict({}, kept)).toMatchObject({ holds: true });
    expect(await verdict({}, kept.replace(/\d+/, '9'))).toMatchObject(
      breach(/checkpoint: holds no checkpoint that the key of this ledger signed/),
    );
    await rm(file());
    await tamper(`${CUT}; ${UNSEALED}`);
    expect(await verdict({}, kept)).toMatchObject(breach(/^checkpoint: a checkpoint of 4 entries/));
  });

  test('over HTTP, for a checkpoint that was kept elsewhere', async () => {
    const ask = async (checkpoint: string) =>
      (await app.request('/api/v1/admin/verify', { body: { checkpoint } })).body;
    const kept = (await app.request('/log/checkpoint', { token: false })).body as string;
    expect(await ask(kept)).toMatchObject({ holds: true });
    expect(await ask('nonsense')).toMatchObject(breach(/holds no checkpoint/));
  });
});

describe('a server does not start', () => {
  test.each([
    ['an empty last-checkpoint', () => writeFile(file(), ''), 'is empty'],
    ['a damaged one', () => writeFile(file(), 'nonsense\n'), 'holds no checkpoint that the key'],
    [
      'one of another ledger',
      async () => {
        const other = await startApp({ env: { BASE_URL: 'https://other.example' } });
        await other.publicCache.refresh();
        await writeFile(file(), await readFile(join(other.ctx.config.dataDir, 'last-checkpoint')));
        await other.close();
      },
      'holds no checkpoint that the key',
    ],
    [
      'one that cannot be read',
      async () => {
        await rm(file());
        await mkdir(file());
      },
      "can't be read",
    ],
  ])('with %s', async (_what, change, why) => {
    await change();
    await expect(start()).rejects.toThrow(why);
    await rm(file(), { recursive: true });
  });

  test('with another key, after somebody cut the ledger and removed its name', async () => {
    const kept = await readFile(file(), 'utf8');
    await tamper(`${CUT}; DELETE FROM checkpoint; DELETE FROM log_identity`);
    await expect(start(OTHER_KEY)).rejects.toThrow('no longer says which log they are in');
    expect(await readFile(file(), 'utf8')).toBe(kept);
  });

  test('with another key, on a database that was emptied', async () => {
    await tamper(`DELETE FROM entry_name; DELETE FROM movement; DELETE FROM ledger_entry;
      UPDATE ledger_head SET size = 0; DELETE FROM checkpoint; DELETE FROM log_identity`);
    await expect(start(OTHER_KEY)).rejects.toThrow('last-checkpoint: is of another ledger');
    await expect(start()).rejects.toThrow('last-checkpoint: is of another ledger');
  });
});

test('a DATA_DIR that cannot be written makes no writes ready', async () => {
  const ready = async () => (await app.request('/readyz/writes', { token: false })).status;
  const { dataDir } = app.ctx.config;
  expect(await ready()).toBe(200);
  await rename(dataDir, `${dataDir}.away`);
  await writeFile(dataDir, '');
  await fundingPledge(app, ada);
  await app.publicCache.refresh();
  expect(await ready()).toBe(503);
  // The server may make the folder anew in between.
  await vi.waitFor(async () => {
    await rm(dataDir, { recursive: true, force: true });
    await rename(`${dataDir}.away`, dataDir);
  });
  await app.publicCache.refresh();
  expect(await ready()).toBe(200);
});

test('the first sealing goes on where a kill has stopped it', async () => {
  await tamper(UNSEALED);
  await rm(file());
  const [first] = await app.database!.asOwner('SELECT state_before_seals(3) AS stated');
  expect(first!['stated']).toBe(3);
  await app.database!.asOwner('SET session_replication_role = DEFAULT');
  await start();
  // As after a restart.
  app.ctx.log = newWatch();
  await app.publicCache.refresh();
  expect(await verdict()).toMatchObject({ holds: true });
  await expect(app.database!.asOwner('SELECT state_before_seals(3)')).rejects.toThrow(
    'sealed already',
  );
});

test('last-checkpoint names the newest checkpoint and the newest seal', async () => {
  const [seal] = await app.database!.asOwner('SELECT n, note FROM seal ORDER BY n DESC LIMIT 1');
  const note = (await app.request('/log/checkpoint', { token: false })).body as string;
  expect(await readFile(file(), 'utf8')).toBe(`${note}\n${String(seal!['note'])}`);
});
