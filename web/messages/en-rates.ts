/** How old exchange rates are, and what to do about it, in English. */
import type { Day } from '../../server/domain/day.ts';
import type { RateAge } from '../../server/domain/rate-age.ts';
import { count, fullDay } from '../format.ts';

const ago = (days: number): string => (days === 1 ? '1 day ago' : `${count(days)} days ago`);

export const rates = {
  title: 'Exchange rates',
  what: 'Amounts in other currencies count at the European Central Bank’s exchange rates.',
  newestOf: (newest: Pick<RateAge, 'on' | 'days'> | null): string =>
    newest === null
      ? 'There are no rates here yet.'
      : `The newest rates here are from ${fullDay(newest.on)}, ${ago(newest.days)}.`,
  daily: {
    label: 'Update the rates every day?',
    choices: [
      {
        value: 'yes',
        text: 'Yes',
        hint: 'Once a day, the server downloads new rates from www.ecb.europa.eu.',
      },
      {
        value: 'no',
        text: 'No',
        hint: 'You bring new rates with npm run rates. If a rate is more than 30 days old, its pledges wait for an admin.',
      },
    ],
    overrides: {
      on: 'RATES_URL is set, so the server downloads new rates from there. To decide here, restart the server without RATES_URL.',
      off: 'RATES_URL is off, so the server downloads no rates. To decide here, restart the server without RATES_URL.',
    },
    states: { yes: 'On', no: 'Off', on: 'On: RATES_URL is set', off: 'Off: RATES_URL is off' },
    term: 'Daily updates',
    newestTerm: 'Newest rates',
    change: 'Change daily updates',
    text: 'New rates are used for pledges that are accepted from then on. A change takes effect within an hour.',
    save: 'Save',
  },
  none: 'none',
  on: ({ on, days }: Pick<RateAge, 'on' | 'days'>): string => `${fullDay(on)}, ${ago(days)}`,
  own: {
    title: 'Give an exchange rate',
    text: (currency: string): string =>
      `For a currency that the European Central Bank has no recent rate for. Enter one of the two figures; the other follows. Pledges to be accepted from that day on can use the rate, and it cannot be changed later. All totals are in ${currency}.`,
    labels: {
      currency: 'Currency',
      ratedOn: 'Day of the rate',
      perUnit: 'Value of one unit',
      unitsPer: 'Or: units for one',
      source: 'Source',
      url: 'Link to the source',
    } as Record<string, string>,
    hints: {
      currency: 'Its three letters, such as KWD.',
      source: 'Public. Where the rate is from.',
    } as Record<string, string>,
    perUnit: (currency: string): string =>
      `In ${currency}: 3.25 if one unit is worth 3.25 ${currency}.`,
    unitsPer: (currency: string): string => `How many units one ${currency} buys, such as 32.51.`,
    send: 'Give the rate',
  },
  keep: 'Leave it as it is',
  /** Beside Accept, of a rate that acceptance would fix. */
  newest: (asset: string, { on, days }: Pick<RateAge, 'on' | 'days'>): string =>
    `The newest exchange rate for ${asset} is from ${fullDay(on)}, ${ago(days)}. Once accepted, this pledge keeps that rate.`,
  cure: 'For a newer rate, run npm run rates, turn on daily updates, or give your own.',
  turnOn: 'Turn on daily updates',
  give: 'Give a rate',
  /** Beside Accept, of a larger amount: its pledge has its rate already. */
  fixed: (asset: string, { on, days }: Pick<RateAge, 'on' | 'days'>): string =>
    `This pledge keeps its ${asset} rate from ${fullDay(on)}, ${ago(days)}. The new amount would count at that rate too.`,
  fixedCure: 'To count the new amount at a newer rate, ask the giver for another pledge.',
  accept: (on: Day): string => `Accept at the rate of ${fullDay(on)}`,
  use: (on: Day): string => `Record it at the rate of ${fullDay(on)}`,
  refused: 'The exchange rate is more than 30 days old. Check it below before you accept.',
};
