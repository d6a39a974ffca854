import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fundingPledge, move, publishedSignatory } from '../support/actors.ts';
import { checkLedger, NOW, startApp, type TestApp } from '../support/app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterEach(() => checkLedger(app));
afterAll(() => app.close());

const read = async (path: string): Promise<string> => {
  await app.face.refresh();
  const { body } = await app.request(path, { token: false, headers: { accept: 'text/html' } });
  return String(body);
};
const batches = async (): Promise<string[]> => {
  const html = await read('/pledges');
  const [, section = ''] = /class="hidden-givers">(.*?)<\/section>/.exec(html) ?? [];
  return [...section.matchAll(/<b>(.*?)<\/b> (.*?)<\/p>/g)].map(
    ([, when, who]) => `${when}: ${who}`,
  );
};
const hide = async (name: string, visibility = 'amount-hidden') =>
  fundingPledge(app, await publishedSignatory(app, { name }), { visibility });
const inMonth = (month: number): void => {
  app.clock.now = new Date(Date.UTC(2026, month - 1, 10));
};

describe('who pledged without showing an amount', () => {
  let fay: string;

  test('waits until five hide together and the month is over', async () => {
    for (const name of ['Ada A', 'Bo B', 'Cy C']) await hide(name);
    await hide('Dee D', 'anonymous');
    await read('/');
    inMonth(4);
    await publishedSignatory(app, { name: 'Passing By' });
    expect(await batches()).toEqual([]);
    fay = await hide('Fay F');
    expect(await batches()).toEqual([]);
    inMonth(5);
    await publishedSignatory(app, { name: 'Passing Again' });
    // Dee's may have been accepted without anybody's look: whoever made four such would know the fifth.
    expect(await batches()).toEqual([]);
    await hide('Gus G');
    await read('/');
    inMonth(6);
    await publishedSignatory(app, { name: 'Passing Once More' });
    expect(await batches()).toEqual(['March 2026 to May 2026: Ada A, Bo B, Cy C, Fay F, Gus G']);
  });

  test('does not go with the entry that takes the acceptance back, but with its month', async () => {
    const { movements } = (await app.request(`/api/v1/pledges/${fay}`)).body;
    const { batch } = movements[0];
    const reversed = await app.request(`/api/v1/admin/batches/${batch}/reverse`, {
      body: { reason: 'typed twice' },
    });
    expect(reversed.status).toBe(201);
    expect(await batches()).toEqual(['March 2026 to May 2026: Ada A, Bo B, Cy C, Fay F, Gus G']);
    inMonth(7);
    await publishedSignatory(app, { name: 'Passing Still' });
    expect(await batches()).toEqual([]);
  });

  test('has no page any more, and nothing leads to one', async () => {
    const ledger = await read('/ledger');
    expect(ledger).toContain('is taken back');
    expect(ledger).not.toContain(`/pledges/${fay}`);
    expect(await read(`/pledges/${fay}`)).toContain('Page not found');
  });
});

test('a signatory who was rejected is named beside no pledge', async () => {
  app.clock.now = NOW;
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
