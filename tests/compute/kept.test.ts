import { randomUUID } from 'node:crypto';
import { readdirSync, readlinkSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';
import { formOf } from '../support/desk-forms.ts';
import { aPledge, meterOf } from './meter.ts';
import { fileOf, row } from './sacct.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const later = (hours: number): void => {
  app.clock.now = new Date(app.clock.now.getTime() + hours * 3_600_000);
};

describe('a file that was read', () => {
  test('has each row once until it is recorded', async () => {
    const cy = await meterOf(app);
    const { id } = await cy.read(fileOf(row({ id: '1' }), row({ id: '2' })));
    const kept = await app.database!.asOwner(
      `SELECT jobs FROM metering_block WHERE metering_id = '${id}'`,
    );
    expect(kept).toEqual([{ jobs: ['1', '2'] }]);
  });

  test('is forgotten after a day, if nobody has recorded it', async () => {
    const cy = await meterOf(app);
    const { id } = await cy.read(fileOf(row()));
    const recorded = await cy.meter(fileOf(row({ id: '7' })));
    later(25);
    await cy.read(fileOf(row({ id: '8' })));
    expect((await app.request(`/api/v1/admin/metering/${id}`)).status).toBe(404);
    expect((await cy.record(id)).status).toBe(404);
    expect((await cy.record(recorded.id)).status).toBe(409);
    const left = await app.database!.asOwner(
      `SELECT FROM metering_block WHERE metering_id = '${id}'`,
    );
    expect(left).toEqual([]);
  });

  test('is known by its jobs, though another is read while it is recorded a day later', async () => {
    const [cy, bo] = [await meterOf(app), await meterOf(app)];
    const file = fileOf(row({ id: '1' }), row({ id: '2' }));
    const { id, seen } = await cy.read(file);
    later(25);
    const owner = new pg.Client({ connectionString: app.database!.ownerUrl });
    await owner.connect();
    await owner.query('BEGIN');
    await owner.query(`SELECT FROM pledge WHERE ref = '${cy.ref}' FOR UPDATE`);
    const recording = cy.record(id, { seen });
    // Postgres shows the first 1,024 characters of a statement.
    await expect.poll(() => app.database!.waiting('%"pledge"%')).toBe(1);
    const reading = bo.send(fileOf(row({ id: '9' })));
    const staged = () =>
      app.database!.asOwner(
        `SELECT FROM metering JOIN pledge ON pledge.id = pledge_id
         WHERE ref = '${bo.ref}' AND sha256 IS NOT NULL`,
      );
    await expect.poll(staged).toHaveLength(1);
    await owner.query('COMMIT');
    await owner.end();
    expect([(await recording).status, (await reading).status]).toEqual([201, 201]);
    expect((await cy.read(file)).counted.gpuSeconds).toBe('0');
  });
});

test('what was recorded, or taken back, is answered again as it was', async () => {
  const kept = await meterOf(app, { measuredBy: 'reservation' });
  const { id, seen } = await kept.read(fileOf(row()));
  const keys = [randomUUID(), randomUUID()] as const;
  const record = () => kept.record(id, { seen }, keys[0]);
  const takeBack = (reason = 'another file') =>
    app.request(`/api/v1/admin/metering/${id}/take-back`, { body: { reason }, key: keys[1] });
  const [recorded, takenBack] = [await record(), await takeBack()];
  expect([recorded.status, takenBack.status]).toEqual([201, 201]);
  expect((await takeBack()).body).toEqual(takenBack.body);
  expect((await record()).body).toEqual(recorded.body);
  expect((await takeBack('another reason')).status).toBe(422);
});

const FDS = '/proc/self/fd';
/** Files without a name that this process has open. */
const spooled = (): number =>
  readdirSync(FDS).filter((fd) => {
    try {
      return /muster-.*deleted/.test(readlinkSync(`${FDS}/${fd}`));
    } catch {
      return false;
    }
  }).length;

test.runIf(process.platform === 'linux')(
  'the file of a sender who has gone is closed',
  async () => {
    const cy = await atDesk(app, 'operator');
    const path = `/admin/pledges/${await aPledge(app)}/metering`;
    const { page } = await cy.get(path);
    const form = new FormData();
    const said = { ...formOf(page, path), cluster: 'saga-gone', zone: 'UTC', gpu: 'a100=A100' };
    for (const [name, value] of Object.entries(said)) form.set(name, value);
    const jobs = Array.from({ length: 30_000 }, (_, nth) => row({ id: String(1_000 + nth) }));
    form.set('file', new Blob([fileOf(...jobs)]), 'sacct.txt');
    const sent = new Request(app.url + path, { method: 'POST', body: form });
    const body = Buffer.from(await sent.arrayBuffer());
    const headers = {
      ...cy.cookie,
      'content-type': sent.headers.get('content-type')!,
      'content-length': body.length,
      'sec-fetch-site': 'same-origin',
      accept: 'text/html',
    };
    const request = httpRequest(app.url + path, { method: 'POST', headers });
    request.on('error', () => {});
    request.end(body);
    await expect.poll(spooled, { interval: 5 }).toBe(1);
    const isStaged = () =>
      app.database!.asOwner(`SELECT FROM metering WHERE cluster = 'saga-gone'`);
    await expect.poll(isStaged, { interval: 5 }).toHaveLength(1);
    request.destroy();
    await expect.poll(spooled).toBe(0);
  },
);
