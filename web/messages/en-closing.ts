/** The end of a campaign, and an archive of its pages, in English. */
import { count, longDay } from '../format.ts';
import type { Letter } from './shapes.ts';

const signatories = (number: number): string =>
  number === 1 ? '1 signatory' : `${count(number)} signatories`;

export const closing = {
  headline: (at: Date): string => `Closed on ${longDay(at)}.`,
  archive: (at: Date): string => `An archive of ${longDay(at)}`,
  change: (isClosed: boolean): string =>
    isClosed ? 'Open the campaign again' : 'Close the campaign',
  shows: 'Under the day, the home page will say:',
  does: 'After the end:',
  effects: [
    'Nobody can sign, pledge or give. Forms and the API say that the campaign has closed.',
    'Existing pledges go on: givers can pay, and you can accept, record and correct.',
    'The figures stay public and up to date.',
    'Closing emails nobody. You can send a last email afterwards.',
  ],
  email: {
    title: 'Send the last email',
    text: (to: number): string =>
      `We’ll email ${signatories(to)}: all with a confirmed address that takes email. Nobody gets it twice.`,
    nobody: 'Everyone we can reach already has this email.',
    submit: (to: number): string => `Email ${signatories(to)}`,
  },
  letter: (of: { name: string; closedAt: Date | null; closing: string | null }): Letter => ({
    subject: `${of.name} has closed`,
    before: [`${of.name} closed on ${longDay(of.closedAt!)}.`, ...of.closing!.split(/\n{2,}/)],
    button: 'See what was reached',
    after: ['You get this email because you signed. We send it once.'],
  }),
};
