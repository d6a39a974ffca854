import type { Context } from '../context.ts';
import { secondsToWait } from '../db/limit.ts';
import type * as people from '../db/people.ts';
import { isKnownNetwork } from '../sessions/networks.ts';
import { emailKey } from '../signatories/schemas.ts';

const HOUR = 3_600;
/** Of the mails to one address, so many an hour for each network that asks, and so many for all of them. */
const OF_NETWORK = 5;
const OF_ALL = 20;
/** For a network where the owner of the address signed in before: nobody elsewhere uses these up. */
const OF_KNOWN = 20;

/**
 * Most providers deliver name+anything@ to name@. Here that is enough; a signature needs to be sure
 * (emailKey).
 */
const mailboxOf = (address: string): string => emailKey(address).replace(/(?<=.)\+.*(?=@)/, '');

/** Who asked for a mail, and whether it was counted by an earlier try to send it. */
export type Asked = Pick<typeof people.mail.$inferSelect, 'network' | 'askedBy'> & {
  isCounted: boolean;
};

/** Whom a mail goes to: somebody who has signed with this very address, or whoever reads it. */
export interface Receiver {
  address: string;
  signatoryId: string | null;
}

/**
 * Whether one more mail that was asked for may go to an address, and counts it if so. It is asked as
 * the mail is written, so that whoever asks is answered the same whether or not it goes out, and
 * whether or not the address has signed. Addresses that have not signed are counted by mailbox, for
 * all aliases end there; those that have by themselves, so that no alias uses up their mails.
 */
export async function maySend(
  ctx: Context,
  { network, askedBy, isCounted }: Asked,
  { address, signatoryId }: Receiver,
): Promise<boolean> {
  const isOwner = signatoryId !== null && askedBy === signatoryId;
  if (isCounted || isOwner) return true;
  const from = network?.toString('hex') ?? '';
  const isBelow = async (name: string, key: string, most: number): Promise<boolean> =>
    (await secondsToWait(ctx, { name, key, most, seconds: HOUR })) === 0;
  if (signatoryId !== null && network && (await isKnownNetwork(ctx, signatoryId, network))) {
    return isBelow('mail to signatory from known network', signatoryId + from, OF_KNOWN);
  }
  const whom = signatoryId === null ? 'mailbox' : 'signatory';
  const key = signatoryId === null ? mailboxOf(address) : address;
  return (
    (await isBelow(`mail to ${whom} from network`, from + key, OF_NETWORK)) &&
    isBelow(`mail to ${whom}`, key, OF_ALL)
  );
}
