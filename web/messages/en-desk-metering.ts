import type { SkipReason, RowCounts } from '../../server/domain/metering.ts';
import type { Day } from '../../server/domain/day.ts';
import { count, fullDay, gpuHours, instant, monthOf } from '../format.ts';

const hours = (gpuSeconds: bigint): string => `${gpuHours(gpuSeconds)} GPU-hours`;
const of = (figure: number, one: string, many: string): string =>
  `${count(figure)} ${figure === 1 ? one : many}`;

const reasons: Record<SkipReason, (type: string) => string> = {
  unmapped: (type) => (type === '' ? 'No type' : `Type ${type}, which you did not list`),
  'other-model': (type) => `Type ${type}, which is another model`,
  'outside-days': () => 'Outside the pledge’s days',
  imported: () => 'On days with imported hours. Undo those, then read a file of all these days.',
  'recorded-before': () => 'Already recorded',
  'after-end': () => 'After the recorded end of their jobs',
};

const rows: Partial<Record<keyof RowCounts, string>> = {
  steps: 'Job steps, which the row of their job already counts',
  withoutGpus: 'Jobs without a GPU',
  notRun: 'Jobs that didn’t run',
  otherClusters: 'Rows of other clusters',
};

export const deskMetering = {
  title: 'Record hours from a scheduler’s file',
  text: 'The file says what jobs used on the provider’s cluster. You see the hours before we record them. We don’t keep the names of people or accounts.',
  command:
    'sacct --allusers --allocations --duplicates --parsable2 --starttime=2026-03-01 --format=JobIDRaw,State,Start,End,ElapsedRaw,AllocTRES',
  commandHint:
    'Without Slurm, send a CSV file with the columns job, model, gpus, start and end. With Slurm, the provider makes the file with:',
  fields: (model: string) => ({
    file: {
      label: 'File',
      hint: 'The file may be a gzip. It can have 512 MiB and 4,000,000 rows. It may overlap with earlier files: we count no hour twice.',
    },
    cluster: { label: 'Cluster', hint: 'Enter the name that the scheduler uses.' },
    zone: {
      label: 'Time zone',
      hint: 'Enter the time zone of the cluster’s clock, such as Europe/Oslo.',
    },
    gpu: {
      label: 'GPU types that count',
      hint: `Enter the cluster’s names for the ${model}: a100=${model},a100_80=${model}. We show other types, but don’t count them. Leave it empty for a CSV file, which names the models.`,
    },
    untyped: { label: 'GPUs without a type' },
    fields: {
      label: 'Columns',
      hint: 'Only if the file has no header: JobIDRaw,State,Start,…',
    },
    delimiter: { label: 'Delimiter', hint: 'Only if it isn’t |. Enter \\t for a tab.' },
    id: { label: 'Recorded file' },
    reason: { label: 'Reason', hint: 'We keep it in the history.' },
  }),
  untyped: (model: string): [value: string, text: string][] => [
    ['', 'Don’t count them'],
    [model, `Count them as ${model}`],
  ],
  unusual: 'The file has no header or another delimiter',
  takeBack: {
    title: 'Undo a recorded file',
    text: 'Its hours no longer count as used. You can read the file again later.',
    file: (cluster: string, batch: string, readAt: Date): string =>
      `${cluster}, change ${batch}, read on ${instant(readAt)}`,
    submit: 'Undo the file',
  },
  submit: 'Read the file',
  report: {
    title: 'What the records say',
    willBe: 'What will be recorded',
    counted: (gpuSeconds: bigint, model: string, jobs: number): string =>
      `${hours(gpuSeconds)} of ${model}, from ${of(jobs, 'job', 'jobs')}.`,
    days: (days: number, from: Day, to: Day): string =>
      days === 1
        ? `One receipt, on ${fullDay(from)}.`
        : `A receipt for each of ${count(days)} days, from ${fullDay(from)} to ${fullDay(to)}. You can undo them together.`,
    use: (days: number, from: Day, to: Day): string =>
      `We record these as hours used of those kept available, on ${days === 1 ? fullDay(from) : `${count(days)} days from ${fullDay(from)} to ${fullDay(to)}`}. They replace earlier figures for these days. We show them next to the delivered hours and add them to no total.`,
    evidence: (sha256: string): string => `Evidence: metered; the file’s SHA-256 is ${sha256}.`,
    beyond: (gpuSeconds: bigint): string => `${hours(gpuSeconds)} more than agreed.`,
    overstated: (gpuSeconds: bigint, jobs: number, batches: readonly string[]): string =>
      `We had recorded ${hours(gpuSeconds)} of ${of(jobs, 'job', 'jobs')} that this file doesn’t show. To remove them, undo the ${batches.length === 1 ? 'change' : 'changes'} ${batches.join(', ')}, then read a new file of all their days. That file also replaces recorded use.`,
    nothing: 'The file has nothing to record.',
    file: 'What is in the file',
    jobs: (jobs: number, running: number, gpuSeconds: bigint): string => {
      const still = running > 0 ? `, ${count(running)} of them still running` : '';
      return `${of(jobs, 'job', 'jobs')} on GPUs of any type${still}: ${hours(gpuSeconds)}.`;
    },
    read: (figure: number, cluster: string, zone: string | null): string =>
      `${of(figure, 'row', 'rows')} of ${cluster}${zone ? `, times in ${zone}` : ''}.`,
    left: 'Not counted as jobs on GPUs:',
    unreadable: (line: number): string =>
      `Rows that we can’t read, the first in line ${count(line)}`,
    repeated: 'Repeated rows',
    row: (figure: number, name: string): string => `${name}: ${count(figure)}`,
    rows,
    months: 'GPU-hours by month',
    noModel: 'none',
    monthOf: (month: string): string => monthOf(`${month}-01`),
    skipped: 'Hours that don’t count',
    why: 'Reason',
    reason: (reason: SkipReason, type: string | null): string => reasons[reason](type ?? ''),
    figure: gpuHours,
    submit: 'Record the hours',
    again: 'Change the answers',
  },
};
