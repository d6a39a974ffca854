/** The first run, in English. A field's error follows its label: "Name is missing." */
import { rates } from './en-rates.ts';
import type { FieldWords } from './shapes.ts';
import type { SetupSection } from '../forms/setup.ts';

const sections: Record<SetupSection, { title: string; text?: string }> = {
  initiative: { title: 'What it is' },
  targets: {
    title: 'What it raises',
    text: 'Each goal is optional. These and the days below become the ledger’s first entry; what you change later is an entry of its own, with your reason.',
  },
  window: { title: 'When' },
  recipient: {
    title: 'Who receives',
    text: 'The legal entity that the money goes to. Payments stay closed until all of this is complete.',
  },
};

const fields: Record<string, FieldWords> = {
  'initiative.name': { label: 'Name', hint: 'Such as “Open Model Initiative”.' },
  'initiative.call': {
    label: 'Call',
    hint: 'One sentence: the headline of the page.',
  },
  'initiative.currency': {
    label: 'Currency',
    hint: 'Its three letters, such as USD. All totals are in it.',
  },
  'initiative.targets.funding': { label: 'Funding goal', hint: 'Such as 100,000,000.' },
  'initiative.targets.gpus': { label: 'GPUs at once', hint: 'Such as 10,000.' },
  'initiative.targets.gpuHours': {
    label: 'GPU-hours',
    hint: '10,000 GPUs for a year are 87,600,000.',
  },
  'initiative.startsOn': { label: 'First day' },
  'initiative.endsOn': { label: 'End', hint: 'The day after the last one.' },
  'initiative.deadlineOn': { label: 'Deadline', hint: 'Until when people may sign and pledge.' },
  'recipient.name': {
    label: 'Legal name',
    hint: 'If you fill in any line below, we need this one too.',
  },
  'recipient.registration': { label: 'Register number' },
  'recipient.country': { label: 'Country' },
  'recipient.taxStatus': { label: 'Tax status', hint: 'Such as “registered charity”.' },
  'recipient.refundPolicy': { label: 'Refund policy', hint: 'Its web address: https://…' },
  'recipient.privacyNotice': { label: 'Privacy notice', hint: 'Its web address: https://…' },
  'recipient.contact': {
    label: 'Contact',
    hint: 'We show it on the page. An email address is enough.',
  },
  'initiative.fetchRates': { label: rates.daily.label },
};

export const setup = {
  product: 'Muster',
  demonstration: {
    title: 'Start yours',
    text:
      'What you see is a demonstration. Starting yours puts it aside, whole, and begins an empty ' +
      'record with what you enter here. All of it is shown to the public.',
    submit: 'Start yours',
  },
  empty: {
    title: 'Set it up',
    text:
      'Nothing is loaded yet. What you enter here becomes this deployment’s initiative. All of it ' +
      'is shown to the public.',
    submit: 'Start',
  },
  lookAround: 'Go on looking around',
  owner: {
    first: 'Become its owner first',
    title: 'Become its owner',
    text: 'An owner signs in at /admin with a passkey, decides on signatures and pledges, and invites other admins. You are the first.',
    fields: { name: 'Your name', email: 'Your e-mail address' } as Record<string, string>,
    emailHint:
      'For recovery, and for what the desk has to tell you. It is not shown to the public.',
    submit: 'Continue',
    passkey: {
      title: 'Make your passkey',
      text: 'On this device, in your phone or on a security key. You sign in with it; there is no password.',
      submit: 'Make a passkey',
    },
  },
  sections,
  fields,
  code: {
    title: 'Set-up code',
    label: 'Code',
    hint: 'In the line “muster: … once, at …/setup?code=…”, where the server was started, or in its log.',
    text: 'Setting up needs the code that the server prints when it starts. Each start prints another one.',
    submit: 'Open the form',
    missing: 'is missing',
    wrong: 'is not the one that this start of the server printed',
    locked: 'was wrong too often. Start the server again: it prints another one.',
  },
};
