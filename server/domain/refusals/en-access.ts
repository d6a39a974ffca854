/** What a person or program may not do. */
import type { Right } from '../right.ts';

export const access = {
  needsAdminToken: 'Send an admin’s token: Authorization: Bearer ….',
  tokenLacks: (right: Right) => `This token doesn’t have the right “${right}”.`,
  needsRole: (role: string) => `Only an ${role} may do this. Ask an owner for that role.`,
  touchFirst: 'Confirm with your passkey that it’s you, then try again.',
  signInFirst: 'Sign in first: Authorization: Bearer … with the token of your session.',
  confirmFirst: 'Confirm by email that it’s you, then try again.',
  signInAgain: 'Your session has ended. Sign in again.',
  adminsOnly: 'Only admins who have signed in may do this.',
  machineOnly: 'Only a command on the server itself can make this link.',
  tokensAtDesk: 'Sign in to the desk to make a token.',
  hasOwner:
    'This deployment already has an owner. Sign in at /admin/sign-in, or ask an owner to invite you.',
  bootstrapOver:
    'ADMIN_TOKEN no longer works, because there is an owner. Make a token at /admin/tokens.',
  foreignForm: 'This form belongs to another session. Open the page again and send it from there.',
  linkSpent: 'This link was used already, or it has expired. Ask for a new one.',

  codeMissing: 'is missing',
  codeTooLong: 'has more than 100 characters',
  codeWrong: 'is not one of this address’s unused recovery codes',
  daysNotANumber: 'must be a number of days',
  tooFewDays: 'must be at least 1',
  tooManyDays: 'must be at most 366',
  noRights: 'are missing: choose at least one',
  rightsBeyondOwn: 'are more than you have yourself',
  notARole: 'must be one of the roles',
  alreadyAdmin: 'is an admin’s already',
  addressTaken: 'Another admin has this address. Enter a different one.',

  noAdmin: 'There is no such admin.',
  noPasskey: 'There is no such passkey.',
  noSession: 'There is no such session.',
  noToken: 'There is no such token.',
  onlyOwner: 'This is the only owner. Make another admin an owner first.',
  hasEntered: 'This admin has already accepted the invitation.',
  hasRole: 'This admin has that role already.',
  lastPasskey: 'This is your last passkey. Add another one first.',

  passkeyForAnother: 'This page was made for another admin. Press the button again.',
  passkeyLate: 'The page was open too long, or was sent before. Press the button again.',
  passkeyNoScript:
    'Your browser did not ask for a passkey, because the page’s script did not run. Allow scripts here and open the page again.',
  passkeyUnverified: 'We could not verify the passkey’s answer. Press the button again.',
  passkeyUnknown: 'We don’t know this passkey. Use another one.',
  passkeyElsewhere: 'This passkey was used elsewhere at the same moment. Press the button again.',
  passkeyKept: 'You have already added this passkey.',
};
