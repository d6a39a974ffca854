import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { MACHINE } from '../actor.ts';
import { verifyAll, type VerifyAnswer } from '../maintenance/verify.ts';
import { ConfigError } from '../config.ts';
import { runOrExplain } from '../explain.ts';
import type { Verified } from '../ledger/verify.ts';
import { onLedger } from '../trial/on-ledger.ts';
import { openExisting } from '../open-context.ts';
import { readAcks } from './support.ts';

/** npm run verify [-- --acks FILE] [-- --checkpoint FILE] */

const readCheckpoint = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: Error) => {
    throw new ConfigError(`--checkpoint: ${error.message}`);
  });

const SIGNED_WITHIN_MS = 5_000;

const figureLines = (all: NonNullable<Verified['figures']>): string[] =>
  Object.entries(all).map(
    ([what, figures]) =>
      `${what}: ${Object.entries(figures)
        .map(([name, figure]) => `${name} ${figure ?? 'none'}`)
        .join(', ')}`,
  );

function ackLines({ acknowledged, keysGone }: Record<'acknowledged' | 'keysGone', number>) {
  const all = `${acknowledged} acknowledgements: each there, once`;
  const gone = `the keys of ${keysGone} are gone after 30 days: checked by their pledges and movements`;
  return keysGone > 0 ? [all, gone] : [all];
}

function print(answer: VerifyAnswer, withAcks: boolean): void {
  if (!answer.holds) {
    process.stdout.write(`BREACH: ${answer.breach}\n`);
    process.exitCode = 1;
    return;
  }
  const { entries, movements, pledges, checkpoints, sealed, newest, figures } = answer;
  const lines = [
    `${entries} entries: seq without a gap, every leaf hashes to its hash`,
    `${movements} movements of ${pledges} pledges: as their leaves say, legal, no balance negative, base by the rates of the terms`,
    `${checkpoints} checkpoints: roots and totals recomputed, notes signed by the configured key`,
    sealed
      ? 'names, visibility, evidence, rates and the audit trail are as they were sealed'
      : 'not sealed yet: the server seals what there is when it starts',
    newest ? `newest: size ${newest.size}, root ${newest.root}` : 'no checkpoint yet',
    ...(figures ? figureLines(figures) : []),
    ...(withAcks ? ackLines(answer) : []),
  ];
  process.stdout.write(`${lines.join('\n')}\nThe ledger holds.\n`);
}

await runOrExplain(async () => {
  const { values } = parseArgs({
    options: { acks: { type: 'string' }, checkpoint: { type: 'string' } },
  });
  const acks = await readAcks(values.acks);
  const checkpoint = values.checkpoint && (await readCheckpoint(values.checkpoint));
  const answer = await onLedger<VerifyAnswer>({
    here: async (config) => {
      await using database = await openExisting(config);
      return await verifyAll({ db: database.db, config, now: () => new Date() }, MACHINE, acks, {
        checkpoint,
        waitMs: SIGNED_WITHIN_MS,
        progress: (entries) =>
          process.stderr.write(entries % 100_000n === 0n ? `muster: ${entries} entries\n` : ''),
      });
    },
    path: '/api/v1/admin/verify',
    body: () => ({ acks, checkpoint }),
  });
  print(answer, values.acks !== undefined);
});
