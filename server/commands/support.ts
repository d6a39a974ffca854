import { readFile } from 'node:fs/promises';
import { ConfigError, type Config } from '../config.ts';
import type { Context } from '../context.ts';
import { acknowledgement, type Acknowledgement } from '../ledger/acks.ts';
import { openContext } from '../open-context.ts';

export async function inContext<T>(config: Config, work: (ctx: Context) => Promise<T>): Promise<T> {
  await using opened = await openContext(config);
  return await work(opened.ctx);
}

/** One JSON object a line. Throws `ConfigError`. */
export async function readAcks(file: string | undefined): Promise<Acknowledgement[]> {
  if (file === undefined) return [];
  try {
    const text = await readFile(file, 'utf8');
    const lines = text.split('\n').filter((line) => line !== '');
    return lines.map((line) => acknowledgement.parse(JSON.parse(line)));
  } catch (error) {
    throw new ConfigError(`--acks: ${file}: ${(error as Error).message}`);
  }
}
