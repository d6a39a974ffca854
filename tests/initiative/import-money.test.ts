import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ initiative: null });
  app.clock.now = new Date('2026-11-24T12:00:00Z');
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const ada = { key: 'ada', kind: 'person', name: 'Ada Example', signedOn: '2025-01-02' };
const pledgeOn = (asset: string, occurredOn: string) => ({
  key: 'p1',
  signatory: 'ada',
  kind: 'funding',
  asset,
  amount: '500.00',
  movements: [{ verb: 'accept', occurredOn }],
});
const importing = (file: object, query = '') =>
  app.request(`/api/v1/admin/import${query}`, {
    body: {
      initiative: { name: 'Small', call: 'A call.', currency: 'USD', targets: {} },
      signatories: [ada],
      ...file,
    },
  });

describe('an initiative file is refused', () => {
  test('with a pledge in a currency that was no money on its day', async () => {
    const { body } = await importing({ pledges: [pledgeOn('BGN', '2026-03-01')] });
    expect(body.errors).toMatchObject([
      {
        field: 'pledges[0].movements[0].asset',
        message: expect.stringContaining('went out of use on 2026-02-01'),
      },
    ]);
  });

  test('in a currency that is no money any more', async () => {
    const gone = { name: 'Small', call: 'A call.', currency: 'BGN', targets: {} };
    expect((await importing({ initiative: gone })).body.errors).toMatchObject([
      { field: 'initiative.currency', message: expect.stringContaining('currency code') },
    ]);
  });

  test.each([{ perUnit: '1450' }, { unitsPer: '0.0007' }])(
    'with a rate far from the ECB’s: %j',
    async (figure) => {
      const rate = { currency: 'KRW', ratedOn: '2026-11-20', source: 'A bank', ...figure };
      const { body } = await importing({ rates: [rate] });
      expect(body.errors).toMatchObject([
        {
          field: `rates[0].${Object.keys(figure)[0]}`,
          message: expect.stringContaining('If it is right, import with --rates-are-right'),
        },
      ]);
    },
  );

  test('with a character that is named with its place', async () => {
    const { body } = await importing({ signatories: [{ ...ada, name: 'Ada\u202e Example' }] });
    expect(body.errors).toMatchObject([
      {
        field: 'signatories[0].name',
        message: expect.stringContaining('U+202E, as its character 4'),
      },
    ]);
  });
});

test('a rate far from the ECB’s is taken once somebody says that it is right', async () => {
  const rate = { currency: 'JPY', ratedOn: '2026-11-20', perUnit: '150', source: 'A bank' };
  const { body } = await importing({ rates: [rate] }, '?ratesAreRight=true');
  expect(body.rates).toEqual({ added: 1, skipped: 0 });
  const trail = await app.database!.asOwner(
    `SELECT facts FROM audit WHERE act = 'initiative.import' ORDER BY id DESC LIMIT 1`,
  );
  expect(trail).toEqual([{ facts: { ratesAreRight: 'yes' } }]);
});

test('a pledge may be in a currency of its day that is no money now, with a rate near the ECB’s', async () => {
  const answer = await importing({
    pledges: [pledgeOn('BGN', '2025-12-01')],
    rates: [{ currency: 'KRW', ratedOn: '2026-11-20', unitsPer: '1400', source: 'A bank' }],
  });
  expect(answer).toMatchObject({ status: 201, body: { pledges: { added: 1 } } });
});
