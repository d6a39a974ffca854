import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fundingPledge, move, publishedSignatory } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const read = async (path: string): Promise<string> => {
  await app.publicCache.refresh();
  const { body } = await app.request(path, { token: false, headers: { accept: 'text/html' } });
  return String(body);
};

test('a pledge whose acceptance is undone has no page, and no link to one', async () => {
  const ref = await fundingPledge(app, await publishedSignatory(app, { name: 'Fay F' }));
  const [{ batch }] = (await app.request(`/api/v1/pledges/${ref}`)).body.movements;
  const path = `/api/v1/admin/batches/${batch}/reverse`;
  expect((await app.request(path, { body: { reason: 'typed twice' } })).status).toBe(201);
  const ledger = await read('/ledger');
  expect(ledger).toContain('is undone');
  expect(ledger).not.toContain(`/pledges/${ref}`);
  expect(await read(`/pledges/${ref}`)).toContain('Page not found');
});

test('a rejected signatory is named beside no pledge', async () => {
  const id = await publishedSignatory(app, { name: 'Impostor Lab', kind: 'organisation' });
  const paidThrough = { kind: 'employer', name: 'Impostor Lab and Sons' };
  const ref = await fundingPledge(app, id, { amount: '5.00', paidThrough });
  expect(await read(`/pledges/${ref}`)).toContain('Impostor Lab and Sons');
  await move(app, ref, 'lapse');
  await app.request(`/api/v1/admin/signatories/${id}/reject`, { body: {} });
  for (const path of ['/', '/pledges', `/pledges/${ref}`, '/ledger', '/signatories']) {
    expect(await read(path)).not.toContain('Impostor Lab');
  }
  expect((await app.request(`/api/v1/pledges/${ref}`)).body).toMatchObject({
    signatory: null,
    paidThrough: null,
  });
});
