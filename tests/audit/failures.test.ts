import { randomUUID } from 'node:crypto';
import { and, asc, gt, like } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { noteFailures } from '../../server/audit/failures.ts';
import type { Failure } from '../../server/context.ts';
import * as desk from '../../server/db/desk.ts';
import { hashOf } from '../../server/sessions/token.ts';
import { askedIn, type Bent, type Passkey } from '../support/authenticator.ts';
import { atDesk } from '../support/desk.ts';
import { fieldsOf, send } from '../support/forms.ts';
import { usePasskeys } from '../support/passkeys.ts';

const { app, later, newPasskeyHere, pageAt, withPasskey } = usePasskeys();

/** The failures of the last hour, once there are as many as `many`. */
async function failures(many: number) {
  const { audit } = desk;
  const read = () =>
    app()
      .ctx.db.select()
      .from(audit)
      .where(
        and(
          like(audit.act, 'admin.%'),
          gt(audit.at, new Date(app().clock.now.getTime() - 3_600_000)),
        ),
      )
      .orderBy(asc(audit.id));
  const found = await vi.waitFor(async () => {
    const lines = (await read()).filter(({ act }) => /failed|refused/.test(act));
    expect(lines.length).toBeGreaterThanOrEqual(many);
    return lines;
  });
  return found.map(({ act, by, object, from, adminId, facts }) => ({
    act,
    by,
    object,
    from,
    adminId,
    facts,
  }));
}

async function signIn(passkey: Passkey, bent: Bent = {}): Promise<number> {
  const page = await pageAt('/admin/sign-in');
  const fields = fieldsOf(page);
  fields.set('passkey', passkey.use(askedIn(page), bent));
  return (await send(`${app().url}/admin/sign-in`, fields)).status;
}

const recover = (email: string, code: string) =>
  send(`${app().url}/admin/recover`, [
    ['email', email],
    ['code', code],
  ]);

const STRANGER = { by: 'stranger', from: '127.0.0.1', adminId: null };

describe('the audit trail has what failed', () => {
  test('a passkey of Cy’s that can’t be verified, and one that nobody knows', async () => {
    const cy = await withPasskey('Cy Example');
    expect(await signIn(cy.passkey, { verified: false })).toBe(400);
    const act = 'admin.passkey-failed';
    expect(await failures(1)).toEqual([{ ...STRANGER, act, object: cy.id, facts: {} }]);
    expect(await signIn(newPasskeyHere())).toBe(400);
    expect((await failures(2))[1]).toEqual({ ...STRANGER, act, object: null, facts: {} });
    const { page } = await cy.get('/admin/audit');
    expect(page).toContain('Somebody used a passkey that failed: Cy Example');
  });

  test('a touch of Cy’s that fails, as Cy’s', async () => {
    const cy = await withPasskey('Cy Example');
    const { page } = await cy.get('/admin/touch');
    const passkey = cy.passkey.use(askedIn(page), { verified: false });
    expect((await cy.post('/admin/touch', { passkey })).status).toBe(400);
    const [line] = await failures(1);
    expect(line).toMatchObject({ act: 'admin.passkey-failed', by: 'session', adminId: cy.id });
  });

  test('a wrong recovery code, with the account if there is one', async () => {
    const cy = await withPasskey('Cy Example');
    await recover(`${cy.id}@desk.example`, '0000-0000-0000-0000');
    await recover('dee@example.org', '0000-0000-0000-0000');
    const act = 'admin.code-failed';
    const lines = await failures(2);
    expect(lines).toContainEqual({ ...STRANGER, act, object: cy.id, facts: {} });
    expect(lines).toContainEqual({ ...STRANGER, act, object: null, facts: {} });
  });

  test('a right that Bo’s role lacks, at a page and by the API', async () => {
    const bo = await atDesk(app(), 'viewer', 'Bo Example');
    const token = `muster_${randomUUID()}`;
    const owner = await atDesk(app(), 'owner');
    await app()
      .ctx.db.insert(desk.apiToken)
      .values({
        id: randomUUID(),
        name: 'nightly',
        tokenHash: hashOf(token),
        rights: ['view', 'record'],
        madeBy: owner.id,
        createdAt: app().clock.now,
        expiresAt: new Date('2027-01-01'),
      });
    expect((await bo.get('/admin/exports')).status).toBe(403);
    await failures(1);
    expect((await app().request('/api/v1/admin/exports/audit.csv', { token })).status).toBe(403);
    await failures(2);
    const refused = await app().request(`/api/v1/admin/pledges/0123456789ABCDEF/refund`, {
      token,
      body: { evidence: { note: 'It went back.' } },
    });
    expect([refused.status, refused.body.detail]).toEqual([
      403,
      'This token doesn’t have the right “refund”.',
    ]);
    expect(await failures(3)).toEqual([
      {
        act: 'admin.refused',
        by: 'session',
        object: null,
        from: '127.0.0.1',
        adminId: bo.id,
        facts: { right: 'export', route: 'GET /admin/exports' },
      },
      {
        act: 'admin.refused',
        by: 'token',
        object: null,
        from: '127.0.0.1',
        adminId: owner.id,
        facts: { right: 'export', route: 'GET /api/v1/admin/exports/audit.csv' },
      },
      {
        act: 'admin.refused',
        by: 'token',
        object: null,
        from: '127.0.0.1',
        adminId: owner.id,
        facts: { right: 'refund', route: 'POST /api/v1/admin/pledges/:ref/refund' },
      },
    ]);
  });
});

describe('a stranger can’t flood the audit trail', () => {
  const act = 'admin.code-failed';
  const fail = (account: string | null, from: string): Failure => ({
    act,
    account,
    by: { kind: 'stranger', from },
  });

  test('many failures on one account make a line for each power of ten, with their number', async () => {
    const cy = await atDesk(app());
    const note = noteFailures(app().ctx);
    for (let nth = 0; nth < 2_500; nth += 1) note(fail(cy.id, `192.0.2.${nth % 256}`));
    const lines = await failures(4);
    const times = lines.map(({ facts }) => Number(facts['times'] ?? 1));
    expect(times.toSorted((a, b) => a - b)).toEqual([1, 10, 100, 1000]);
    later(61);
    note(fail(cy.id, '192.0.2.1'));
    expect(await failures(1)).toHaveLength(1);
  });

  test('many networks share a line after the first fifty', async () => {
    const note = noteFailures(app().ctx);
    for (let nth = 0; nth < 1_000; nth += 1)
      note(fail(null, `2001:db8:0:${nth.toString(16)}::/64`));
    // Fifty of their own; of the other 950 the 1st, the 10th and the 100th.
    const lines = await failures(53);
    expect(lines).toHaveLength(53);
  });
});
