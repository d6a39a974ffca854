/** What is neither money nor GPU time, and what only the press has reported: on the home page and at the desk. */
import type { Day } from '../../server/domain/day.ts';
import { fullDay } from '../format.ts';

const terms = ({ value, expiresOn }: { value: string | null; expiresOn: Day | null }): string =>
  [
    value && `Stated value: ${value.replace(/\.$/, '')}.`,
    expiresOn && `Available until ${fullDay(expiresOn)}.`,
  ]
    .filter(Boolean)
    .join(' ');

export const offered = {
  publicTitle: 'Also offered, not counted',
  press: 'Named in press reports, not counted',
  reported: 'Reported, not verified. Source:',
  source: 'Source:',
  terms,
  hours: (ref: string): string => `Hours bought with it: pledge ${ref}`,

  text: 'What is neither money nor GPU time, and what only the press has reported. It is in no total and not in the ledger.',
  toPublic: 'See it on the home page',
  none: 'Nothing here yet. Add cloud credits, vouchers, engineering time, data, or what the press reported.',
  columns: { who: 'Who', what: 'What', until: 'Until', source: 'Source', pledge: 'Pledge' },
  onlyNamed: 'Named in the press',
  expired: (on: Day): string => `Expired on ${fullDay(on)}. No longer public.`,
  until: fullDay,
  became: 'Became pledge',
  bought: 'Hours bought with it: pledge',
  notPublic: 'No longer public.',
  edit: 'Edit',
  remove: 'Remove',
  turn: 'Turn into a pledge',
  changePledge: 'Change',
  add: {
    title: 'Add an offer',
    text: 'The home page shows everything you enter here.',
    submit: 'Add to the list',
  },
  editing: { title: 'Edit the offer', submit: 'Save' },
  removed: {
    title: 'The offer is removed',
    text: 'If that was a mistake, add it again.',
    submit: 'Add it again',
    cancel: 'Back to the list',
  },
  fields: {
    name: { label: 'Who offers it' },
    role: { label: 'Role', hint: 'Of a person.' },
    affiliation: { label: 'Affiliation', hint: 'Of a person.' },
    what: {
      label: 'What is offered',
      hint: 'Such as cloud credits, vouchers, engineering time or data. Leave empty if the press only named them.',
    },
    value: {
      label: 'Stated value',
      hint: 'In the giver’s own words, such as “$50,000 of credits”. We convert and add up nothing.',
    },
    expiresOn: {
      label: 'Last day',
      hint: 'The day after, the offer leaves the home page.',
    },
    source: {
      label: 'Source',
      hint: 'A web address or a few words, such as “Letter of 3 March 2026”.',
    },
    reportedOn: {
      label: 'Day of the press report',
      hint: 'Leave empty if they told you themselves.',
    },
  },
  pledge: {
    title: (name: string): string => `The pledge of ${name}`,
    first: 'Enter the pledge first, and then its reference here.',
    openSignatory: 'Open the signatory',
    findSignatory: 'Find the signatory',
    submit: 'Save the pledge',
    fields: {
      is: {
        label: 'How does the offer become a pledge?',
        choices: [
          {
            value: 'became',
            text: 'It is a pledge now',
            hint: 'The offer leaves the home page. If the pledge is anonymous, remove the offer some days earlier: its end may tell who gives.',
          },
          {
            value: 'hours',
            text: 'GPU-hours were bought with it',
            hint: 'The offer stays, and links to the pledge of those hours if that is public.',
          },
        ],
      },
      pledge: {
        label: 'Reference of the pledge',
        hint: 'Leave empty if there is none any more.',
      },
    },
    /** On the pledge's page. */
    facts: { became: 'Offered before', hours: 'Bought with' },
  },
};
