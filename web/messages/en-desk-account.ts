import { fullDay, instant } from '../format.ts';

export const account = {
  title: 'Your passkeys, codes and sessions',
  passkeys: 'Passkeys',
  passkeysText: 'Keep passkeys on two devices. If you lose one, you won’t need a recovery code.',
  passkey: (createdAt: Date, usedAt: Date | null): string =>
    `made on ${fullDay(createdAt)}, ${usedAt ? `last used ${instant(usedAt)}` : 'not used yet'}`,
  rename: 'Rename',
  save: 'Save',
  remove: 'Remove',
  renaming: {
    title: 'Rename a passkey',
    text: 'Choose a name that tells you where the passkey is, such as “Blue security key”.',
  },
  adding: {
    title: 'Add a passkey',
    text: 'You can make it on this device, on your phone or on a security key. Choose one that has none of your passkeys yet.',
    submit: 'Make a passkey',
  },
  removing: {
    title: (name: string): string => `Remove “${name}”`,
    text: 'You can no longer sign in with it. Sessions that you opened with it stay open until you end them on the previous page.',
    submit: 'Remove the passkey',
  },
  codes: 'Recovery codes',
  codesLeft: (left: number): string =>
    left === 0
      ? 'You have no codes left. If you lose your passkeys, you can’t sign in.'
      : `You have ${left} of 10 codes left. Use one when you don’t have a passkey with you. Each works once.`,
  makingCodes: {
    title: 'Make new recovery codes',
    text: 'We show you ten new codes, once. Your old codes stop working.',
  },
  end: 'Sign out there',
  endOthers: 'Sign out everywhere else',
};
