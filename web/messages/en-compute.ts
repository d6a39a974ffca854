import { addDays, type Day } from '../../server/domain/day.ts';
import type { GpusInUse } from '../../server/domain/gpus-in-use.ts';
import {
  count,
  fullDay,
  gpuHours,
  grouped,
  monthOf,
  shortMonthOf,
  roundedAmount,
  unitPrice,
} from '../format.ts';
import type { Curve, Hours, HoursByStage } from '../data/pages.ts';
import { type Enough, hoursFor } from '../../server/domain/yardstick.ts';
import type { Basis } from '../../server/domain/asset.ts';

export const h100e = {
  title: 'How GPUs are compared',
  lead: 'We divide each GPU’s dense BF16 peak by the H100’s 989.4 TFLOPS (FP16 for the V100). A pledge keeps the factor of the day when it was accepted.',
  summary: 'The factors and their sources',
  gpu: 'GPU',
  tflops: 'dense TFLOPS',
  counts: 'counts as',
  from: 'from',
  source: 'source',
  basis: { BF16: 'BF16', FP16: 'FP16, because it has no BF16' } satisfies Record<Basis, string>,
  h100s: (h100s: string): string => `${h100s} H100`,
  always: 'the start',
};

export const worth = {
  title: 'What the money would buy',
  sentence: (secured: bigint, currency: string, perHour: string): string =>
    `The ${roundedAmount(secured, currency)} secured would buy about ${grouped(
      hoursFor(secured, currency, perHour),
    )} H100-hours, at ${unitPrice(perHour, currency)} per H100-hour.`,
  price: 'Price on',
  apart: 'This is money, not compute. No total of GPUs includes it.',
};

const enough = (given: Enough): string =>
  'times' in given ? `${grouped(given.times)} times` : `${given.percent}% of a run`;

/** "3.1 DeepSeek-V3 training runs", "31% of a DeepSeek-V3 training run" */
const runs = (given: Enough, run: string): string => {
  if ('percent' in given) return `${given.percent}% of a ${run} training run`;
  return `${grouped(given.times)} ${run} training ${given.times === '1.0' ? 'run' : 'runs'}`;
};

export const yardsticks = {
  title: 'What is this compute enough for?',
  sentence: (secured: Enough, delivered: Enough | null, run: string): string =>
    `The secured compute is enough for ${runs(secured, run)}${
      delivered === null ? '' : `, the delivered compute for ${runs(delivered, run)}`
    }.`,
  all: 'Compare with other training runs',
  run: 'Published training run',
  took: 'used',
  secured: 'secured is enough for',
  delivered: 'delivered is enough for',
  enough,
  nothing: 'nothing yet',
  hours: (hours: bigint, gpu: string): string => `${count(hours)} ${gpu}-hours`,
  conversion: (gpu: string, { num, den }: { num: string; den: string }): string | null => {
    if (gpu === 'H100') return null;
    return num === den ? `1 ${gpu} counts as 1 H100` : `1 ${gpu} counts as ${num} ÷ ${den} H100`;
  },
  estimated: (of: { parameters: string; tokens: string; utilisation: number }): string =>
    `our estimate, no hours published: 6 × ${of.parameters} active parameters × ${of.tokens} tokens, at ${of.utilisation}% of the H100’s peak speed`,
  basis:
    'In H100-equivalent hours, rounded down to two digits. A run is the final training that its makers published, without earlier experiments.',
};

type AtTarget = { days: number; firstOn: Day | null };

const onDays = ({ days, firstOn }: AtTarget): string =>
  firstOn === null
    ? 'on no day'
    : `on ${count(days)} ${days === 1 ? 'day' : 'days'}, first on ${fullDay(firstOn)}`;

const monthAndYear = (day: Day): string => `${shortMonthOf(day)} ${day.slice(0, 4)}`;

const decimal = (gpus: string): string => grouped(gpus.replace(/\.?0+$/, ''));

const millions = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

export const compute = {
  title: 'Compute',
  lead: 'How many GPUs there are at once, where, for how long, and whether they were delivered.',
  call: (gpus: number): string => `The call: ${count(gpus)} GPUs.`,
  nothing: (closed: boolean): string =>
    closed ? 'No compute is on record.' : 'No compute has been promised yet.',
  onlyHours:
    'All compute on record is granted in GPU-hours. The grants name no number of GPUs, so we can’t show GPUs at once.',
  h100eLead: 'H100e are H100-equivalents: each GPU counts by its peak speed.',
  facts: {
    h100e: 'In H100e',
    pledged: 'Promised',
    bought: 'Bought',
    target: (target: number): string => `${count(target)} reached`,
  },
  h100eSecured: ({ h100e: { allSites, largestSite } }: Curve): string =>
    `${count(allSites)} secured at once, ${count(largestSite)} at one site.`,
  pledged: ({ pledged, h100e: held }: Curve): string =>
    `${count(pledged)} more for 30 days in a row (${count(held.pledged)} H100e), not counted.`,
  bought: (gpus: number): string =>
    `Up to ${count(gpus)} of the secured GPUs, with the initiative’s own money.`,
  atTarget: ({ allSites, largestSite }: NonNullable<Curve['atTarget']>): string =>
    allSites.firstOn === null
      ? 'On no day yet.'
      : `At all sites together ${onDays(allSites)}; at one site ${onDays(largestSite)}.`,
  curve: 'GPUs at once',
  curveHint: 'Press the left or right arrow key to move from change to change.',
  from: (day: Day): string => `From ${fullDay(day)}`,
  day: 'From',
  columns: {
    secured: 'secured',
    largestSite: 'largest site',
    bought: 'bought',
    pledged: 'promised',
    largestPledged: 'most promised at one site',
  },
  monthly: 'The table shows the first day of each month. The CSV file has every change.',
  h100e: (figure: string): string => `${figure} H100e`,
  sites: 'Sites',
  sitesLead:
    'GPUs at different sites don’t form one cluster. Each figure is the most GPUs on each of 30 days in a row.',
  site: 'Site',
  siteUnnamed: (code: string): string => `Unnamed site, ${code}`,
  siteOthers: 'All other sites, on their highest day',
  more: (rows: number): string => `${count(rows)} more`,
  days: 'Days',
  period: (from: Day, to: Day): string => {
    const [first, last] = [monthAndYear(from), monthAndYear(addDays(to, -1))];
    return first === last ? first : `${first} to ${last}`;
  },
  volume: 'Volume in GPU-hours',
  volumeLead: 'This is given compute only. Bought compute isn’t a contribution.',
  inUse: ({ averageLastMonth, peakDay }: GpusInUse): string =>
    [
      `Used by metered jobs, bought GPUs included: ${decimal(peakDay.gpus)} GPUs on the busiest day, ${fullDay(peakDay.on)}`,
      ...(averageLastMonth.gpus === '0.00'
        ? []
        : [
            `${decimal(averageLastMonth.gpus)} on average in ${monthOf(`${averageLastMonth.month}-01`)}`,
          ]),
    ].join('; ') + '.',
  model: 'Model',
  allModels: 'All models',
  provider: 'Provider',
  providerHidden: 'Provider not shown',
  stages: {
    delivered: 'delivered',
    committed: 'agreed, not delivered',
    pledged: 'promised',
  } satisfies Record<keyof HoursByStage, string>,
  hours: ({ quantity }: Hours): string => gpuHours(quantity),
  /** Whole hours, rounded down: an equivalent isn't more exact than that. */
  hoursH100e: ({ base }: Hours): string => `${count(base / 3_600n)} H100e`,
  months: 'Agreed and delivered',
  monthsLead:
    'GPU-hours by the end of each month. GPUs are due on their days. A grant of hours is due evenly over its days. A delivery counts on the day it happened.',
  monthsSummary: (month: string, due: bigint, delivered: bigint): string =>
    `By the end of ${monthOf(`${month}-01`)}: ${gpuHours(delivered)} GPU-hours delivered of the ${gpuHours(due)} agreed by then.`,
  due: 'agreed by then',
  dueBy: (month: string): string => `agreed by the end of ${monthAndYear(`${month}-01`)}`,
  delivered: 'delivered',
  monthsTable: 'Month by month',
  dueInMonth: 'agreed for the month',
  deliveredInMonth: 'delivered in the month',
  csv: { curve: 'GPUs at once (CSV)', pledges: 'Pledges (CSV)' },
  monthName: (month: string): string => monthOf(`${month}-01`),
  short: (hours: bigint): string => millions.format(hours),
};
