import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fileOf, gzipOf, readAll, row } from './sacct.ts';

const seconds = (time: string): number => Date.parse(time) / 1000;

describe('a table of jobs', () => {
  test('has the documented example’s three jobs', async () => {
    const { parts, counts, usesZone } = await readAll(readFileSync('examples/jobs.csv', 'utf8'), {
      zone: undefined,
    });
    expect(parts.map(({ job, gpus, type, seconds: ran }) => [job, gpus, type, ran])).toEqual([
      ['run-0001', 64, 'H100-SXM', 12 * 3600],
      ['run-0002', 8, 'H100-SXM', 45 * 60],
      ['run-0003', 16, 'H200', 12 * 3600],
    ]);
    expect(parts[0]!.startedAt).toBe(seconds('2026-03-02T10:00:00Z'));
    expect([counts.rows, counts.unreadable, usesZone]).toEqual([3, 0, false]);
  });

  test.each([
    ['semicolons and seconds', 'gpus;job;seconds;model;start\n8;a;90;B200;2026-03-02T10:00:00Z\n'],
    ['tabs', 'job\tmodel\tgpus\tstart\tseconds\na\tb200\t8\t2026-03-02T10:00:00Z\t90\n'],
    [
      'quotes, a space and no seconds',
      'Job,Model,GPUs,Start,End\n"a","B200",8,2026-03-02 10:00Z,"2026-03-02T10:01:30Z"\n',
    ],
    [
      'a duration and a byte order mark',
      '\uFEFFjob,model,gpus,start,seconds\na,B200,8,2026-03-02T10:00:00Z,00:01:30\n',
    ],
  ])('is read with %s', async (_name, file) => {
    for (const bytes of [1, 7, 1000]) {
      const { parts } = await readAll(file, {}, bytes);
      expect(parts).toEqual([
        {
          job: 'a',
          startedAt: seconds('2026-03-02T10:00:00Z'),
          seconds: 90,
          gpus: 8,
          type: 'B200',
          isRunning: false,
        },
      ]);
    }
  });

  test('counts rows that it can’t read, and names the first of them', async () => {
    const { parts, counts } = await readAll(
      [
        'job,model,gpus,start,seconds',
        'good,A100,1,2026-03-02T10:00:00Z,60',
        'what,RTX 9999,1,2026-03-02T10:00:00Z,60',
        'many,A100,lots,2026-03-02T10:00:00Z,60',
        'back,A100,1,2026-03-02T10:00:00Z,-60',
        'idle,A100,0,2026-03-02T10:00:00Z,60',
        '',
      ].join('\n'),
    );
    expect(parts.map(({ job }) => job)).toEqual(['good']);
    expect(counts).toMatchObject({ rows: 5, unreadable: 3, firstUnreadable: 3, withoutGpus: 1 });
    await expect(
      readAll('job,model,gpus,start,seconds\na,RTX,1,2026-03-02T10:00:00Z,60'),
    ).rejects.toThrow('no job can be read: line 2 has "RTX" as its model');
    await expect(readAll('job,model,gpus,start\n')).rejects.toThrow('no column end or seconds');
  });

  test('has no id that an array of Postgres could not hold', async () => {
    const { counts } = await readAll(
      'job,model,gpus,start,seconds\nok,A100,1,2026-03-02T10:00:00Z,60\na\\b,A100,1,2026-03-02T10:00:00Z,60\n',
    );
    expect(counts.unreadable).toBe(1);
  });
});

describe('sacct --json', () => {
  const job = {
    job_id: 100,
    cluster: 'saga',
    state: { current: ['COMPLETED'] },
    time: { start: seconds('2026-03-02T10:00:00Z'), end: 0, elapsed: 3600 },
    tres: {
      allocated: [
        { type: 'cpu', name: '', count: 32 },
        { type: 'gres', name: 'gpu:a100', count: 4 },
        { type: 'gres', name: 'gpu', count: 4 },
      ],
    },
    steps: [{ tres: { allocated: [{ type: 'gres', name: 'gpu', count: 4 }] } }],
  };
  const json = (...jobs: object[]) => JSON.stringify({ meta: {}, jobs, errors: [] }, null, 2);

  test('is read like the same jobs as a table', async () => {
    const asTable = await readAll(
      fileOf(row({ start: '1772445600', tres: 'cpu=32,gres/gpu:a100=4,gres/gpu=4' })),
    );
    for (const bytes of [5, 1000]) {
      expect((await readAll(json(job), {}, bytes)).parts).toEqual(asTable.parts);
    }
  });

  test('may wrap numbers and leave states as texts, as other versions of Slurm do', async () => {
    const wrapped = (number: number) => ({ set: true, infinite: false, number });
    const { parts, counts } = await readAll(
      json(
        {
          ...job,
          state: { current: 'RUNNING' },
          time: { start: wrapped(1772445600), elapsed: wrapped(60) },
        },
        { ...job, job_id: 101, cluster: 'other' },
        { ...job, job_id: 102, time: { start: 0, elapsed: 0 } },
      ),
    );
    expect(parts).toMatchObject([{ job: '100', seconds: 60, isRunning: true }]);
    expect(counts).toMatchObject({ rows: 3, otherClusters: 1, notRun: 1 });
  });

  test.each([
    ['cut off', json(job).slice(0, -20)],
    ['broken', json(job).replace('"jobs"', '"jobs')],
  ])('that is %s is refused as such', async (_name, file) => {
    await expect(readAll(file)).rejects.toThrow('is broken or cut-off JSON');
  });
});

describe('a hostile file', () => {
  test.each([
    [
      'brackets without end',
      `{"x":\n${`${'['.repeat(1000)}\n`.repeat(100)}`,
      'broken or cut-off JSON',
    ],
    ['blank lines without end', '\n'.repeat(5_000), 'is empty'],
    [
      'spaces after many names',
      `${'JobID '.repeat(100)}${' '.repeat(30_000)}`,
      'doesn’t name them',
    ],
    [
      'a quotation mark that is left open',
      'job,model,gpus,start,seconds\n"a,A100,1,x,60\n',
      'quotation mark',
    ],
    [
      'a quotation mark inside of a cell',
      'job,model,gpus,start,seconds\n"a"b,A100,1,x,60\n',
      'quotation mark',
    ],
  ])('of %s is refused at once', async (_name, file, sentence) => {
    const began = performance.now();
    await expect(readAll(file, {}, 32_000)).rejects.toThrow(sentence);
    // A second of a slow machine: what these did before took minutes, or all memory.
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

test('an unreadable row is named by its line, blank ones included', async () => {
  await expect(
    readAll('job,model,gpus,start,seconds\n\n\na,RTX,1,2026-03-02T10:00:00Z,60\n'),
  ).rejects.toThrow('line 4 has "RTX"');
});

test.each([
  ['is a report by sreport', '-'.repeat(80) + '\nCluster Utilization 2026-03-01T00:00:00\n'],
  [
    'is aligned for people',
    'JobID           JobName  Partition      State\n------------ ---------- ----------\n',
  ],
  ['has commas between its columns', 'JobIDRaw,State,Start,ElapsedRaw,AllocTRES\n1,COMPLETED\n'],
  ['is UTF-16 text', Buffer.from(`\uFEFF${fileOf(row())}`, 'utf16le')],
  ['is UTF-16 text', gzipOf(Buffer.from(fileOf(row()), 'utf16le') as never)],
  ['doesn’t name them', '1|COMPLETED|2026-03-02T10:00:00|3600|gres/gpu=1\n'],
])('a file that %s is told what helps', async (sentence, file) => {
  await expect(readAll(file)).rejects.toThrow(sentence);
});
