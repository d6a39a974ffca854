import { expect, test } from 'vitest';
import { type TestApp } from '../support/app.ts';
import { aPledge, type Meter, useMeter } from './meter.ts';
import { fileOf, row } from './sacct.ts';

let app: TestApp;
let cy: Meter;
useMeter((made) => ({ app, cy } = made));

const on = (tres: string, facts: object = {}) => row({ tres, ...facts });
const all = { gpu: 'a100=A100,v100=A100,nvidia_a100=A100', untyped: 'A100' };
const refused = (message: RegExp) => ({
  status: 400,
  body: { errors: [{ field: 'file', message: expect.stringMatching(message) }] },
});

test('more GPUs of a job than are recorded are refused until these are taken back', async () => {
  const { batch } = await cy.meter(
    fileOf(on('gres/gpu:a100=1'), on('gres/gpu:a100=2', { id: '2' })),
  );
  const eight = fileOf(on('gres/gpu:a100=8'), on('gres/gpu:a100=3', { id: '2' }));
  const message = `says that job 100 had 8 GPUs from 2026-03-02T10:00:00Z on. The job is recorded with 1, in batch ${batch}, like 1 more start. Undo that batch first`;
  expect(await cy.send(eight)).toMatchObject(refused(new RegExp(message)));
  await app.request(`/api/v1/admin/batches/${batch}/reverse`, { body: { reason: 'Too few.' } });
  expect((await cy.meter(eight)).counted.gpuHours).toBe('11.00');
});

test.each([
  ['by another name', 'gres/gpu:a100=1', 'gres/gpu:nvidia_a100=2', '2 GPUs .* with 1'],
  ['without a type', 'gres/gpu:a100=1,gres/gpu:v100=2', 'gres/gpu=4', '4 GPUs .* with 3'],
  ['beside their type', 'gres/gpu=2', 'gres/gpu:a100=2,gres/gpu=3', '3 GPUs .* with 2'],
  [
    'of one type alone',
    'gres/gpu:a100=2,gres/gpu:v100=1',
    'gres/gpu:a100=1,gres/gpu:v100=2',
    '2 GPUs .* with 1',
  ],
])('more of them %s are as well', async (_how, first, then, cases) => {
  const { batch } = await cy.meter(fileOf(on(first)), all);
  expect(await cy.send(fileOf(on(then)), all)).toMatchObject(
    refused(new RegExp(`${cases}, in batch ${batch}`)),
  );
});

test.each([
  ['with their type', 'gres/gpu=4', 'gres/gpu:a100=3,gres/gpu=4'],
  ['without it', 'gres/gpu:a100=3,gres/gpu:v100=1', 'gres/gpu=4'],
  ['by another name', 'gres/gpu:a100=3,gres/gpu:v100=1', 'gres/gpu:nvidia_a100=3,gres/gpu:v100=1'],
])('as many %s are the same ones', async (_how, first, then) => {
  await cy.meter(fileOf(on(first)), all);
  expect(await cy.read(fileOf(on(then)), all)).toMatchObject({
    counted: { jobs: 0 },
    skipped: [{ reason: 'recorded-before', gpuHours: '4.00' }],
    overstated: { jobs: 0 },
  });
});

test('where fewer are told, the rest stands recorded beyond the file', async () => {
  const eight = await cy.meter(fileOf(on('gres/gpu:a100=8'), on('gres/gpu:a100=2', { id: '2' })));
  const one = await cy.read(
    fileOf(on('gres/gpu:a100=1'), on('gres/gpu:nvidia_a100=1', { id: '2' })),
    all,
  );
  expect(one).toMatchObject({
    counted: { jobs: 0 },
    overstated: { jobs: 2, gpuHours: '8.00', batches: [eight.batch] },
  });
  const two = { id: '3', tres: 'gres/gpu:a100=2,gres/gpu:v100=2' };
  await cy.meter(fileOf(row(two)), all);
  const untyped = await cy.read(fileOf(row({ ...two, tres: 'gres/gpu=2' })), all);
  expect(untyped.overstated).toMatchObject({ jobs: 1, gpuHours: '2.00' });
  // As they still ran, the file tells of no more than until then.
  const running = fileOf(on('gres/gpu:a100=1', { state: 'RUNNING', elapsed: 900 }));
  expect((await cy.read(running)).overstated.gpuHours).toBe('1.75');
});

test('types that count for another pledge are neither more nor fewer', async () => {
  await cy.meter(fileOf(on('gres/gpu:a100=1,gres/gpu:h100=4')));
  const other = await aPledge(app, { asset: 'H100-SXM' });
  const file = fileOf(on('gres/gpu:a100=1,gres/gpu:h100=4'));
  expect(await cy.meter(file, { gpu: 'h100=H100-SXM' }, other)).toMatchObject({
    counted: { gpuHours: '4.00' },
    overstated: { jobs: 0 },
  });
  const renamed = fileOf(on('gres/gpu:nvidia_a100=1,gres/gpu:h100=4'));
  for (const same of [file, renamed]) {
    expect(await cy.read(same, all)).toMatchObject({
      counted: { jobs: 0 },
      overstated: { jobs: 0 },
    });
  }
  await cy.meter(fileOf(on('gres/gpu=2', { id: '2' })), all);
  const typed = fileOf(on('gres/gpu:a100=2,gres/gpu:h100=4', { id: '2' }));
  expect((await cy.read(typed, all)).counted.jobs).toBe(0);
});

test('fewer of one type beside another one that is new are told of, and that counts', async () => {
  await cy.meter(fileOf(on('gres/gpu:a100=3')));
  expect(await cy.read(fileOf(on('gres/gpu:a100=1,gres/gpu:v100=2')), all)).toMatchObject({
    counted: { gpuHours: '2.00' },
    overstated: { jobs: 1, gpuHours: '2.00' },
  });
});

test('where the job never ran, all of it stands recorded beyond the file', async () => {
  const { batch } = await cy.meter(fileOf(row({ state: 'RUNNING', elapsed: 7200 })));
  const never = row({ state: 'CANCELLED by 7', elapsed: 0, tres: '' });
  const beyond = { jobs: 1, gpuHours: '2.00', batches: [batch] };
  const file = await cy.read(fileOf(never, row({ id: '5' })));
  expect(file).toMatchObject({
    rows: { notRun: 1, repeated: 0 },
    jobs: 1,
    counted: { jobs: 1 },
    overstated: beyond,
  });
  expect((await cy.read(fileOf(never))).overstated).toEqual({ ...beyond, gpuSeconds: '7200' });
  const none = { overstated: { jobs: 0 } };
  // What has only just begun, or is there as run as well, did not end without it.
  const begun = row({ state: 'RUNNING', elapsed: 0 });
  expect(await cy.read(fileOf(begun))).toMatchObject(none);
  const shorter = await cy.read(fileOf(never, row({ elapsed: 5400 })));
  expect(shorter.overstated).toMatchObject({ jobs: 1, gpuHours: '0.50' });
});
