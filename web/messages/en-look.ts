import type { FieldWords } from './shapes.ts';
import { count, fullDay } from '../format.ts';

export const look = {
  about: 'About',
  aboutOf: (name: string): string => `About ${name}`,
};

const asOf = (when: string): string => `As of ${when}`;
const entries = (size: number): string => (size === 1 ? '1 entry' : `${count(size)} entries`);

export const cite = {
  title: 'Cite these figures',
  copy: 'Copy',
  copied: 'Copied',
  asOf,
  day: 'on that day',
  text: (name: string, figures: readonly string[], at: Date, url: string): string =>
    `${name}: ${figures.join('; ')}. ${asOf(fullDay(at))}. ${url}`,
};

/** Of /at/:size. */
export const at = {
  title: (when: Date): string => asOf(fullDay(when)),
  lead: (size: number): string =>
    `These are the figures after ${entries(size)} of the ledger. They never change.`,
  present: 'Today’s figures',
  exactly: 'Exactly',
  figure: 'Figure',
  amount: 'Amount',
  change: (size: number): string => `Change since ${entries(size)}`,
  earlier: (when: Date): string => `The figures before: ${fullDay(when)}`,
  entries: 'The ledger up to here',
  goal: 'Funding goal',
  gpusGoal: 'GPU goal',
  site: 'GPUs at one site',
  all: 'GPUs across all sites',
  hours: (stage: string): string => `GPU-hours ${stage}`,
  people: 'People who signed',
  organisations: 'Organisations that signed',
};

export const deskLook = {
  title: 'Edit the look',
  text: 'Your logo, your colour, and a page about you. Without them, pages have Muster’s own look.',
  fields: {
    accent: {
      label: 'Accent colour',
      hint: 'Buttons and the current menu item have this colour. It must be dark enough on white: for example #0b6b4f. For the dark theme we make it lighter.',
    },
    about: {
      label: 'About',
      hint: 'It becomes a page of its own, which each page links to. You can use Markdown: # for headings, ** for bold, - for lists, [text](address) for links.',
    },
    links: {
      label: 'Links',
      hint: 'For the foot of each page. One a line, at most six: Our blog https://blog.example',
    },
    file: {
      label: 'Logo',
      hint: 'A PNG or an SVG of at most 256 KB. Leave empty to keep the logo.',
    },
  } satisfies Record<string, FieldWords>,
  noLogo: 'Remove the logo',
  preview: 'Preview',
  /** After the field's name, before what is wrong. */
  line: (number: number): string => `(line ${number}) `,
  send: 'Publish the look',
  contrast: (colour: string, ratio: string): string => `${colour}, contrast ${ratio}:1`,
};
