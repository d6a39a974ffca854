/** How admins come in to the desk, in English. */
import type { Role } from '../../server/domain/right.ts';
import { desk as frame } from './en-desk.ts';

export const desk = {
  signIn: {
    title: 'Sign in to the desk',
    text: 'For the admins of this initiative, with a passkey. Signatories have pages of their own.',
    submit: 'Use your passkey',
    recover: 'No passkey at hand? Use a recovery code',
    own: 'To your signature and pledges',
  },
  touch: {
    title: 'Confirm that it is you',
    text: 'What you are about to do needs your passkey to have been used within the last five minutes.',
    sent: 'What you sent was not done, and is not kept: after this you come back to its form. Send it again.',
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
    text: 'A code works once. It lets you make a new passkey, and nothing else until you have one.',
    email: 'E-mail address',
    emailHint: 'The one that you are an admin with.',
    code: 'Recovery code',
    codeHint: 'One of the ten that you were shown, such as 7K2M-9QXA-40BT-ZD5R.',
    submit: 'Go on',
    back: 'Sign in with a passkey',
  },
  recovered: {
    title: 'Make a new passkey',
    text: 'The code is used. Make a passkey on this device, in your phone or on a security key; with it the desk opens.',
    submit: 'Make a passkey',
  },
  welcome: {
    title: (name: string): string => `Welcome, ${name}`,
    text: (email: string, role: Role, initiative: string): string =>
      `You (${email}) are to be ${role === 'viewer' ? 'a' : 'an'} ${frame.roles[role]} of ${initiative}. ` +
      'Make a passkey on this device, in your phone or on a security key: you sign in with it, and there is no password.',
    submit: 'Make a passkey',
  },
  codes: {
    title: 'Keep these recovery codes',
    label: 'Recovery codes',
    text: 'Each lets you in once when no passkey is at hand. They are not shown again: print them, or keep them in a password manager. Whoever has one and knows your address gets in.',
    next: 'I have kept them',
  },
};
