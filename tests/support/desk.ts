import { randomUUID } from 'node:crypto';
import { MACHINE, type Admin } from '../../server/actor.ts';
import { DESK_SECONDS } from '../../server/admins/session.ts';
import { openSession } from '../../server/sessions/session.ts';
import * as desk from '../../server/db/desk.ts';
import { rightsOf, type Role } from '../../server/domain/right.ts';
import { derivedToken } from '../../server/sessions/token.ts';
import type { TestApp } from './app.ts';
import { send } from './forms.ts';

/** An admin who has just touched a passkey, in a browser that nobody sees. */
export interface DeskUser {
  id: string;
  actor: Admin;
  cookie: Record<string, string>;
  /** A page of the desk. */
  get: (
    path: string,
  ) => Promise<{ status: number; page: string; location: string | null; headers: Headers }>;
  /** A form of the desk, with its session's token and a key of its own. */
  post: (path: string, fields?: Record<string, string>) => ReturnType<typeof send>;
}

/** A passkey that no device has. */
export const passkeyOf = (adminId: string, createdAt: Date) => ({
  id: adminId,
  credentialId: adminId,
  adminId,
  publicKey: Buffer.alloc(1),
  counter: 0,
  transports: [],
  name: 'a key',
  createdAt,
});

/** Cy the admin, or another one, signed in at the desk with a role. */
export async function atDesk(
  app: TestApp,
  role: Role = 'owner',
  name = 'Cy Example',
  { hasPasskey = false } = {},
): Promise<DeskUser> {
  const { ctx, url } = app;
  const id = randomUUID();
  const email = `${id}@desk.example`;
  await ctx.db
    .insert(desk.admin)
    .values({ id, name, email, emailKey: email, role, createdAt: ctx.now() });
  if (hasPasskey) await ctx.db.insert(desk.passkey).values(passkeyOf(id, ctx.now()));
  const token = randomUUID();
  await ctx.db.transaction((tx) =>
    openSession(tx, ctx, {
      holder: { adminId: id },
      token,
      seconds: DESK_SECONDS,
      browser: 'a test',
    }),
  );
  const cookie = { cookie: `muster-desk=${token}` };
  return {
    id,
    actor: {
      ...MACHINE,
      by: 'session',
      rights: rightsOf(role),
      adminId: id,
      touchedAt: ctx.now(),
      from: '127.0.0.1',
    },
    cookie,
    get: async (path) => {
      const headers = { ...cookie, accept: 'text/html' };
      const response = await fetch(url + path, { headers, redirect: 'manual' });
      const location = response.headers.get('location');
      const { status, headers: answered } = response;
      return { status, page: await response.text(), location, headers: answered };
    },
    post: (path, fields = {}) =>
      send(
        url + path,
        Object.entries({ csrf: derivedToken('csrf', token), key: randomUUID(), ...fields }),
        cookie,
      ),
  };
}
