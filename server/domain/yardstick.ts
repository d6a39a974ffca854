import { digitsOf, H100_TFLOPS } from './asset.ts';
import { baseAtRate, decimalFraction, formatDecimal, PAR, type Rate } from './quantity.ts';

interface Run {
  name: string;
  gpu: string;
  gpuHours: bigint;
  /** H100-equivalents per GPU. */
  rate: Rate;
  /** Where its makers published no hours: 6 × parameters × tokens at this percentage of the GPU's peak. */
  estimate?: { parameters: string; tokens: string; utilisation: number };
  source: { name: string; url: string };
}

const LLAMA_CARD = {
  name: 'Llama 3.1 model card',
  url: 'https://github.com/meta-llama/llama-models/blob/main/models/llama3_1/MODEL_CARD.md',
};

/** The H800 has the H100's dense BF16 peak. Factors that an admin gives later don't change these facts. */
export const RUNS: readonly Run[] = [
  {
    name: 'Llama 3.1 405B',
    gpu: 'H100',
    gpuHours: 30_840_000n,
    rate: PAR,
    source: LLAMA_CARD,
  },
  {
    name: 'Llama 3.1 70B',
    gpu: 'H100',
    gpuHours: 7_000_000n,
    rate: PAR,
    source: LLAMA_CARD,
  },
  {
    name: 'DeepSeek-V3',
    gpu: 'H800',
    gpuHours: 2_788_000n,
    rate: PAR,
    source: { name: 'DeepSeek-V3 technical report', url: 'https://arxiv.org/abs/2412.19437' },
  },
  {
    name: 'BLOOM-176B',
    gpu: 'A100',
    gpuHours: 1_082_990n,
    rate: { num: '312', den: H100_TFLOPS },
    source: { name: 'BLOOM paper', url: 'https://arxiv.org/abs/2211.05100' },
  },
  {
    name: 'Qwen3-235B-A22B',
    gpu: 'H100',
    // 6 × 22e9 × 36e12 ÷ (0.4 × 989.4e12 × 3600), rounded up.
    gpuHours: 3_340_000n,
    rate: PAR,
    estimate: { parameters: '22B', tokens: '36T', utilisation: 40 },
    source: { name: 'Qwen3 technical report', url: 'https://arxiv.org/abs/2505.09388' },
  },
  {
    name: 'Pythia-12B',
    gpu: 'A100',
    gpuHours: 72_300n,
    rate: { num: '312', den: H100_TFLOPS },
    source: { name: 'Pythia paper, table 5', url: 'https://arxiv.org/abs/2304.01373' },
  },
];

/** In H100-equivalent GPU-seconds. */
export const runSeconds = ({ gpuHours, rate }: Pick<Run, 'gpuHours' | 'rate'>): bigint =>
  baseAtRate(gpuHours * 3600n, rate, 0, 0);

/** num ÷ den with so many significant digits, rounded down so as not to claim too much: "3.1", "0.31", "310". */
export function significant(num: bigint, den: bigint, digits: number): string {
  if (num === 0n) return '0';
  const least = 10n ** BigInt(digits - 1) * den;
  let decimals = 0;
  let scaled = num;
  while (scaled < least) {
    scaled *= 10n;
    decimals += 1;
  }
  let step = 1n;
  while (scaled >= 10n * least * step) step *= 10n;
  return formatDecimal((scaled / (den * step)) * step, decimals);
}

export type Enough = { times: string } | { percent: string };

/** H100-equivalent GPU-seconds suffice for the run "3.1" times, or for "31" percent of it. */
export function enoughFor(seconds: bigint, run: Pick<Run, 'gpuHours' | 'rate'>): Enough {
  const whole = runSeconds(run);
  return seconds >= whole
    ? { times: significant(seconds, whole, 2) }
    : { percent: significant(seconds * 100n, whole, 2) };
}

/** Three significant digits; the price is in major units: ($23.4M, "2") is "11700000". */
export function hoursFor(minor: bigint, currency: string, perHour: string): string {
  const price = decimalFraction(perHour);
  return significant(
    minor * 10n ** BigInt(price.digits),
    price.scaled * 10n ** BigInt(digitsOf(currency)),
    3,
  );
}
