import { z } from 'zod';
import { SKIP_REASONS } from '../domain/metering.ts';
import { formatGpuHours } from '../domain/quantity.ts';
import { batch, day, gpuHours, gpuSeconds, ref } from '../openapi/shapes.ts';
import type { PlannedMetering } from './plan.ts';
import { reportOf } from './report.ts';

export const hoursOf = (seconds: bigint) => ({
  gpuHours: formatGpuHours(seconds),
  gpuSeconds: seconds.toString(),
});

const inHours = <T extends { gpuSeconds: bigint }>({ gpuSeconds: seconds, ...rest }: T) => ({
  ...rest,
  ...hoursOf(seconds),
});

export function meteringJson(planned: PlannedMetering) {
  const { metering, model, isUse, seen } = planned;
  const { rows, ...left } = metering.counts;
  const report = reportOf(planned);
  return {
    id: metering.id,
    ref: planned.ref,
    cluster: metering.cluster,
    zone: metering.zone,
    sha256: metering.sha256.toString('hex'),
    rows: { read: rows, repeated: report.repeated, ...left },
    jobs: report.jobs,
    running: report.running,
    ...hoursOf(report.gpuSeconds),
    months: report.months.map(inHours),
    skipped: report.skipped.map(inHours),
    counted: { model, ...inHours(report.counted) },
    isUse,
    beyond: hoursOf(report.beyond),
    overstated: inHours(report.overstated),
    seen,
  };
}
export type MeteringJson = ReturnType<typeof meteringJson>;

const count = z.int().min(0);
const hours = { gpuHours, gpuSeconds };
const model = z.string().nullable();

export const meteringAnswer = z
  .strictObject({
    id: z.uuid(),
    ref,
    cluster: z.string(),
    zone: z.string().nullable().describe('The time zone of times without an offset.'),
    sha256: z.string().describe('The hash of the unpacked file, in hexadecimal digits.'),
    rows: z.strictObject({
      read: count,
      repeated: count.describe('Rows that repeat a job.'),
      steps: count.describe('Rows about steps. A job’s own row has all its GPUs.'),
      otherClusters: count,
      notRun: count,
      withoutGpus: count,
      unreadable: count,
      firstUnreadable: count.nullable().describe('The first unreadable line, from 1.'),
    }),
    jobs: count.describe('Jobs on any type of GPU. The same holds for the fields up to `months`.'),
    running: count.describe('Jobs still running. Their hours so far count.'),
    ...hours,
    months: z
      .array(z.strictObject({ model, month: z.string(), ...hours }))
      .describe('Everything in the file. `model` is null for types without a model.'),
    skipped: z
      .array(
        z.strictObject({
          reason: z.enum(SKIP_REASONS),
          type: z
            .string()
            .nullable()
            .describe('The cluster’s name for the type. Empty if it gives none.'),
          ...hours,
        }),
      )
      .describe(
        'Why the rest doesn’t count. `imported`: an initiative file already brought metered hours for these days. We don’t know for which jobs, so undo those hours first.',
      ),
    counted: z
      .strictObject({
        model: z.string(),
        jobs: count,
        from: day.nullable(),
        to: day.nullable().describe('The last day.'),
        ...hours,
      })
      .describe('What recording the file would add.'),
    isUse: z
      .boolean()
      .describe(
        'Whether the file is about use of hours kept available. Pages show the use, and no total includes it.',
      ),
    beyond: z.strictObject(hours).describe('The counted hours beyond the promise.'),
    overstated: z
      .strictObject({ jobs: count, batches: z.array(batch), ...hours })
      .describe(
        'Recorded hours that this file contradicts: it says that jobs ended earlier, had fewer GPUs or never ran. To correct them, undo the batches and read a new file about all their days.',
      ),
    seen: z.string().describe('Send this to record the file.'),
  })
  .meta({ id: 'MeteringReport', description: 'What a file says, before you record it.' });

export const recordedAnswer = z
  .strictObject({ batch, movements: count.describe('0 if the file is about use.'), ...hours })
  .meta({ id: 'RecordedMetering', description: 'The batch, with one receipt for each day.' });

export const takenBackAnswer = z
  .strictObject({ ref, days: count, ...hours })
  .meta({ id: 'MeteringTakenBack', description: 'The use that was undone, and on how many days.' });
