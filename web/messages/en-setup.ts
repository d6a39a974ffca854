/** The first run, in English. A field's error follows its label: "Name is missing." */
import { rates } from './en-rates.ts';
import type { FieldWords } from './shapes.ts';
import type { SetupStep } from '../forms/setup.ts';

const sections: Record<SetupStep, { title: string; text?: string }> = {
  initiative: { title: 'Your initiative' },
  targets: {
    title: 'Goals',
    text: 'Each goal is optional. The goals and dates become the ledger’s first entry. If you change them later, the ledger gets another entry with your reason.',
  },
  window: { title: 'Dates' },
  recipient: {
    title: 'Recipient',
    text: 'The legal entity that receives the money. Payments stay closed until all of this is filled in. You can leave it for later.',
  },
  rates: { title: rates.title },
};

const fields: Record<string, FieldWords> = {
  'initiative.name': { label: 'Name', hint: 'For example, “Open Model Initiative”.' },
  'initiative.call': {
    label: 'Call',
    hint: 'Write one sentence. It becomes the headline of the page.',
  },
  'initiative.currency': {
    label: 'Currency',
    hint: 'Enter its three letters, such as USD. All totals are in this currency.',
  },
  'initiative.targets.funding': {
    label: 'Funding goal',
    hint: 'For example, 100,000,000 or 100M.',
  },
  'initiative.targets.gpus': { label: 'GPUs at once', hint: 'For example, 10,000 or 10k.' },
  'initiative.targets.basis': {
    label: 'Where must these GPUs be?',
    choices: [
      { value: 'site', text: 'At one site: a single cluster' },
      { value: 'all', text: 'At any number of sites' },
    ],
  },
  'initiative.targets.gpuHours': {
    label: 'GPU-hours',
    hint: '10,000 GPUs for a year are 87,600,000 GPU-hours.',
  },
  'initiative.startsOn': { label: 'First day' },
  'initiative.endsOn': { label: 'Last day' },
  'initiative.deadlineOn': {
    label: 'Deadline',
    hint: 'People can sign and pledge until this day.',
  },
  'initiative.opensAt': {
    label: 'Public from',
    hint: 'Until then the public sees only the name and this time. Enter a day and a time in UTC, such as 2027-01-15 09:00.',
  },
  'recipient.name': {
    label: 'Legal name',
    hint: 'If you fill in any line below, we need this one too.',
  },
  'recipient.registration': { label: 'Registration number' },
  'recipient.country': { label: 'Country' },
  'recipient.taxStatus': { label: 'Tax status', hint: 'For example, “registered charity”.' },
  'recipient.refundPolicy': { label: 'Refund policy', hint: 'Enter a link: https://…' },
  'recipient.privacyNotice': { label: 'Privacy notice', hint: 'Enter a link: https://…' },
  'recipient.contact': {
    label: 'Contact',
    hint: 'We show it on the page. An email address is enough.',
  },
  'initiative.fetchRates': { label: rates.daily.label },
};

export const setup = {
  demonstration: {
    title: 'Start your own',
    text:
      'This is a demonstration. If you start your own, we put the demonstration aside and begin an ' +
      'empty ledger with what you enter here. The public sees all of it.',
    submit: 'Start your own',
  },
  empty: {
    title: 'Set up your initiative',
    text: 'Nothing is here yet. What you enter becomes your initiative. The public sees all of it.',
    submit: 'Start',
  },
  working: {
    title: 'Setting up your initiative',
    text: 'We’re putting the demonstration aside and making your ledger. This takes a few seconds. The next page opens by itself.',
    next: 'Open the next page',
  },
  lookAround: 'Keep looking around',
  owner: {
    first: 'Become the owner first',
    title: 'Become the owner',
    text: 'The owner signs in at /admin with a passkey, decides on signatures and pledges, and invites other admins.',
    fields: { name: 'Your name', email: 'Your email address' } as Record<string, string>,
    emailHint: 'We use it for recovery and for notices. The public doesn’t see it.',
    submit: 'Continue',
    passkey: {
      title: 'Make your passkey',
      text: 'You can make it on this device, on your phone or on a security key. You sign in with it, without a password.',
      submit: 'Make a passkey',
    },
  },
  sections,
  fields,
  code: {
    title: 'Setup code',
    label: 'Code',
    hint: 'Look for the line “muster: … once, at …/setup?code=…” where you started the server, or in its log. You can paste the whole address.',
    text: 'You need the code that the server prints when it starts. Each start prints a new one. If you’re the owner, sign in at /admin instead.',
    submit: 'Open the form',
    missing: 'is missing',
    wrong: 'is not the code that the server printed when it last started',
    locked: 'was wrong too often. Restart the server to get a new one.',
  },
};
