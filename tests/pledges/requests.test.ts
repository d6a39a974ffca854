import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { MACHINE, type Actor } from '../../server/actor.ts';
import { pledgeRequest } from '../../server/db/requests.ts';
import * as schema from '../../server/db/schema.ts';
import { withdrawSignature } from '../../server/me/signature.ts';
import { requestInput } from '../../server/pledges/schemas.ts';
import { fundingPledge, move } from '../support/actors.ts';
import { QUARTERS } from '../support/own-pledge.ts';
import { LATER, less, RELEASE, useRequests } from '../support/requests.ts';
import { newKey, refused } from '../support/signed-in.ts';

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
  });
});
