import type { Basis } from '../../server/domain/asset.ts';
import type { Day } from '../../server/domain/day.ts';
import type { RateAge } from '../../server/domain/rate-age.ts';
import { count, fullDay, unitPrice } from '../format.ts';
import type { FieldWords } from './shapes.ts';

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
        hint: 'You add new rates yourself with npm run rates. Pledges wait for an admin if their rate is more than 30 days old.',
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
    title: 'Add an exchange rate',
    text: (currency: string): string =>
      `For a currency that the European Central Bank has no recent rate for. Enter one of the two figures. Pledges accepted from that day on can use the rate. You can’t change it later. All totals are in ${currency}.`,
    fields: (base: string): Record<string, FieldWords> => ({
      currency: { label: 'Currency', hint: 'Enter its three letters, such as KWD.' },
      ratedOn: { label: 'Day of the rate' },
      perUnit: {
        label: `${base} for one unit`,
        hint: `Enter 3.25 if one dinar is worth 3.25 ${base}.`,
      },
      unitsPer: {
        label: `Or units for one ${base}`,
        hint: `Enter 32.51 if one ${base} buys 32.51 Taiwan dollars.`,
      },
      source: { label: 'Source', hint: 'Say where the rate is from. The public sees this.' },
      url: { label: 'Link to the source' },
    }),
    figures: {
      perUnit: 'is missing: enter one of the two figures',
      unitsPer: 'must be empty: enter only one of the two figures',
    },
    send: 'Add the rate',
  },
  /** Beside Accept, where accepting fixes the rate. */
  newest: (asset: string, { on, days }: Pick<RateAge, 'on' | 'days'>): string =>
    `The newest exchange rate for ${asset} is from ${fullDay(on)}, ${ago(days)}.`,
  /** An anonymous pledge takes the rate of the day on which it is accepted with others instead. */
  keeps: 'Once accepted, this pledge keeps that rate.',
  /** A sentence with links in it; `turnOn` where daily updates are off and the desk decides on them. */
  cure: {
    first: 'For a newer rate,',
    give: 'add your own',
    turnOn: 'turn on daily updates',
    last: 'or run npm run rates.',
  },
  give: 'Add a rate',
  fixed: (asset: string, { on, days }: Pick<RateAge, 'on' | 'days'>): string =>
    `This pledge counts at the ${asset} rate from ${fullDay(on)}, ${ago(days)}. The new amount would count at that rate too.`,
  fixedCure: 'To count the new amount at a newer rate, ask the giver for another pledge.',
  accept: (on: Day): string => `Accept at the rate of ${fullDay(on)}`,
  acceptAlone: (on: Day): string => `Accept alone at the rate of ${fullDay(on)}`,
  increase: (on: Day): string => `Increase at the rate of ${fullDay(on)}`,
  refused: 'The exchange rate is more than 30 days old. Check it below before you accept.',
};

const factorFields: Record<string, FieldWords> = {
  model: { label: 'GPU' },
  tflops: {
    label: 'Dense peak of one GPU, in TFLOPS',
    hint: 'Take it from the vendor’s data sheet. A figure with sparsity is twice the dense one.',
  },
  basis: { label: 'Number format' },
  holdsFrom: {
    label: 'Applies from',
    hint: 'Pledges accepted from this day on use the new factor.',
  },
  perHour: { label: 'Price of one H100-hour' },
  pricedOn: { label: 'Day of the price' },
  source: { label: 'Source', hint: 'Say where the figure is from. The public sees this.' },
  url: { label: 'Link to the source' },
};

export const deskFactors = {
  fields: factorFields,
  bases: [
    ['BF16', 'BF16'],
    ['FP16', 'FP16, of a GPU without BF16'],
  ] satisfies [Basis, string][],
  title: 'Compute',
  factor: {
    title: 'Change what a GPU counts as',
    text: 'A GPU counts as its dense peak ÷ 989.4 TFLOPS in H100s. Pledges that are already accepted keep their factor. You can’t change or delete a factor later, but you can add a newer one.',
    send: 'Save the factor',
    given: ({ tflops, holdsFrom, source }: { tflops: string; holdsFrom: string; source: string }) =>
      `${tflops} TFLOPS from ${fullDay(holdsFrom)}. ${source}`,
  },
  price: {
    title: 'Add a price for an H100-hour',
    text: 'The compute page then says what the secured money would buy at this price. The price is in no total. We show the price with the newest day.',
    change: 'Add a price',
    send: 'Add the price',
    name: 'Price of an H100-hour',
    none: 'None, so the compute page doesn’t say what the money would buy.',
    hint: (currency: string): string => `In ${currency}.`,
    given: (
      { perHour, pricedOn, source }: { perHour: string; pricedOn: string; source: string },
      currency: string,
    ): string => `${unitPrice(perHour, currency)} on ${fullDay(pricedOn)}. ${source}`,
  },
};
