import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { MACHINE, type Actor } from '../../server/actor.ts';
import { pledgeRequest } from '../../server/db/pledges.ts';
import * as schema from '../../server/db/schema.ts';
import { withdrawSignature } from '../../server/me/signature.ts';
import { requestInput } from '../../server/pledges/schemas.ts';
import { rejectSignatory } from '../../server/signatories/moderate.ts';
import { fundingPledge, move } from '../support/actors.ts';
import { NOW } from '../support/app.ts';
import { QUARTERS } from '../support/own-pledge.ts';
import { LATER, less, RELEASE, useRequests } from '../support/requests.ts';
import { newKey, refused, signedIn } from '../support/signed-in.ts';

const own = useRequests();

describe('a request', () => {
  test('changes nothing, is seen by its giver, and is mailed to the admins without a word of it', async () => {
    await own.agree();
    const before = await own.read();
    const entries = await own.entries();
    const id = await own.ask(LATER);
    const { requests, ...after } = await own.read();
    expect({ ...after, requests: [] }).toEqual(before);
    expect(await own.entries()).toBe(entries);
    expect(requests).toMatchObject([
      {
        id,
        kind: 'postpone',
        text: 'The grant comes later.',
        status: 'waiting',
        reason: null,
        decidedAt: null,
      },
    ]);
    expect(requests[0]!.instalments!.map(({ dueOn }) => dueOn.slice(0, 4))).toEqual(
      Array.from({ length: 4 }, () => '2030'),
    );
    const told = await own.mails();
    expect(told).toMatchObject([{ kind: 'request', data: { ref: own.ref, request: 'postpone' } }]);
    expect(JSON.stringify(told)).not.toContain('grant comes');
    expect((await own.acts()).at(-1)).toBe('signatory pledge.request');
    await own.cancel();
  });

  test('is one at a time, and is cancelled by its giver', async () => {
    await own.agree();
    await own.ask(LATER);
    expect(await refused(own.ask(RELEASE))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('waiting for an admin'),
    });
    expect((await refused(own.increase(own.ada, '1.00'))).code).toBe('conflict');
    expect((await own.cancel()).body).toMatchObject({ status: 'cancelled' });
    expect((await refused(own.cancel())).code).toBe('conflict');
    const id = await own.ask(RELEASE);
    expect((await own.read()).requests.map(({ status }) => status)).toEqual([
      'waiting',
      'cancelled',
    ]);
    await own.refuse(id);
  });

  test('of two at the same moment is one', async () => {
    await own.agree();
    const both = await Promise.allSettled([own.ask(LATER), own.ask(RELEASE)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await own.cancel();
  });

  test.each([
    ['nothing is agreed', async () => {}, LATER],
    [
      'a larger amount is waiting',
      async () => void (await own.increase(own.ada, '5000.00')),
      RELEASE,
    ],
  ])('is refused where %s', async (_, prepare, input) => {
    await prepare();
    if (input === RELEASE) await own.agree();
    expect((await refused(own.ask(input))).code).toBe('conflict');
    expect(await own.mails()).toEqual([]);
  });

  test.each<[string, object, string]>([
    [
      'instalments of another sum',
      { ...LATER, schedule: undefined, instalments: [{ dueOn: '2030-01-01', amount: '399.00' }] },
      'instalments',
    ],
    ['less by nothing named', { kind: 'reduce', text: 'Less.' }, 'amount'],
    ['GPU-hours of money', { kind: 'reduce', gpuHours: '1.00', text: 'Less.' }, 'gpuHours'],
  ])('for %s names the field', async (_, input, field) => {
    await own.agree();
    expect(await refused(own.ask(input))).toMatchObject({
      code: 'invalid-input',
      fields: [expect.objectContaining({ field })],
    });
  });

  test('for less than nothing is left of is refused, and so are the instalments that are there', async () => {
    await own.agree({ amount: '150.00' });
    expect((await refused(own.ask(less('150.01')))).code).toBe('over-draw');
    expect((await refused(own.ask({ ...LATER, schedule: QUARTERS }))).code).toBe('conflict');
  });

  test.each(['', ' ', 'x'.repeat(1001), 'turn\u202eed'])(
    'needs a text that can be read: %j',
    (text) => {
      expect(requestInput.safeParse({ ...RELEASE, text }).success).toBe(false);
    },
  );

  test('is nobody else’s: of another’s pledge one is told what one is told of none', async () => {
    await own.agree();
    const id = await own.ask(RELEASE);
    expect((await refused(own.ask(RELEASE, own.bo))).code).toBe('not-found');
    expect((await refused(own.cancel(own.bo))).code).toBe('not-found');
    for (const by of [{ kind: 'public' }, MACHINE] as Actor[]) {
      expect((await refused((async () => own.ask(RELEASE, by))())).code).toBe('unauthorised');
    }
    for (const decide of [own.grant, own.refuse]) {
      expect((await refused((async () => decide(id, own.ada))())).code).toBe('unauthorised');
      const viewer: Actor = { ...MACHINE, rights: ['view', 'export'] };
      expect((await refused((async () => decide(id, viewer))())).code).toBe('forbidden');
    }
    expect((await own.read()).stages.committed).toMatchObject({ amount: '400.00' });
    await own.cancel();
  });

  test('goes with a signature that is withdrawn', async () => {
    own.ref = await fundingPledge(own.app, own.bo.signatoryId, { amount: '10.00' });
    await own.agree();
    await own.ask(RELEASE, own.bo);
    await move(own.app, own.ref, 'lapse');
    await withdrawSignature(own.app.ctx, own.bo, newKey());
    const [row] = await own.app.ctx.db
      .select({ status: pledgeRequest.status })
      .from(pledgeRequest)
      .innerJoin(schema.pledge, eq(schema.pledge.id, pledgeRequest.pledgeId))
      .where(eq(schema.pledge.ref, own.ref));
    expect(row).toEqual({ status: 'cancelled' });
    expect((await own.acts()).at(-1)).toBe('signatory pledge.cancel-request');
  });

  test.each<[string, () => Promise<unknown>]>([
    ['withdrawn by its giver', () => own.withdraw(own.ada)],
    ['withdrawn by an admin', () => own.withdraw(MACHINE)],
    ['rejected', () => move(own.app, own.ref, 'reject', { revision: 0 })],
  ])('goes with a pledge that is %s after its acceptance was taken back', async (_, end) => {
    const agreed = await own.agree();
    await own.ask(RELEASE);
    const { movements } = (await own.app.request(`/api/v1/pledges/${own.ref}`)).body;
    for (const batch of [agreed.body.batch, movements[0].batch]) {
      const path = `/api/v1/admin/batches/${batch}/reverse`;
      expect((await own.app.request(path, { body: { reason: 'a mistake' } })).status).toBe(201);
    }
    await end();
    expect((await own.read()).requests).toMatchObject([{ status: 'cancelled' }]);
  });

  test('goes with a signature that is rejected', async () => {
    const { signatoryId, ...eve } = await signedIn(own.app, { name: 'Eve Example' });
    own.ref = await fundingPledge(own.app, signatoryId, { amount: '10.00' });
    await own.agree();
    await own.ask(RELEASE, { ...eve, signatoryId });
    await move(own.app, own.ref, 'lapse');
    await rejectSignatory(own.app.ctx, MACHINE, newKey(), signatoryId);
    expect((await own.acts()).at(-1)).toBe('machine pledge.cancel-request');
  });

  test('is one of at most ten about a pledge in 24 hours', async () => {
    await own.agree();
    for (let number = 0; number < 10; number += 1) {
      await own.ask(RELEASE);
      await own.cancel();
    }
    const { code, extra } = await refused(own.ask(RELEASE));
    expect([code, extra]).toEqual(['too-many', { retryAfter: 86_400 }]);
    own.app.clock.now = new Date(NOW.getTime() + 86_400_000);
    await own.ask(RELEASE);
    await own.cancel();
    own.app.clock.now = NOW;
  });
});
