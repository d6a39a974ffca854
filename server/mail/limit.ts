import type { Context } from '../context.ts';
import { secondsToWait } from '../db/limit.ts';
import { emailKey } from '../signatories/schemas.ts';
import type { Mail } from './queue.ts';

/** What anybody can have sent to any address. */
const ASKED_FOR: ReadonlySet<Mail['kind']> = new Set(['confirm', 'sign-in', 'new-address']);

const MOST = 5;
const HOUR = 3_600;

/**
 * Most providers deliver name+anything@ to name@. Here that is enough; a signature needs to be sure
 * (emailKey).
 */
const mailboxOf = (address: string): string => emailKey(address).replace(/(?<=.)\+.*(?=@)/, '');

/**
 * Whether one more mail may go to an address: nobody is sent more than a handful that he did not ask
 * for. Counted as it is sent, so that who asks is answered the same, and at the same speed.
 */
export async function maySend(
  ctx: Context,
  { kind, address }: { kind: string; address: string },
): Promise<boolean> {
  if (!(ASKED_FOR as ReadonlySet<string>).has(kind)) return true;
  const use = { name: 'mail to address', key: mailboxOf(address), most: MOST, seconds: HOUR };
  return (await secondsToWait(ctx, use)) === 0;
}
