/** What a person or program may not do, in English. */
import type { Right } from '../right.ts';

export const access = {
  needsAdminToken: 'Send an admin’s token: Authorization: Bearer ….',
  tokenLacks: (right: Right) => `This token doesn’t have the right “${right}”.`,
  needsRole: (role: string) => `Only an ${role} may do this. Ask an owner for that role.`,
  touchFirst: 'Confirm with your passkey that it’s you, then try again.',
  signInFirst: 'Sign in first: Authorization: Bearer … with the token of your session.',
  confirmFirst: 'Confirm by email that it’s you, then try again.',
};
