import { z } from 'zod';
import { operationsOf } from '../http/operation.ts';
import { meteringAnswer, recordedAnswer, takenBackAnswer } from './answers.ts';
import { meteringQuery } from './schemas.ts';

export const FILE_TYPES = [
  'text/plain',
  'text/csv',
  'application/gzip',
  'application/x-gzip',
  'application/octet-stream',
];

export const operations = operationsOf({
  readMetering: {
    summary: 'Read a scheduler’s records for a pledge of compute',
    description:
      'Send what `sacct --parsable2` or `sacct --json` prints, or a CSV file of jobs (`job,model,gpus,start,end`), as it is or as gzip. If sacct’s text has no header, name its columns in `fields`. At most 512 MiB as sent, and 1 GiB and 4,000,000 rows unpacked. The call records nothing, so it needs no Idempotency-Key. For a day, the server keeps each job’s id, start, length and GPUs, and nothing else.',
    access: 'record',
    query: meteringQuery,
    body: z.string(),
    bodyTypes: FILE_TYPES,
    answers: { 201: meteringAnswer },
    refuses: ['conflict', 'busy'],
  },
  getMetering: {
    summary: 'Get the report about a file, as of now',
    access: 'record',
    answers: { 200: meteringAnswer },
    refuses: ['invalid-input', 'conflict', 'busy'],
  },
  recordMetering: {
    summary: 'Record the new hours in a file',
    description:
      'Makes one receipt for each day (UTC), all in one batch. If the pledge is measured by reservation, there is no receipt: the use of each day is kept and shown next to the delivered hours. A job counts once in its cluster, so files can repeat and overlap. Undo the batch, or the file, to count a job again.',
    answers: { 201: recordedAnswer },
    refuses: ['conflict', 'over-draw', 'busy'],
  },
  takeMeteringBack: {
    summary: 'Undo a recorded file of use',
    description:
      'For a pledge that is measured by reservation. The days in the file go back to what the pledge’s other files say. Its jobs count as not recorded. If hours were received, undo the batch instead.',
    answers: { 201: takenBackAnswer },
    refuses: ['conflict'],
  },
});
