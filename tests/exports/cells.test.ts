import * as fc from 'fast-check';
import { sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../../server/db/sql.ts';
import { CURRENCIES, GPUS } from '../../server/domain/asset.ts';
import { formatAmount, formatGpuHours, formatQuantity } from '../../server/domain/quantity.ts';
import { amount, ASSETS, guarded, hours, quantity } from '../../server/exports/cells.ts';
import { startApp, type TestApp } from '../support/app.ts';

describe.each(['postgres', 'embedded'] as const)('on %s', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ engine });
  });
  afterAll(() => app.close());

  /** Each value through a cell's expression, as text. */
  async function through(cell: SQL, values: string[], type: 'bigint' | 'text'): Promise<string[]> {
    const result = await app.ctx.db.execute(sql`
      SELECT (${cell})::text AS cell
      FROM json_array_elements_text(${JSON.stringify(values)}::json) WITH ORDINALITY AS given (text, position)
      CROSS JOIN LATERAL (SELECT text::${sql.raw(type)} AS value) AS typed
      ORDER BY position`);
    return rowsOf<{ cell: string }>(result).map(({ cell: text }) => text);
  }

  const value = sql`value`;
  const minors = fc.array(fc.bigInt({ min: 0n, max: 10n ** 18n }), {
    minLength: 200,
    maxLength: 200,
  });
  /** Around each half of a hundredth, where rounding is decided. */
  const nearHalves = Array.from({ length: 400 }, (_, index) => BigInt(index));

  test('hours are those of the domain, to the last half', async () => {
    await fc.assert(
      fc.asyncProperty(minors, async (some) => {
        const seconds = [...some, ...nearHalves];
        expect(await through(hours(value), seconds.map(String), 'bigint')).toEqual(
          seconds.map(formatGpuHours),
        );
      }),
      { numRuns: 5 },
    );
  });

  test('amounts are those of the domain, with each number of decimals', async () => {
    const [some] = fc.sample(minors, 1);
    for (const code of ['KRW', 'USD', 'KWD']) {
      expect(await through(amount(value, code), some!.map(String), 'bigint')).toEqual(
        some!.map((minor) => formatAmount(minor, code)),
      );
    }
  });

  test('a quantity of each asset is written as the domain writes it', async () => {
    const minor = 1_234_567n;
    const written = rowsOf<{ code: string; kind: string; cell: string }>(
      await app.ctx.db.execute(sql`
        SELECT asset.code, asset.kind, (${quantity(sql`${minor.toString()}::bigint`)})::text AS cell
        FROM ${ASSETS}`),
    );
    expect(written).toEqual(
      [...CURRENCIES, ...GPUS].map((asset) => ({
        code: asset.code,
        kind: asset.kind,
        cell: formatQuantity(minor, asset),
      })),
    );
  });

  test('what begins a formula is guarded, at the start and where another separator starts a cell', async () => {
    const cases: [string, string][] = [
      ['=1+1', "'=1+1"],
      ['+1', "'+1"],
      ['-1', "'-1"],
      ['@SUM(A1)', "'@SUM(A1)"],
      ['＝1', "'＝1"],
      ['＋1', "'＋1"],
      ['－1', "'－1"],
      ['＠A', "'＠A"],
      ['\t=cmd', "'\t'=cmd"],
      ['\rx', "'\rx"],
      ['Ada;=1+1', "Ada;'=1+1"],
      ['Ada\t=1+1', "Ada\t'=1+1"],
      ['one\n=two\n- three', "one\n'=two\n'- three"],
      ['Ada', 'Ada'],
      ['a=b, c-d; e@f+g', 'a=b, c-d; e@f+g'],
      ['', ''],
    ];
    const texts = cases.map(([text]) => text);
    expect(await through(guarded(value), texts, 'text')).toEqual(cases.map(([, safe]) => safe));
  });
});
