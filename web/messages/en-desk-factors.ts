import type { Basis } from '../../server/domain/asset.ts';
import { fullDay, unitPrice } from '../format.ts';
import type { FieldWords } from './shapes.ts';

const fields: Record<string, FieldWords> = {
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
  fields,
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
