import { describe, expect, test } from 'vitest';
import { FIELDS, fileOf, gzipOf, HEADER, readAll, row } from './sacct.ts';

const seconds = (time: string): number => Date.parse(time) / 1000;

/** GPUs by type of the one job in a file. */
const gpusOf = async (tres: string): Promise<Record<string, number>> => {
  const { parts } = await readAll(fileOf(row({ tres })));
  return Object.fromEntries(parts.map(({ type, gpus }) => [type, gpus]));
};

describe('a row is', () => {
  test('a job, with its GPUs for as long as it ran', async () => {
    const { parts, counts } = await readAll(fileOf(row()));
    expect(parts).toEqual([
      {
        job: '100',
        startedAt: seconds('2026-03-02T10:00:00Z'),
        seconds: 3600,
        gpus: 1,
        type: 'a100',
        isRunning: false,
      },
    ]);
    expect(counts).toMatchObject({ rows: 1, unreadable: 0, firstUnreadable: null });
  });

  test('no job where it is a step of one, whose own row has all its GPUs', async () => {
    const steps = ['100.batch', '100.extern', '100.0', '100_4.batch', '100+1.0'];
    const { parts, counts } = await readAll(fileOf(row(), ...steps.map((id) => row({ id }))));
    expect(parts).toHaveLength(1);
    expect(counts).toMatchObject({ rows: 6, steps: 5 });
  });

  test('one of an array, of a heterogeneous job, or of a job that was requeued', async () => {
    const ids = ['100_4', '100_0', '100_[5-9]', '100+1', '100'];
    const again = row({ start: '2026-03-03T10:00:00' });
    const { parts } = await readAll(fileOf(...ids.map((id) => row({ id })), again));
    expect(parts.map(({ job }) => job)).toEqual([...ids, '100']);
    expect(new Set(parts.map(({ startedAt }) => startedAt)).size).toBe(2);
  });

  test('left out where the job has not run, or had no GPU', async () => {
    const { parts, counts } = await readAll(
      fileOf(
        row({ state: 'PENDING', start: 'Unknown', elapsed: 0, tres: '' }),
        row({ state: 'CANCELLED by 1234', start: 'None', elapsed: '', tres: '' }),
        row({ elapsed: 0 }),
        row({ tres: 'cpu=4,mem=8G,node=1' }),
        row({ tres: 'cpu=4,gres/gpu=0,node=1' }),
        row(),
      ),
    );
    expect(parts.map((part) => [part.seconds, part.gpus])).toEqual([
      [0, 0],
      [3600, 1],
    ]);
    expect(counts).toMatchObject({ rows: 6, notRun: 3, withoutGpus: 2 });
  });

  test('of a running job as long as it had run', async () => {
    for (const state of ['RUNNING', 'SUSPENDED']) {
      const { parts } = await readAll(fileOf(row({ state, end: 'Unknown' })));
      expect(parts[0]).toMatchObject({ seconds: 3600, isRunning: true });
    }
  });

  test.each([
    ['another number of columns', 'one|two'],
    ['an id that is none', row({ id: 'abc' })],
    ['an id with a leading zero', row({ id: '0100' })],
    ['an id of an array with a leading zero', row({ id: '100_04' })],
    ['a start that is no time', row({ start: '31/12/2026' })],
    ['a day that no month has', row({ start: '2026-02-30T10:00:00' })],
    ['a month that no year has', row({ start: '2026-13-02T10:00:00' })],
    ['no start, though it ran', row({ start: 'Unknown' })],
    ['a duration that is none', row({ elapsed: 'soon' })],
    ['a number of GPUs that is none', row({ tres: 'gres/gpu=many' })],
    ['an end before the start', row({ elapsed: '', end: '2026-03-02T09:00:00' })],
    ['an end long after the start', row({ elapsed: '', end: '2099-03-02T10:00:00' })],
    ['a run of years', row({ elapsed: 3 * 366 * 86_400 })],
    ['a start before there was Slurm', row({ start: '1999-12-31T23:59:59' })],
    ['a start before there was Slurm, in seconds', row({ start: '946684799' })],
    ['a start that is far off', row({ start: '4102444800' })],
    ['an id that goes on', row({ id: `1_[${'1,'.repeat(200)}2]` })],
    ['an id that moves the cursor', row({ id: '1_[\u001b[1A]' })],
    ['a type that moves the cursor', row({ tres: 'gres/gpu:a\u001b[1A\rb=1' })],
    ['a type with a NUL', row({ tres: 'gres/gpu:a\u0000b=1' })],
    ['a type without an end', row({ tres: `gres/gpu:${'a'.repeat(65)}=1` })],
    ['a type that is empty', row({ tres: 'gres/gpu:=1' })],
    ['a type twice', row({ tres: 'gres/gpu:a100=1,gres/gpu:A100=2' })],
    ['a number of GPUs on two lines', row({ tres: 'gres/gpu=1\r2' })],
  ])('unreadable with %s, and told of by its line', async (_what, text) => {
    const { parts, counts } = await readAll(fileOf(row(), text, text));
    expect(parts).toHaveLength(1);
    expect(counts).toMatchObject({ rows: 3, unreadable: 2, firstUnreadable: 3 });
  });
});

describe('GPUs are', () => {
  test('the generic figure, and never the sum of both', async () => {
    expect(await gpusOf('gres/gpu:a100=4,gres/gpu=4')).toEqual({ a100: 4 });
    expect(await gpusOf('gres/gpu=4,gres/gpu:a100=4')).toEqual({ a100: 4 });
    expect(await gpusOf('gres/gpu=4')).toEqual({ '': 4 });
  });

  test('the sum of the typed ones where there is no generic figure', async () => {
    expect(await gpusOf('gres/gpu:a100=2,gres/gpu:V100=3')).toEqual({ a100: 2, v100: 3 });
  });

  test('as many as the generic figure where the types say fewer or more', async () => {
    expect(await gpusOf('gres/gpu=4,gres/gpu:a100=3')).toEqual({ a100: 3, '': 4 });
    expect(await gpusOf('gres/gpu=4,gres/gpu:a100=3,gres/gpu:v100=3')).toEqual({
      a100: 3,
      v100: 1,
    });
  });

  test('of any type that Slurm or NVML has a name for', async () => {
    for (const type of ['a100_3g.20gb', 'h100_1g.10gb+me', 'nvidia-a100', 'constructor']) {
      expect(await gpusOf(`gres/gpu:${type}=1`)).toEqual({ [type]: 1 });
    }
  });

  test('not the memory or the load of some', async () => {
    expect(await gpusOf('gres/gpumem=40G,gres/gpuutil=90,gres/gpu=1')).toEqual({ '': 1 });
  });
});

describe('a file may', () => {
  test('come in any pieces, as a gzip, with a mark in front and any ends of lines', async () => {
    const text = fileOf(row(), row({ id: '101' }));
    const { parts } = await readAll(text);
    for (const file of [
      text,
      gzipOf(text),
      `\uFEFF${text.replaceAll('\n', '\r\n')}`,
      text.trim(),
    ]) {
      expect((await readAll(file, {}, 1)).parts).toEqual(parts);
    }
  });

  test('have its columns stated, with a header of its own or none', async () => {
    const file = `${row()}\n${row({ id: '101' })}\n`;
    for (const text of [file, `${HEADER}\n${row()}\n${HEADER}\n${row({ id: '101' })}\n`]) {
      const { parts, counts } = await readAll(text, { fields: FIELDS });
      expect(parts).toHaveLength(2);
      expect(counts.rows).toBe(2);
    }
    await expect(readAll(file)).rejects.toThrow(
      'fields: are missing: the first line doesn’t name them',
    );
  });

  test('are not those that were stated: what is wrong in the first line is told', async () => {
    const wrong = async (fields: string[], file = row()) => {
      const reading = readAll(file, { fields });
      await expect(reading).rejects.toMatchObject({ code: 'invalid-input' });
      return reading.catch(({ message }: Error) => message);
    };
    expect(await wrong([...FIELDS, 'User'])).toContain(
      'fields: no job can be read: line 1 has 6 columns, 7 are named',
    );
    const [id, state, start, end, ...rest] = FIELDS as [string, string, string, string, string];
    expect(await wrong([id, start, state, end, ...rest])).toContain(
      'line 1 has "COMPLETED" as its Start',
    );
    expect(await wrong([state, id, start, end, ...rest], `\n${row()}`)).toContain(
      'line 2 has "COMPLETED" as its JobIDRaw',
    );
    await expect(readAll(fileOf(row({ elapsed: 'soon' })))).rejects.toThrow(
      'file: no job can be read: line 2 has "soon" as its ElapsedRaw',
    );
    await expect(readAll(fileOf(row({ elapsed: '\u001b[2K\u0007 so\u202eon' })))).rejects.toThrow(
      'line 2 has "\uFFFD[2K\uFFFD so\uFFFDon" as its ElapsedRaw',
    );
    // What ran on no GPU was read.
    const read = readAll(fileOf(row({ tres: 'cpu=1' }), row({ elapsed: 'soon' })));
    await expect(read).rejects.toThrow('gres/gpu');
  });

  test('have another delimiter, one at each line’s end, and one in a job’s name', async () => {
    const line = (text: string) => text.replaceAll('|', ';;');
    const { parts } = await readAll(fileOf(row()).split('\n').map(line).join('\n'), {
      delimiter: ';;',
    });
    expect(parts).toHaveLength(1);
    expect((await readAll(`${HEADER}|\n${row()}|\n`)).parts).toEqual(parts);
    const named = `${HEADER}|JobName\n${row()}|train|all|of it\n`;
    expect((await readAll(named)).parts).toEqual(parts);
  });

  test('be put together of some, of which each names its own columns', async () => {
    const other = 'State|End|Start|JobIDRaw%20|ElapsedRaw|AllocTRES';
    const job = 'COMPLETED|2026-03-03T12:00:00|2026-03-03T10:00:00|2|7200|gres/gpu:a100=1';
    const { parts, counts } = await readAll(`${fileOf(row())}${other}\n${job}\n`);
    expect(parts.map(({ seconds: ran }) => ran)).toEqual([3600, 7200]);
    expect(counts).toMatchObject({ rows: 2, unreadable: 0 });
    const shown = fileOf(row()).replace('JobIDRaw', 'JobID');
    await expect(readAll(fileOf(row()) + shown)).rejects.toThrow('has a header in line 3');
    // A job of the name is none.
    const named = `${HEADER}|JobName\n${row()}|JobID\n`;
    expect((await readAll(named)).parts).toHaveLength(1);
  });

  test('hold bytes that are no text', async () => {
    const bytes = Buffer.from(`${HEADER}|JobName\n${row()}|name\n`);
    bytes[bytes.length - 3] = 0xff;
    expect((await readAll(bytes, {}, 7)).parts).toHaveLength(1);
  });

  test('tell of several clusters, of which one is read', async () => {
    const header = `Cluster|${HEADER}`;
    const file = `${header}\nsaga|${row()}\nfram|${row()}\nSaga|${row({ id: '101' })}\n`;
    const { parts, counts } = await readAll(file);
    expect(parts.map(({ job }) => job)).toEqual(['100', '101']);
    expect(counts.otherClusters).toBe(1);
  });

  test('have shown ids alone, and says so', async () => {
    expect((await readAll(fileOf(row()))).hasRawIds).toBe(true);
    expect((await readAll(fileOf(row()).replace('JobIDRaw', 'JobID'))).hasRawIds).toBe(false);
  });
});

describe('a file is refused', () => {
  test.each([
    [
      'without AllocTRES',
      fileOf(row()).replace('AllocTRES', 'ReqTRES'),
      'there is no column AllocTRES',
    ],
    ['without a start', fileOf(row()).replace('Start', 'Submit'), 'there is no column Start'],
    [
      'when no job says its GPUs',
      fileOf(row({ tres: 'cpu=4,node=1' })),
      'AccountingStorageTRES=gres/gpu',
    ],
    [
      'when the GPUs of a job that ran are not kept',
      fileOf(row(), row({ tres: '' })),
      'has a job that ran without AllocTRES, in line 3',
    ],
    ['when it is empty', '', 'file: is empty'],
    [
      'when a line is long',
      `${HEADER}\n${'x'.repeat(40_000)}\n`,
      'lines of over 32,768 characters',
    ],
    [
      'when it has many types',
      fileOf(...Array.from({ length: 101 }, (_, at) => row({ tres: `gres/gpu:t${at}=1` }))),
      'over 100 types of GPU',
    ],
    ['as a broken gzip', gzipOf(fileOf(row())).subarray(0, -10), 'is a broken gzip'],
  ])('%s', async (_what, file, message) => {
    await expect(readAll(file, {}, 65_536)).rejects.toThrow(message);
  });
});

test('names of owners and of jobs are in nothing that is read', async () => {
  const header = `User|Account|${HEADER}|JobName`;
  const { parts, ...found } = await readAll(`${header}\nsecret|hidden|${row()}|private\n`);
  expect(JSON.stringify([parts, found])).not.toMatch(/secret|hidden|private/);
  expect(parts).toHaveLength(1);
});
