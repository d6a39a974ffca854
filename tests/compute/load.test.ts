import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linesOf } from '../../server/compute/lines.ts';
import { readSacct } from '../../server/compute/sacct.ts';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { meterOf } from './meter.ts';
import { fileOf, HEADER, HOW, row } from './sacct.ts';

/** A reader in a process of its own, with a small heap, of the text that a generator `text` yields. */
const readWith = (text: string): string => {
  const { stderr } = spawnSync(
    process.execPath,
    [
      '--max-old-space-size=64',
      '--input-type=module-typescript',
      '-e',
      `import { Readable } from 'node:stream';
      import { readSacct } from './server/compute/sacct.ts';
      import { linesOf } from './server/compute/lines.ts';
      const row = (id, tres) => id + '|COMPLETED|2026-03-02T10:00:00|3600|' + tres;
      function* text() {
        yield 'JobID|State|Start|ElapsedRaw|AllocTRES|JobName\\n';
        ${text}
      }
      const file = (async function* () { for (const part of text()) yield Buffer.from(part); })();
      const how = { cluster: 'saga', zone: 'UTC', delimiter: '|', fields: undefined };
      const kept = [];
      for await (const parts of readSacct(linesOf(file), how)) kept.push(...parts);
      console.error(kept.length);`,
    ],
    { encoding: 'utf8', timeout: 60_000, cwd: PROJECT_ROOT },
  );
  return /FATAL.*/.exec(stderr)?.[0] ?? stderr;
};

/** One job to each piece of a file, in which there is much else. */
const rowsOf = (id: string, tres: string, more = 30_000): string =>
  `for (let at = 0; at < 6_000; at += 1) yield row(${id}, ${tres}) + '|' + 'x'.repeat(${more}) + '\\n';`;

test.each([
  ['long AllocTRES', rowsOf('at', "'gres/gpu:a100=1,' + at + '='.repeat(20_000)", 10)],
  ['short ones in long rows', rowsOf('at', "'gres/gpu:a100=1,some-other-thing-' + at + '=1'")],
  ['long ids', rowsOf("'1_1000000000' + at", "'gres/gpu:a100=1'")],
])('a file is read in the memory that its jobs take: %s', (_what, text) => {
  expect(readWith(text).trim()).toBe('6000');
});

describe('a file without an end is refused', () => {
  async function* endless(...lines: string[]): AsyncGenerator<Buffer> {
    const [header, ...rest] = lines.map((line) => Buffer.from(line));
    yield header!;
    for (;;) yield* rest;
  }
  const readTo = async (file: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const _ of readSacct(linesOf(file), HOW));
  };
  const header = `${HEADER}|JobName\n`;

  test('when one line has none', async () => {
    await expect(readTo(endless(header, 'x'.repeat(1000)))).rejects.toThrow('32,768 characters');
  });

  test('when its lines are long', async () => {
    const long = `${row()}|${'x'.repeat(30_000)}\n`;
    await expect(readTo(endless(header, long))).rejects.toThrow('1 GiB');
  });

  test('when its rows are', async () => {
    const empty = '\n'.repeat(10_000);
    await expect(readTo(endless(header, empty))).rejects.toThrow(
      'over 4,000,000 rows: export each week to a file of its own',
    );
  });

  test('when its jobs have GPUs of many types', async () => {
    const tres = Array.from({ length: 40 }, (_, at) => `gres/gpu:${at}=1`).join(',');
    const rows = `${row({ tres })}|x\n`.repeat(100);
    await expect(readTo(endless(header, rows))).rejects.toThrow('several types of GPU');
  });
});

describe('a report', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  test('of one job with 60,000 starts, of which most are recorded, is read', async () => {
    const cy = await meterOf(app);
    // Where each start is compared with each other one, this takes minutes.
    const rows = Array.from({ length: 60_000 }, (_, at) =>
      row({ id: '1', start: `${1_772_445_600 + at * 10}`, elapsed: 2 }),
    );
    const rest = rows.splice(0, 20_000);
    await cy.meter(fileOf(...rows));
    expect((await cy.read(fileOf(...rest, ...rows))).counted.jobs).toBe(20_000);
    expect((await cy.send(fileOf(...rest))).body).toMatchObject({ status: 400 });
  });

  test('of 200,000 jobs that ran for a year or two is read', async () => {
    const cy = await meterOf(app);
    // Where each day of each job is looked at, this takes minutes.
    const rows = Array.from({ length: 200_000 }, (_, at) =>
      row({
        id: `${at}`,
        start: `${950_000_000 + ((at * 7919) % 9000) * 86_400}`,
        elapsed: (366 + ((at * 104_729) % 366)) * 86_400,
      }),
    );
    expect((await cy.read(fileOf(rows.join('\n')))).jobs).toBe(200_000);
  });
});
