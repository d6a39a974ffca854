import { z } from 'zod';
import type { PostOperation } from '../http/api.ts';
import type { Operation } from '../openapi/operation.ts';
import { ref } from '../openapi/shapes.ts';
import { meteringAnswer, recordedAnswer, takenBackAnswer } from './answers.ts';
import { meteringQuery } from './schemas.ts';

/** A file is what it is, whatever its sender calls it. */
export const FILE_TYPES = [
  'text/plain',
  'application/gzip',
  'application/x-gzip',
  'application/octet-stream',
];

const report = { text: 'The report.', schema: meteringAnswer };
const id = { params: z.object({ id: z.uuid() }) };

export const readMetering: Operation = {
  id: 'readMetering',
  tag: 'Admin',
  summary: 'Read a scheduler’s records for a pledge of compute',
  description:
    'What `sacct --parsable2` prints, with a header or with `fields`; as it is or as a gzip, at most 512 MiB, and 1 GiB and 4,000,000 rows unpacked. Nothing is recorded yet, so it needs no Idempotency-Key. Of each job only its id, its start, how long it ran and its GPUs are kept, for a day.',
  access: 'record',
  params: z.object({ ref }),
  query: meteringQuery,
  body: z.string(),
  bodyTypes: FILE_TYPES,
  answers: { 201: report },
  refuses: ['conflict', 'busy'],
};

export const getMetering: Operation = {
  id: 'getMetering',
  tag: 'Admin',
  summary: 'The report of a file that was read, as of now',
  access: 'record',
  ...id,
  answers: { 200: report },
  refuses: ['invalid-input', 'conflict', 'busy'],
};

export const recordMetering: PostOperation = {
  id: 'recordMetering',
  tag: 'Admin',
  summary: 'Record what is new in a file that was read',
  description:
    'One receipt for each day at UTC, all of one batch. Of a pledge that is measured by reservation there is none: what jobs used of it is kept by day, and shown beside what was delivered. A job counts once within its cluster, until the batch is reversed or the file taken back: files may come twice and overlap.',
  ...id,
  answers: { 201: { text: 'Recorded.', schema: recordedAnswer } },
  refuses: ['conflict', 'over-draw', 'busy'],
};

export const takeMeteringBack: PostOperation = {
  id: 'takeMeteringBack',
  tag: 'Admin',
  summary: 'Take a recorded file of use back',
  description:
    'Of a pledge that is measured by reservation: the days of the file have what the pledge’s other files say, and its jobs count as not recorded. Where hours were received, reverse the batch.',
  ...id,
  answers: { 201: { text: 'Taken back.', schema: takenBackAnswer } },
  refuses: ['conflict', 'not-found'],
};
