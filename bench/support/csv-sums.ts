import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { formatAmount, formatGpuHours, parseAmount } from '../../server/domain/quantity.ts';
import { STAGES } from '../../server/domain/stage.ts';

/** What each stage holds in base by the movements of a file, money and compute apart. */
async function sumsOf(body: ReadableStream) {
  const rows = Readable.fromWeb(body as never).pipe(parse({ columns: true }));
  const sums = { funding: new Map<string, bigint>(), compute: new Map<string, bigint>() };
  let count = 0;
  for await (const row of rows as AsyncIterable<Record<string, string>>) {
    const moved =
      row['kind'] === 'funding'
        ? parseAmount(row['base']!, row['base_unit']!)
        : BigInt(row['gpu_seconds']!);
    const stages = sums[row['kind'] as 'funding' | 'compute'];
    stages.set(row['from']!, (stages.get(row['from']!) ?? 0n) - moved);
    stages.set(row['to']!, (stages.get(row['to']!) ?? 0n) + moved);
    count++;
  }
  return { count, sums };
}

interface Progress {
  funding: Record<string, string> & { currency: string };
  compute: { gpuHours: Record<string, string> };
}

/**
 * Reads a file of movements back and throws unless they add up to the public figures, to the last
 * minor unit. Returns how many they are.
 */
export async function checkSums(file: Response, progress: Response): Promise<number> {
  const { count, sums } = await sumsOf(file.body!);
  const { funding, compute } = (await progress.json()) as Progress;
  for (const stage of STAGES) {
    const sum = formatAmount(sums.funding.get(stage) ?? 0n, funding.currency);
    if (sum !== funding[stage]) throw new Error(`${stage}: ${sum}, but ${funding[stage]}`);
  }
  const delivered = formatGpuHours(sums.compute.get('received') ?? 0n);
  if (delivered !== compute.gpuHours['delivered']) throw new Error(`delivered: ${delivered}`);
  return count;
}
