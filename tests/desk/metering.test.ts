import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as tables from '../../server/db/compute.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { formOf, textOf, type Fields } from '../support/desk-forms.ts';
import { aPledge } from '../compute/meter.ts';
import { fileOf, gzipOf, row } from '../compute/sacct.ts';

let app: TestApp;
let cy: DeskUser;
let ref: string;
let path: string;
beforeAll(async () => {
  app = await startApp();
  cy = await atDesk(app, 'operator');
});
beforeEach(async () => {
  ref = await aPledge(app);
  path = `/admin/pledges/${ref}/metering`;
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const SAID = { cluster: 'saga', zone: 'UTC', gpu: 'a100=A100' };

/** The form with a file, as a browser sends it. */
async function upload(by: DeskUser, file: string | Buffer | null, typed: Fields = {}) {
  const { page } = await by.get(path);
  const form = new FormData();
  const fields = { ...formOf(page, path), ...SAID, ...typed };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (file !== null) form.set('file', new Blob([Buffer.from(file)]), 'sacct.txt');
  else form.delete('file');
  const response = await fetch(app.url + path, {
    method: 'POST',
    headers: { ...by.cookie, accept: 'text/html', 'sec-fetch-site': 'same-origin' },
    body: form,
    redirect: 'manual',
  });
  const text = await response.text();
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    page: text,
    text: text === '' ? '' : textOf(text),
  };
}

const read = async (at: string): Promise<string> => textOf((await cy.get(at)).page);

describe('an operator', () => {
  test('sends a file, sees what it comes to, and records it', async () => {
    expect(await read(`/admin/pledges/${ref}`)).toContain('Record hours from a scheduler’s file');
    const file = fileOf(
      row({ elapsed: 2 * 86_400 }),
      row({ id: '2', tres: 'gres/gpu:h100=2' }),
      row({ id: '2.batch' }),
    );
    const sent = await upload(cy, gzipOf(file));
    expect(sent.status).toBe(303);
    const { page } = await cy.get(sent.location);
    const text = textOf(page);
    expect(text).toContain('48 GPU-hours of A100, from 1 job.');
    expect(text).toContain('A receipt for each of 3 days, from 2 Mar 2026 to 4 Mar 2026');
    expect(text).toContain('2 jobs on GPUs of any type: 50 GPU-hours.');
    expect(text).toContain('Type h100, which you did not list 2');
    expect(text).toContain(
      '3 rows of saga, times in UTC. Not counted as jobs on GPUs: Job steps, which the row of their job already counts: 1',
    );
    const done = await cy.post(sent.location, formOf(page, sent.location));
    expect(done).toMatchObject({
      status: 303,
      location: `/admin/pledges/${ref}?done=pledge.meter`,
    });
    const pledge = await read(done.location!);
    expect(pledge).toContain('The metered hours are recorded.');
    expect(pledge).toContain(
      '2 Mar 2026 – 4 Mar 2026 Delivered 48 GPU-hours: promised → delivered',
    );
    const stages = (await app.request(`/api/v1/pledges/${ref}`)).body.stages;
    expect(stages.received).toMatchObject({ gpuHours: '48.00' });
  });

  test('finds the next time what was said of the file before', async () => {
    const said = { cluster: 'saga-2', zone: 'Europe/Oslo', untyped: 'A100' };
    const { location } = await upload(cy, fileOf(row()), said);
    expect(await read(location)).not.toContain('Not counted as');
    await cy.post(location, formOf((await cy.get(location)).page, location));
    const { page } = await cy.get(path);
    expect(page).toMatch(/<option value="A100" selected>/);
    const { cluster, zone } = said;
    expect(formOf(page, path)).toMatchObject({ cluster, zone, gpu: 'a100=A100' });
  });

  test('reads a file differently from what was said of it, and not from what others are', async () => {
    const said = { cluster: 'saga-5', zone: 'Europe/Paris', gpu: 'a100_80=A100' };
    const { location } = await upload(cy, fileOf(row({ id: '55' })), said);
    const again = /href="([^"]+\?as=[^"]+)"/.exec((await cy.get(location)).page)![1]!;
    expect(formOf((await cy.get(again)).page, path)).toMatchObject(said);
    expect(formOf((await cy.get(path)).page, path)).toMatchObject({ cluster: '' });
    expect((await cy.get(`${path}?as=1`)).status).toBe(404);
  });

  test('is told what is wrong beside its field, and has not to type the rest again', async () => {
    expect((await upload(cy, null)).text).toContain('File is missing.');
    expect((await upload(cy, '')).text).toContain('File is empty.');
    expect((await upload(cy, fileOf(row()), { zone: '' })).text).toContain('Time zone is missing');
    const wrong = await upload(cy, fileOf(row()), { gpu: 'a100=B1' });
    expect(wrong.status).toBe(400);
    expect(wrong.page).toContain('<details>');
    const unnamed = await upload(cy, 'a|b\n');
    expect(unnamed.text).toContain('Columns are missing: the first line doesn’t name them');
    expect(unnamed.page).toContain('<details open');
    expect(wrong.text).toContain('has the unknown model “B1”');
  });

  test('is shown what it would do now, where something else came between', async () => {
    const [one, two] = [
      await upload(cy, fileOf(row({ id: '8' }))),
      await upload(cy, fileOf(row({ id: '9' }))),
    ];
    const form = formOf((await cy.get(one.location)).page, one.location);
    await cy.post(two.location, formOf((await cy.get(two.location)).page, two.location));
    const overtaken = await cy.post(one.location, form);
    expect(overtaken.status).toBe(409);
    expect(textOf(overtaken.page)).toContain('Here is what would happen now.');
    const again = formOf(overtaken.page, one.location);
    expect((await cy.post(one.location, again)).status).toBe(303);
  });
});

test('an operator is told of what stands recorded beyond a file', async () => {
  const said = { cluster: 'saga-4' };
  const first = await upload(cy, fileOf(row({ id: '44', state: 'RUNNING', elapsed: 7200 })), said);
  await cy.post(first.location, formOf((await cy.get(first.location)).page, first.location));
  const { location } = await upload(cy, fileOf(row({ id: '44' })), said);
  expect(await read(location)).toMatch(
    /We had recorded 1 GPU-hour\S* of 1 job that this file doesn’t show\. .* the change \w+, then read/,
  );
});

describe('of hours that are kept available', () => {
  test('an operator records what jobs used, and takes a file back', async () => {
    ref = await aPledge(app, { measuredBy: 'reservation' });
    path = `/admin/pledges/${ref}/metering`;
    expect(await read(path)).not.toContain('Undo a recorded file');
    const said = { cluster: 'saga-3' };
    const { location } = await upload(cy, fileOf(row({ id: '3', elapsed: 86_400 })), said);
    const { page } = await cy.get(location);
    expect(textOf(page)).toContain(
      'We record these as hours used of those kept available, on 2 days',
    );
    expect(textOf(page)).not.toContain('receipt');
    await cy.post(location, formOf(page, location));
    const back = `${path}/take-back`;
    const form = formOf((await cy.get(path)).page, back);
    const { id, batch } = await app.ctx.db
      .select({ id: tables.metering.id, batch: tables.metering.batch })
      .from(tables.metering)
      .where(eq(tables.metering.cluster, said.cluster))
      .then(([found]) => found!);
    expect(await read(path)).toContain(`saga-3, change ${batch}, read on`);
    const unreasoned = await cy.post(back, { ...form, id, reason: '' });
    expect(unreasoned.status).toBe(400);
    expect(textOf(unreasoned.page)).toContain('Reason');
    expect(await cy.post(back, { ...form, id, reason: 'Another cluster.' })).toMatchObject({
      status: 303,
      location: `/admin/pledges/${ref}?done=pledge.unmeter`,
    });
    expect(await read(path)).not.toContain('Undo a recorded file');
  });
});

test('who may not record is refused, and a stranger is sent to sign in', async () => {
  const dee = await atDesk(app, 'viewer');
  expect((await dee.get(path)).status).toBe(403);
  expect(await read(`/admin/pledges/${ref}`)).toContain('Record hours from a scheduler’s file');
  expect(textOf((await dee.get(`/admin/pledges/${ref}`)).page)).not.toContain(
    'scheduler’s records',
  );
  const form = new FormData();
  form.set('file', new Blob(['x']), 'x');
  for (const cookie of [{}, dee.cookie]) {
    const response = await fetch(app.url + path, {
      method: 'POST',
      headers: { ...cookie, 'sec-fetch-site': 'same-origin' },
      body: form,
      redirect: 'manual',
    });
    expect([303, 403]).toContain(response.status);
    if (response.status === 303)
      expect(response.headers.get('location')).toContain('/admin/sign-in');
  }
});
