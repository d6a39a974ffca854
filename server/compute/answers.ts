import { z } from 'zod';
import { formatGpuHours } from '../domain/quantity.ts';
import { batch, day, gpuHours, gpuSeconds, ref } from '../openapi/shapes.ts';
import type { PlannedMetering } from './plan.ts';
import { reportOf } from './report.ts';

const hoursOf = (seconds: bigint) => ({
  gpuHours: formatGpuHours(seconds),
  gpuSeconds: seconds.toString(),
});

/** What a file says and what recording it would do, in the API's shape. */
export function meteringJson(planned: PlannedMetering) {
  const { metering, model, isUse, seen } = planned;
  const { rows, ...left } = metering.counts;
  const report = reportOf(planned);
  const { counted } = report;
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
    months: report.months.map(({ model: of, month, gpuSeconds: seconds }) => ({
      model: of,
      month,
      ...hoursOf(seconds),
    })),
    skipped: report.skipped.map(({ reason, type, gpuSeconds: seconds }) => ({
      reason,
      type,
      ...hoursOf(seconds),
    })),
    counted: {
      model,
      jobs: counted.jobs,
      from: counted.from,
      to: counted.to,
      ...hoursOf(counted.gpuSeconds),
    },
    isUse,
    beyond: hoursOf(report.beyond),
    overstated: {
      jobs: report.overstated.jobs,
      batches: [...report.overstated.batches],
      ...hoursOf(report.overstated.gpuSeconds),
    },
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
    zone: z.string().nullable().describe('Of the times that carry no offset.'),
    sha256: z.string().describe('Of the file, unpacked, in hexadecimal digits.'),
    rows: z.strictObject({
      read: count,
      repeated: count.describe('Rows of jobs of which there is another row.'),
      steps: count.describe('Parts of a job, whose own row has all of its GPUs.'),
      otherClusters: count,
      notRun: count,
      withoutGpus: count,
      unreadable: count,
      firstUnreadable: count.nullable().describe('The line of the first of them, from 1.'),
    }),
    jobs: count.describe('On GPUs of any type, as all that follows until `months`.'),
    running: count.describe('Of these, as far as they had run.'),
    ...hours,
    months: z
      .array(z.strictObject({ model, month: z.string(), ...hours }))
      .describe('All that the file says; `model` is null for types that were given none.'),
    skipped: z
      .array(
        z.strictObject({
          reason: z.enum([
            'unmapped',
            'other-model',
            'outside-days',
            'imported',
            'recorded-before',
            'after-end',
          ]),
          type: z
            .string()
            .nullable()
            .describe('As the cluster calls it; empty where it says none.'),
          ...hours,
        }),
      )
      .describe(
        'Why the rest does not count. `imported` is on days of which metered hours came with an initiative file: of which jobs is not known, so none counts till these are taken back.',
      ),
    counted: z
      .strictObject({
        model: z.string(),
        jobs: count,
        from: day.nullable(),
        to: day.nullable().describe('The last day.'),
        ...hours,
      })
      .describe('What recording it would add.'),
    isUse: z
      .boolean()
      .describe('It is use of hours that are kept available: shown, and added to nothing.'),
    beyond: z.strictObject(hours).describe('Of what is counted, what no promise covers.'),
    overstated: z
      .strictObject({ jobs: count, batches: z.array(batch), ...hours })
      .describe(
        'What stands recorded of jobs beyond what this file says of them: that they ended earlier, had fewer GPUs, or never ran. It is not taken back by itself: take the batches back, and read a new file of all their days.',
      ),
    seen: z.string().describe('Name it when it is recorded.'),
  })
  .meta({ id: 'MeteringReport', description: 'What a file says, before it is recorded.' });

export const recordedAnswer = z
  .strictObject({ batch, movements: count.describe('None where it is use.'), ...hours })
  .meta({ id: 'RecordedMetering', description: 'The batch with a receipt for each day.' });

export const takenBackAnswer = z
  .strictObject({ ref, days: count, ...hours })
  .meta({ id: 'MeteringTakenBack', description: 'What the file said, on how many days.' });
