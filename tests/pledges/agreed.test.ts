import { describe, expect, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { AGREEMENT, computePledge, fundingPledge, move } from '../support/actors.ts';
import { QUARTERS, useOwn } from '../support/own-pledge.ts';
import { refused } from '../support/signed-in.ts';

const own = useOwn();

const LATER = { schedule: { every: 'quarter', times: 4, firstOn: '2030-03-31' } } as const;
const agree = (figure: object = {}, ref = own.ref) =>
  move(own.app, ref, 'commit', { ...figure, evidence: AGREEMENT });
/** The stages and the instalments: what a refusal must leave as they were. */
const standing = async () => {
  const { stages, instalments } = await own.read();
  return { stages, instalments };
};

describe('the giver of an agreed pledge cannot, without an admin,', () => {
  test('move its instalments, not even where only a part of it is agreed', async () => {
    await agree({ amount: '100.00' });
    const before = await standing();
    expect(await refused(own.change(own.ada, LATER))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Ask an admin'),
    });
    expect(await standing()).toEqual(before);
  });

  test('give instalments to an agreed pledge that has none', async () => {
    own.ref = await own.log(own.ada, { amount: '300.00' });
    await agree();
    expect((await refused(own.change(own.ada, LATER))).code).toBe('conflict');
  });

  test('withdraw what is agreed by saying so: the answer says to ask', async () => {
    await agree();
    const before = await standing();
    for (const figure of [{ agreed: true }, { amount: '1.00', agreed: true }]) {
      expect(await refused(own.withdraw(own.ada, figure))).toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('Ask an admin'),
      });
    }
    expect(await standing()).toEqual(before);
  });

  test('withdraw it in any other way: in part, as a whole, or beyond what is only promised', async () => {
    await agree({ amount: '150.00' });
    expect((await refused(own.withdraw(own.ada, { amount: '250.01' }))).code).toBe('over-draw');
    await own.withdraw(own.ada);
    expect((await own.read()).stages).toMatchObject({
      committed: { amount: '150.00' },
      withdrawn: { amount: '250.00' },
    });
    for (const figure of [{}, { amount: '1.00' }]) {
      expect(await refused(own.withdraw(own.ada, figure))).toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('Ask an admin'),
      });
    }
  });

  test('withdraw a firm pledge that waits for its condition, or move its instalments', async () => {
    const condition = { kind: 'threshold', metric: 'funding', reaches: '1000000.00' };
    const firm = { condition, firm: true, schedule: QUARTERS, amount: '400.00' };
    own.ref = await fundingPledge(own.app, own.ada.signatoryId, firm);
    const before = await standing();
    expect(before.stages.waiting).toMatchObject({ amount: '400.00' });
    for (const figure of [{}, { amount: '1.00' }, { agreed: true }]) {
      expect((await refused(own.withdraw(own.ada, figure))).code).toBe('conflict');
    }
    expect((await refused(own.change(own.ada, LATER))).code).toBe('conflict');
    expect(await standing()).toEqual(before);
  });

  test('withdraw agreed GPUs, by windows, by hours or as a whole', async () => {
    own.ref = await computePledge(own.app, own.ada.signatoryId);
    const windows = [{ gpus: 256, from: '2026-04-01', to: '2026-12-01', availability: '1' }];
    await agree({ windows });
    const half = [{ ...windows[0]!, gpus: 300 }];
    expect((await refused(own.withdraw(own.ada, { windows: half }))).code).toBe('over-draw');
    await own.withdraw(own.ada);
    const before = await standing();
    expect(before.stages.committed).toMatchObject({ gpuHours: '1499136.00' });
    for (const figure of [{ windows }, { gpuHours: '1.00' }, {}, { windows, agreed: true }]) {
      expect((await refused(own.withdraw(own.ada, figure))).code).toBe('conflict');
    }
    expect(await standing()).toEqual(before);
  });
});

describe('an increase of an agreed pledge', () => {
  const FURTHER = { instalments: [{ dueOn: '2027-06-30', amount: '50.00' }] };

  test('needs instalments of its own, and leaves the agreed ones as they are', async () => {
    await agree();
    const { instalments: before } = await own.read();
    for (const by of [own.ada, MACHINE]) {
      expect(await refused(own.increase(by, '50.00'))).toMatchObject({
        code: 'invalid-input',
        fields: [{ field: 'instalments' }],
      });
    }
    const early = { instalments: [{ dueOn: '2026-12-30', amount: '50.00' }] };
    expect(await refused(own.increase(own.ada, '50.00', early))).toMatchObject({
      fields: [{ field: 'instalments[0].dueOn' }],
    });
    await own.increase(own.ada, '50.00', FURTHER);
    const { instalments, stages } = await own.read();
    expect(instalments.slice(0, 4)).toEqual(before);
    expect(instalments.slice(4)).toMatchObject([{ dueOn: '2027-06-30', amount: '50.00' }]);
    expect(stages).toMatchObject({
      committed: { amount: '400.00' },
      pledged: { amount: '50.00' },
    });
  });

  test.each([
    ['by the last instalment is not accepted once that is agreed', {}],
    [
      'before the last instalment is not accepted once that is agreed',
      { instalments: [{ dueOn: '2026-05-01', amount: '5000.00' }] },
    ],
  ])('that was asked for %s', async (_, more) => {
    await own.increase(own.ada, '5000.00', more);
    await agree();
    const { instalments: before } = await own.read();
    const late = await move(own.app, own.ref, 'accept', { revision: 1 });
    expect([late.status, late.body.detail]).toEqual([
      409,
      expect.stringContaining('instalments of its own'),
    ]);
    expect((await own.read()).instalments).toEqual(before);
    expect((await move(own.app, own.ref, 'reject', { revision: 1 })).status).toBe(201);
  });
});

test('the document of the API says that `agreed` is deprecated', async () => {
  const { paths } = (await own.app.request('/openapi.json')).body;
  const { requestBody } = paths['/api/v1/pledges/{ref}/withdraw'].post;
  const { schema } = requestBody.content['application/json'];
  expect(schema.properties.agreed).toMatchObject({ type: 'boolean', deprecated: true });
});

test('what is only promised stays free: it is moved and withdrawn by its giver at once', async () => {
  await own.change(own.ada, LATER);
  expect((await own.read()).instalments.map(({ dueOn }) => dueOn.slice(0, 4))).toEqual(
    Array.from({ length: 4 }, () => '2030'),
  );
  await own.withdraw(own.ada);
  expect((await own.read()).stages).toMatchObject({ withdrawn: { amount: '400.00' } });
});
