import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as schema from '../../server/db/schema.ts';
import { progressOf, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { fundingPledge, move, publishedSignatory } from '../support/actors.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const DEE = { kind: 'person', name: 'Dee Example', email: 'Dee@Example.org', public: true };
const sign = (body: object, token?: false) =>
  app.request('/api/v1/signatories', { body, ...(token === false && { token }) });

describe('a signature', () => {
  test('by an admin with an address that is taken is told so', async () => {
    await sign({ ...DEE });
    expect(await sign({ ...DEE, email: 'dee@example.ORG' })).toMatchObject({
      status: 409,
      body: { errors: [{ field: 'email' }] },
    });
  });

  test('counts, and shows its name, once it is published; never its address', async () => {
    const before = (await progressOf(app)).signatories;
    await publishedSignatory(app, { name: 'Example University', kind: 'organisation' });
    expect((await progressOf(app)).signatories).toEqual({
      published: before.published + 1,
      organisations: before.organisations + 1,
    });
    const { body } = await app.request('/api/v1/signatories', { token: false });
    expect(body.signatories).toMatchObject([{ name: 'Example University', kind: 'organisation' }]);
    expect(JSON.stringify(body)).not.toContain('@');
  });

  test('that wants no name shown is counted only', async () => {
    const before = (await progressOf(app)).signatories.published;
    const { id } = (
      await sign({ ...DEE, name: 'Quiet Example', email: 'quiet@example.org', public: false })
    ).body;
    await app.request(`/api/v1/admin/signatories/${id}/publish`, { body: {} });
    expect((await progressOf(app)).signatories.published).toBe(before + 1);
    expect(JSON.stringify((await app.request('/api/v1/signatories')).body)).not.toContain('Quiet');
    expect((await app.request('/', { token: false })).body).not.toContain('Quiet');
  });

  test('is published once, also by two admins at the same moment', async () => {
    const { id } = (await sign({ ...DEE, email: 'twice@example.org' })).body;
    const publish = () => app.request(`/api/v1/admin/signatories/${id}/publish`, { body: {} });
    const replies = await Promise.all([publish(), publish()]);
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  });

  test('that is rejected after its publication leaves the count and the wall', async () => {
    const before = (await progressOf(app)).signatories.published;
    const id = await publishedSignatory(app, { name: 'Forged Example' });
    const rejected = await app.request(`/api/v1/admin/signatories/${id}/reject`, { body: {} });
    expect(rejected.status).toBe(201);
    expect((await progressOf(app)).signatories.published).toBe(before);
    expect(JSON.stringify((await app.request('/api/v1/signatories')).body)).not.toContain('Forged');
  });

  test('with a pledge that stands is not rejected; when nothing of it does, it is', async () => {
    const id = await publishedSignatory(app, { name: 'Eve Example' });
    const ref = await fundingPledge(app, id);
    const reject = () => app.request(`/api/v1/admin/signatories/${id}/reject`, { body: {} });
    expect((await reject()).status).toBe(409);
    await move(app, ref, 'lapse');
    expect((await reject()).status).toBe(201);
    const back = await move(app, ref, 'reinstate');
    expect([back.status, back.body.type]).toEqual([409, 'urn:muster:problem:conflict']);
    await publishedSignatory(app, { name: 'Bo Example' });
  });

  test('takes what waits of its pledges along when it is rejected', async () => {
    const { id } = (await sign({ ...DEE, email: 'along@example.org' })).body;
    const ref = await fundingPledge(app, id, { accept: false });
    const reject = (body: object) =>
      app.request(`/api/v1/admin/signatories/${id}/reject`, { body });
    expect((await reject({ reason: '' })).body.errors).toMatchObject([{ field: 'reason' }]);
    expect((await reject({ reason: 'Not you.' })).status).toBe(201);
    const csv = await app.request('/api/v1/admin/exports/pledges.csv?status=rejected');
    expect(csv.body).toMatch(new RegExp(`^${ref},.*Not you.`, 'm'));
    expect((await move(app, ref, 'accept')).body.detail).toBe(`Pledge ${ref} is already rejected.`);
  });

  test('is asked back only while it waits, and by mail only', async () => {
    const { id } = (await sign({ ...DEE, email: 'asked@example.org' })).body;
    const ask = (question: string) =>
      app.request(`/api/v1/admin/signatories/${id}/ask`, { body: { question } });
    expect((await ask('')).status).toBe(400);
    expect((await ask('Who?')).body.detail).toBe(
      'This address isn’t confirmed, so we can’t email the question.',
    );
    const isProved = { confirmedAt: app.clock.now };
    await app.ctx.db.update(schema.signatory).set(isProved).where(eq(schema.signatory.id, id));
    expect((await ask('Who?')).body).toEqual({ id, status: 'pending' });
    await app.request(`/api/v1/admin/signatories/${id}/publish`, { body: {} });
    expect((await ask('Who?')).body.detail).toBe('This signature is already published.');
    await app.request(`/api/v1/admin/signatories/${id}/reject`, { body: {} });
  });

  test('is listed in pages that follow one another', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const query: string = next === '' ? '' : `&cursor=${next}`;
      const { body } = await app.request(`/api/v1/signatories?limit=1${query}`);
      seen.push(...body.signatories.map(({ name }: { name: string }) => name));
      next = body.next;
    }
    expect(seen).toEqual(['Example University', 'Dee Example', 'Bo Example']);
    expect((await app.request('/api/v1/signatories?limit=0')).status).toBe(400);
  });
});

test('a leaf of the ledger holds no name and no address', async () => {
  const rows = await app.database!.asOwner(
    `SELECT convert_from(leaf, 'UTF8') AS leaf FROM ledger_entry`,
  );
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.map(({ leaf }) => String(leaf)).join()).not.toMatch(/Example|@|Oslo/);
});
