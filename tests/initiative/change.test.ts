import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import * as desk from '../../server/db/desk.ts';
import { requestKey } from '../../server/db/write.ts';
import { changeInitiative, changeInput } from '../../server/initiative/change.ts';
import { parse } from '../../server/http/parse.ts';
import { AGREEMENT, fundingPledge, move, publishedSignatory } from '../support/actors.ts';
import { progressOf, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';

let app: TestApp;
afterEach(async () => {
  await watchLedger(app);
  await app.close();
});

const change = (body: object) =>
  app.request('/api/v1/admin/initiative', { body: { reason: 'More is needed.', ...body } });
const setMilestones = (body: object) => app.request('/api/v1/admin/milestones', { body });
const initiative = async () => {
  await app.publicCache.refresh();
  return (await app.request('/api/v1/initiative', { token: false })).body;
};
const home = async () => {
  await app.publicCache.refresh();
  const { body } = await app.request('/', { token: false });
  return String(body).replaceAll(/<\/?bdi[^>]*>/g, '');
};
const lastLeaf = async () => {
  const { body } = await app.request('/api/v1/entries?limit=500', { token: false });
  return body.entries.at(-1) as { seq: number; leaf: string };
};
const GOALS = { basis: 'site', gpuHours: '87600000.00' };
const trail = () => app.ctx.db.select().from(desk.audit);

describe.each(['postgres', 'embedded'] as const)('a change of targets, on %s', (engine) => {
  beforeEach(async () => {
    app = await startApp({ engine });
  });

  test('is an entry with its reason, and what the figures, the pages and the API tell', async () => {
    const ada = await publishedSignatory(app);
    const ref = await fundingPledge(app, ada, { amount: '1000000.00' });
    await move(app, ref, 'commit', { evidence: AGREEMENT });
    const { status, body } = await change({ targets: { funding: '120000000', gpus: null } });
    expect(status).toBe(201);
    const { seq, leaf } = await lastLeaf();
    expect(body).toEqual({ changed: ['targets.funding', 'targets.gpus'], entry: seq });
    expect(leaf).toBe(
      '{"v":2,"kind":"initiative","funding":["USD","12000000000"],"gpus":null,"gpuHours":"87600000.00","from":"2026-01-01","to":"2027-01-01","basis":"site"}',
    );
    expect(await progressOf(app)).toMatchObject({
      funding: { target: '120000000.00', secured: '1000000.00' },
      compute: { targetGpus: null },
    });
    const sentence =
      'The funding goal is now $120M (was $100M), the GPU goal of 10,000 at one site is dropped: More is needed.';
    expect(await home()).toContain(sentence);
    const ledger = (await app.request('/ledger', { token: false })).body as string;
    expect(ledger.replaceAll(/<\/?span[^>]*>/g, '')).toContain(sentence);
    expect(ledger).toContain('Goals: $100M, 10,000 GPUs at one site, ');
    expect((await initiative()).changes).toEqual([
      {
        seq,
        on: '2026-03-10',
        reason: 'More is needed.',
        before: {
          targets: { ...GOALS, funding: '100000000.00', gpus: 10_000 },
          startsOn: '2026-01-01',
          endsOn: '2027-01-01',
        },
        after: {
          targets: { ...GOALS, funding: '120000000.00', gpus: null },
          startsOn: '2026-01-01',
          endsOn: '2027-01-01',
        },
      },
    ]);
  });

  test('of what the GPU goal counts is an entry, and the headline counts by it', async () => {
    expect(await home()).toContain('secured so far');
    expect((await change({ targets: { basis: 'all' }, reason: 'Two sites will do' })).status).toBe(
      201,
    );
    expect((await lastLeaf()).leaf).toContain('"basis":"all"}');
    expect(await home()).toContain(
      'The GPU goal is now 10,000 across all sites (was 10,000 at one site): Two sites will do.',
    );
    expect(await home()).toMatch(/0 GPUs<\/strong> across all sites, of 10,000/);
    expect((await change({ targets: { basis: 'all' }, reason: 'Again' })).status).toBe(409);
  });

  test('after another names the one before it', async () => {
    await change({ endsOn: '2027-07-01', reason: 'A longer lease' });
    await change({ targets: { funding: '90000000.00' }, reason: 'A gift in kind' });
    expect(await home()).toContain(
      'The window is now 1 Jan 2026 to 30 Jun 2027 (was 1 Jan 2026 to 31 Dec 2026): A longer lease.',
    );
    expect(await home()).toContain('The funding goal is now $90M (was $100M): A gift in kind.');
  });
});

describe('what the ledger does not tell', () => {
  beforeEach(async () => {
    app = await startApp();
  });

  test('changes the pages all the same, and stands in the trail with its reason', async () => {
    const before = (await lastLeaf()).seq;
    await change({ call: 'Two labs, in the open.', deadlineOn: '2027-06-30', closed: true });
    const page = await home();
    expect(page).toContain('Two labs, in the open.');
    expect(page).toContain('Open until 30 Jun 2027.');
    expect(page).toContain('name="robots"');
    expect((await lastLeaf()).seq).toBe(before);
    expect((await app.request('/api/v1/progress', { token: false })).body.initiative.closed).toBe(
      true,
    );
    expect(await trail()).toMatchObject([
      { act: 'initiative.import' },
      {
        act: 'initiative.change',
        by: 'bootstrap',
        facts: {
          call: 'One lab, in the open. → Two labs, in the open.',
          deadlineOn: '– → 2027-06-30',
          closed: 'false → true',
          reason: 'More is needed.',
          entry: null,
        },
      },
    ]);
    expect((await change({ closed: false, reason: 'Another round' })).status).toBe(201);
    expect(await home()).not.toContain('name="robots"');
  });

  test('the recipient is named in the trail field by no value, and shown whole', async () => {
    const recipient = { name: 'Example Foundation', contact: 'bo@foundation.example' };
    await change({ recipient, reason: 'Founded' });
    expect(await home()).toContain('Money goes to Example Foundation.');
    expect((await initiative()).recipient).toEqual(recipient);
    expect(JSON.stringify((await trail()).map(({ facts }) => facts))).not.toContain('foundation');
    expect((await trail()).at(-1)).toMatchObject({ fields: ['recipient'] });
    expect((await change({ recipient: { contact: 'bo@foundation.example' } })).body).toMatchObject({
      errors: [{ field: 'recipient.name', message: 'is missing' }],
    });
    await change({ recipient: null });
    expect((await initiative()).recipient).toBeNull();
  });
});

describe('a change', () => {
  beforeEach(async () => {
    app = await startApp();
  });

  test.each([
    ['of nothing', {}, 409, 'Nothing would change'],
    [
      'to what stands already, written in another way',
      { targets: { funding: '100000000', gpuHours: '87600000' } },
      409,
      'Nothing would change',
    ],
    [
      'that leaves no target',
      { targets: { funding: null, gpus: null, gpuHours: null } },
      400,
      'targets.funding: is the only goal left, so it must stay',
    ],
    ['of a window that ends first', { endsOn: '2025-12-31' }, 400, 'the first day is 2026-01-01'],
    ['of the currency', { currency: 'EUR' }, 400, 'currency: is not a known field'],
    ['of the name to nothing', { name: ' ' }, 400, 'name: must not be empty'],
    ['without a reason', { closed: true, reason: '' }, 400, 'reason: must not be empty'],
    ['over too many decimals', { targets: { funding: '1.001' } }, 400, 'targets.funding'],
    ['of what was changed since', { closed: true, seen: 'another' }, 409, 'since you opened it'],
  ])('%s is refused and leaves nothing', async (_what, body, status, detail) => {
    const refused = await change(body);
    expect([refused.status, refused.body.detail]).toEqual([
      status,
      expect.stringContaining(detail),
    ]);
    expect((await lastLeaf()).seq).toBe(0);
    expect((await trail()).map(({ act }) => act)).toEqual(['initiative.import']);
  });

  test('takes an owner who has touched a passkey within five minutes', async () => {
    const cy = await atDesk(app);
    const bo = await atDesk(app, 'operator', 'Bo Example');
    const input = parse(changeInput, { closed: true, reason: 'Done' });
    const by = (actor: Parameters<typeof changeInitiative>[1]) =>
      changeInitiative(app.ctx, actor, requestKey('test', randomUUID()), input);
    await expect(by(bo.actor)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(by({ kind: 'public' })).rejects.toMatchObject({ code: 'unauthorised' });
    app.clock.now = new Date(app.clock.now.getTime() + 301_000);
    await expect(by(cy.actor)).rejects.toMatchObject({ code: 'touch-again' });
    expect(await by(MACHINE)).toMatchObject({ status: 201 });
  });

  test('of two at one moment, the second is made on top of the first', async () => {
    const sent: ReturnType<typeof change>[] = [];
    await app.ctx.db.transaction(async (tx) => {
      await tx.execute('SELECT FROM initiative FOR UPDATE');
      sent.push(
        change({ targets: { funding: '120000000.00' } }),
        change({ targets: { gpus: 12_000 } }),
      );
      await expect.poll(() => app.database!.waiting('%initiative%for update%')).toBe(2);
    });
    const replies = await Promise.all(sent);
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(await progressOf(app)).toMatchObject({
      funding: { target: '120000000.00' },
      compute: { targetGpus: 12_000 },
    });
    const { changes } = await initiative();
    expect(changes[0].before).toEqual(changes[1].after);
  });
});

describe('milestones', () => {
  beforeEach(async () => {
    app = await startApp();
  });
  const MILESTONES = {
    funding: [
      { reaches: '30000000', label: 'first training run' },
      { reaches: '500000.00', label: 'data team' },
    ],
    gpus: [{ reaches: 1_024, label: 'ablations' }],
  };

  test('mark the page, the next one with how far it is', async () => {
    const ref = await fundingPledge(app, await publishedSignatory(app), { amount: '600000.00' });
    await move(app, ref, 'commit', { evidence: AGREEMENT });
    expect((await setMilestones(MILESTONES)).body).toEqual({ funding: 2, gpus: 1 });
    const page = await home();
    const text = page.replaceAll(/<[^>]*>/g, '');
    expect(text).toContain('Next: $30M, “first training run”; $29.4M to go.');
    expect(text).toContain('Next: 1,024 GPUs at one site, “ablations”; 1,024 to go.');
    expect(page.match(/class="point reached"/g)).toHaveLength(1);
    expect(page.match(/class="point"/g)).toHaveLength(2);
    expect((await initiative()).milestones.funding).toEqual([
      { reaches: '500000.00', label: 'data team' },
      { reaches: '30000000.00', label: 'first training run' },
    ]);
    expect((await trail()).at(-1)).toMatchObject({
      act: 'initiative.milestones',
      facts: { funding: '500000.00, 30000000.00', gpus: '1024' },
    });
    expect((await setMilestones(MILESTONES)).status).toBe(409);
    expect((await setMilestones({})).body).toEqual({ funding: 0, gpus: 0 });
    expect(await home()).not.toContain('class="point');
  });

  test('are refused where they were made from others than stand', async () => {
    const { version: none } = (await initiative()).milestones;
    expect((await setMilestones({ ...MILESTONES, seen: none })).status).toBe(201);
    const { version } = (await initiative()).milestones;
    const late = await setMilestones({ gpus: [], seen: none });
    expect([late.status, late.body.detail]).toEqual([
      409,
      expect.stringContaining('since you opened it'),
    ]);
    expect((await initiative()).milestones).toMatchObject({ version, gpus: MILESTONES.gpus });
    const relabelled = { ...MILESTONES, gpus: [{ reaches: 1_024, label: 'a first model' }] };
    expect((await setMilestones({ ...relabelled, seen: version })).status).toBe(201);
    expect((await setMilestones({ seen: version })).status).toBe(409);
  });

  test('are refused where they cannot be, each by its place', async () => {
    const label = 'x1';
    const { body, status } = await setMilestones({
      funding: [
        { reaches: '5.00', label },
        { reaches: '5', label },
        { reaches: '1000000000.01', label },
        { reaches: '0', label },
      ],
      gpus: [{ reaches: 100_001, label }],
    });
    expect([status, body.errors.map(({ field }: { field: string }) => field)]).toEqual([
      400,
      ['funding[1].reaches', 'funding[2].reaches', 'funding[3].reaches', 'gpus[0].reaches'],
    ]);
    const many = Array.from({ length: 13 }, (_, index) => ({ reaches: `${index + 1}`, label }));
    expect((await setMilestones({ funding: many })).body.errors).toMatchObject([
      { field: 'funding', message: 'has more than 12 milestones' },
    ]);
    expect(
      (await setMilestones({ funding: [{ reaches: '1', label: 'x'.repeat(61) }] })).status,
    ).toBe(400);
    expect((await setMilestones({ funding: [{ reaches: '1000000000', label }] })).status).toBe(201);
  });
});
