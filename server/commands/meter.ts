import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { MACHINE } from '../actor.ts';
import { meteringJson, type MeteringJson, type recordedAnswer } from '../compute/answers.ts';
import { previewMetering, recordMetering } from '../compute/record.ts';
import { meteringInput } from '../compute/schemas.ts';
import { readMetering } from '../compute/staged-jobs.ts';
import { meteringText } from '../compute/text.ts';
import { ConfigError } from '../config.ts';
import { requestKey } from '../db/write.ts';
import { runOrExplain } from '../explain.ts';
import { signNow } from '../ledger/last-checkpoint.ts';
import { onLedger } from '../trial/on-ledger.ts';
import { inContext } from './support.ts';

/**
 * npm run meter -- FILE --pledge REF --cluster NAME [--zone Europe/Oslo] [--gpu a100=A100 …]
 *   [--untyped MODEL] [--fields JobIDRaw,State,…] [--delimiter '|'] [--record]
 */

const USE =
  'name the file, the pledge and the cluster: npm run meter -- FILE --pledge REF --cluster NAME --zone Europe/Oslo --gpu a100=A100';

const OPTIONS = {
  pledge: { type: 'string' },
  cluster: { type: 'string' },
  zone: { type: 'string' },
  gpu: { type: 'string', multiple: true },
  untyped: { type: 'string' },
  fields: { type: 'string' },
  delimiter: { type: 'string' },
  record: { type: 'boolean', default: false },
} as const;

function parsed() {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const [what] = (error as Error).message.split('. ');
    throw new ConfigError(`${what}; ${USE}`);
  }
}

function readArguments() {
  const { values, positionals } = parsed();
  const { pledge: ref, record, gpu, ...rest } = values;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || !ref || !rest.cluster) throw new ConfigError(USE);
  const query = { ...rest, ...(gpu && { gpu: gpu.join(',') }) };
  return { file, ref, record, query: query as Record<string, string> };
}

type Recorded = z.infer<typeof recordedAnswer>;

const read = ({ file, ref, query }: ReturnType<typeof readArguments>): Promise<MeteringJson> => {
  const input = meteringInput(query);
  return onLedger<MeteringJson>({
    here: (config) =>
      inContext(config, async (ctx) => {
        const id = await readMetering(ctx, MACHINE, ref, input, createReadStream(file));
        return meteringJson(await previewMetering(ctx, MACHINE, id));
      }),
    path: `/api/v1/admin/pledges/${encodeURIComponent(ref)}/metering?${new URLSearchParams(query)}`,
    body: () => Readable.toWeb(createReadStream(file)),
    isFile: true,
  });
};

const record = ({ id, seen }: MeteringJson): Promise<Recorded> =>
  onLedger<Recorded>({
    here: (config) =>
      inContext(config, async (ctx) => {
        const key = requestKey('meter', randomUUID(), id);
        const { body } = await recordMetering(ctx, MACHINE, key, id, seen);
        await signNow(ctx);
        return body as unknown as Recorded;
      }),
    path: `/api/v1/admin/metering/${id}/record`,
    body: () => ({ seen }),
  });

await runOrExplain(async () => {
  const asked = readArguments();
  const [found] = await Promise.all([stat(asked.file), access(asked.file, constants.R_OK)]).catch(
    () => [],
  );
  if (!found || found.isDirectory()) throw new ConfigError(`${asked.file} cannot be read`);
  const report = await read(asked);
  process.stdout.write(meteringText(report));
  if (report.counted.gpuSeconds === '0') {
    process.stdout.write('There is nothing in the file to record.\n');
    return;
  }
  if (!asked.record) {
    process.stdout.write('Nothing is recorded. Add --record to record it.\n');
    return;
  }
  const { batch, movements, gpuHours } = await record(report);
  process.stdout.write(`Recorded: ${gpuHours} GPU-hours, ${movements} movements, batch ${batch}\n`);
});
