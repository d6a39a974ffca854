/** An admin's own passkeys, recovery codes and sessions, in English. */
import { fullDay, instant } from '../format.ts';

export const account = {
  title: 'Your passkeys, codes and sessions',
  passkeys: 'Passkeys',
  passkeysText: 'Two on different devices spare you the recovery codes.',
  passkey: (createdAt: Date, usedAt: Date | null): string =>
    `made on ${fullDay(createdAt)}, ${usedAt ? `last used ${instant(usedAt)}` : 'not used since'}`,
  name: 'Name',
  rename: 'Rename',
  save: 'Save',
  remove: 'Remove',
  add: 'Add a passkey',
  renaming: {
    title: 'Rename a passkey',
    text: 'A name that tells you where it is: “Blue security key”.',
  },
  adding: {
    title: 'Add a passkey',
    text: 'On this device, in a phone or on a security key; not where you have one already.',
    submit: 'Make a passkey',
  },
  removing: {
    title: (name: string): string => `Remove “${name}”`,
    text: 'Nobody can sign in with it any more. Sessions that it has opened stay open: end them on the page before.',
    submit: 'Remove it',
  },
  codes: 'Recovery codes',
  codesLeft: (left: number): string =>
    left === 0
      ? 'You have none: without your passkeys you could not come in.'
      : `${left} of 10 left. Each lets you in once when no passkey is at hand.`,
  makeCodes: 'Make new ones',
  makingCodes: {
    title: 'Make new recovery codes',
    text: 'Ten new ones are shown, once. Those that you have stop working.',
    submit: 'Make them',
  },
  sessions: 'Where you are signed in',
  end: 'Sign out there',
  endOthers: 'Sign out everywhere else',
  cancel: 'Back',
};
