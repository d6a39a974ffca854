import { lt } from 'drizzle-orm';
import type { Context } from '../context.ts';
import * as desk from '../db/desk.ts';
import * as people from '../db/people.ts';

const DAY_MS = 24 * 3_600_000;
/** A spent link still says for a day what has become of it. */
const LINK_MS = DAY_MS;
const SIGN_UP_MS = 7 * DAY_MS;

/**
 * Deletes what is over: links, sign-ups that nobody confirmed, sessions, challenges that no passkey
 * answered, ended stretches of limits.
 */
export async function sweep({ db, now }: Pick<Context, 'db' | 'now'>): Promise<void> {
  const { link, signUp, session, limitUse } = people;
  const at = now();
  const before = (ms: number): Date => new Date(at.getTime() - ms);
  await db.delete(link).where(lt(link.expiresAt, before(LINK_MS)));
  await db.delete(signUp).where(lt(signUp.createdAt, before(SIGN_UP_MS)));
  await db.delete(session).where(lt(session.expiresAt, at));
  await db.delete(desk.challenge).where(lt(desk.challenge.expiresAt, at));
  await db.delete(limitUse).where(lt(limitUse.endsAt, at));
}
