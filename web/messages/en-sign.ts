/** Signing, in English. A field's error follows its label: "Name is missing." */
import type { Choice } from './shapes.ts';

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
  { value: 'yes', text: 'Public', hint: 'Your name stands among the signatories.' },
  { value: 'no', text: 'Not public', hint: 'Verified, but counted only: your name is not shown.' },
];

const gives: Choice[] = [
  { value: 'nothing', text: 'Nothing: sign only' },
  { value: 'funding', text: 'Money' },
  { value: 'compute', text: 'GPUs' },
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
  sections: { who: 'Who signs', more: 'What else you say', consent: 'Before you go on' },
  labels: {
    kind: 'You sign as',
    name: 'Name',
    role: 'Role',
    affiliation: 'Affiliation',
    url: 'Web address',
    country: 'Country',
    email: 'E-mail address',
    statement: 'Statement',
    public: 'Your signature',
    gives: 'And also pledge',
    adult: 'Your age',
    notice: 'Your consent',
  } as Record<string, string>,
  hints: {
    name: 'As it shall stand: a person’s, or the organisation’s legal name.',
    role: 'Such as “researcher”.',
    affiliation: 'It identifies you; it does not mean that it has signed.',
    url: 'For an organisation, the site whose domain your e-mail address is on.',
    email: 'Never shown. A link is sent to it, by which you confirm.',
    statement: 'Why you sign, in a few sentences. Shown beside your name.',
  },
  kinds,
  shown,
  gives,
  choose: 'is missing: choose one, or nothing',
  noCountry: 'Not given',
  adult: 'I am 18 or over.',
  consent:
    'I agree that my e-mail address is kept, unseen, and that what I give here is kept and, if my signature is public, shown: name, role, affiliation, web address, country, statement, and my pledge as its visibility says.',
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
