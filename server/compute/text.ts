import type { MeteringJson } from './answers.ts';

const REASONS: Record<MeteringJson['skipped'][number]['reason'], (type: string) => string> = {
  unmapped: (type) =>
    type === ''
      ? 'of no type: say --untyped MODEL if they count'
      : `of type ${type}, which is no model: say --gpu ${type}=MODEL if they count`,
  'other-model': (type) => `of type ${type}, which is of another model`,
  'outside-days': () => 'outside the pledge’s days',
  imported: () =>
    'on days whose metered hours were imported: take these back if the file is to tell of them',
  'recorded-before': () => 'recorded before',
  'after-end': () => 'after the end of their jobs, as it is recorded',
};

const count = (figure: number): string => figure.toLocaleString('en');

export function meteringText(report: MeteringJson): string {
  const { rows, counted, beyond, overstated, zone } = report;
  const left: [number, string][] = [
    [rows.steps, 'steps of jobs'],
    [rows.withoutGpus, 'jobs without a GPU'],
    [rows.notRun, 'jobs that have not run'],
    [rows.otherClusters, 'rows of other clusters'],
    [rows.repeated, 'rows that are there twice'],
    [rows.unreadable, `unreadable rows, the first in line ${rows.firstUnreadable}`],
  ];
  const lines = [
    `${count(rows.read)} rows of ${report.cluster}${zone ? `, times in ${zone}` : ''}; SHA-256 ${report.sha256}`,
    ...left.filter(([figure]) => figure > 0).map(([figure, what]) => `  ${count(figure)} ${what}`),
    `${count(report.jobs)} jobs on GPUs, ${count(report.running)} of them running: ${report.gpuSeconds} GPU-seconds, ${report.gpuHours} GPU-hours`,
    ...report.months.map(
      ({ model, month, gpuHours }) => `  ${month} ${model ?? 'no model'}: ${gpuHours} GPU-hours`,
    ),
    ...report.skipped.map(
      ({ reason, type, gpuHours }) =>
        `not counted: ${gpuHours} GPU-hours ${REASONS[reason](type ?? '')}`,
    ),
    `to record for ${report.ref}${report.isUse ? ', as use of the hours that it keeps available' : ''}: ${counted.gpuHours} ${counted.model} GPU-hours of ${count(counted.jobs)} jobs${counted.from ? `, ${counted.from} to ${counted.to}` : ''}`,
    ...(beyond.gpuSeconds === '0'
      ? []
      : [`  of which ${beyond.gpuHours} GPU-hours are beyond the agreement`]),
    ...(overstated.jobs === 0
      ? []
      : [
          `recorded beyond what this file says: ${overstated.gpuHours} GPU-hours of ${count(overstated.jobs)} jobs; take back ${overstated.batches.join(', ')} and read a new file of all their days`,
        ]),
  ];
  return `${lines.join('\n')}\n`;
}
