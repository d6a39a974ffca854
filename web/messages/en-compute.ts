/** What /compute says, in English. */
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
import type { Curve, Hours, HoursByStage } from '../data/compute.ts';
import { type Enough, hoursFor } from '../../server/domain/yardstick.ts';
import type { Basis } from '../../server/domain/asset.ts';

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

const enough = (given: Enough): string =>
  'times' in given ? `${grouped(given.times)} times` : `${given.percent}% of it`;

/** "3.1 DeepSeek-V3 training runs", "31% of a DeepSeek-V3 training run" */
const runs = (given: Enough, run: string): string => {
  if ('percent' in given) return `${given.percent}% of a ${run} training run`;
  return `${grouped(given.times)} ${run} training ${given.times === '1.0' ? 'run' : 'runs'}`;
};

export const yardsticks = {
  title: 'What that is enough for',
  sentence: (secured: Enough, delivered: Enough | null, run: string): string =>
    `What is secured is enough for ${runs(secured, run)}${
      delivered === null ? '' : `; what was delivered, for ${runs(delivered, run)}`
    }.`,
  all: 'Each run, and how far it goes',
  run: 'Published training run',
  took: 'took',
  secured: 'secured suffices for',
  delivered: 'delivered suffices for',
  enough,
  nothing: 'nothing yet',
  hours: (hours: bigint, gpu: string): string => `${count(hours)} ${gpu}-hours`,
  /** How hours of its GPU become those of an H100. */
  conversion: (gpu: string, { num, den }: { num: string; den: string }): string | null => {
    if (gpu === 'H100') return null;
    return num === den ? `1 ${gpu} counts as 1 H100` : `1 ${gpu} counts as ${num} ÷ ${den} H100`;
  },
  basis:
    'By H100-equivalent hours, rounded down to two digits. A run is the final training as its makers published it; what was tried before is not in it.',
};

type AtTarget = { days: number; firstOn: Day | null };

const onDays = ({ days, firstOn }: AtTarget): string =>
  firstOn === null
    ? 'on no day'
    : `on ${count(days)} ${days === 1 ? 'day' : 'days'}, first on ${fullDay(firstOn)}`;

const monthAndYear = (day: Day): string => `${shortMonthOf(day)} ${day.slice(0, 4)}`;

/** "1,412.5" of "1412.50". */
const decimal = (gpus: string): string => grouped(gpus.replace(/\.?0+$/, ''));

const millions = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

export const compute = {
  title: 'Compute',
  lead: 'How many GPUs at once, where, for how long, and whether they came.',
  nothing: (closed: boolean): string =>
    closed ? 'No compute is on record.' : 'No compute has been promised yet.',
  onlyHours:
    'What is on record are grants of GPU-hours. They name no number of GPUs, so there is no curve of GPUs at once.',
  h100eLead: 'H100e are H100-equivalents: each GPU counts by its peak.',
  facts: {
    h100e: 'In H100e',
    pledged: 'Promised',
    bought: 'Bought',
    target: (target: number): string => `At ${count(target)}`,
  },
  h100eSecured: ({ h100e: { allSites, largestSite } }: Curve): string =>
    `${count(allSites)} secured at once, ${count(largestSite)} at one site.`,
  pledged: ({ pledged, h100e: held }: Curve): string =>
    `${count(pledged)} more for 30 days in a row (${count(held.pledged)} H100e), not counted.`,
  bought: (gpus: number): string =>
    `At most ${count(gpus)} of those secured, with the initiative’s own money.`,
  atTarget: ({ allSites, largestSite }: NonNullable<Curve['atTarget']>): string =>
    allSites.firstOn === null
      ? 'On no day yet.'
      : `Over all sites ${onDays(allSites)}; at one site ${onDays(largestSite)}.`,
  curve: 'GPUs at once',
  curveHint: 'Left and right arrow keys go from change to change.',
  from: (day: Day): string => `From ${fullDay(day)}`,
  day: 'From',
  columns: {
    secured: 'secured',
    largestSite: 'largest site',
    bought: 'bought',
    pledged: 'promised',
    largestPledged: 'most promised at one site',
  },
  asTable: 'The curve as a table',
  monthly: 'Of many changes, what holds on the first of each month; all of them are in the files.',
  h100e: (figure: string): string => `${figure} H100e`,
  sites: 'Sites',
  sitesLead:
    'GPUs at different sites do not make one cluster. The most on each of 30 days in a row.',
  site: 'Site',
  siteUnnamed: (code: string): string => `Not named, ${code}`,
  siteOthers: 'All other sites, at most on any day',
  more: (rows: number): string => `${count(rows)} more`,
  days: 'Days',
  models: 'GPUs',
  period: (from: Day, to: Day): string => {
    const [first, last] = [monthAndYear(from), monthAndYear(addDays(to, -1))];
    return first === last ? first : `${first} to ${last}`;
  },
  volume: 'Volume in GPU-hours',
  volumeLead: 'Given compute alone: what was bought is no contribution.',
  inUse: ({ averageLastMonth, peakDay }: GpusInUse): string =>
    [
      `In use by metered jobs, bought GPUs included: at most ${decimal(peakDay.gpus)} GPUs on a day, ${fullDay(peakDay.on)}`,
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
  /** Whole hours, rounded down: the digits after them say nothing of an equivalent. */
  hoursH100e: ({ base }: Hours): string => `${count(base / 3_600n)} H100e`,
  months: 'Agreed and delivered',
  monthsLead:
    'GPU-hours by the end of each month. Windows are due on their days, grants of hours evenly over theirs; a delivery counts on its day.',
  monthsSummary: (month: string, due: bigint, delivered: bigint): string =>
    `By the end of ${monthOf(`${month}-01`)}: ${gpuHours(delivered)} GPU-hours delivered of ${gpuHours(due)} agreed for that time.`,
  month: 'Month',
  due: 'agreed up to then',
  dueBy: (month: string): string => `agreed up to the end of ${monthAndYear(`${month}-01`)}`,
  delivered: 'delivered',
  monthsTable: 'Month by month',
  dueInMonth: 'agreed for the month',
  deliveredInMonth: 'delivered in it',
  csv: { curve: 'GPUs at once (CSV)', pledges: 'Pledges (CSV)' },
  monthName: (month: string): string => monthOf(`${month}-01`),
  /** "4M", for an axis. */
  short: (hours: bigint): string => millions.format(hours),
};
