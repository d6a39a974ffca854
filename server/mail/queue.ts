import { v7 as uuidv7 } from 'uuid';
import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import * as people from '../db/people.ts';

/** What a mail tells of. What it says is read when it is sent; a link in it is made then. */
export type Mail =
  /** A sign-up to confirm; to an address that has signed, that somebody tried again. */
  | { kind: 'confirm'; signUpId: string }
  /** A way to sign in, if the address has signed, and where to go on then. */
  | { kind: 'sign-in'; next: string | null }
  /** To a new address: confirm it. */
  | { kind: 'new-address'; signatoryId: string }
  /** To the old address, once there is a new one. */
  | { kind: 'address-changed' }
  /** What an admin made of a pledge, or of a larger amount that was asked for. */
  | { kind: 'decided'; ref: string; decision: 'accepted' | 'rejected'; reason: string | null }
  /** To the admins: how much waits for them. */
  | { kind: 'waiting' };

/**
 * Has a mail sent after the commit, and not without it: it is kept beside what it tells of. A crash
 * before it was sent leaves it to the next start; one while it is being sent may send it twice.
 */
export async function queueMail(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  address: string,
  { kind, ...data }: Mail,
): Promise<void> {
  const now = ctx.now();
  await tx
    .insert(people.mail)
    .values({ id: uuidv7(), kind, address, data, createdAt: now, dueAt: now });
}
