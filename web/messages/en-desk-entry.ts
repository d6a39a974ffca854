/** What admins enter, note and correct for a giver, in English. */
import { fullDay } from '../format.ts';
import { pledgeForm } from './en-pledge-form.ts';
import { sign } from './en-sign.ts';
import type { FieldWords } from './shapes.ts';

const source: Record<'from' | 'invite', FieldWords> = {
  from: { label: 'Where is it from?', hint: 'For example: phone, 3 March. Only admins see it.' },
  invite: {
    label: 'Invitation',
    hint: 'The email asks the giver to sign in and confirm.',
    choices: [{ value: 'on', text: 'Email an invitation to confirm' }],
  },
};

const contact: Record<'contactName' | 'contactEmail', FieldWords> = {
  contactName: { label: 'Contact person', hint: 'Only admins see the name and the address.' },
  contactEmail: { label: 'Contact’s email address', hint: 'Nobody can sign in with it.' },
};

const person = {
  name: {
    label: 'Name',
    hint: 'The full name, or the organisation’s legal name. We show it exactly as you write it.',
  },
  email: {
    label: 'Email address',
    hint: 'We never show it. Its owner can sign in and see the pledges.',
  },
} satisfies Record<string, FieldWords>;

const affiliation: FieldWords = {
  label: sign.fields.affiliation.label,
  hint: 'It tells readers who they are. It doesn’t mean that the organisation has signed.',
};

const visibility: FieldWords = {
  ...pledgeForm.fields.funding.visibility,
  choices: [
    { value: 'public', text: 'The giver’s name and the amount' },
    {
      value: 'anonymous',
      text: 'Only the amount',
      hint: 'We accept anonymous pledges together, once a day, when five givers are waiting.',
    },
  ],
};

export const deskEntry = {
  signatory: {
    link: 'Enter a signature',
    title: 'Enter a signature',
    text: 'Use this for somebody who told you by phone, email or in person. The signature waits in the queue until an admin publishes it.',
    submit: 'Enter the signature',
    fields: {
      ...sign.fields,
      ...person,
      affiliation,
      kind: {
        label: 'Who signs?',
        choices: [
          { value: 'person', text: 'A person' },
          { value: 'organisation', text: 'An organisation' },
        ],
      },
      url: { label: 'Website' },
      statement: { label: 'Statement', hint: 'Why do they sign? An admin reviews it first.' },
      public: {
        label: 'Is the name public?',
        choices: [
          { value: 'yes', text: 'Public', hint: 'We show it among the signatories.' },
          { value: 'no', text: 'Not public', hint: 'We count it, and don’t show the name.' },
        ],
      },
      ...contact,
      ...source,
    } satisfies Record<string, FieldWords>,
  },
  pledge: {
    choose: 'Enter a pledge: choose its giver',
    link: { funding: 'Enter a pledge of money', compute: 'Enter a pledge of GPUs' },
    title: {
      funding: (giver: string): string => `Pledge of money from ${giver}`,
      compute: (giver: string): string => `Pledge of GPUs from ${giver}`,
    },
    text: 'Answer the questions for the giver. The pledge waits in the queue, and counts once an admin accepts it. Until the giver confirms it, it is shown without evidence.',
    submit: 'Enter the pledge',
    visibility,
    fields: source as Record<string, FieldWords>,
    section: 'How you know',
  },
  from: 'Entered from',
  contact: 'Contact person',
  confirmed: 'Confirmed by the giver',
  confirmedOn: (at: Date | null): string => (at === null ? 'not yet' : fullDay(at)),
  earlier: 'Earlier names',
  correct: {
    link: 'Correct the name or the address',
    title: (name: string): string => `Correct ${name}`,
    text: 'The page shows the new name; the history keeps both. We email a confirmed address. The rest of the signature stays the same.',
    submit: 'Save the correction',
    fields: {
      ...person,
      role: sign.fields.role,
      affiliation,
      email: {
        label: person.email.label,
        hint: 'A new address isn’t confirmed until its owner signs in. We email the old address and sign it out.',
      },
      ...contact,
      checked: {
        label: 'Your check',
        choices: [
          { value: 'on', text: 'The signatory told us this, and it is nobody else’s name or role' },
        ],
      },
    } as Record<string, FieldWords>,
  },
  join: {
    link: 'Join with another record',
    one: 'Join',
    title: (name: string): string => `Join another record to ${name}`,
    text: 'Use this if one giver signed twice. The other signature is withdrawn, and its pledges and payments move here. You can undo this on the other record’s page, but its email address is deleted.',
    submit: 'Join the two records',
    stays: 'Stays:',
    goes: 'Is withdrawn:',
    record: ({
      email,
      status,
      pledges,
    }: {
      email: string | null;
      status: string;
      pledges: number;
    }) =>
      [email ?? 'no address', status, `${pledges} ${pledges === 1 ? 'pledge' : 'pledges'}`].join(
        ', ',
      ),
    fields: {
      other: { label: 'The other record', hint: 'Paste the address of its page at the desk.' },
    } as Record<string, FieldWords>,
  },
  part: {
    joined: 'This record is joined to another one.',
    text: 'If you undo that, the signature counts again and its own pledges come back. Enter its email address again then: it was deleted.',
    submit: 'Undo the join',
  },
  members: {
    link: 'Say who gives it together',
    title: (ref: string): string => `Who gives pledge ${ref} together?`,
    text: 'The giver leads. The others must have signed in public; we show their names with the pledge and email them. No figure changes. Whoever pays separately pledges separately.',
    submit: 'Save the members',
    fields: {
      members: {
        label: 'Together with',
        hint: 'One on each line: the name as it is published, or the address of its page at the desk.',
      },
    } as Record<string, FieldWords>,
  },
  note: {
    title: 'Private note',
    text: 'Admins who can decide read it. The giver and the public never do.',
    add: 'Add a private note',
    edit: 'Edit the note',
    submit: 'Save the note',
    fields: {
      note: { label: 'Note', hint: 'Leave empty to delete it.' },
    } as Record<string, FieldWords>,
  },
};
