/** What /compute says, in English. */
import { addDays, type Day } from '../../server/domain/day.ts';
import type { GpusInUse } from '../../server/domain/use.ts';
import { count, fullDay, gpuHours, grouped, monthOf, shortMonthOf } from '../format.ts';
import type { Curve, Hours, HoursByStage } from '../model-compute.ts';

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
  pledged: ({ pledged, h100e }: Curve): string =>
    `${count(pledged)} more for 30 days in a row (${count(h100e.pledged)} H100e), not counted.`,
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
