/** The desk's forms of what GPUs are counted as and what an hour costs, in English. */
import type { Basis } from '../../server/domain/asset.ts';
import { fullDay, unitPrice } from '../format.ts';

const labels: Record<string, string> = {
  model: 'GPU',
  tflops: 'Dense peak of one GPU, in TFLOPS',
  basis: 'What it is the peak of',
  holdsFrom: 'Holds from',
  perHour: 'Price of one H100-hour',
  pricedOn: 'On',
  source: 'Source',
  url: 'Its address',
};

const hints: Record<string, string> = {
  tflops: 'As the vendor’s data sheet has it. A figure with sparsity is twice the dense one.',
  holdsFrom: 'Acceptances from this day on take it.',
  source: 'Public. Where the figure is from.',
};

export const deskFactors = {
  label: (name: string): string => labels[name] ?? name,
  hint: (name: string): string | undefined => hints[name],
  bases: [
    ['BF16', 'BF16'],
    ['FP16', 'FP16, of a GPU without BF16'],
  ] satisfies [Basis, string][],
  title: 'Compute',
  factor: {
    title: 'Count a GPU otherwise',
    text: 'How many H100s a GPU counts as: its dense peak ÷ 989.4 TFLOPS. What is given stands. Pledges that are accepted keep the factor of their day.',
    change: 'Count a GPU otherwise',
    send: 'Give the factor',
    given: ({ tflops, holdsFrom, source }: { tflops: string; holdsFrom: string; source: string }) =>
      `${tflops} TFLOPS from ${fullDay(holdsFrom)}. ${source}`,
  },
  price: {
    title: 'Give the price of an H100-hour',
    text: 'The compute page then says what the secured money would buy, with this price, its day and its source. It is in no total. Of several prices the newest day’s is shown.',
    change: 'Give a price',
    send: 'Give the price',
    name: 'An H100-hour',
    none: 'No price is given, so money is never told as hours.',
    hint: (currency: string): string => `In ${currency}.`,
    given: (
      { perHour, pricedOn, source }: { perHour: string; pricedOn: string; source: string },
      currency: string,
    ): string => `${unitPrice(perHour, currency)} on ${fullDay(pricedOn)}. ${source}`,
  },
  keep: 'Leave it as it is',
};
