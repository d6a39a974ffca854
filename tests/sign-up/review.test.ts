import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as people from '../../server/db/people.ts';
import { checkLedger, watchLedger } from '../support/check-ledger.ts';
import {
  newestToken,
  signedUp,
  signUp,
  startMailApp,
  useToken,
  type MailApp,
} from '../support/sign-up.ts';

let app: MailApp;
beforeAll(async () => {
  app = await startMailApp();
  await signedUp(app);
});
beforeEach(() => app.ctx.db.delete(people.limitUse));
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const money = (amount: string, facts: object = {}) => ({
  pledge: { kind: 'funding', asset: 'USD', amount, ...facts },
});
const mine = async (session: string) =>
  (await app.request('/api/v1/me/pledges', { token: session })).body.pledges;
const reviewOf = async (session: string) =>
  (await app.request('/api/v1/me', { token: session })).body.signature.review;

describe('what an admin has to look at first', () => {
  test.each([
    [
      'an organisation whose address is not its own',
      { kind: 'organisation', name: 'Example Works', url: 'https://works.example' },
      ['unproved-organisation'],
    ],
    [
      'an address that is thrown away',
      { name: 'Thrown Example', email: 'x@mailinator.com' },
      ['disposable-address'],
    ],
    [
      'an organisation at another host of its domain, where others have mailboxes too',
      { kind: 'organisation', name: 'Example Two', url: 'https://www.elsewhere.example' },
      ['unproved-organisation'],
      'office@students.elsewhere.example',
    ],
    [
      'an organisation on a consumer mail provider’s domain, also below it',
      { kind: 'organisation', name: 'Example Three', url: 'https://www.qq.com' },
      ['unproved-organisation'],
      'office@vip.qq.com',
    ],
    [
      'an organisation by a name that has signed, in another case and spacing',
      { kind: 'organisation', name: 'ADA\u00a0 example.', url: 'https://elsewhere.example' },
      ['same-name'],
      'office@elsewhere.example',
    ],
  ])('%s', async (_what, facts, review, address?: string) => {
    const email = address ?? `${review[0]}@elsewhere.example`;
    const { status, session } = await signedUp(app, { email, ...facts, ...money('10.00') });
    expect(status).toBe('pending');
    expect(await reviewOf(session)).toEqual(review);
    expect(await mine(session)).toMatchObject([{ status: 'pending' }]);
  });

  test('an organisation on its own domain is published, and graded by it', async () => {
    const { status, session } = await signedUp(app, {
      kind: 'organisation',
      name: 'Example Institute',
      email: 'office@institute.example',
      url: 'https://www.institute.example/about',
      ...money('10.00'),
    });
    expect(status).toBe('published');
    const { body } = await app.request('/api/v1/me', { token: session });
    expect(body.signature.verifiedDomain).toBe('institute.example');
    const [{ ref }] = await mine(session);
    const { movements } = (await app.request(`/api/v1/movements?ref=${ref}`)).body;
    expect(movements).toMatchObject([{ verb: 'pledge', grade: 'domain-verified' }]);
  });

  test('more money than the policy has, and GPUs; an anonymous pledge waits for others', async () => {
    const window = { gpus: 8, from: '2026-04-01', to: '2026-05-01' };
    const pledges = [
      ['pending', money('1000.01')],
      ['ready', money('10.00', { visibility: 'anonymous' })],
      [
        'pending',
        { pledge: { kind: 'compute', asset: 'H100-SXM', site: 'Oslo', windows: [window] } },
      ],
    ] as const;
    for (const [index, [waits, pledge]] of pledges.entries()) {
      const { status, session } = await signedUp(app, {
        name: `Waits ${index}`,
        email: `waits${index}@uni.example`,
        ...pledge,
      });
      expect(status).toBe('published');
      expect(await mine(session)).toMatchObject([{ status: waits }]);
    }
  });

  test('a name or an address that was rejected before', async () => {
    const email = 'forger@uni.example';
    const forger = await signedUp(app, { email, name: 'Famous Forger' });
    expect(forger.status).toBe('published');
    await app.request(`/api/v1/admin/signatories/${forger.id}/reject`, { body: {} });
    for (const facts of [
      { email, name: 'Another Name' },
      { email: 'x@y.example', name: 'FamousForger' },
    ]) {
      const { status, session } = await signedUp(app, facts);
      expect(status).toBe('pending');
      expect(await reviewOf(session)).toEqual(['rejected-before']);
    }
  });

  test('all but the first of those who confirm names that look alike at once', async () => {
    const tokens: string[] = [];
    const names = ['Twin Lilly', 'Twin LiIly', 'Twin Li1ly', 'Twin Lil1y'];
    for (const [index, name] of names.entries()) {
      await signUp(app, { email: `twin@${index}.example`, name });
      tokens.push(await newestToken(app));
    }
    const replies = await Promise.all(tokens.map((token) => useToken(app, token)));
    const published = replies.filter(({ body }) => body.signatory.status === 'published');
    expect([replies.length, published.length]).toEqual([4, 1]);
  });

  test('everything, where AUTO_PUBLISH is off', async () => {
    const other = await startMailApp({ env: { AUTO_PUBLISH: 'off' } });
    try {
      const { status, session } = await signedUp(other, money('10.00'));
      expect(status).toBe('pending');
      const { body } = await other.request('/api/v1/me', { token: session });
      expect(body.signature.review).toEqual(['policy']);
      await checkLedger(other);
    } finally {
      await other.close();
    }
  });
});
