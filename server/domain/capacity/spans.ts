import type { Day } from '../day.ts';
import { decimalFraction, type Rate } from '../quantity.ts';

/** GPUs of one model under one factor of H100-equivalence; presences share it. */
export interface Lot {
  model: string;
  /** H100-equivalents per GPU, by the pledge's own terms. */
  rate: Rate;
}

/** GPUs that join a stage at a site (or, negative, leave it), on the half-open [from, to). */
export interface Presence {
  site: string;
  lot: Lot;
  stage: 'pledged' | 'committed';
  bought: boolean;
  gpus: number;
  from: Day;
  to: Day;
  /** Canonical (window.ts). It lowers volume, not concurrency. */
  availability: string;
}

/** A presence in numbers: days as of day.ts, the lot's place in the list, availability in ten-thousandths. */
export interface Span {
  site: string;
  lot: number;
  isCommitted: boolean;
  isBought: boolean;
  gpus: number;
  first: number;
  end: number;
  availability: number;
}

/** H100-equivalents of a GPU of each lot, as whole numbers over one divisor. */
export interface Weights {
  weights: number[];
  divisor: number;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** Over one common divisor, so that sums of GPUs × weight are whole numbers, far below 2^53. */
export function weightsOf(lots: readonly Lot[]): Weights {
  const fractions = lots.map(({ rate }) => {
    const num = decimalFraction(rate.num);
    const den = decimalFraction(rate.den);
    const over = num.scaled * 10n ** BigInt(den.digits);
    const under = den.scaled * 10n ** BigInt(num.digits);
    const common = gcd(over, under);
    return { num: over / common, den: under / common };
  });
  const divisor = fractions.reduce((all, { den }) => (all / gcd(all, den)) * den, 1n);
  return {
    weights: fractions.map(({ num, den }) => Number(num * (divisor / den))),
    divisor: Number(divisor),
  };
}
