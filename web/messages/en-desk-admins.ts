import { ROLES, type Role } from '../../server/domain/right.ts';
import { fullDay, instant } from '../format.ts';
import type { FieldWords } from './shapes.ts';

const roles: Record<Role, string> = {
  viewer: 'Viewer: reads the desk',
  operator: 'Operator: also decides, records changes and exports',
  owner: 'Owner: also manages the initiative, the admins and the tokens',
};

export const admins = {
  text: 'Admins sign in here with a passkey. A new role or a removal takes effect at once.',
  columns: { name: 'Name', role: 'Role', standing: 'Last seen' },
  you: '(you)',
  seen: (at: Date | null) => (at === null ? 'Not signed in' : instant(at)),
  invited: (until: Date | null, now: Date) => {
    if (until === null) return 'Invited: we are sending the email';
    return until > now
      ? `Invited until ${fullDay(until)}`
      : `The invitation expired on ${fullDay(until)}`;
  },
  change: 'Change role',
  roleOf: (name: string) => `Role of ${name}`,
  again: 'Invite again',
  remove: 'Remove',
  invite: {
    title: 'Invite an admin',
    text: 'We email them a link to make a passkey. The link works once, within a week.',
    fields: {
      name: { label: 'Name' },
      email: { label: 'Email address' },
      role: { label: 'Role', choices: ROLES.map((value) => ({ value, text: roles[value] })) },
    } as Record<string, FieldWords>,
    send: 'Send the invitation',
  },
  removal: {
    title: (name: string) => `Remove ${name}`,
    text: 'We sign them out and delete their passkeys and recovery codes. Tokens that they made stop working. The history keeps what they did, with their name.',
    button: 'Remove',
  },
};

export const tokens = {
  title: 'API tokens',
  text: 'Programs use these tokens. Each token has its own rights and a last day. The history shows what it did.',
  none: 'There are no tokens yet.',
  columns: { name: 'Name', rights: 'Rights', made: 'Made', ends: 'Ends', used: 'Last used' },
  made: (at: Date, by: string) => `${fullDay(at)}, by ${by}`,
  used: (at: Date | null) => (at === null ? 'Never' : instant(at)),
  ends: (at: Date, now: Date) => (at > now ? fullDay(at) : `Ended ${fullDay(at)}`),
  revoked: (at: Date) => `Revoked ${fullDay(at)}`,
  gone: 'Ended: the admin who made it was removed',
  revoke: 'Revoke',
  new: {
    title: 'Make a token',
    fields: {
      name: { label: 'Name', hint: 'Say what the token is for, such as “nightly export”.' },
      days: { label: 'Days', hint: 'The token works for this many days, at most 366.' },
      rights: {
        label: 'Rights',
        hint: 'Give only the rights that the program needs. If you lose a right, the token loses it too.',
      },
    },
    make: 'Make the token',
  },
  shown: {
    title: (name: string) => `Token “${name}”`,
    text: 'We show the token only now, because we keep only its hash. Copy it.',
    use: 'Programs send it in this header:',
    back: 'Back to the tokens',
  },
};
