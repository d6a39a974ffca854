import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  AGREEMENT,
  computePledge,
  fundingPledge,
  move,
  PAYMENT,
  publishedSignatory,
} from '../support/actors.ts';
import { NOW, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { at, formOf, preview, record, textOf } from '../support/desk-forms.ts';

let app: TestApp;
let cy: DeskUser;
let ada: string;
beforeAll(async () => {
  app = await startApp();
  ada = await publishedSignatory(app);
  cy = await atDesk(app, 'operator');
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

/** USD 100.00 of Ada's, due at the end of June. */
const hundred = () =>
  fundingPledge(app, ada, {
    amount: '100.00',
    instalments: [{ dueOn: '2026-06-30', amount: '100.00' }],
  });

const read = async (ref: string): Promise<string> =>
  textOf((await cy.get(`/admin/pledges/${ref}`)).page);

const stagesOf = async (ref: string) => (await app.request(`/api/v1/pledges/${ref}`)).body.stages;

describe('each verb', () => {
  test('commits with the reference of the agreement, which it asks for', async () => {
    const ref = await hundred();
    const path = at(ref, 'commit');
    const typed = { how: 'part', amount: '40', 'evidence.grade': 'signed-agreement' };
    expect((await preview(cy, path, typed)).text).toContain('Agreement reference is missing.');
    await record(cy, path, { ...typed, 'evidence.reference': 'GA-7' });
    expect((await stagesOf(ref)).committed).toMatchObject({ amount: '40.00' });
    expect(await read(ref)).toContain('by Cy Example');
  });

  test('reads amounts as people type them, in the currency of the pledge alone', async () => {
    const ref = await fundingPledge(app, ada, { amount: '2000000.00' });
    const pay = (amount: string, more = {}) => ({
      amount,
      'evidence.grade': 'payment',
      'evidence.reference': 'R-1',
      ...more,
    });
    await record(cy, at(ref, 'receive'), pay('$1.5M', { 'evidence.fee': '$500' }));
    expect((await stagesOf(ref)).received).toMatchObject({ amount: '1500000.00' });
    expect(await read(ref)).toContain('Fee $500.00');
    for (const [typed, refusal] of [
      ['€40', 'Amount in USD is written in EUR, but the currency is USD.'],
      ['$.50', 'Amount in USD must be a plain decimal number such as "1250.50".'],
    ] as const) {
      const { status, text } = await preview(cy, at(ref, 'receive'), pay(typed));
      expect([status, text]).toEqual([400, expect.stringContaining(refusal)]);
    }
    const credited = { 'evidence.creditedCurrency': 'EUR', 'evidence.creditedRate': '0.9' };
    const shown = await preview(
      cy,
      at(ref, 'receive'),
      pay('$1k', { ...credited, 'evidence.creditedAmount': '€900' }),
    );
    expect([shown.status, shown.text]).toEqual([200, expect.stringContaining('$1,000.00')]);
  });

  test('lapses, withdraws, reinstates and increases', async () => {
    const ref = await hundred();
    await record(cy, at(ref, 'lapse'), { how: 'part', amount: '10', 'evidence.note': 'Cut' });
    await record(cy, at(ref, 'withdraw'), { how: 'all', reason: 'They wrote to us' });
    expect((await stagesOf(ref)).withdrawn).toMatchObject({ amount: '90.00' });
    expect(await read(ref)).toContain('They wrote to us');
    await record(cy, at(ref, 'reinstate'), { how: 'all' });
    await record(cy, at(ref, 'increase'), { amount: '50', dueOn: '2026-12-31' });
    expect((await stagesOf(ref)).pledged).toMatchObject({ amount: '150.00' });
    const text = await read(ref);
    expect(text).toContain('31 Dec 2026 $50.00 – $50.00');
    for (const did of [
      'marked an amount as no longer expected',
      'withdrew a pledge',
      'increased a pledge',
    ]) {
      expect(text).toContain(`Cy Example ${did}`);
    }
  });

  test.each([
    ['refund', 'refunded', []],
    ['dispute', 'disputed', []],
    ['win', 'received', ['dispute']],
    ['lose', 'refunded', ['dispute']],
  ] as const)(
    'asks for a passkey’s touch to %s, and does not without',
    async (verb, to, before) => {
      const ref = await hundred();
      await move(app, ref, 'receive', { amount: '100.00', evidence: PAYMENT });
      for (const each of before) await move(app, ref, each, {});
      const path = at(ref, verb);
      expect((await cy.get(`/admin/pledges/${ref}`)).page).toContain(`href="${path}"`);
      const typed = { amount: '30', 'evidence.note': 'Paid twice', 'evidence.reference': 'R-1' };
      const shown = await preview(cy, path, typed);
      app.clock.now = new Date(NOW.getTime() + 6 * 60_000);
      const touch = `/admin/touch?next=${encodeURIComponent(path)}`;
      expect(await cy.get(path)).toMatchObject({ status: 303, location: touch });
      const fields = { ...formOf(shown.page, path), go: 'confirm' };
      expect(await cy.post(path, fields)).toMatchObject({
        status: 303,
        location: `${touch}&sent=1`,
      });
      expect((await stagesOf(ref))[to]).toMatchObject({ amount: '0.00' });
      app.clock.now = NOW;
      expect((await cy.post(path, fields)).location).toBe(
        `/admin/pledges/${ref}?done=pledge.${verb}`,
      );
      expect((await stagesOf(ref))[to]).toMatchObject({ amount: '30.00' });
    },
  );

  test('contests a wire, and says why unless it stays', async () => {
    const ref = await hundred();
    await move(app, ref, 'receive', { amount: '100.00', evidence: PAYMENT });
    const typed = { amount: '60', 'evidence.grade': 'payment', 'evidence.reference': 'RECALL-1' };
    const why = { ...typed, 'evidence.note': 'Sent by mistake' };
    expect((await preview(cy, at(ref, 'dispute'), typed)).text).toContain('Reason is missing.');
    await record(cy, at(ref, 'dispute'), why);
    expect(await read(ref)).toContain('Cy Example recorded a dispute');
    await record(cy, at(ref, 'win'), { ...typed, amount: '20' });
    const lost = { ...typed, amount: '40' };
    expect((await preview(cy, at(ref, 'lose'), lost)).text).toContain('Reason is missing.');
    await record(cy, at(ref, 'lose'), { ...why, amount: '40' });
    expect(await stagesOf(ref)).toMatchObject({
      received: { amount: '60.00' },
      disputed: { amount: '0.00' },
      refunded: { amount: '40.00' },
    });
  });

  test('is refused to a viewer, who reads the page', async () => {
    const ref = await hundred();
    const viewer = await atDesk(app, 'viewer', 'Vi Example');
    const { status, page } = await viewer.get(`/admin/pledges/${ref}`);
    expect([status, page.includes(at(ref, 'receive'))]).toEqual([200, false]);
    for (const verb of [
      'commit',
      'receive',
      'lapse',
      'withdraw',
      'dispute',
      'win',
      'lose',
      'refund',
      'increase',
    ]) {
      expect((await viewer.get(at(ref, verb))).status).toBe(403);
      const confirmed = await viewer.post(at(ref, verb), { amount: '10', go: 'confirm' });
      expect([verb, confirmed.status]).toEqual([verb, 403]);
    }
    expect((await stagesOf(ref)).pledged).toMatchObject({ amount: '100.00' });
  });
});

describe('a batch', () => {
  const batchesOf = (page: string) => [
    ...new Set([...page.matchAll(/\/admin\/batches\/(\w+)\/reverse/g)].map(([, code]) => code!)),
  ];

  test('is taken back with a reason, the later first', async () => {
    const ref = await hundred();
    const agreed = await move(app, ref, 'commit', { evidence: AGREEMENT });
    const came = await move(app, ref, 'receive', { amount: '70.00', evidence: PAYMENT });
    const pageOf = async () => (await cy.get(`/admin/pledges/${ref}`)).page;
    expect(batchesOf(await pageOf())).toHaveLength(3);
    const path = `/admin/batches/${agreed.body.batch}/reverse`;
    const blocked = await preview(cy, path, { reason: 'Not signed after all' });
    expect(blocked.status).toBe(409);
    expect(batchesOf(blocked.page).slice(-1)).toEqual([came.body.batch]);
    expect(blocked.page).toContain('Not signed after all</textarea>');
    const first = `/admin/batches/${came.body.batch}/reverse`;
    const { location } = await record(cy, first, { reason: 'Another wire' });
    expect(location).toBe(`/admin/pledges/${ref}?done=batch.reverse`);
    await record(cy, path, { reason: 'Not signed after all' });
    expect((await stagesOf(ref)).pledged).toMatchObject({ amount: '100.00' });
    expect(batchesOf(await pageOf())).toHaveLength(1);
    const again = await preview(cy, path, { reason: 'Once more' });
    expect(again.status).toBe(409);
  });

  test('of acceptance, once taken back, leaves a pledge that waits again', async () => {
    const ref = await hundred();
    const [accepted] = batchesOf((await cy.get(`/admin/pledges/${ref}`)).page);
    const path = `/admin/batches/${accepted}/reverse`;
    const shown = await preview(cy, path, { reason: 'Too soon' });
    expect(shown.text).toContain('Nothing is left of the pledge after this');
    await cy.post(path, { ...formOf(shown.page, path), go: 'confirm' });
    const text = await read(ref);
    expect(text).toContain('To review');
    expect((await cy.get(at(ref, 'receive'))).status).toBe(409);
  });
});

describe('GPUs', () => {
  test('are agreed by a part of a window, and delivered by hours', async () => {
    const ref = await computePledge(app, ada);
    const path = at(ref, 'commit');
    const form = formOf((await cy.get(path)).page, path);
    expect(form).toMatchObject({ 'windows.0.from': '2026-03-01', 'windows.0.to': '2026-12-01' });
    const behind = { 'evidence.grade': 'signed-agreement', 'evidence.reference': 'MoU-1' };
    const typed = { ...form, ...behind, how: 'part' };
    const none = await preview(cy, path, typed);
    expect([none.status, none.text]).toEqual([400, expect.stringContaining('GPUs are missing')]);
    const many = await preview(cy, path, { ...typed, 'windows.0.gpus': '513' });
    expect([many.status, many.text]).toEqual([
      409,
      expect.stringContaining('more GPUs or days than the pledge has there'),
    ]);
    const agreed = { ...typed, 'windows.0.gpus': '128' };
    expect((await preview(cy, path, agreed)).text).toContain(
      '128 H100-SXM, 1 Mar 2026 to 30 Nov 2026',
    );
    await record(cy, path, agreed);
    expect((await stagesOf(ref)).committed).toMatchObject({ gpuHours: '844800.00' });
    const asked = textOf((await cy.get(at(ref, 'receive'))).page);
    expect(asked).toContain('Record the hours that the provider says it delivered.');
    expect(asked).not.toMatch(/bank|instalment/i);
    await record(cy, at(ref, 'receive'), {
      gpuHours: '1k GPU-hours',
      'evidence.grade': 'provider-statement',
    });
    expect((await stagesOf(ref)).received).toMatchObject({ gpuHours: '1000.00' });
    await record(cy, at(ref, 'lapse'), {
      how: 'hours',
      gpuHours: '500',
      'windows.0.from': '2026-03-01',
      'evidence.note': 'Days of repair',
    });
    expect((await stagesOf(ref)).lapsed).toMatchObject({ gpuHours: '500.00' });
  });
});

test('a pledge that waits shows what only admins see, and leads to its place in the queue', async () => {
  const ref = await fundingPledge(app, ada, {
    accept: false,
    amount: '5000.00',
    note: 'Ask us in May',
    purchaseOrder: 'PO-42',
    paidThrough: { kind: 'fund', name: 'Example Fund' },
    visibility: 'anonymous',
  });
  const text = await read(ref);
  for (const words of ['Ada Example', 'Ask us in May', 'PO-42', 'Example Fund', 'Review it']) {
    expect(text).toContain(words);
  }
  const [, address] = /<a href="([^"]+)">Review it/.exec(
    (await cy.get(`/admin/pledges/${ref}`)).page,
  )!;
  const [path, id] = address!.split('#');
  const [, head] = (await cy.get(path!)).page.split(`id="${id}"`);
  expect(head?.slice(0, 80)).toContain(`/admin/pledges/${ref}`);
  expect((await cy.get('/admin/pledges/NOSUCHREF0')).status).toBe(404);
});
