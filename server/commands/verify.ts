import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { MACHINE } from '../actor.ts';
import { verifyAll, type VerifyAnswer } from '../admin/verify.ts';
import { ConfigError } from '../config.ts';
import { runOrExplain } from '../explain.ts';
import { acknowledgement, type Acknowledgement } from '../ledger/acks.ts';
import type { Verified } from '../ledger/verify.ts';
import { onLedger } from '../on-ledger.ts';
import { openExisting } from '../open.ts';

/** npm run verify [-- --acks FILE] */

async function readAcks(file: string | undefined): Promise<Acknowledgement[]> {
  if (file === undefined) return [];
  try {
    const text = await readFile(file, 'utf8');
    const lines = text.split('\n').filter((line) => line !== '');
    return lines.map((line) => acknowledgement.parse(JSON.parse(line)));
  } catch (error) {
    throw new ConfigError(`--acks: ${file}: ${(error as Error).message}`);
  }
}

/** What the page must show, in the words of the API. */
const figureLines = (all: NonNullable<Verified['figures']>): string[] =>
  Object.entries(all).map(
    ([what, figures]) =>
      `${what}: ${Object.entries(figures)
        .map(([name, figure]) => `${name} ${figure ?? 'none'}`)
        .join(', ')}`,
  );

function print(answer: VerifyAnswer, withAcks: boolean): void {
  if (!answer.holds) {
    process.stdout.write(`BREACH: ${answer.breach}\n`);
    process.exitCode = 1;
    return;
  }
  const { entries, movements, pledges, checkpoints, newest, figures, acknowledged } = answer;
  const lines = [
    `${entries} entries: seq without a gap, every leaf hashes to its hash`,
    `${movements} movements of ${pledges} pledges: as their leaves say, legal, no balance negative, base by the rates of the terms`,
    `${checkpoints} checkpoints: roots and totals recomputed, notes signed by the log's key`,
    newest ? `newest: size ${newest.size}, root ${newest.root}` : 'no checkpoint yet',
    ...(figures ? figureLines(figures) : []),
    ...(withAcks ? [`${acknowledged} acknowledgements: each there, once`] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\nThe ledger holds.\n`);
}

await runOrExplain(async () => {
  const { values } = parseArgs({ options: { acks: { type: 'string' } } });
  const acks = await readAcks(values.acks);
  const answer = await onLedger<VerifyAnswer>({
    here: async (config) => {
      const { db, close } = await openExisting(config);
      try {
        return await verifyAll({ db }, MACHINE, acks, (entries) =>
          process.stderr.write(entries % 100_000n === 0n ? `muster: ${entries} entries\n` : ''),
        );
      } finally {
        await close();
      }
    },
    path: '/api/v1/admin/verify',
    body: () => ({ acks }),
  });
  print(answer, values.acks !== undefined);
});
