import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STAGES } from '../../server/domain/stage.ts';
import { progressOf, startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { AGREEMENT, fundingPledge, move, PAYMENT } from '../support/actors.ts';
import { ADMIN, playScenario, rowOf, rowsAt, type Scenario } from './scenario.ts';

let app: TestApp;
let scenario: Scenario;
beforeAll(async () => {
  app = await startApp();
  scenario = await playScenario(app);
});
afterAll(async () => {
  await checkLedger(app);
  await app.close();
});

const find = (path: string, ref: string) => rowOf(app, path, ref);

describe('the figures', () => {
  /** Cents as whole numbers: sums of decimals are not to be trusted to floating point. */
  const cents = (text: string): bigint => BigInt(text.replace('.', ''));
  const asAmount = (sum: bigint) => `${sum / 100n}.${String(sum % 100n).padStart(2, '0')}`;

  test.each([`${ADMIN}/movements.csv`, '/data/movements.csv'])(
    'of %s add up to those of the page',
    async (path) => {
      const { funding, compute, asOf } = await progressOf(app);
      const rows = await rowsAt(app, path);
      const moved = (row: Record<string, string>, stage: string, cell: bigint): bigint =>
        (row['to'] === stage ? cell : 0n) - (row['from'] === stage ? cell : 0n);
      for (const stage of STAGES) {
        const sum = rows
          .filter(({ kind }) => kind === 'funding')
          .reduce((total, row) => total + moved(row, stage, cents(row['base']!)), 0n);
        expect([stage, asAmount(sum)]).toEqual([stage, funding[stage]]);
      }
      const delivered = rows
        .filter(({ kind, source }) => kind === 'compute' && source === 'given')
        .reduce((total, row) => total + moved(row, 'received', BigInt(row['gpu_seconds']!)), 0n);
      expect(asAmount(delivered / 36n)).toBe(compute.gpuHours.delivered);
      const { headers } = await app.request(path);
      expect(headers.get('muster-checkpoint-size')).toBe(String(asOf.size));
      expect(headers.get('muster-checkpoint-root')).toBe(asOf.root);
      expect(headers.get('content-disposition')).toBe(
        `attachment; filename="movements-${asOf.size}.csv"`,
      );
    },
  );

  test.each([`${ADMIN}/pledges.csv`, '/data/pledges.csv'])(
    'of %s add up to those of the page',
    async (path) => {
      const { funding } = await progressOf(app);
      const rows = (await rowsAt(app, path)).filter(({ kind }) => kind === 'funding');
      for (const stage of STAGES) {
        const sum = rows.reduce((total, row) => total + cents(row[`${stage}_base`]!), 0n);
        expect([stage, asAmount(sum)]).toEqual([stage, funding[stage]]);
      }
    },
  );

  test('of a pledge are in its own unit and in base', async () => {
    const { refs } = scenario;
    expect(await find(`${ADMIN}/pledges.csv`, refs.money)).toMatchObject({
      status: 'accepted',
      visibility: 'public',
      signatory: 'Ada Example',
      signatory_kind: 'person',
      accepted_on: '2026-03-10',
      rate_num: '1',
      rate_source: 'PAR',
      unit: 'USD',
      quantity: '1000.00',
      committed: '400.00',
      received: '450.00',
      lapsed: '150.00',
      outstanding: '400.00',
      base_unit: 'USD',
      outstanding_base: '400.00',
    });
    expect(await find(`${ADMIN}/pledges.csv`, refs.won)).toMatchObject({
      unit: 'KRW',
      quantity: '1000000000',
      pledged: '666666667',
      received: '333333333',
      base_unit: 'USD',
      received_base: expect.stringMatching(/^\d+\.\d\d$/),
    });
    expect(await find(`${ADMIN}/pledges.csv`, refs.dinar)).toMatchObject({ pledged: '1.005' });
    expect(await find(`${ADMIN}/pledges.csv`, refs.oslo)).toMatchObject({
      asset: 'H100-SXM',
      unit: 'GPU-hours',
      base_unit: 'H100e-hours',
      quantity: '3379200.00',
      received: '10.25',
      source: 'given',
      site: 'Oslo',
      windows: '[[512, "2026-03-01", "2026-12-01", "1"]]',
      grant_from: '',
    });
    expect(await find(`${ADMIN}/pledges.csv`, refs.grant)).toMatchObject({
      source: 'bought',
      quantity: '100.01',
      windows: '',
      grant_from: '2026-04-01',
      grant_to: '2026-07-01',
    });
    expect(await find(`${ADMIN}/pledges.csv`, refs.condition)).toMatchObject({
      waiting: '99.99',
      condition_metric: 'gpuHours',
      condition_reaches: '5000.50',
      condition_counts: 'committed',
      condition_by: '2026-12-31',
      firm: 'false',
    });
  });

  test('of what is not accepted are nothing, for the admin alone', async () => {
    const { refs } = scenario;
    for (const [ref, status] of [
      [refs.pending, 'pending'],
      [refs.rejected, 'rejected'],
      [refs.undone, 'pending'],
    ] as const) {
      expect(await find(`${ADMIN}/pledges.csv`, ref)).toMatchObject({
        status,
        quantity: '1000.00',
        pledged: '0.00',
        outstanding_base: '0.00',
        accepted_on: '',
        rate_num: '',
      });
      expect(await find('/data/pledges.csv', ref)).toBeUndefined();
    }
  });

  test('of instalments are paid oldest first, and what is given up is no longer due', async () => {
    const rows = await rowsAt(app, `${ADMIN}/instalments.csv`);
    expect(
      rows.map(({ ref, position, due_on, currency, amount, received, outstanding, overdue }) => [
        ref,
        position,
        due_on,
        currency,
        amount,
        received,
        outstanding,
        overdue,
      ]),
    ).toEqual([
      [scenario.refs.money, '1', '2026-02-01', 'USD', '400.00', '400.00', '0.00', 'false'],
      [scenario.refs.money, '2', '2026-03-10', 'USD', '300.00', '50.00', '250.00', 'true'],
      [scenario.refs.money, '3', '2026-03-11', 'USD', '100.00', '0.00', '100.00', 'false'],
      [scenario.refs.money, '4', '2026-09-01', 'USD', '200.00', '0.00', '50.00', 'false'],
    ]);
  });

  test('of signatories are what they gave', async () => {
    const rows = await rowsAt(app, `${ADMIN}/signatories.csv`);
    expect(rows.find(({ id }) => id === scenario.ada)).toMatchObject({
      name: 'Ada Example',
      email: 'ada.examplex@example.org',
      status: 'published',
      public: 'true',
      created_at: '2026-03-10T12:00:00.000Z',
      pledges: '3',
      currency: 'USD',
      secured_base: '850.00',
      secured_h100e_hours: '3379200.00',
    });
    // What the initiative bought is nobody's gift, and what was taken back is no pledge.
    expect(rows.find(({ kind }) => kind === 'organisation')).toMatchObject({
      pledges: '4',
      secured_h100e_hours: '0.00',
    });
  });
});

describe('while entries wait for their checkpoint', () => {
  /** ledger/checkpoint.ts: who holds it keeps others from making one. */
  const CHECKPOINT_LOCK = 7_305_681_205;
  beforeAll(() => app.database!.asOwner(`SELECT pg_advisory_lock(${CHECKPOINT_LOCK})`));
  afterAll(async () => {
    await app.database!.asOwner(`SELECT pg_advisory_unlock(${CHECKPOINT_LOCK})`);
    await app.publicCache.refresh();
  });

  const allRows = async () => {
    const files = [];
    for (const name of ['pledges', 'movements', 'capacity']) {
      files.push(await rowsAt(app, `${ADMIN}/${name}.csv`), await rowsAt(app, `/data/${name}.csv`));
    }
    return files;
  };

  test('files are of the one before, as the page is', async () => {
    const { pending, money, bergen } = scenario.refs;
    const before = await allRows();
    expect((await move(app, pending, 'accept')).status).toBe(201);
    expect((await move(app, money, 'receive', { amount: '1.00', evidence: PAYMENT })).status).toBe(
      201,
    );
    expect((await move(app, bergen, 'commit', { evidence: AGREEMENT })).status).toBe(201);
    expect(await allRows()).toEqual(before);
  });
});

describe('the public files', () => {
  test('name a giver and a site only where the pledge shows them with its amount', async () => {
    const { refs } = scenario;
    const shown = { signatory: 'Ada Example', site: 'Oslo', quantity: '3379200.00' };
    expect(await find('/data/pledges.csv', refs.oslo)).toMatchObject(shown);
    for (const ref of [refs.won, refs.dinar, refs.bergen]) {
      expect(await find('/data/pledges.csv', ref)).toMatchObject({ signatory: '', site: '' });
    }
  });

  test('hold no address, note, reason or finer time than a day', async () => {
    for (const path of ['/data/pledges.csv', '/data/movements.csv']) {
      const { body } = await app.request(path, { token: false });
      expect(body).not.toMatch(/example\.org|Ask us|Signed by|short of money|HYPERLINK|T12:00/);
      expect(body).not.toMatch(/visibility|anonymous/);
    }
    expect((await app.request('/data/movements.csv', { token: false })).body).not.toContain('Ada');
  });

  test('hide the name of a signatory that is not public', async () => {
    const { hidden } = scenario.refs;
    expect(await find('/data/pledges.csv', hidden)).toMatchObject({ signatory: '' });
    expect(await find(`${ADMIN}/pledges.csv`, hidden)).toMatchObject({ signatory: 'Fay Hidden' });
  });

  test('are not sent again to who has them, until an entry comes', async () => {
    const path = '/data/movements.csv?kind=funding';
    const { headers } = await app.request(path, { token: false });
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    const asked = { token: false as const, headers: { 'if-none-match': headers.get('etag')! } };
    expect(await app.request(path, asked)).toMatchObject({ status: 304, body: '' });
    expect((await app.request('/data/movements.csv', asked)).status).toBe(200);
    await fundingPledge(app, scenario.ada);
    await app.publicCache.refresh();
    expect((await app.request(path, asked)).status).toBe(200);
  });

  test('know no filter of the admin’s', async () => {
    const { status } = await app.request('/data/pledges.csv?status=pending', { token: false });
    expect(status).toBe(400);
  });
});
