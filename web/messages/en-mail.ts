import { parseAmount, parseGpuHours } from '../../server/domain/quantity.ts';
import { count, fullAmount, gpuHours, instant } from '../format.ts';
import { decided, quantityOf, questionsTo } from './en-mail-pledges.ts';
import { listed } from './en-shared.ts';
import type { Letter, TypedPledge } from './shapes.ts';

/** "$1,000.00", "up to 512 GPUs (H100-SXM)", "1,000.50 GPU-hours (B200)" */
function pledged(pledge: TypedPledge): string {
  if (pledge.kind === 'funding') {
    return fullAmount(parseAmount(pledge.amount, pledge.asset), pledge.asset);
  }
  const { asset, windows } = pledge;
  if (!Array.isArray(windows)) {
    return `${gpuHours(parseGpuHours(windows.gpuHours))} GPU-hours (${asset})`;
  }
  const most = Math.max(...windows.map(({ gpus }) => gpus));
  return `${windows.length > 1 ? 'up to ' : ''}${count(most)} GPUs (${asset})`;
}

const VALID = 'The link works once, within 15 minutes.';
const VALID_FOR_A_DAY = 'The link works once, within 24 hours.';
const NOT_YOU = 'If this wasn’t you, ignore this email.';

const some = (number: number, one: string): string =>
  `${count(number)} ${one}${number === 1 ? '' : 's'}`;

const corrected: Record<string, string> = {
  name: 'the name',
  role: 'the role',
  affiliation: 'the affiliation',
  email: 'the email address',
  contactName: 'the contact person',
  contactEmail: 'the contact’s address',
};

export const mail = {
  /** Without a word that was typed: a stranger may have chosen both the words and the address. */
  confirm: (initiative: string, pledge: TypedPledge | null): Letter => ({
    subject: pledge
      ? `Confirm your signature and your pledge: ${initiative}`
      : `Confirm your signature: ${initiative}`,
    before: [
      `Someone, probably you, signed ${initiative} with this email address` +
        `${pledge ? ` and pledged ${pledged(pledge)}` : ''}. If it was you, check the details and confirm:`,
    ],
    button: pledge ? 'Confirm your signature and pledge' : 'Confirm your signature',
    after: [`${VALID_FOR_A_DAY} ${NOT_YOU}`],
  }),
  entered: (initiative: string, pledge: { asset: string; quantity: bigint } | null): Letter => ({
    subject: pledge
      ? `Confirm a pledge that we entered for you: ${initiative}`
      : `Confirm your signature: ${initiative}`,
    before: [
      pledge
        ? `We entered a pledge of ${quantityOf(pledge.asset, String(pledge.quantity))} for ${initiative} on your behalf. ` +
          'Sign in with this email address to check it, and confirm or change it:'
        : `We entered your signature for ${initiative} on your behalf. ` +
          'Sign in with this email address to check and confirm it:',
    ],
    button: pledge ? 'See the pledge' : 'See your signature',
    after: ['If this is a surprise, ignore this email or reply to tell us.'],
  }),
  corrected: (initiative: string, fields: string[], contact: string | null): Letter => ({
    subject: `An admin corrected your signature: ${initiative}`,
    before: [
      `An admin of ${initiative} changed ${listed(fields.map((field) => corrected[field] ?? field))} of your signature.`,
      ...(fields.includes('email')
        ? ['This email address no longer signs you in.']
        : ['Sign in to see your signature:']),
    ],
    button: fields.includes('email') ? null : 'See your signature',
    after: ['If you didn’t ask for this, tell us.', ...questionsTo(contact)],
  }),
  member: (
    initiative: string,
    { ref, giver }: { ref: string; giver: string },
    contact: string | null,
  ): Letter => ({
    subject: `You are named as a member of pledge ${ref}: ${initiative}`,
    before: [
      `An admin of ${initiative} named you as giving pledge ${ref} together with ${giver}. The pledge’s page shows it:`,
    ],
    button: 'See the pledge',
    after: ['If this is wrong, tell us.', ...questionsTo(contact)],
  }),
  joined: (initiative: string, contact: string | null, undone = false): Letter => ({
    subject: `${undone ? 'Two signatures are separate again' : 'Your two signatures are one now'}: ${initiative}`,
    before: [
      undone
        ? `An admin of ${initiative} has separated another record from yours. That record’s pledges are no longer in your list:`
        : `You had signed ${initiative} twice. An admin has joined the two records, so all your pledges are in one place now. ` +
          'Sign in to see them. If this address no longer works, use your other one:',
    ],
    button: 'See your pledges',
    after: [`If these were${undone ? '' : 'n’t'} both yours, tell us.`, ...questionsTo(contact)],
  }),
  signedAlready: (initiative: string): Letter => ({
    subject: `You have already signed: ${initiative}`,
    before: [
      `Someone, probably you, tried to sign ${initiative} again with this email address. ` +
        'You have already signed, and nothing has changed.',
      'To pledge or to edit your details, sign in:',
    ],
    button: 'Sign in',
    after: [`${VALID} ${NOT_YOU}`],
  }),
  signedTwice: (initiative: string): Letter => ({
    subject: `Confirm your signature: ${initiative}`,
    before: [
      `Someone, perhaps not only you, signed ${initiative} several times with this email address, ` +
        `each time with different details. No signature is confirmed yet.`,
      'Use the link in the email that you got when you signed, or sign again:',
    ],
    button: 'Sign again',
    after: [NOT_YOU],
  }),
  signIn: (initiative: string): Letter => ({
    subject: `Sign in: ${initiative}`,
    before: [`Sign in to see and change your signature and your pledges for ${initiative}:`],
    button: 'Sign in',
    after: [`${VALID} If you didn’t ask for it, ignore this email. Nobody can sign in without it.`],
  }),
  newAddress: (initiative: string): Letter => ({
    subject: `Confirm your new address: ${initiative}`,
    before: [
      `Someone, probably you, signed ${initiative} with another email address and wants to use this one ` +
        'instead. If it was you, confirm it:',
    ],
    button: 'Confirm this address',
    after: [`${VALID} ${NOT_YOU}`],
  }),
  addressAsked: (initiative: string): Letter => ({
    subject: `Someone asked to change your address: ${initiative}`,
    before: [
      `Someone who is signed in as you asked us to send emails about ${initiative} to another ` +
        'address. Nothing changes until they use the link that we sent there.',
      'If it was you, do nothing. If not, sign in and end the sessions that you don’t know. The ' +
        'link then stops working.',
    ],
    button: 'See where you are signed in',
    after: [],
  }),
  addressChanged: (initiative: string, contact: string | null): Letter => ({
    subject: `Your address was changed: ${initiative}`,
    before: [
      `Your signature of ${initiative} now has another email address. This is our last email to this one.`,
    ],
    button: null,
    after: [`If you didn’t change it, tell ${contact ?? 'whoever runs the initiative'} at once.`],
  }),
  decided,
  /** To givers who had shown their name without the amount, when we stopped offering that. */
  nowAnonymous: (initiative: string, contact: string | null): Letter => ({
    subject: `Your pledge is now anonymous: ${initiative}`,
    before: [
      `When you pledged to ${initiative}, you chose to show your name without the amount. We no ` +
        'longer offer this, because someone could match the name with an amount.',
      'We have taken your name off the list of pledges. Your amount stays public without your ' +
        'name; someone may still guess who you are. Your signature has not changed.',
    ],
    button: 'Your pledges',
    after: questionsTo(contact),
  }),
  signatureRejected: (initiative: string, reason: string, contact: string | null): Letter => ({
    subject: `Your signature is not accepted: ${initiative}`,
    before: [
      `We haven’t accepted your signature of ${initiative}. We don’t count or show it. ` +
        'We have also rejected your pledges that weren’t accepted yet.',
      `The reason: “${reason}”`,
    ],
    button: null,
    after: contact === null ? [] : [`If you think this is a mistake, write to ${contact}.`],
  }),
  asked: (
    initiative: string,
    { ref, question }: { ref: string | null; question: string },
    contact: string | null,
  ): Letter => {
    const what = ref === null ? 'signature' : `pledge ${ref}`;
    return {
      subject: `A question about your ${what}: ${initiative}`,
      before: [
        `Before we can accept your ${what}, the admins of ${initiative} ask:`,
        `“${question}”`,
        contact === null
          ? 'To answer, edit what you entered:'
          : `To answer, reply to this email or write to ${contact}. Or edit what you entered:`,
      ],
      button: ref === null ? 'Your signature' : 'Your pledge',
      after: ['We’ll wait for your answer.'],
    };
  },
  recoveryUsed: (initiative: string): Letter => ({
    subject: `One of your recovery codes was used: ${initiative}`,
    before: [
      `Someone, probably you, used one of your recovery codes to open the desk of ${initiative}.`,
      'If it wasn’t you: sign in with a passkey, sign out everywhere else, remove the passkeys ' +
        'that aren’t yours, make new recovery codes, and tell the other owners.',
    ],
    button: 'Your passkeys, codes and sessions',
    after: ['The code won’t work again.'],
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
      `An owner of ${initiative} invites you as ${role}. At the desk, admins review signatures and pledges, ` +
        'and record payments and deliveries.',
      'Follow the link to make a passkey on your device. You’ll sign in with the passkey. The link works once, within a week:',
    ],
    button: 'Make a passkey',
    after: ['If you didn’t expect this, ignore this email.'],
  }),
  newLog: (
    initiative: string,
    {
      origin,
      size,
      lostSize,
      reason,
    }: { origin: string; size: number; lostSize: number; reason: string },
  ): Letter => ({
    subject: `The database of ${initiative} lost data`,
    before: [
      size < lostSize
        ? `The public had already seen ${count(lostSize)} entries. The database has ${count(size)}.`
        : 'The database has lost its newest records.',
      `Whoever runs the server began a new log, ${origin}, with the entries that are left. ` +
        `The reason given: “${reason}”`,
      'Find out what was lost, and record it again. The ledger page tells everybody about the break.',
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
    subject: `${some(signatures + pledges + requests + payments, 'decision')} to make: ${initiative}`,
    before: [
      `To review: ${listed(
        [
          signatures > 0 ? some(signatures, 'signature') : '',
          pledges > 0 ? some(pledges, 'pledge') : '',
          requests > 0 ? some(requests, 'request') : '',
          payments > 0 ? some(payments, 'payment problem') : '',
        ].filter(Boolean),
      )}. The oldest has waited since ${instant(since)}.`,
      'Review them at the desk:',
    ],
    button: 'Open the desk',
    after: ['You get at most one email like this an hour.'],
  }),
};
