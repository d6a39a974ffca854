import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../server/actor.ts';
import * as schema from '../../server/db/schema.ts';
import { editPledge, logPledge } from '../../server/pledges/pledge.ts';
import { newPledge, pledgeInput } from '../../server/pledges/schemas.ts';
import { withdrawPledge } from '../../server/pledges/withdraw.ts';
import { progressOf, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { move, PAYMENT } from '../support/actors.ts';
import { newKey, refused, signedIn } from '../support/signed-in.ts';

let app: TestApp;
let people = 0;

beforeAll(async () => {
  app = await startApp();
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const somebody = (facts: object = {}): Promise<SignedIn> => {
  people += 1;
  return signedIn(app, {
    name: `Ada ${'abcdefghijklmnopqrstuvwxyz'[people % 26]} ${'x'.repeat(people)}`,
    ...facts,
  });
};

const money = (facts: object = {}): object =>
  'kind' in facts ? facts : { kind: 'funding', asset: 'USD', amount: '600.00', ...facts };

const log = async (
  actor: SignedIn,
  facts: object = {},
): Promise<{ ref: string; status: string }> => {
  const input = pledgeInput.parse(money(facts));
  return (await logPledge(app.ctx, actor, newKey(), input)).body as { ref: string; status: string };
};

const statusOf = async (actor: SignedIn, facts: object = {}) => (await log(actor, facts)).status;

describe('a pledge of one’s own money', () => {
  test('is accepted at once, and counts as promised', async () => {
    const before = await progressOf(app);
    const { ref, status } = await log(await somebody({ verifiedDomain: 'example.org' }));
    expect(status).toBe('accepted');
    const { body } = await app.request(`/api/v1/pledges/${ref}`, { token: false });
    expect(body.stages.pledged.amount).toBe('600.00');
    expect(body.movements).toMatchObject([{ verb: 'pledge', grade: 'domain-verified' }]);
    const grown = Number((await progressOf(app)).funding.pledged) - Number(before.funding.pledged);
    expect(grown).toBe(600);
  });

  test.each([
    ['is anonymous', { verifiedDomain: 'example.org' }, { visibility: 'anonymous' }],
    ['is of a signature that is not public', { verifiedDomain: 'example.org', public: false }, {}],
  ])('is not graded by a domain that few have where it %s', async (_, giver, facts) => {
    const ada = await somebody(giver);
    const { ref, status } = await log(ada, facts);
    if (status === 'ready') await move(app, ref, 'accept', { alone: true });
    await withdrawPledge(app.ctx, ada, newKey(), ref, {});
    const { movements } = (await app.request(`/api/v1/movements?ref=${ref}`)).body;
    expect(movements).toMatchObject([{ grade: 'self-asserted' }, { grade: 'self-asserted' }]);
  });

  test('waits beyond the limit, and then counts nowhere', async () => {
    const ada = await somebody();
    expect(await statusOf(ada, { amount: '1000.00' })).toBe('accepted');
    const before = await progressOf(app);
    expect(await statusOf(ada, { amount: '0.01' })).toBe('pending');
    expect(await progressOf(app)).toEqual(before);
  });

  test('has room again for what has come or was withdrawn', async () => {
    const ada = await somebody();
    const { ref } = await log(ada, { amount: '1000.00' });
    await move(app, ref, 'receive', { amount: '300.00', evidence: PAYMENT });
    expect(await statusOf(ada, { amount: '300.01' })).toBe('pending');
    expect(await statusOf(ada, { amount: '300.00' })).toBe('accepted');
    await withdrawPledge(app.ctx, ada, newKey(), ref, { amount: '100.00' });
    expect(await statusOf(ada, { amount: '100.00' })).toBe('accepted');
  });

  test('counts by what it is worth in the initiative’s currency', async () => {
    const ada = await somebody();
    expect(await statusOf(ada, { asset: 'KRW', amount: '1600000' })).toBe('pending');
    expect(await statusOf(ada, { asset: 'KRW', amount: '1000000' })).toBe('accepted');
    expect(await statusOf(ada, { amount: '400.00' })).toBe('pending');
  });

  test('of two at once that are too much together is accepted once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const ada = await somebody();
      const both = await Promise.all([statusOf(ada), statusOf(ada)]);
      expect(both.toSorted()).toEqual(['accepted', 'pending']);
    }
  });

  test.each([
    [
      'is firm: somebody must see what was signed',
      { condition: { kind: 'threshold', metric: 'organisations', reaches: '3' }, firm: true },
    ],
    ['has no reference rate', { asset: 'KZT' }],
    ['names who pays', { paidThrough: { kind: 'employer', name: 'Example and Sons' } }],
    [
      'is compute',
      {
        kind: 'compute',
        asset: 'A100',
        windows: { gpuHours: '1', from: '2026-04-01', to: '2026-05-01' },
      },
    ],
  ])('waits where it %s', async (_, facts) => {
    expect(await statusOf(await somebody(), facts)).toBe('pending');
  });

  test('with a condition is accepted into waiting, and takes its part of the limit', async () => {
    const ada = await somebody();
    const condition = { kind: 'threshold', metric: 'organisations', reaches: '3' };
    const { ref, status } = await log(ada, { condition });
    expect(status).toBe('accepted');
    expect((await app.request(`/api/v1/pledges/${ref}`)).body.stages.waiting.amount).toBe('600.00');
    expect(await statusOf(ada)).toBe('pending');
  });

  test.each([
    ['has proved no address', { confirmedAt: null }],
    ['is not published yet', { status: 'pending' as const }],
  ])('waits where the giver %s', async (_, facts) => {
    const ada = await somebody();
    const { signatory } = schema;
    await app.ctx.db.update(signatory).set(facts).where(eq(signatory.id, ada.signatoryId));
    expect(await statusOf(ada)).toBe('pending');
    await app.ctx.db
      .update(signatory)
      .set({ status: 'published' })
      .where(eq(signatory.id, ada.signatoryId));
  });

  test('goes by the policy again once it is edited', async () => {
    const ada = await somebody();
    const { ref } = await log(ada, { amount: '1000.01' });
    const edit = (amount: string) =>
      editPledge(app.ctx, ada, newKey(), ref, newPledge.parse(money({ amount })));
    expect((await edit('1000.02')).body).toEqual({ ref, status: 'pending' });
    expect((await edit('1000.00')).body).toEqual({ ref, status: 'accepted' });
  });

  test('names no day that is over', async () => {
    const ada = await somebody();
    const instalments = [
      { dueOn: '2026-03-09', amount: '0.50' },
      { dueOn: '2026-03-10', amount: '0.50' },
    ];
    expect(await refused(log(ada, { amount: '1.00', instalments }))).toMatchObject({
      fields: [{ field: 'instalments[0].dueOn', message: 'is in the past' }],
    });
  });

  test('names no signatory, and is refused to one who is gone', async () => {
    const ada = await somebody();
    const other = (await somebody()).signatoryId;
    expect(await refused(log(ada, { signatory: other }))).toMatchObject({
      fields: [{ field: 'signatory' }],
    });
    const { signatory } = schema;
    const refusals = {
      rejected: { fields: [{ field: 'signatory' }] },
      withdrawn: { code: 'conflict' },
    } as const;
    for (const [status, refusal] of Object.entries(refusals)) {
      await app.ctx.db
        .update(signatory)
        .set({ status: status as keyof typeof refusals })
        .where(eq(signatory.id, ada.signatoryId));
      expect(await refused(log(ada))).toMatchObject(refusal);
    }
    await app.ctx.db
      .update(signatory)
      .set({ status: 'published' })
      .where(eq(signatory.id, ada.signatoryId));
  });
});

test('without a limit every pledge waits, also one that is worth nothing in base', async () => {
  const ada = await somebody();
  const config = { ...app.ctx.config, autoAcceptFunding: '0' };
  const input = pledgeInput.parse(money({ asset: 'KRW', amount: '1' }));
  const { body } = await logPledge({ ...app.ctx, config }, ada, newKey(), input);
  expect(body['status']).toBe('pending');
});

test('an admin names the signatory, and decides on the pledge', async () => {
  const ada = await somebody({ verifiedDomain: 'example.org' });
  const body = money();
  expect((await app.request('/api/v1/pledges', { body })).body.errors).toMatchObject([
    { field: 'signatory' },
  ]);
  const logged = await app.request('/api/v1/pledges', {
    body: { ...body, signatory: ada.signatoryId },
  });
  expect(logged.body.status).toBe('pending');
  const answer = await move(app, logged.body.ref, 'accept');
  expect(answer.body.movements).toMatchObject([{ grade: 'domain-verified' }]);
});
