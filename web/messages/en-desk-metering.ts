/** What the desk says of hours that a scheduler's records tell of. */
import type { SkipReason, RowCounts } from '../../server/domain/metering.ts';
import type { Day } from '../../server/domain/day.ts';
import { count, fullDay, gpuHours, instant, monthOf } from '../format.ts';

const hours = (gpuSeconds: bigint): string => `${gpuHours(gpuSeconds)} GPU-hours`;
const of = (figure: number, one: string, many: string): string =>
  `${count(figure)} ${figure === 1 ? one : many}`;

const reasons: Record<SkipReason, (type: string) => string> = {
  unmapped: (type) => (type === '' ? 'Of no type' : `Of type ${type}, which is of no model here`),
  'other-model': (type) => `Of type ${type}, which is of another model`,
  'outside-days': () => 'Outside the days of the pledge',
  imported: () =>
    'On days whose metered hours were imported: take those back, and read a file of all of these days',
  'recorded-before': () => 'Recorded before',
  'after-end': () => 'After the end of their jobs, as it is recorded',
};

const rows: Partial<Record<keyof RowCounts, string>> = {
  steps: 'Steps of jobs, whose own row has all of their GPUs',
  withoutGpus: 'Jobs without a GPU',
  notRun: 'Jobs that have not run',
  otherClusters: 'Rows of other clusters',
};

export const deskMetering = {
  link: 'Read a scheduler’s records',
  title: 'Read a scheduler’s records',
  text: 'What the provider’s Slurm says its jobs used. You see what it comes to before anything is recorded. Names of people, accounts and jobs are not kept.',
  command:
    'sacct --allusers --allocations --duplicates --parsable2 --starttime=2026-03-01 --format=JobIDRaw,State,Start,End,ElapsedRaw,AllocTRES',
  commandHint: 'The provider exports it with:',
  labels: {
    file: 'File',
    cluster: 'Cluster',
    zone: 'Time zone',
    gpu: 'Types of GPU that count',
    untyped: 'GPUs of no type',
    fields: 'Columns',
    delimiter: 'Delimiter',
    id: 'Recorded file',
    reason: 'Why',
  } as Record<string, string>,
  hints: {
    file: 'As it is or as a gzip, at most 512 MiB, and 4,000,000 rows. It may overlap with earlier ones: no hour counts twice.',
    cluster: 'As Slurm calls it.',
    zone: 'Of the cluster’s clock, such as Europe/Oslo.',
    gpu: (model: string): string =>
      `What the cluster calls the ${model}: a100=${model},a100_80=${model}. Others are told of and not counted.`,
    fields: 'Where the file has no header: JobIDRaw,State,Start,…',
    delimiter: 'Where it is not |; \\t is a tab.',
    reason: 'It stands in the trail.',
  },
  untyped: {
    no: 'Do not count',
    yes: (model: string): string => `Count as ${model}`,
  },
  unusual: 'A file without a header, or with another delimiter',
  takeBack: {
    title: 'Take a recorded file back',
    text: 'Its hours count as not used from then on, and it may be read again.',
    file: (cluster: string, batch: string, readAt: Date): string =>
      `${cluster}, batch ${batch}, read on ${instant(readAt)}`,
    submit: 'Take it back',
  },
  submit: 'Read it',
  leave: 'Leave it as it is',
  report: {
    title: 'What the records say',
    willBe: 'What will be recorded',
    counted: (gpuSeconds: bigint, model: string, jobs: number): string =>
      `${hours(gpuSeconds)} of ${model}, from ${of(jobs, 'job', 'jobs')}.`,
    days: (days: number, from: Day, to: Day): string =>
      days === 1
        ? `One receipt, on ${fullDay(from)}.`
        : `A receipt for each of ${count(days)} days, from ${fullDay(from)} to ${fullDay(to)}, all of one batch.`,
    use: (days: number, from: Day, to: Day): string =>
      `As what jobs used of the hours that are kept available, on ${days === 1 ? fullDay(from) : `${count(days)} days from ${fullDay(from)} to ${fullDay(to)}`}. It takes the place of what was stated for these days, is shown beside what was delivered, and is added to nothing.`,
    evidence: (sha256: string): string => `Evidence: metered; the file’s SHA-256 is ${sha256}.`,
    beyond: (gpuSeconds: bigint): string => `${hours(gpuSeconds)} beyond the agreement.`,
    overstated: (gpuSeconds: bigint, jobs: number, batches: readonly string[]): string =>
      `${hours(gpuSeconds)} of ${of(jobs, 'job', 'jobs')} stand recorded beyond what this file says. They are not taken back by themselves: take back the ${batches.length === 1 ? 'batch' : 'batches'} ${batches.join(', ')}, and read a new file of all their days. Use that was recorded is replaced by that file as well.`,
    nothing: 'There is nothing in it to record.',
    file: 'What is in the file',
    jobs: (jobs: number, running: number, gpuSeconds: bigint): string => {
      const still = running > 0 ? `, ${count(running)} of them still running` : '';
      return `${of(jobs, 'job', 'jobs')} on GPUs of any type${still}: ${hours(gpuSeconds)}.`;
    },
    read: (figure: number, cluster: string, zone: string | null): string =>
      `${of(figure, 'row', 'rows')} of ${cluster}${zone ? `, times in ${zone}` : ''}.`,
    left: 'Not counted as jobs on GPUs:',
    unreadable: (line: number): string =>
      `Rows that cannot be read, the first in line ${count(line)}`,
    repeated: 'Rows that say the same again',
    row: (figure: number, name: string): string => `${name}: ${count(figure)}`,
    rows,
    months: 'GPU-hours by month',
    month: 'Month',
    model: 'Model',
    noModel: 'none',
    hours: 'GPU-hours',
    monthOf: (month: string): string => monthOf(`${month}-01`),
    skipped: 'What does not count',
    why: 'Why',
    reason: (reason: SkipReason, type: string | null): string => reasons[reason](type ?? ''),
    figure: gpuHours,
    submit: 'Record it',
    again: 'Read it differently',
  },
};
