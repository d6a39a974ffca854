import type { Role } from '../../server/domain/right.ts';
import { desk as frame } from './en-desk.ts';

export const deskSignIn = {
  signIn: {
    title: 'Sign in to the desk',
    text: 'Admins of this initiative sign in with a passkey.',
    submit: 'Use your passkey',
    recover: 'No passkey with you? Use a recovery code',
    own: 'Sign in to your signature and pledges',
  },
  touch: {
    title: 'Confirm that it’s you',
    text: 'For this, you must have used your passkey within the last five minutes.',
    sent: 'We haven’t kept what you sent. Confirm, then fill in the form again.',
    submit: 'Use your passkey',
  },
  download: {
    title: 'Your download starts now',
    text: 'If nothing happens, download the file again.',
    again: 'Download again',
    back: 'Go back',
  },
  recover: {
    title: 'Use a recovery code',
    text: 'Each code works once. It lets you make a new passkey.',
    fields: {
      email: { label: 'Email address', hint: 'Enter the address that you use as an admin.' },
      code: {
        label: 'Recovery code',
        hint: 'Enter one of your ten codes, such as 7K2M-9QXA-40BT-ZD5R.',
      },
    },
    submit: 'Use the code',
    back: 'Sign in with a passkey',
  },
  recovered: {
    title: 'Make a new passkey',
    text: 'Your code is used up. Make a passkey on this device, on your phone or on a security key. Then you are signed in.',
    submit: 'Make a passkey',
  },
  welcome: {
    title: (name: string): string => `Welcome, ${name}`,
    text: (email: string, role: Role, initiative: string): string =>
      `You (${email}) are invited as ${role === 'viewer' ? 'a' : 'an'} ${frame.roles[role]} of ${initiative}. ` +
      'Make a passkey on this device, on your phone or on a security key. You sign in with it, without a password.',
    submit: 'Make a passkey',
  },
  codes: {
    title: 'Keep these recovery codes',
    text: 'Use a code when you don’t have a passkey with you. Each works once. We won’t show the codes again, so print them or save them in a password manager. Anyone who has a code and knows your email address can sign in.',
    next: 'I have saved them',
  },
};
