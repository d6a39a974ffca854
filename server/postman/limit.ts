import type { Context } from '../context.ts';
import { secondsToWait } from '../db/limit.ts';
import type * as people from '../db/people.ts';
import { isKnownNetwork } from '../sessions/networks.ts';
import { emailKey } from '../signatories/schemas.ts';

const HOUR = 3_600;
/** Emails an hour to one address: for each network that asks, and for all together. */
const OF_NETWORK = 5;
const OF_ALL = 20;
/** For a network where the address's owner has signed in: others can't use these up. */
const OF_KNOWN = 20;

/** Most providers deliver name+anything@ to name@. Good enough here; a signature needs certainty (emailKey). */
const mailboxOf = (address: string): string => emailKey(address).replace(/(?<=.)\+.*(?=@)/, '');

/** Who asked, and whether an earlier try counted the email. */
export type Asked = Pick<typeof people.mail.$inferSelect, 'network' | 'askedBy'> & {
  isCounted: boolean;
};

/** `signatoryId` of the signatory with exactly this address. */
export interface Receiver {
  address: string;
  signatoryId: string | null;
}

/**
 * Whether one more email may go to an address; counts it if so. It runs when the email is written, so the answer to
 * whoever asks is the same in any case. An address that hasn't signed is counted by mailbox, because all its aliases
 * end there; one that has is counted alone, so that no alias uses up its emails.
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
