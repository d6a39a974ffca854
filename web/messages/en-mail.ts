/** What mails say, in English. */
import { isCurrency } from '../../server/domain/asset.ts';
import { formatGpuHours, parseAmount, parseGpuHours } from '../../server/domain/quantity.ts';
import { count, fullAmount, instant } from '../format.ts';
import type { Letter, TypedPledge } from './shapes.ts';
import { together } from './en-pledges.ts';

interface LostEntries {
  origin: string;
  size: number;
  lostSize: number;
  reason: string;
}

interface Decided {
  ref: string;
  decision: 'accepted' | 'rejected' | 'ready';
  reason: string | null;
  asset: string;
  quantity: string;
  isMore: boolean;
}

/** "$5,000.00", "1,000.00 GPU-hours (B200)" */
const quantityOf = ({ asset, quantity }: Decided): string =>
  isCurrency(asset)
    ? fullAmount(BigInt(quantity), asset)
    : `${formatGpuHours(BigInt(quantity))} GPU-hours (${asset})`;

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

const VALID = 'The link works once, within 15 minutes.';
const VALID_FOR_A_DAY = 'The link works once, within 24 hours.';
const some = (number: number, one: string): string =>
  `${count(number)} ${one}${number === 1 ? '' : 's'}`;

export const mail = {
  /** Without a word that was typed: a stranger chooses those, and whom the mail goes to. */
  confirm: (initiative: string, pledge: TypedPledge | null): Letter => ({
    subject: pledge
      ? `Confirm your signature and your pledge: ${initiative}`
      : `Confirm your signature: ${initiative}`,
    before: [
      `Somebody, perhaps you, has signed ${initiative} with this address` +
        `${pledge ? ` and pledges ${pledged(pledge)}` : ''}. If it was you, read what was typed, and confirm it:`,
    ],
    button: pledge ? 'Confirm your signature and pledge' : 'Confirm your signature',
    after: [`${VALID_FOR_A_DAY} If this wasn’t you, ignore this email.`],
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
  signedTwice: (initiative: string): Letter => ({
    subject: `Confirm your signature: ${initiative}`,
    before: [
      `Somebody, perhaps not only you, has signed ${initiative} several times with this address, ` +
        `each time with different details. None is confirmed yet.`,
      'Use the link in the email that you got when you signed, or sign again:',
    ],
    button: 'Sign',
    after: ['If you do nothing, nothing happens: nothing is shown, and nothing counts.'],
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
  addressAsked: (initiative: string): Letter => ({
    subject: `A new address was asked for: ${initiative}`,
    before: [
      `Somebody who is signed in as you has asked for mail about ${initiative} to come to another ` +
        'address. Nothing changes before the link that was sent there is used.',
      'If it was you, do nothing. If not, sign in and end the sessions that you do not know: the ' +
        'link then does not work any more.',
    ],
    button: 'Where you are signed in',
    after: [],
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
  decided: (initiative: string, contact: string | null, decided: Decided): Letter => {
    const { ref, decision, reason, isMore } = decided;
    const what = `${isMore ? 'the further ' : ''}${quantityOf(decided)}`;
    const accepted =
      `We have accepted ${what} of your pledge ${ref} for ${initiative}. Next, how it is paid ` +
      `or delivered is agreed with you${contact === null ? '' : ` by ${contact}`}.`;
    const ready = `An admin has approved your pledge ${ref} of ${what} for ${initiative}. ${together}`;
    const became =
      decision === 'ready' ? 'will be accepted together with others' : `is ${decision}`;
    const rejected =
      `An admin has not accepted ${what} of your pledge ${ref} for ${initiative}. ` +
      (isMore ? 'What was accepted before stands.' : 'You can pledge something else.');
    return {
      subject: `${isMore ? 'More of your' : 'Your'} pledge ${ref} ${became}: ${initiative}`,
      before: [
        { accepted, rejected, ready }[decision],
        ...(reason === null ? [] : [`The reason: “${reason}”`]),
        'Your pledges, and what you can do:',
      ],
      button: 'Your pledges',
      after: [],
    };
  },
  /** To whoever had shown a name without its amount, which was dropped. */
  nowAnonymous: (initiative: string, contact: string | null): Letter => ({
    subject: `Your pledge is now anonymous: ${initiative}`,
    before: [
      `When you pledged to ${initiative}, you chose to show your name without the amount. We no ` +
        'longer offer this, because someone could match the name with an amount.',
      'We have taken your name off the list of pledges. Your amount stays public without your ' +
        'name; someone may still guess. Your signature has not changed.',
    ],
    button: 'Your pledges',
    after: contact === null ? [] : [`If you have questions, write to ${contact}.`],
  }),
  signatureRejected: (initiative: string, reason: string, contact: string | null): Letter => ({
    subject: `Your signature is not accepted: ${initiative}`,
    before: [
      `Your signature of ${initiative} is not accepted. We don’t count or show it. ` +
        'Your pledges that weren’t accepted yet are rejected too.',
      `The reason: “${reason}”`,
    ],
    button: null,
    after: contact === null ? [] : [`If that is a mistake, say so to ${contact}.`],
  }),
  asked: (
    initiative: string,
    { ref, question }: { ref: string | null; question: string },
    contact: string | null,
  ): Letter => ({
    subject: `A question about your ${ref === null ? 'signature' : `pledge ${ref}`}: ${initiative}`,
    before: [
      `Before your ${ref === null ? 'signature' : `pledge ${ref}`} is accepted, the admins of ` +
        `${initiative} ask:`,
      `“${question}”`,
      contact === null
        ? 'Answer by changing what you said:'
        : `Answer by replying to this mail, or to ${contact}. Or change what you said:`,
    ],
    button: ref === null ? 'Your signature' : 'Your pledge',
    after: ['Until then it waits.'],
  }),
  recoveryUsed: (initiative: string): Letter => ({
    subject: `A recovery code of yours was used: ${initiative}`,
    before: [
      `Somebody, perhaps you, has used one of your recovery codes to get in to the desk of ${initiative}.`,
      'If it was not you: sign in with a passkey, sign out everywhere else, remove the passkeys ' +
        'that are not yours, make new recovery codes, and tell the other owners.',
    ],
    button: 'Your passkeys, codes and sessions',
    after: ['The code does not work again.'],
  }),
  tokenRights: (initiative: string, tokens: readonly string[]): Letter => ({
    subject: `Your API tokens can no longer export or refund: ${initiative}`,
    before: [
      `The server of ${initiative} was upgraded. Exporting files and refunding money now each need a right of ` +
        'their own, and no token made before the upgrade has them.',
      `You made these tokens: ${tokens.map((token) => `“${token}”`).join(', ')}.`,
      'If a program needs to export or refund, make a new token for it with that right, and revoke the old one.',
    ],
    button: 'See the API tokens',
    after: ['Everything else that the tokens could do still works.'],
  }),
  invite: (initiative: string, role: string): Letter => ({
    subject: `You are invited to the desk of ${initiative}`,
    before: [
      `An owner of ${initiative} invites you as ${role}: at the desk one decides on what was signed ` +
        'and pledged, and records what came of it.',
      'The link makes a passkey on your device, which you sign in by from then on. It works once, within a week:',
    ],
    button: 'Make a passkey',
    after: ['If you do not know of this, leave it: nothing happens.'],
  }),
  newLog: (initiative: string, { origin, size, lostSize, reason }: LostEntries): Letter => ({
    subject: `The database of ${initiative} lost data`,
    before: [
      size < lostSize
        ? `The public had been shown ${count(lostSize)} entries. The database has ${count(size)}.`
        : 'The database lacks what had been recorded last.',
      `Whoever runs the server began a new log, ${origin}, with the entries that are there. ` +
        `The reason given: “${reason}”`,
      'Find out what was recorded and lost, and record it again. The ledger page tells everybody about the break.',
    ],
    button: 'See the ledger',
    after: [],
  }),
  waiting: (
    initiative: string,
    {
      signatures,
      pledges,
      requests,
      payments,
      since,
    }: {
      signatures: number;
      pledges: number;
      requests: number;
      payments: number;
      since: Date;
    },
  ): Letter => ({
    subject: `${some(signatures + pledges + requests + payments, 'decision')} to take: ${initiative}`,
    before: [
      `To review: ${[
        signatures > 0 ? some(signatures, 'signature') : [],
        pledges > 0 ? some(pledges, 'pledge') : [],
        requests > 0 ? some(requests, 'request') : [],
        payments > 0 ? `${some(payments, 'finding')} about payments` : [],
      ]
        .flat()
        .join(' and ')}, the oldest since ${instant(since)}.`,
      'Decide on them at the desk:',
    ],
    button: 'The desk',
    after: ['You get at most one such mail an hour.'],
  }),
};
