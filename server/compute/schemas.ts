import { z } from 'zod';
import { GPUS, isGpu } from '../domain/asset.ts';
import { fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { line } from '../http/text.ts';
import { parse } from '../http/parse.ts';
import type { HowToRead } from './job.ts';
import { isType } from './slurm-text.ts';

const KNOWN = GPUS.map(({ code }) => code).join(', ');

const gpu = z.string().refine(isGpu, { error: () => say().compute.gpuUnknown(KNOWN) });

export const meteringQuery = z.strictObject({
  format: z
    .literal('sacct')
    .optional()
    .describe('Not needed: Muster finds out the format. Older programs send it.'),
  cluster: z
    .string()
    .regex(/^[\w.-]{1,40}$/, { error: () => say().compute.clusterName })
    .describe('The scheduler’s name for the cluster. A job counts once in a cluster.'),
  zone: z
    .string()
    .min(1)
    .max(64)
    .optional()
    .describe('The time zone, such as Europe/Oslo. Required if times have no offset.'),
  gpu: z
    .string()
    .max(2000)
    .optional()
    .describe('The model of each GPU type that counts: `a100=A100,a100_80=A100`.'),
  untyped: gpu.optional().describe('The model of GPUs without a type.'),
  delimiter: z
    .string()
    .min(1)
    .max(8)
    .regex(/^(?:\\t|[^,=\w])+$/, { error: () => say().compute.delimiter })
    .default('|')
    .describe('The text between columns. `\\t` is a tab.'),
  fields: z
    .string()
    .max(2000)
    .optional()
    .describe('The columns in order, if the file has no header: `JobIDRaw,State,…`.'),
});

export interface MeteringInput extends HowToRead {
  models: Record<string, string>;
}

export function meteringInput(query: unknown): MeteringInput {
  const { zone, ...typed } = parse(meteringQuery, query);
  return {
    // As in Slurm's own database.
    cluster: typed.cluster.toLowerCase(),
    zone,
    models: { ...modelsOf(typed.gpu ?? ''), ...(typed.untyped && { '': typed.untyped }) },
    delimiter: typed.delimiter.replaceAll('\\t', '\t'),
    fields: typed.fields?.split(','),
  };
}

/** Reads "a100=A100, h100 = H100-SXM". */
function modelsOf(text: string): Record<string, string> {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [type = '', model = '', more] = pair.split('=').map((part) => part.trim());
      if (!isType(type) || more !== undefined) throw fieldError('gpu', say().compute.gpuPairs);
      if (!isGpu(model)) throw fieldError('gpu', say().compute.modelUnknown(model, KNOWN));
      return [type.toLowerCase(), model];
    }),
  );
}

export const takeBackInput = z
  .strictObject({ reason: line(300).describe('The history keeps it.') })
  .meta({ id: 'MeteringToTakeBack', description: 'A recorded file of use to undo.' });
export type TakeBackInput = z.infer<typeof takeBackInput>;

export const recordInput = z
  .strictObject({
    seen: z
      .string()
      .max(200)
      .optional()
      .describe('`seen` from the report. If the report would differ now, the answer is 409.'),
  })
  .meta({ id: 'MeteringToRecord', description: 'A file to record.' });
