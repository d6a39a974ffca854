import { afterEach, expect, test } from 'vitest';
import { INITIATIVE, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';

const opened: TestApp[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) {
    await watchLedger(app).finally(() => app.close());
  }
});
const empty = async (): Promise<TestApp> => {
  const app = await startApp({ initiative: null, now: new Date('2026-11-24T12:00:00Z') });
  opened.push(app);
  return app;
};

/** Each is accepted on the day that it names, and the bundled rates end on 13 April 2026. */
const fileOf = (pledges: [asset: string, on: string][], more: object = {}) => ({
  ...INITIATIVE,
  ...more,
  signatories: [{ key: 'ada', kind: 'person', name: 'Ada Example' }],
  pledges: pledges.map(([asset, occurredOn], index) => ({
    key: `p${index}`,
    signatory: 'ada',
    kind: 'funding',
    asset,
    amount: '1000',
    movements: [{ verb: 'accept', occurredOn }],
  })),
});

const importing = (app: TestApp, body: object, query = '') =>
  app.request(`/api/v1/admin/import${query}`, { body });

const LATE = fileOf([
  ['KRW', '2026-05-14'],
  ['KRW', '2026-11-02'],
  ['KRW', '2026-04-30'],
  ['EUR', '2026-04-24'],
  ['USD', '2026-11-02'],
  ['JPY', '2026-04-23'],
]);

test('a file reports the rates older than 10 days that it took, by currency and period', async () => {
  const app = await empty();
  const file = fileOf([
    ['EUR', '2026-04-24'],
    ['EUR', '2026-05-13'],
    ['JPY', '2026-04-23'],
  ]);
  const { status, body } = await importing(app, file);
  expect([status, body.oldRates]).toEqual([
    201,
    [
      {
        currency: 'EUR',
        rateOn: '2026-04-13',
        pledges: 2,
        from: '2026-04-24',
        to: '2026-05-13',
        tooOld: false,
      },
    ],
  ]);
});

test('a file is refused as a whole where rates are older than 30 days', async () => {
  const app = await empty();
  const { status, body } = await importing(app, LATE);
  expect([status, body.type]).toEqual([409, 'urn:muster:problem:rate-too-old']);
  expect(body.detail).toContain(
    'KRW: 3 pledges from 2026-04-30 to 2026-11-02 take the rate of 2026-04-13. Get newer rates',
  );
  expect(body.detail).toContain('--use-old-rates');
  expect(body.detail).not.toContain('EUR');
  expect(body.oldRates).toMatchObject([{ currency: 'KRW', tooOld: true }]);
  const size = await app.database!.asOwner('SELECT size FROM ledger_head');
  expect(size).toEqual([{ size: '0' }]);
});

test('and taken once somebody says that they are to be used', async () => {
  const app = await empty();
  expect((await importing(app, LATE, '?useOldRates=false')).status).toBe(409);
  const { status, body } = await importing(app, LATE, '?useOldRates=true');
  expect([status, body.pledges.added]).toEqual([201, 6]);
  const trail = await app.database!.asOwner(
    `SELECT facts FROM audit WHERE act = 'initiative.import'`,
  );
  expect(trail).toEqual([{ facts: { useOldRates: 'yes' } }]);
  expect(body.oldRates.map(({ currency }: { currency: string }) => currency)).toEqual([
    'EUR',
    'KRW',
  ]);
});

test('what was imported before is not asked about again', async () => {
  const app = await empty();
  await importing(app, LATE, '?useOldRates=true');
  const { status, body } = await importing(app, LATE);
  expect([status, body.pledges, body.oldRates]).toEqual([201, { added: 0, skipped: 6 }, []]);
});

test('a file may bring the rates that it needs', async () => {
  const app = await empty();
  const rates = [
    { currency: 'KRW', ratedOn: '2026-05-01', unitsPer: '1480', source: 'Example Bank' },
    { currency: 'KRW', ratedOn: '2026-11-01', unitsPer: '1500', source: 'Example Bank' },
  ];
  const { status, body } = await importing(app, { ...LATE, rates });
  expect([status, body.rates.added]).toEqual([201, 2]);
  // Those of 14 May take the rate of 1 May; those of 30 April the last of the bank's.
  expect(body.oldRates).toMatchObject([
    { currency: 'EUR', tooOld: false },
    { currency: 'KRW', rateOn: '2026-04-13', pledges: 1, tooOld: false },
    { currency: 'KRW', rateOn: '2026-05-01', pledges: 1, tooOld: false },
  ]);
});
