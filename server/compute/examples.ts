import type { Exchanges } from '../openapi/operation.ts';
import { GPUS, refusal } from '../openapi/story.ts';

const METERING = '019cd7b2-5c00-7ca5-8000-000000000005';

const FILE = `JobIDRaw|State|Start|End|ElapsedRaw|AllocTRES
4711|COMPLETED|2026-03-09T10:00:00|2026-03-09T12:00:00|7200|cpu=64,gres/gpu:h100=8,gres/gpu=8
4711.batch|COMPLETED|2026-03-09T10:00:00|2026-03-09T12:00:00|7200|cpu=64,gres/gpu:h100=8,gres/gpu=8
`;

const ALL = { gpuHours: '16.00', gpuSeconds: '57600' };
const NONE = { gpuHours: '0.00', gpuSeconds: '0' };

/** The pledge begins in April: nothing of it counts. */
const REPORT = {
  id: METERING,
  ref: GPUS,
  cluster: 'saga',
  zone: 'Europe/Oslo',
  sha256: '849a2eacbf34635ea7ae574d915dbb862d6b5ed4975dd34494a0174a59a5d032',
  rows: {
    read: 2,
    repeated: 0,
    steps: 1,
    otherClusters: 0,
    notRun: 0,
    withoutGpus: 0,
    unreadable: 0,
    firstUnreadable: null,
  },
  jobs: 1,
  running: 0,
  ...ALL,
  months: [{ model: 'H100-SXM', month: '2026-03', ...ALL }],
  skipped: [{ reason: 'outside-days', type: null, ...ALL }],
  counted: { model: 'H100-SXM', jobs: 0, from: null, to: null, ...NONE },
  isUse: false,
  beyond: NONE,
  overstated: { jobs: 0, batches: [], ...NONE },
  seen: '0.11.47DEQpj8HBSa-_TI',
};

export const READ: Exchanges = {
  'records-are-read': {
    summary: 'A job of eight GPUs, before the first day of the pledge',
    params: { ref: GPUS },
    query: { cluster: 'saga', zone: 'Europe/Oslo', gpu: 'h100=H100-SXM' },
    body: FILE,
    status: 201,
    answer: REPORT,
  },
};

export const LOOKED_AT: Exchanges = {
  'records-are-looked-at': {
    summary: 'The same report once more',
    params: { id: METERING },
    status: 200,
    answer: REPORT,
  },
};

export const RECORDED: Exchanges = {
  'nothing-is-new': {
    summary: 'There is nothing in it to record',
    params: { id: METERING },
    body: { seen: REPORT.seen },
    status: 409,
    answer: refusal(409, 'conflict', 'There is nothing in this file to record.'),
  },
};

export const TAKEN_BACK: Exchanges = {
  'it-is-not-recorded': {
    summary: 'It was not recorded',
    params: { id: METERING },
    body: { reason: 'Another zone.' },
    status: 404,
    answer: refusal(404, 'not-found', 'There is no such file: read it again.'),
  },
};
