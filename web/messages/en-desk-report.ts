import type { Day } from '../../server/domain/day.ts';
import { count, fullDay, longDay } from '../format.ts';

export const report = {
  period: (from: Day, to: Day): string => `${longDay(from)} to ${longDay(to)}`,
  about: (asOf: string): string =>
    `Each change counts on the day it happened, not on the day it was recorded. ${asOf}`,
  from: 'First day',
  to: 'Last day',
  show: 'Show',
  presets: { quarter: 'Last quarter', year: 'This year', lastYear: 'Last year', all: 'Everything' },
  kinds: {
    funding: (currency: string): string => `Money, in ${currency}`,
    compute: 'Compute, in H100e-hours',
    bought: 'Compute bought with the initiative’s own money, in H100e-hours',
  },
  columns: {
    opening: (from: Day): string => `Before ${fullDay(from)}`,
    added: 'Added',
    left: 'Moved on',
    corrected: 'Corrected',
    closing: (to: Day): string => `On ${fullDay(to)}`,
  },
  none: 'Nothing had happened by then.',
  secured: 'Received and agreed in writing',
  largest: {
    title: 'Largest givers',
    funding: 'Money',
    compute: 'Compute',
    within: 'Received in this period',
    received: 'Received by then',
    secured: 'With what is agreed',
    share: 'Share',
    concentration: (first: string, five: string | null): string =>
      `The largest giver accounts for ${first} of what is received or agreed${five === null ? '' : `, the five largest for ${five}`}.`,
  },
  restricted: {
    title: 'Restricted money',
    text: (amount: string): string =>
      `${amount} of what is received or agreed is restricted, according to its givers.`,
    none: 'No giver has restricted what is received or agreed.',
    to: 'Restricted to',
  },
  overdue: {
    title: 'Overdue today',
    text: (amount: string, found: number): string =>
      found === 1
        ? `One instalment is late: ${amount}.`
        : `${count(found)} instalments are late: ${amount} together.`,
    none: 'No instalment is late.',
    all: 'All overdue instalments',
  },
  steps: {
    title: 'Steps back and corrections',
    none: 'Nothing was withdrawn, contested, refunded or undone in this period.',
    what: 'What happened',
    all: (found: number): string => `All ${count(found)} are under Activity`,
  },
};
