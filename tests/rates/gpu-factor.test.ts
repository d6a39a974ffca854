import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { GPUS } from '../../server/domain/asset.ts';
import { computePledge, move, publishedSignatory } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';

/** The day of the tests is 2026-03-10. */
let app: TestApp;
let ada: string;
beforeAll(async () => {
  app = await startApp();
  ada = await publishedSignatory(app);
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const B200 = {
  model: 'B200',
  tflops: '2200.0',
  basis: 'BF16',
  holdsFrom: '2026-03-05',
  source: 'Example data sheet, second edition',
  url: 'https://example.org/b200',
};
const giving = (body: object) => app.request('/api/v1/admin/factors', { body });
const published = async (ref: string) => (await app.request(`/api/v1/pledges/${ref}`)).body;
const factorsOf = async (model: string) => {
  await app.publicCache.refresh();
  const { gpuFactors } = (await app.request('/api/v1/initiative')).body;
  return gpuFactors.filter((factor: { model: string }) => factor.model === model);
};

test('the factors that come with the software are those that the domain counts by', async () => {
  await app.publicCache.refresh();
  const { gpuFactors } = (await app.request('/api/v1/initiative')).body;
  expect(
    gpuFactors.map((factor: { model: string; tflops: string }) => [factor.model, factor.tflops]),
  ).toEqual(GPUS.map(({ code, tflops }) => [code, tflops]));
  expect(await factorsOf('V100')).toMatchObject([{ basis: 'FP16', holdsFrom: null }]);
});

test('acceptances take the factor of their day, and terms keep theirs', async () => {
  const before = await computePledge(app, ada, { asset: 'B200' });
  const known = await published(before);
  expect(known.rate).toMatchObject({ num: '2250', den: '989.4', on: null, sourceText: null });

  expect(await giving(B200)).toMatchObject({
    status: 201,
    body: { tflops: '2200', holdsFrom: '2026-03-05' },
  });
  expect(await factorsOf('B200')).toMatchObject([{ tflops: '2250' }, { tflops: '2200' }]);

  const after = await published(await computePledge(app, ada, { asset: 'B200' }));
  expect(after.rate).toEqual({
    num: '2200',
    den: '989.4',
    on: '2026-03-05',
    source: 'BF16',
    sourceText: B200.source,
    sourceUrl: B200.url,
    stale: false,
  });
  expect(after.movements[0].h100eHours).not.toEqual(known.movements[0].h100eHours);
  expect((await published(before)).rate).toEqual(known.rate);

  const dated = await computePledge(app, ada, { asset: 'B200', accept: false });
  await move(app, dated, 'accept', { occurredOn: '2026-03-04' });
  expect((await published(dated)).rate).toMatchObject({ num: '2250', on: null });
});

test('a factor does not grow old', async () => {
  await giving({ ...B200, model: 'GB200', holdsFrom: '2025-01-01' });
  const { rate } = await published(await computePledge(app, ada, { asset: 'GB200' }));
  expect(rate).toMatchObject({ on: '2025-01-01', stale: false });
  const page = await (await fetch(`${app.url}/pledges`)).text();
  expect(page).not.toContain('class="late"');
});

test('a factor of a model and a day is given once, by who may, for what is known', async () => {
  expect((await giving({ ...B200, tflops: '1' })).body.type).toBe('urn:muster:problem:conflict');
  const wrong = async (change: object) =>
    (await giving({ ...B200, holdsFrom: '2026-05-01', ...change })).body.errors;
  expect(await wrong({ model: 'X9000' })).toMatchObject([{ field: 'model' }]);
  expect(await wrong({ model: 'H100-SXM' })).toMatchObject([{ field: 'model' }]);
  expect(await wrong({ tflops: '0' })).toMatchObject([{ field: 'tflops' }]);
  expect(await wrong({ basis: 'FP4' })).toMatchObject([{ field: 'basis' }]);
  const dee = await app.request('/api/v1/admin/factors', { body: B200, token: false });
  expect(dee.status).toBe(401);
});

test('the price of an H100-hour is that of the newest day, and counts nothing', async () => {
  const price = (perHour: string, pricedOn: string) =>
    app.request('/api/v1/admin/prices', { body: { perHour, pricedOn, source: 'Example Cloud' } });
  const figures = (await app.request('/api/v1/progress')).body;
  expect((await price('2.50', '2026-03-01')).status).toBe(201);
  expect((await price('1.90', '2026-01-01')).status).toBe(201);
  expect((await price('2.00', '2026-03-01')).status).toBe(201);
  await app.publicCache.refresh();
  expect((await app.request('/api/v1/initiative')).body.gpuPrice).toEqual({
    perHour: '2',
    pricedOn: '2026-03-01',
    source: 'Example Cloud',
    url: null,
  });
  expect((await app.request('/api/v1/progress')).body).toEqual(figures);
  expect((await price('2.00', '2026-03-12')).body.errors).toMatchObject([{ field: 'pricedOn' }]);
  expect((await price('-2', '2026-03-01')).body.errors).toMatchObject([{ field: 'perHour' }]);
});
