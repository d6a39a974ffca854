/** The desk's form by which hours are expected for longer, in English. */
import type { Day } from '../../server/domain/day.ts';
import { fullDay } from '../format.ts';

const labels: Record<string, string> = { until: 'Expected until', reason: 'Why' };
const hints: Record<string, string> = {
  until: 'Empty: for 30 days after each window, as if nothing had been said.',
  reason: 'It stands in the trail.',
};

export const deskExtend = {
  title: (ref: string): string => `Expect pledge ${ref} for longer`,
  text: 'What its windows have not brought is no shortfall until then. It moves nothing; the pledge’s page says the day.',
  now: (until: Day | null): string =>
    until === null
      ? 'Expected for 30 days after each window.'
      : `Expected until ${fullDay(until)}.`,
  label: (name: string): string => labels[name] ?? name,
  hint: (name: string): string | undefined => hints[name],
  send: 'Expect it until then',
  keep: 'Leave it as it is',
};
