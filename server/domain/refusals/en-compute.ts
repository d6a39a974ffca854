/** Those of fields follow “file”, “zone”, “gpu” and so on. */
const EXPORT =
  'sacct --allusers --allocations --duplicates --parsable2 --format=JobIDRaw,State,Start,End,ElapsedRaw,AllocTRES';

const SPLIT = 'export each week to a file of its own';

const NO_GPUS =
  'Slurm records GPUs from the day on which slurm.conf has AccountingStorageTRES=gres/gpu. For earlier days, record what the provider states';

export const compute = {
  // The pledge and the file
  pledgeIsMoney: (ref: string) =>
    `Pledge ${ref} is money. Read a scheduler’s records for a pledge of compute.`,
  noFile: 'There is no such file. Read it again.',
  fileRecorded: (batch: string) => `This file is already recorded, as batch ${batch}.`,
  nothingNew: 'Nothing in this file is left to record.',
  changedSince:
    'The pledge or the cluster’s records have changed since you read this file. Look at the report again.',
  deliversHours: (ref: string, batch: string) =>
    `Pledge ${ref} counts the hours of jobs as delivered. Undo batch ${batch} instead.`,

  // How to read it
  gpuUnknown: (known: string) => `must be one of ${known}`,
  clusterName: 'must be the cluster’s name: letters, digits, _, - and .',
  delimiter: 'must be a text that the columns don’t contain, so no comma, letter or digit',
  gpuPairs: 'must be pairs of type and model: a100=A100',
  modelUnknown: (model: string, known: string) =>
    `has the unknown model “${model}”. The known ones are ${known}`,
  zoneMissing:
    'is missing: the file’s times name none. Enter the cluster’s time zone, such as Europe/Oslo',
  zoneUnknown: (name: string) => `“${name}” is unknown. Use a name like Europe/Oslo or UTC`,

  // Size
  fileMissing: 'is missing: send it as the body',
  overMib: (mib: number) => `is over ${mib} MiB: send it as a gzip, or in parts`,
  overUnpacked: `is over 1 GiB unpacked: ${SPLIT}`,
  overRows: (rows: number) => `has over ${rows.toLocaleString('en')} rows: ${SPLIT}`,
  overParts: `has too many rows with several types of GPU: ${SPLIT}`,
  brokenGzip: 'is a broken gzip',
  longLines: (characters: number) =>
    `has lines of over ${characters.toLocaleString('en')} characters. Is it a table of jobs?`,
  overSeconds: 'has more than 10^15 GPU-seconds',
  overTypes: (types: number) => `has over ${types} types of GPU, more than any cluster`,

  // Columns and rows
  columnsUnnamed:
    'are missing: the first line doesn’t name them. List them in order (JobIDRaw,State,Start,…), or give another delimiter',
  columnMissing: (names: readonly string[]) =>
    `there is no column ${names.join(' or ')}. Export with ${EXPORT}`,
  headersDiffer: (line: number) =>
    `has a header in line ${line} that swaps JobIDRaw and JobID. Read the two parts as files of their own`,
  empty: 'is empty',
  isSreport: `is a report by sreport, which has sums and no jobs. Export the jobs with ${EXPORT}`,
  isAligned: `is aligned for people to read, which cuts cells. Export it again with --parsable2: ${EXPORT}`,
  hasCommas: `has commas between its columns, and AllocTRES has commas too. Export it with --parsable2: ${EXPORT}`,
  isUtf16: 'is UTF-16 text. Save it as UTF-8 (in Excel: CSV UTF-8) and send it again',
  brokenJson: 'is broken or cut-off JSON. Export it again with sacct --json',
  brokenCsv:
    'has a quotation mark that isn’t closed or stands inside of a cell. Remove it and send the file again',
  noEndColumn:
    'has no column end or seconds. A table of jobs needs job, model, gpus, start, and one of these',
  noReadableJob: (why: string) => `no job can be read: ${why}`,
  tresEmpty: (line: number) => `has a job that ran without AllocTRES, in line ${line}. ${NO_GPUS}`,
  noGpus: `doesn’t say how many GPUs jobs had (gres/gpu). ${NO_GPUS}`,

  // What is recorded already
  otherZone: (cluster: string, zone: string) =>
    `must be ${zone}, as for what is recorded of ${cluster}. To use another one, undo that first`,
  otherColumn: (cluster: string, column: string) =>
    `must have the column ${column}, as for what is recorded of ${cluster}`,
  otherCluster: (jobs: number | 'all', cluster: string, batch: string) => {
    const whose =
      jobs === 'all'
        ? 'This file is'
        : jobs === 1
          ? '1 of the jobs in this file is'
          : `${jobs.toLocaleString('en')} of the jobs in this file are`;
    return `${whose} recorded for cluster ${cluster}, as batch ${batch}. Read the file for that cluster, or undo the batch first.`;
  },
  startedTwice: (job: string, at: string) =>
    `starts job ${job} again at ${at}, while it ran. If clocks were turned back, export with SLURM_TIME_FORMAT=%s; otherwise delete the wrong row`,
  startMoved: (job: string, at: string, batch: string) =>
    `has another start of job ${job} than the recorded ${at}, ${batch}. Read the file like that one, or undo the batch first. If the job was requeued, export all of its starts`,
  moreGpus: (job: string, told: number, at: string, recorded: number, batch: string) =>
    `says that job ${job} had ${told} GPUs from ${at} on. The job is recorded with ${recorded}, ${batch}. Undo that batch first`,
  inBatch: (batch: string, others: number) =>
    others === 0
      ? `in batch ${batch}`
      : `in batch ${batch}, like ${others} more ${others === 1 ? 'start' : 'starts'}`,
};
