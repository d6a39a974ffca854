/** Signing, confirming and signing in, in English. A field's error follows its label: "Name is missing." */
import type { ProfileField } from '../../server/domain/profile.ts';
import { NOTICE_VERSION } from '../../server/domain/signatory.ts';
import type { Choice, FieldWords } from './shapes.ts';

export const notice = {
  title: 'What we keep, and who sees it',
  paragraphs: [
    'We keep your email address and never show it. We use it to confirm your signature, to let you sign in, and to write to you about your signature and your pledge. Only if you ask for news do we use it for that too. Only the admins see a pledge’s note and purchase order number.',
    'If your signature is public, we show everybody your name. We also show your role, affiliation, website, country and statement, if you give them. If your signature isn’t public, we count you and show none of this.',
    'We show your pledge as you choose. Amounts and GPU-hours are in a public ledger, without names, and nobody can change it. We can delete what links an entry to you. We can’t delete the entry itself.',
    'For 90 days we keep a scrambled mark of each network that you sign in from, and never show it. If a stranger asks for too many emails to your address, you still get the ones that you ask for from these networks. Nobody can tell from the mark where you were.',
    'If you don’t confirm your signature, we delete it after a week. Once you have confirmed, you can see what we keep, change it, and withdraw your signature.',
    'When you consent, we keep the version of this notice and the time with your signature. If you ask for news, we keep when. You can stop it under “Edit your details”.',
  ],
  version: (version: string): string => `Version ${version}.`,
  recipient: 'The recipient’s privacy notice',
  contact: (contact: string): string =>
    `For questions, or to have your data erased, write to ${contact}.`,
};

export const news: FieldWords = {
  label: 'News',
  choices: [{ value: 'on', text: 'Email me news about the initiative' }],
};

const kinds: Choice[] = [
  { value: 'person', text: 'A person' },
  { value: 'organisation', text: 'An organisation', hint: 'You confirm that you can sign for it.' },
];

const shown: Choice[] = [
  { value: 'yes', text: 'Public', hint: 'We show your name among the signatories.' },
  { value: 'no', text: 'Not public', hint: 'We count you, and don’t show your name.' },
];

const gives: Choice[] = [
  { value: 'nothing', text: 'Nothing, only sign' },
  { value: 'funding', text: 'Money' },
  { value: 'compute', text: 'GPUs' },
];

const adult: Choice[] = [{ value: 'yes', text: 'I am 18 or over.' }];

const consent: Choice[] = [
  {
    value: NOTICE_VERSION,
    text: 'You may keep my email address, which you never show, and what I enter here. If my signature is public, you may show my name, role, affiliation, website, country and statement, and my pledge as I chose.',
  },
];

export const sign = {
  nav: 'Sign',
  button: 'Sign or pledge',
  beside: 'Two minutes. Not a contract.',
  title: 'Sign',
  text: (initiative: string): string =>
    `Add your name to ${initiative}. You can also pledge money or GPUs.`,
  signedAlready: 'Already signed?',
  trap: 'Leave this empty',
  sections: { who: 'Who signs', more: 'About you', consent: 'Before you continue' },
  fields: {
    kind: { label: 'You sign as', choices: kinds },
    name: {
      label: 'Name',
      hint: 'Your full name, or the organisation’s legal name. We show it exactly as you write it.',
    },
    email: {
      label: 'Email address',
      hint: 'We never show it. We’ll email you a link to confirm your signature.',
    },
    role: { label: 'Role', hint: 'For example: researcher.' },
    affiliation: {
      label: 'Affiliation',
      hint: 'It tells readers who you are. It doesn’t mean that the organisation has signed.',
    },
    url: {
      label: 'Website',
      hint: 'If an organisation signs, use the website at the domain of your email address.',
    },
    country: { label: 'Country' },
    statement: {
      label: 'Statement',
      hint: 'Why do you sign? Write a few sentences. We show them beside your name.',
    },
    public: { label: 'Your signature', choices: shown },
    gives: { label: 'Your pledge', choices: gives },
    adult: { label: 'Your age', choices: adult },
    notice: { label: 'Your consent', choices: consent },
    news,
  } satisfies Record<ProfileField, FieldWords> & Record<string, FieldWords>,
  choose: 'is missing. Choose what you pledge, or nothing',
  noCountry: 'Not given',
  steps: {
    you: { title: 'You' },
    pledge: { title: 'Your pledge' },
    perhaps: { title: 'Your pledge', who: 'optional' },
    review: { title: 'Check your answers' },
    confirm: { title: 'Confirm by email', who: 'you, within 24 hours' },
    published: { title: 'Published', who: 'at once, or after a review' },
  },
  review: {
    title: 'Check your answers',
    text: 'You haven’t sent anything yet.',
    signature: 'Your signature, as we’ll show it',
    counted: {
      person: 'We count you as one person, and don’t show your name.',
      organisation: 'We count it as one organisation, and don’t show its name.',
    },
    emailTo: (email: string, isForNews: boolean): string =>
      `We’ll email ${email}${isForNews ? ', also news about the initiative' : ''}. We never show this address.`,
    send: (hasPledge: boolean): string => (hasPledge ? 'Sign and pledge' : 'Sign'),
    change: 'Edit your details',
  },
  sent: {
    title: 'Check your email',
    text: 'We’ve emailed you a link. Use it to confirm your signature and, if you made one, your pledge.',
    next: [
      'Open the link within 24 hours. Until you confirm, we don’t show or count anything.',
      'We then publish your signature: at once, or after an admin has reviewed it.',
      'Later, sign in with a link like this one to follow your pledge or change it.',
    ],
    noEmail: 'No email, or is the link too old?',
    tooOld: 'Is the link too old?',
    another: 'Get another link',
  },
};

export const review: Record<string, string> = {
  policy: 'an admin reviews every signature',
  held: 'an admin reviews every new signature for now',
  'disposable-address': 'the email address is from a service for throwaway addresses',
  'unproved-organisation': 'no website shows that the email address is the organisation’s',
  'same-name': 'somebody with the same name has signed',
  'look-alike': 'the name looks like that of another signatory',
  'known-organisation': 'the name is that of a well-known organisation',
  'organisation-name': 'a person signed with the name of an organisation',
  'unsigned-role': 'it names a leading role at an organisation that hasn’t signed',
  'mixed-scripts': 'the name mixes alphabets, or has letters that look like other letters',
  'rejected-before': 'a signature with this name or this address was rejected before',
  'busy-domain': 'many people with addresses at this domain signed from one network within an hour',
};

export const signIn = {
  title: 'Sign in',
  text: 'You don’t need a password. We’ll email you a link that signs you in. It works once, within 15 minutes.',
  email: 'Email address',
  hint: 'Use the address that you signed with.',
  submit: 'Send the link',
  notSigned: 'Haven’t signed yet?',
  sent: {
    title: 'Check your email',
    to: (address: string): string =>
      `We’ve emailed a link to ${address}. It works once, within 15 minutes.`,
    /** Where there is no mail server. */
    unsent: {
      log: {
        title: 'Look in the server’s log',
        text: 'This trial has no mail server, so no email leaves this machine. The server’s log has each link, and the folder “outbox” in its DATA_DIR each email.',
      },
      outbox: {
        title: 'Look in the server’s outbox',
        text: 'This server doesn’t send email. It writes each email to the folder “outbox” in its DATA_DIR.',
      },
    },
    text: 'If this address has signed, we’ve emailed you a link. It works once, within 15 minutes.',
    again:
      'No email after a few minutes? Look in your spam folder. We send about five emails an hour to one address. If you’ve had fewer,',
    link: 'send another',
  },
};

export const confirmPage = {
  confirm: {
    title: 'Confirm your signature',
    submitBoth: 'Confirm your signature and pledge',
    text: (name: string): string => `You’re signing as ${name}.`,
    andPledge: 'Your pledge',
    note: 'If you didn’t sign, or these details aren’t yours, close this page.',
  },
  'sign-in': {
    title: 'Sign in',
    text: (name: string): string => `You’re signing in as ${name}.`,
  },
  address: {
    title: 'Use this address',
    text: (name: string, address: string): string =>
      `${address} will be the email address of ${name}. We’ll sign you out everywhere else.`,
  },
  spent: {
    title: 'This link doesn’t work any more',
    text: 'A link works once: within 15 minutes to sign in, within 24 hours to confirm a signature. If you have used this one, sign in.',
    submit: 'Sign in with another link',
  },
};
