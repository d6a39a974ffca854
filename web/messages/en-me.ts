/** Signing in, confirming, and a signatory's own pages, in English. */
import { fullDay } from '../format.ts';
import { mePledge } from './en-me-pledge.ts';
import { sign } from './en-sign.ts';

/** The first that fits: browsers name those that they descend from as well. */
const PROGRAMS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/curl\//, 'curl'],
];
const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** Why a signature waits, by its code. */
export const review: Record<string, string> = {
  policy: 'an admin looks at every signature',
  held: 'an admin looks at every new signature for now',
  'disposable-address': 'its address is of a service for addresses that are thrown away',
  'unproved-organisation':
    'an organisation whose web address is not of the domain of its mail address',
  'same-name': 'somebody of the same name has signed',
  'look-alike': 'its name looks like that of somebody who has signed',
  'known-organisation': 'its name is that of a well-known organisation',
  'organisation-name': 'a person has signed under the name of an organisation',
  'unsigned-role': 'it gives a leading role at an organisation that has not signed',
  'mixed-scripts': 'its name mixes alphabets, or has letters that look like other letters',
  'rejected-before': 'a signature of this name or this address was rejected before',
  'busy-domain': 'many people with addresses of this domain signed from one network within an hour',
};

export const signIn = {
  title: 'Sign in',
  text: 'You don’t need a password. We’ll email you a link that signs you in. It works once, within 15 minutes.',
  email: 'E-mail address',
  hint: 'The one that you signed with.',
  submit: 'Send the link',
  notSigned: 'Not signed yet?',
  sign: 'Sign',
  sent: {
    title: 'Look at your mail',
    to: (address: string): string =>
      `We’ve emailed a link to ${address}. It works once, within 15 minutes.`,
    /** Where there is no mail server. */
    written:
      'This deployment sends no mail: it is written to the folder “outbox” in the server’s DATA_DIR.',
    text: 'If this address has signed, we’ve emailed you a link. It works once, within 15 minutes.',
    again:
      'No email after a few minutes? Look in your spam folder. We send an address about five emails an hour. If you’ve had fewer,',
    link: 'send another',
  },
};

export const confirmPage = {
  confirm: {
    title: 'Confirm your signature',
    submit: 'Confirm',
    text: (name: string): string => `You sign as ${name}.`,
    andPledge: 'Your pledge, which goes with it',
    note: 'If you did not ask for this, or it is not what you have typed, close the page: nothing happens.',
  },
  'sign-in': {
    title: 'Sign in',
    submit: 'Sign in',
    text: (name: string): string => `You sign in as ${name}.`,
  },
  address: {
    title: 'Use this address',
    submit: 'Use it',
    text: (name: string, address: string): string =>
      `${address} becomes the address of ${name}. You are signed out everywhere else.`,
  },
  spent: {
    title: 'This link does not work any more',
    text: 'A link works once: to sign in, within 15 minutes; to confirm a signature, within 24 hours. If you have used this one, sign in.',
    submit: 'Sign in by another link',
  },
};

export const me = {
  nav: 'Your pledges',
  status: {
    pending: (reasons: readonly string[]): string => {
      const why = reasons.map((reason) => review[reason]).filter(Boolean);
      return `Your signature waits for an admin${why.length > 0 ? `: ${why.join('; ')}` : ''}.`;
    },
    published: (at: string | null, isShown: boolean): string =>
      `Your signature counts${at === null ? '' : ` since ${fullDay(at.slice(0, 10))}`}; your name is ${isShown ? 'shown' : 'not shown'}.`,
    withdrawn: 'You have withdrawn your signature. It does not count.',
    rejected: 'An admin has rejected this signature.',
  },
  thanks: (hasPledged: boolean): string =>
    hasPledged
      ? 'Thank you for signing and pledging. What happens next stands below.'
      : 'Thank you for signing.',
  domain: (domain: string): string => `Address at ${domain} confirmed.`,
  statement: {
    waiting: 'An admin will review your statement before it is shown.',
    hidden: 'An admin decided not to show your statement.',
  },
  signature: 'Your signature',
  edit: 'Change it',
  withdraw: 'Withdraw it',
  signAgain: 'Sign again',
  pledges: 'Your pledges',
  none: 'You have not pledged yet.',
  more: 'Pledge more',
  money: 'Pledge money',
  gpus: 'Pledge GPUs',
  account: 'Signed in',
  address: 'Address',
  changeAddress: 'Change it',
  sessions: 'Where you are signed in',
  thisSession: 'this one',
  /** "Firefox on Linux", as far as a User-Agent tells. */
  browser: (agent: string | null): string => {
    const of = (names: [RegExp, string][]) =>
      names.find(([pattern]) => pattern.test(agent ?? ''))?.[1];
    const program = of(PROGRAMS);
    const system = of(SYSTEMS);
    if (!program) return 'Another program';
    return system ? `${program} on ${system}` : program;
  },
  pledgeStatus: {
    pending: 'It waits for an admin, and counts nowhere until then.',
    ready: 'It’s waiting for other anonymous pledges. Until then it isn’t in the totals.',
    rejected: 'An admin has rejected it.',
    withdrawn: 'You have withdrawn it. It counts nowhere.',
  },
  asked: (whole: string): string => `You asked for ${whole} in all: that waits for an admin.`,
  asks: (at: string | null): string =>
    `The admins ask${at === null ? '' : ` (${fullDay(at.slice(0, 10))})`}:`,
  answer: 'Answer by replying to the mail that asked, or by changing what you said.',
  due: (amount: string, on: string, today: string): string =>
    on < today ? `${amount} was due on ${fullDay(on)}.` : `${amount} is due on ${fullDay(on)}.`,
  session: (created: string, seen: string): string =>
    `since ${fullDay(created.slice(0, 10))}, last used ${fullDay(seen.slice(0, 10))}`,
  end: 'End it',
  signOut: 'Sign out',
  download: 'Download all that is kept of you',
  json: 'JSON',
  pledge: mePledge,
  withdrawal: {
    title: 'Withdraw your signature',
    text: 'It counts no more, and your name is shown nowhere. What has come of your pledges stays in the ledger, without your name. You can sign again.',
    first: 'Something is still expected of your pledges. Withdraw that first:',
    submit: 'Withdraw',
    keep: 'Keep it',
  },
  signingAgain: {
    title: 'Sign again',
    text: 'Your signature was entered for you. Under it you say for yourself:',
    submit: 'Sign again',
    keep: 'Leave it withdrawn',
  },
  newAddress: {
    title: 'Change your address',
    text: (old: string): string =>
      `Now it is ${old}. The new one gets a mail with a link; once you use it you are signed out everywhere else.`,
    email: 'New e-mail address',
    submit: 'Send the link',
    keep: 'Keep the old one',
  },
  fresh: {
    title: 'First confirm that it is you',
    text: (email: string): string =>
      `Confirm that it’s you: you signed in more than 15 minutes ago. We’ll email a link to ${email}.`,
    submit: 'Send the link',
    keep: 'Do nothing',
  },
  editing: {
    title: 'Change your signature',
    text: (contact: string | null): string =>
      `The name stays as it is: to sign under another one, withdraw this signature${contact === null ? '' : ` or write to ${contact}`}.`,
    fields: {
      ...sign.fields,
      url: {
        label: 'Website',
        hint: 'If it’s on the domain of your email address, we show it as confirmed.',
      },
      public: { label: 'Your name', choices: [{ value: 'on', text: 'Show my name' }] },
    },
    submit: 'Save',
    keep: 'Leave it as it is',
  },
};
