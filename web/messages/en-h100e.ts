/** What H100-equivalents rest on, and what money would buy, in English. */
import type { Basis } from '../../server/domain/asset.ts';
import type { Day } from '../../server/domain/day.ts';
import { hoursFor } from '../../server/domain/yardstick.ts';
import { fullDay, grouped, roundedAmount, unitPrice } from '../format.ts';

export const h100e = {
  title: 'How GPUs are compared',
  lead: 'Each GPU by its dense BF16 peak ÷ the H100’s 989.4 TFLOPS (FP16 for the V100). A pledge keeps the factor of the day on which it was accepted.',
  summary: 'The factors and their sources',
  gpu: 'GPU',
  tflops: 'dense TFLOPS',
  counts: 'counts as',
  from: 'from',
  source: 'source',
  basis: { BF16: 'BF16', FP16: 'FP16: it has no BF16' } satisfies Record<Basis, string>,
  h100s: (h100s: string): string => `${h100s} H100`,
  always: 'the start',
  day: (on: Day): string => fullDay(on),
};

export const worth = {
  title: 'What the money would buy',
  /** "The $23.4M secured would buy about 11,700,000 H100-hours, at $2.00 per H100-hour." */
  sentence: (secured: bigint, currency: string, perHour: string): string =>
    `The ${roundedAmount(secured, currency)} secured would buy about ${grouped(
      hoursFor(secured, currency, perHour),
    )} H100-hours, at ${unitPrice(perHour, currency)} per H100-hour.`,
  price: 'The price is of',
  day: (on: Day): string => fullDay(on),
  apart: 'It is money and no compute: it is in no total of GPUs.',
};
