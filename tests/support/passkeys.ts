import { count, gt, max } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import * as desk from '../../server/db/desk.ts';
import { startApp, type TestApp } from './app.ts';
import { watchLedger } from './check-ledger.ts';
import { askedIn, newPasskey, type Passkey } from './authenticator.ts';
import { atDesk, type DeskUser } from './desk.ts';

/** A desk whose admins come by passkeys: one deployment for a test file, without any before each test. */
export function usePasskeys() {
  let app: TestApp;
  /** The newest line of the trail before a test. */
  let mark: bigint;
  const later = (minutes: number): void => {
    app.clock.now = new Date(app.clock.now.getTime() + minutes * 60_000);
  };
  beforeAll(async () => {
    app = await startApp({ env: { TRUSTED_PROXIES: '127.0.0.1,::1' } });
  });
  beforeEach(async () => {
    // What was counted by network is over.
    later(61);
    const { db } = app.ctx;
    for (const table of [desk.passkey, desk.recoveryCode, desk.challenge]) await db.delete(table);
    mark = (await db.select({ id: max(desk.audit.id) }).from(desk.audit))[0]!.id!;
  });
  afterEach(() => watchLedger(app));
  afterAll(() => app.close());

  const newPasskeyHere = (): Passkey => newPasskey(app.ctx.config.baseUrl);
  return {
    app: () => app,
    later,
    newPasskeyHere,
    pageAt: async (path: string): Promise<string> =>
      (await fetch(app.url + path, { headers: { accept: 'text/html' } })).text(),
    /** How many rows a table of the desk has. */
    rowsIn: async (table: (typeof desk)['challenge' | 'passkey' | 'recoveryCode']) =>
      (await app.ctx.db.select({ rows: count() }).from(table))[0]!.rows,
    /** What was done since a test began. */
    acts: async () => {
      const { act, id } = desk.audit;
      const lines = await app.ctx.db
        .select({ act })
        .from(desk.audit)
        .where(gt(id, mark))
        .orderBy(id);
      return lines.map((each) => each.act);
    },
    /** An admin at the desk, with a passkey that was added there. */
    withPasskey: async (name: string): Promise<DeskUser & { passkey: Passkey }> => {
      const user = await atDesk(app, 'owner', name);
      const passkey = newPasskeyHere();
      const { page } = await user.get('/admin/account/passkeys/new');
      const added = await user.post('/admin/account/passkeys/new', {
        passkey: passkey.make(askedIn(page)),
      });
      expect(added.location).toBe('/admin/account?done=passkey.add');
      return { ...user, passkey };
    },
  };
}
