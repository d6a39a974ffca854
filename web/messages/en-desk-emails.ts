/** The desk's pages of emails: those that failed, and reminders. In English. */
import { instant } from '../format.ts';

const kinds: Record<string, string> = {
  confirm: 'Confirmation of a signature',
  'sign-in': 'Link to sign in',
  'new-address': 'Confirmation of a new address',
  'address-asked': 'Change of address asked for',
  'address-changed': 'Address changed',
  published: 'Signature published',
  decided: 'Decision on a pledge',
  'now-anonymous': 'Pledge is now anonymous',
  'signature-rejected': 'Signature rejected',
  asked: 'Question to a signatory',
  'pay-link': 'Payment link',
  payment: 'Payment',
  moved: 'Change to a pledge',
  reminder: 'Reminder',
  closing: 'Last email of the campaign',
  'request-decided': 'Decision on a request',
  request: 'Request to review',
  'step-back': 'Promise withdrawn or rescheduled',
  waiting: 'Decisions to make',
  invite: 'Invitation of an admin',
  'recovery-used': 'Recovery code used',
  'token-rights': 'API tokens changed',
  'new-log': 'Database lost data',
  entered: 'Invitation to confirm',
  corrected: 'Details corrected',
  joined: 'Records joined',
  member: 'Named as a member of a pledge',
  'account-changed': 'Bank account changed',
  'account-unfit': 'Bank account tampered with',
};

interface Failed {
  code?: string | undefined;
  command?: string | undefined;
  responseCode?: number | undefined;
}

/** A mail server's answer in words, with its code. */
function reason({ code, command, responseCode }: Failed): string {
  if (responseCode !== undefined) {
    if (command === 'RCPT TO') return `The mail server refused the address (${responseCode})`;
    if (command === 'DATA') return `The mail server refused the email (${responseCode})`;
    return `The mail server refused our login or sender (${responseCode})`;
  }
  if (code !== undefined) return `The mail server can’t be reached (${code})`;
  return 'The email couldn’t be written. See the server’s log';
}

export const emails = {
  text: 'We try each email for a day. After that, or if the address is refused, it waits here for you.',
  none: 'No email has failed.',
  more: (shown: number, failed: string): string =>
    `${failed} emails have failed. Here are the oldest ${shown}.`,
  hidden: 'hidden from your role',
  kindOf: (kind: string): string => kinds[kind] ?? kind,
  columns: {
    what: 'Email',
    to: 'To',
    since: 'Since',
    why: 'Last error',
    next: 'Next',
  },
  why: (failed: Failed, attempts: number): string =>
    `${reason(failed)}. ${attempts === 1 ? 'Tried once.' : `Tried ${attempts} times.`}`,
  givenUp: 'Given up',
  nextAt: (at: Date): string => `We try again at ${instant(at)}`,
  sendAgain: 'Send again',
  discard: 'Discard',
  remind: {
    link: 'Remind',
    title: (ref: string): string => `Remind the giver of pledge ${ref}`,
    text: (to: string): string => `We’ll send this email to ${to}. You can send one a day.`,
    send: 'Send reminder',
    cancel: 'Cancel',
  },
};
