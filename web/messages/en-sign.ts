/** Signing, in English. A field's error follows its label: "Name is missing." */
import { NOTICE_VERSION } from '../../server/domain/signatory.ts';
import type { FieldWords, Choice } from './shapes.ts';

export const notice = {
  title: 'What is kept, and who sees it',
  paragraphs: [
    'Kept and never shown: your e-mail address. It proves that the signature is yours, lets you sign in, and is written to about your signature and your pledge, for nothing else. A pledge’s note and purchase-order number are for the admins alone.',
    'Shown to everybody, if your signature is public: your name, and whatever of role, affiliation, web address, country and statement you give. If it is not, you are counted and nothing of this is shown.',
    'Shown of a pledge: what its visibility says. Amounts and GPU-hours are in a public ledger that is never changed, without names; what links an entry to you can be deleted, the entry itself cannot.',
    'Kept for 90 days and never shown: a scrambled mark of each network that you sign in from. If a stranger asks for too many emails to your address, you still get the ones that you ask for from there. Nobody can tell from the mark where you were.',
    'What is not confirmed is deleted after a week. Once you have confirmed, you can see what is kept, change it, and take your signature back.',
    'When you consent, the version of this notice and the time are kept with your signature.',
  ],
  version: (version: string): string => `Version ${version}.`,
  recipient: 'The recipient’s privacy notice',
  contact: (contact: string): string => `Questions, and requests to erase: ${contact}.`,
};

const kinds: Choice[] = [
  { value: 'person', text: 'A person' },
  { value: 'organisation', text: 'An organisation', hint: 'You may sign on its behalf.' },
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
  button: 'Sign and pledge',
  beside: 'Two minutes. A pledge is a statement of intent, not a contract.',
  title: 'Sign',
  text: (initiative: string): string =>
    `You put your name to ${initiative}, and pledge if you wish.`,
  signedAlready: 'Signed already?',
  signIn: 'Sign in',
  trap: 'Leave this empty',
  sections: { who: 'Who signs', more: 'About you', consent: 'Before you go on' },
  fields: {
    kind: { label: 'You sign as', choices: kinds },
    name: {
      label: 'Name',
      hint: 'Your full name, or the organisation’s legal name. It appears like this on the page.',
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
      hint: 'Why do you sign? A few sentences. We show them beside your name.',
    },
    public: { label: 'Your signature', choices: shown },
    gives: { label: 'Your pledge', choices: gives },
    adult: { label: 'Your age', choices: adult },
    notice: { label: 'Your consent', choices: consent },
  } satisfies Record<string, FieldWords>,
  choose: 'is missing: choose one, or nothing',
  noCountry: 'Not given',
  steps: {
    you: { title: 'You' },
    pledge: { title: 'Your pledge' },
    perhaps: { title: 'Your pledge', who: 'if you wish' },
    review: { title: 'Read it through' },
    confirm: { title: 'Confirm by mail', who: 'you, within 24 hours' },
    published: { title: 'Published', who: 'at once, or by an admin' },
  },
  review: {
    title: 'Read it through',
    text: 'Nothing has been sent yet.',
    signature: 'Your signature, as it will stand',
    counted: {
      person: 'You are counted as one person. Your name is not shown.',
      organisation: 'It is counted as one organisation. Its name is not shown.',
    },
    mailTo: (email: string): string => `The mail goes to ${email}, which is not shown.`,
    send: 'Send',
    change: 'Change what you say of yourself',
  },
  sent: {
    title: 'Look at your mail',
    text: 'A mail is on its way to the address that you gave. Its link leads to one button, by which you confirm your signature and, if there is one, your pledge.',
    next: [
      'Open the link within 24 hours. Until then nothing counts, and nothing is shown.',
      'Then it is published: at once, or after an admin has looked at it.',
      'Later you sign in by such a mail as well, to follow your pledge and to change it.',
    ],
    noMail: 'No mail, or the link is too old?',
    another: 'Have another one sent',
  },
};
