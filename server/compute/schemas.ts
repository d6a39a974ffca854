import { z } from 'zod';
import { GPUS, isGpu } from '../domain/asset.ts';
import { fieldError } from '../domain/errors.ts';
import { line } from '../http/text.ts';
import { parse } from '../http/parse.ts';
import type { HowToRead } from './job.ts';
import { isType } from './slurm-text.ts';

const KNOWN = GPUS.map(({ code }) => code).join(', ');

const gpu = z.string().refine(isGpu, `must be one of ${KNOWN}`);

/** The query of a file that is sent. */
export const meteringQuery = z.strictObject({
  format: z.literal('sacct').default('sacct').describe('Of the file; there is one as yet.'),
  cluster: z
    .string()
    .regex(/^[\w.-]{1,40}$/, 'must be the cluster’s name: letters, digits, _, - and .')
    .describe('As the scheduler calls it. Within it a job is counted once.'),
  zone: z
    .string()
    .min(1)
    .max(64)
    .optional()
    .describe('IANA zone of the times, as Europe/Oslo. Needed where they carry no offset.'),
  gpu: z
    .string()
    .max(2000)
    .optional()
    .describe('The model of each type of GPU that counts: `a100=A100,a100_80=A100`.'),
  untyped: gpu.optional().describe('The model of GPUs of which no type is told.'),
  delimiter: z
    .string()
    .min(1)
    .max(8)
    .regex(/^(?:\\t|[^,=\w])+$/, 'must be none that stands in the columns, as a comma does')
    .default('|')
    .describe('Between the columns; `\\t` is a tab.'),
  fields: z
    .string()
    .max(2000)
    .optional()
    .describe('The columns in their order, where the file has no header: `JobIDRaw,State,…`.'),
});

/** How a file is to be read, and which model each type of its GPUs is. */
export interface MeteringInput extends HowToRead {
  format: 'sacct';
  models: Record<string, string>;
}

/** What a person says of a file. Throws `invalid-input` with the fields that do not fit. */
export function meteringInput(query: unknown): MeteringInput {
  const {
    format,
    cluster,
    zone,
    gpu: types,
    untyped,
    delimiter,
    fields,
  } = parse(meteringQuery, query);
  return {
    format,
    // Slurm's own database has them in small letters.
    cluster: cluster.toLowerCase(),
    zone,
    models: { ...modelsOf(types ?? ''), ...(untyped && { '': untyped }) },
    delimiter: delimiter.replaceAll('\\t', '\t'),
    fields: fields?.split(','),
  };
}

/** "a100=A100, h100 = H100-SXM" by small letters. */
function modelsOf(text: string): Record<string, string> {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [type = '', model = '', more] = pair.split('=').map((part) => part.trim());
      if (!isType(type) || more !== undefined) {
        throw fieldError('gpu', 'must be pairs of type and model: a100=A100');
      }
      if (!isGpu(model)) throw fieldError('gpu', `"${model}" is no known GPU; known are ${KNOWN}`);
      return [type.toLowerCase(), model];
    }),
  );
}

export const takeBackInput = z
  .strictObject({ reason: line(300).describe('It stands in the trail.') })
  .meta({ id: 'MeteringToTakeBack', description: 'A file whose hours are use, to be taken back.' });
export type TakeBackInput = z.infer<typeof takeBackInput>;

export const recordInput = z
  .strictObject({
    seen: z
      .string()
      .max(200)
      .optional()
      .describe('Of the report that was looked at: 409 where it would be another one now.'),
  })
  .meta({ id: 'MeteringToRecord', description: 'A file that was read, to be recorded.' });
