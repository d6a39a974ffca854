/** What the desk says of its admins and their programs' tokens. */
import type { Role } from '../../server/domain/right.ts';
import { fullDay, instant } from '../format.ts';

export const admins = {
  title: 'Admins',
  text: 'Who may sign in here, each with a passkey. A change of role, or a removal, holds from the next request on.',
  columns: { name: 'Name', role: 'Role', standing: 'Last here' },
  roles: {
    viewer: 'Viewer: reads the desk',
    operator: 'Operator: decides, records movements, exports',
    owner: 'Owner: the initiative, the admins and the tokens as well',
  } satisfies Record<Role, string>,
  you: '(you)',
  seen: (at: Date | null) => (at === null ? 'Not signed in' : instant(at)),
  invited: (until: Date | null, now: Date) => {
    if (until === null) return 'Invited: the mail is on its way';
    return until > now
      ? `Invited until ${fullDay(until)}`
      : `The invitation ended on ${fullDay(until)}`;
  },
  change: 'Change',
  roleOf: (name: string) => `Role of ${name}`,
  again: 'Invite again',
  remove: 'Remove',
  invite: {
    link: 'Invite somebody',
    title: 'Invite an admin',
    text: 'A mail brings the link by which they make a passkey. It works once, within a week.',
    name: 'Name',
    email: 'E-mail address',
    role: 'Role',
    send: 'Send the invitation',
  },
  removal: {
    title: (name: string) => `Remove ${name}`,
    text: 'Their sessions end at once, their passkeys and recovery codes are deleted, and the tokens that they made open nothing any more. What they did stays in the trail, by name.',
    button: 'Remove',
    back: 'Leave it',
  },
};

export const tokens = {
  title: 'API tokens',
  text: 'For programs: each with rights of its own, and an end. What a token did stands in the trail.',
  none: 'There is no token yet.',
  columns: { name: 'Name', rights: 'Rights', made: 'Made', ends: 'Ends', used: 'Last used' },
  made: (at: Date, by: string) => `${fullDay(at)}, by ${by}`,
  used: (at: Date | null) => (at === null ? 'Never' : instant(at)),
  ends: (at: Date, now: Date) => (at > now ? fullDay(at) : `Ended ${fullDay(at)}`),
  revoked: (at: Date) => `Revoked ${fullDay(at)}`,
  gone: 'Ended: who made it was removed',
  revoke: 'Revoke',
  new: {
    link: 'Make a token',
    title: 'Make a token',
    name: 'Name',
    nameHint: 'What it is for: “nightly export”.',
    rights: 'Rights',
    rightsHint: 'As few as the program needs. If you lose a right, so does the token.',
    days: 'Days',
    daysHint: 'How long it works, at most 366.',
    make: 'Make the token',
  },
  shown: {
    title: (name: string) => `The token “${name}”`,
    text: 'It is shown this once, and only its hash is kept. Copy it now.',
    use: 'Programs send it so:',
    back: 'To the tokens',
  },
};
