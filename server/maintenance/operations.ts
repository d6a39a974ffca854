import { z } from 'zod';
import { personInput } from '../admins/enter.ts';
import { initiativeFile } from '../import/file.ts';
import { operationsOf } from '../http/operation.ts';
import { oldRate, root } from '../openapi/shapes.ts';
import { figures, gpusSecured } from '../public/operations.ts';
import { verifyInput } from './verify.ts';

const count = z.int().min(0);

const tally = z
  .strictObject({ added: count, skipped: count })
  .meta({ id: 'Tally', description: '`skipped`: imported before, with the same content.' });

const flag = z.enum(['true', 'false']).optional();

/** Not in the body: nobody agrees to a rate by writing a file. */
export const importQuery = z.strictObject({
  useOldRates: flag.describe(
    'Whether to use reference rates older than 30 days on the day of the pledge.',
  ),
  ratesAreRight: flag.describe(
    'Whether to take rates that are more than three times, or less than a third, of the European Central Bank’s.',
  ),
  keepInitiative: flag.describe(
    'Whether the initiative here stays as it is where the file differs. Otherwise the call is refused with the places that differ.',
  ),
});

export const operations = operationsOf({
  importFile: {
    summary: 'Import an initiative file',
    description:
      'Imports the whole file, or lists every error and imports nothing. The file’s own keys identify its items. You can send the same file again, or a longer one, so the call needs no Idempotency-Key. At most 128 MiB.',
    query: importQuery,
    body: initiativeFile.meta({ id: 'InitiativeFile' }),
    answers: {
      201: z
        .strictObject({
          initiative: tally.extend({
            changedHere: z
              .boolean()
              .describe('Whether the initiative here differs from the file. It stays as it is.'),
          }),
          rates: tally,
          signatories: tally,
          pledges: tally,
          movements: tally,
          oldRates: z.array(oldRate),
        })
        .describe('What was added, and which rates older than 10 days were used.'),
    },
    refuses: ['conflict', 'rate-too-old', 'no-longer-offered'],
  },
  verifyLedger: {
    summary: 'Verify the whole ledger',
    description:
      'Recomputes every hash, balance, total, root and signature from the entries, with the configured key. Compares the result with the last checkpoint in the data folder and with `checkpoint`. Looks for each acknowledgement in `acks`. Writes nothing. The longer the ledger, the longer it takes.',
    body: verifyInput,
    answers: {
      200: z
        .union([
          z.strictObject({
            holds: z.literal(true),
            acknowledged: count,
            keysGone: count.describe(
              'Acknowledgements older than 30 days. Their Idempotency-Keys are gone, so we looked for their pledges and movements.',
            ),
            entries: count,
            movements: count,
            pledges: count,
            checkpoints: count,
            sealed: z.boolean(),
            newest: z.strictObject({ size: count, root }).nullable(),
            figures: figures.extend({ gpusSecured }).nullable(),
          }),
          z.strictObject({ holds: z.literal(false), breach: z.string() }),
        ])
        .describe('What was checked, or the first breach.'),
    },
    refuses: ['busy'],
  },
  downloadArchive: {
    tag: 'Operations',
    summary: 'Get the whole trial database',
    description:
      '`npm run backup` uses this. Takes only the token in the server’s data folder. Available only with the trial database.',
    access: 'manage',
    answers: { 200: z.string().meta({ contentMediaType: 'application/gzip' }) },
  },
  makeOwner: {
    tag: 'Operations',
    summary: 'Make a link for an owner of the desk',
    description:
      '`npm run admin` uses this. Takes only the token in the server’s data folder. The link works once, within 24 hours. Available only with the trial database.',
    access: 'manage',
    body: personInput,
    answers: { 201: z.strictObject({ link: z.url() }) },
  },
});
