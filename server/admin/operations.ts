import { z } from 'zod';
import { personInput } from '../admins/invite.ts';
import { initiativeFile } from '../initiative/file.ts';
import type { Operation } from '../openapi/operation.ts';
import { oldRate, root } from '../openapi/shapes.ts';
import { figures, gpusSecured } from '../public/answers.ts';
import { verifyInput } from './verify.ts';

const count = z.int().min(0);

const tally = z
  .strictObject({ added: z.int().min(0), skipped: z.int().min(0) })
  .meta({ id: 'Tally', description: '`skipped` came before, with the same content.' });

/** Apart from the body, which is the file: nobody agrees to a rate by writing a file. */
export const importQuery = z.strictObject({
  useOldRates: z
    .enum(['true', 'false'])
    .optional()
    .describe('Also reference rates older than 30 days on the day of the pledge that takes them.'),
});

export const importFile: Operation = {
  id: 'importFile',
  tag: 'Admin',
  summary: 'Import an initiative file',
  description:
    'All of it, or nothing with every error listed. Items are known by the file’s own keys: a file may come twice, and a longer one after it, so no Idempotency-Key is needed. At most 16 MiB.',
  query: importQuery,
  body: initiativeFile.meta({ id: 'InitiativeFile' }),
  refuses: ['conflict', 'rate-too-old', 'no-longer-offered'],
  answers: {
    201: {
      text: 'What was added, and which rates older than 10 days it took.',
      schema: z.strictObject({
        initiative: tally.extend({
          changedHere: z
            .boolean()
            .describe('It was changed here since, and stands as it was changed.'),
        }),
        rates: tally,
        signatories: tally,
        pledges: tally,
        movements: tally,
        oldRates: z.array(oldRate),
      }),
    },
  },
};

export const verifyLedger: Operation = {
  id: 'verifyLedger',
  tag: 'Admin',
  summary: 'Verify the whole ledger',
  description:
    'Recomputes every hash, balance, total, root and signature from the entries, under the configured key; compares with the last checkpoint kept in the data folder and with `checkpoint`; and looks for each acknowledgement that was kept outside. Writes nothing; takes as long as the ledger is long.',
  body: verifyInput,
  answers: {
    200: {
      text: 'What was checked, or the first breach.',
      schema: z.union([
        z.strictObject({
          holds: z.literal(true),
          acknowledged: count,
          keysGone: count.describe(
            'Of the acknowledgements, those older than 30 days. Their Idempotency-Keys are gone, so they were looked for by their pledges and movements.',
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
      ]),
    },
  },
  refuses: ['busy'],
};

export const downloadArchive: Operation = {
  id: 'downloadArchive',
  tag: 'Operations',
  summary: 'The whole trial database, as `npm run backup` asks for it',
  description:
    'Takes the token that the server leaves in its data folder, and no other. Only on the trial database.',
  access: 'manage',
  answers: { 200: { text: 'The archive.', type: 'application/gzip', schema: z.string() } },
};

export const makeOwner: Operation = {
  id: 'makeOwner',
  tag: 'Operations',
  summary: 'A link for an owner of the desk, as `npm run admin` asks for it',
  description:
    'Takes the token that the server leaves in its data folder, and no other. The link works once, within 24 hours. Only on the trial database.',
  access: 'manage',
  body: personInput,
  answers: { 201: { text: 'The link.', schema: z.strictObject({ link: z.url() }) } },
};
