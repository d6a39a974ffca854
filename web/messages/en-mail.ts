/** What mails say, in English. */
import { formatGpuHours, parseAmount, parseGpuHours } from '../../server/domain/quantity.ts';
import { count, fullAmount, instant } from '../format.ts';

/** A mail: its paragraphs, and between them the link, under the words of its button. */
export interface Letter {
  subject: string;
  before: string[];
  button: string | null;
  after: string[];
}

/** What a mail needs of a pledge that somebody typed. */
export type TypedPledge =
  | { kind: 'funding'; asset: string; amount: string }
  | { kind: 'compute'; asset: string; windows: { gpus: number }[] | { gpuHours: string } };

/** "$1,000.00", "up to 512 GPUs (H100-SXM)", "1,000.00 GPU-hours (B200)" */
function pledged(pledge: TypedPledge): string {
  if (pledge.kind === 'funding') {
    return fullAmount(parseAmount(pledge.amount, pledge.asset), pledge.asset);
  }
  const { asset, windows } = pledge;
  if (!Array.isArray(windows)) {
    return `${formatGpuHours(parseGpuHours(windows.gpuHours))} GPU-hours (${asset})`;
  }
  const most = Math.max(...windows.map(({ gpus }) => gpus));
  return `${windows.length > 1 ? 'up to ' : ''}${count(most)} GPUs (${asset})`;
}

const as = (name: string | null): string => (name === null ? '' : ` as “${name}”`);
const VALID = 'The link is valid for 15 minutes and works once.';
const some = (number: number, one: string): string =>
  `${count(number)} ${one}${number === 1 ? '' : 's'}`;

export const mail = {
  /** `name`: as it was typed; null where it is better not repeated. */
  confirm: (
    initiative: string,
    { name, pledge }: { name: string | null; pledge: TypedPledge | null },
  ): Letter => ({
    subject: pledge
      ? `Confirm your signature and your pledge: ${initiative}`
      : `Confirm your signature: ${initiative}`,
    before: [
      `Somebody, perhaps you, has signed ${initiative}${as(name)} with this address` +
        `${pledge ? ` and pledges ${pledged(pledge)}` : ''}. If it was you, confirm it:`,
    ],
    button: pledge ? 'Confirm your signature and pledge' : 'Confirm your signature',
    after: [`${VALID} If you do nothing, nothing happens: nothing is shown, and nothing counts.`],
  }),
  signedAlready: (initiative: string): Letter => ({
    subject: `You have signed already: ${initiative}`,
    before: [
      `Somebody, perhaps you, has tried to sign ${initiative} again with this address. ` +
        'You have signed already, and nothing has changed.',
      'To pledge, or to change what you said, sign in:',
    ],
    button: 'Sign in',
    after: [`${VALID} If it was not you, do nothing.`],
  }),
  signIn: (initiative: string): Letter => ({
    subject: `Sign in: ${initiative}`,
    before: [`Sign in to see and change your signature and your pledges for ${initiative}:`],
    button: 'Sign in',
    after: [`${VALID} If you did not ask for it, do nothing: nobody gets in without this mail.`],
  }),
  newAddress: (initiative: string): Letter => ({
    subject: `Confirm your new address: ${initiative}`,
    before: [
      `Somebody, perhaps you, has signed ${initiative} with another address and wants mail to ` +
        'come to this one. If it was you, confirm it:',
    ],
    button: 'Confirm this address',
    after: [`${VALID} If you do nothing, the address stays as it was.`],
  }),
  addressChanged: (initiative: string, contact: string | null): Letter => ({
    subject: `Your address was changed: ${initiative}`,
    before: [
      `Your signature of ${initiative} has another mail address now. This is the last mail to ` +
        'this one.',
    ],
    button: null,
    after: [
      `If it was not you who changed it, tell ${contact ?? 'whoever runs the initiative'} at once.`,
    ],
  }),
  decided: (
    initiative: string,
    { ref, decision, reason }: { ref: string; decision: string; reason: string | null },
  ): Letter => ({
    subject: `Your pledge ${ref} is ${decision}: ${initiative}`,
    before: [
      decision === 'accepted'
        ? `Your pledge ${ref} for ${initiative} is accepted, as you last sent it.`
        : `Your pledge ${ref} for ${initiative} is not accepted as you last sent it. What was ` +
          'accepted before, if anything, stands.',
      ...(reason === null ? [] : [`The reason: “${reason}”`]),
      'Your pledges, and what you can do:',
    ],
    button: 'Your pledges',
    after: [],
  }),
  waiting: (
    initiative: string,
    { signatures, pledges, since }: { signatures: number; pledges: number; since: Date },
  ): Letter => ({
    subject: `${some(signatures + pledges, 'decision')} to take: ${initiative}`,
    before: [
      `What waits for you: ${[
        signatures > 0 ? some(signatures, 'signature') : [],
        pledges > 0 ? some(pledges, 'pledge') : [],
      ]
        .flat()
        .join(' and ')}, the oldest since ${instant(since)}.`,
      'With the admin token, GET /api/v1/admin/exports/signatories.csv and …/pledges.csv list ' +
        'them; POST /api/v1/admin/signatories/ID/publish or …/reject and ' +
        '/api/v1/admin/pledges/REF/accept or …/reject decide. All of it is described here:',
    ],
    button: 'The API',
    after: ['You get at most one such mail an hour.'],
  }),
};
