import type { Context } from '../context.ts';
import { secondsToWait } from '../db/limit.ts';
import type * as people from '../db/people.ts';
import { isKnownNetwork } from '../sessions/networks.ts';
import { emailKey } from '../signatories/schemas.ts';

const HOUR = 3_600;
/** An hour to one address: for each network that asks, and in all. */
const OF_NETWORK = 5;
const OF_ALL = 20;
/** Where the owner has signed in: others can't use these up. */
const OF_KNOWN = 20;

/** Most providers deliver name+anything@ to name@. A signature needs more certainty (emailKey). */
const mailboxOf = (address: string): string => emailKey(address).replace(/(?<=.)\+.*(?=@)/, '');

export type Asked = Pick<typeof people.mail.$inferSelect, 'network' | 'askedBy'> & {
  isCounted: boolean;
};

/** The signatory with exactly this address. */
export interface Receiver {
  address: string;
  signatoryId: string | null;
}

/** Counts an email that may go. Unsigned addresses count by mailbox, signed ones alone: no alias uses them up. */
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
