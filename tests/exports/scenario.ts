import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import * as rateTables from '../../server/db/rates.ts';
import type { TestApp } from '../support/app.ts';
import {
  AGREEMENT,
  computePledge,
  fundingPledge,
  move,
  PAYMENT,
  publishedSignatory,
} from '../support/actors.ts';

/** Names that a spreadsheet would take for formulas, as far as a signature may have them. */
export const NASTY = ['=1+1', '@SUM(A1)', '+1-1', '-2+3', '＝1+1', '＋1', '－1', '＠SUM(A1)'];

export interface Scenario {
  ada: string;
  refs: Record<
    | 'hidden'
    | 'money'
    | 'won'
    | 'dinar'
    | 'oslo'
    | 'grant'
    | 'bergen'
    | 'condition'
    | 'pending'
    | 'rejected'
    | 'undone',
    string
  >;
}

/** A pledge of each kind and visibility, in every stage that the API can bring it to. */
export async function playScenario(app: TestApp): Promise<Scenario> {
  const ada = await publishedSignatory(app);
  const bo = await publishedSignatory(app, { name: 'Bo "the Org", Ltd.', kind: 'organisation' });
  for (const [index, name] of NASTY.entries()) {
    const email = `nasty${index}@example.org`;
    const body = { kind: 'person', name, email, public: true };
    expect((await app.request('/api/v1/signatories', { body })).status).toBe(201);
  }
  const money = await fundingPledge(app, ada, {
    instalments: [
      { dueOn: '2026-02-01', amount: '400.00' },
      { dueOn: '2026-03-10', amount: '300.00' },
      { dueOn: '2026-03-11', amount: '100.00' },
      { dueOn: '2026-09-01', amount: '200.00' },
    ],
  });
  await move(app, money, 'commit', {
    evidence: {
      ...AGREEMENT,
      url: 'https://ada.example/a,b',
      note: 'Signed by Ada\n=1+1; "in full"',
    },
  });
  await move(app, money, 'receive', { amount: '450.00', evidence: PAYMENT });
  await move(app, money, 'lapse', {
    amount: '150.00',
    evidence: { note: 'Ada is short of money' },
  });
  const won = await fundingPledge(app, bo, {
    asset: 'KRW',
    amount: '1000000000',
    visibility: 'anonymous',
  });
  await move(app, won, 'receive', { amount: '333333333', evidence: PAYMENT });
  // The source of rates has no currency of three decimals.
  const rate = { currency: 'KWD', ratedOn: '2026-03-10', perEuro: '0.3561', source: 'ECB' };
  await app.ctx.db.insert(rateTables.referenceRate).values(rate);
  const dinar = await fundingPledge(app, bo, {
    asset: 'KWD',
    amount: '1.005',
    visibility: 'anonymous',
  });
  const oslo = await computePledge(app, ada, { provider: '=HYPERLINK("x")' });
  await move(app, oslo, 'commit', { evidence: AGREEMENT });
  await move(app, oslo, 'receive', {
    gpuHours: '10.25',
    evidence: { grade: 'provider-statement' },
  });
  const grant = await computePledge(app, bo, {
    asset: 'A100',
    source: 'bought',
    site: undefined,
    windows: { gpuHours: '100.01', from: '2026-04-01', to: '2026-07-01' },
  });
  await move(app, grant, 'commit', { evidence: AGREEMENT });
  const bergen = await computePledge(app, bo, { site: 'Bergen', visibility: 'anonymous' });
  const condition = await fundingPledge(app, ada, {
    asset: 'EUR',
    amount: '99.99',
    condition: { kind: 'threshold', metric: 'gpuHours', reaches: '5000.50', by: '2026-12-31' },
  });
  const pending = await fundingPledge(app, bo, { accept: false, note: 'Ask us\nin May' });
  const rejected = await fundingPledge(app, bo, { accept: false });
  await move(app, rejected, 'reject', { reason: 'a test' });
  const undone = await fundingPledge(app, bo, { accept: false });
  const { body } = await move(app, undone, 'accept');
  await app.request(`/api/v1/admin/batches/${body.batch}/reverse`, {
    body: { reason: 'too soon' },
  });
  app.clock.now = new Date('2026-03-11T12:00:00Z');
  const hiddenBody = {
    kind: 'person',
    name: 'Fay Hidden',
    email: 'fay@example.org',
    public: false,
  };
  const fay = await app.request('/api/v1/signatories', { body: hiddenBody });
  await app.request(`/api/v1/admin/signatories/${fay.body.id}/publish`, { body: {} });
  const hidden = await fundingPledge(app, fay.body.id);
  await app.publicCache.refresh();
  return {
    ada,
    refs: { hidden, money, won, dinar, oslo, grant, bergen, condition, pending, rejected, undone },
  };
}

type Row = Record<string, string>;

export const rowsOf = (csv: string): Row[] => parse(csv, { columns: true });

/** The rows of a file as Cy the admin gets it, or as Dee does where it is public. */
export async function rowsAt(app: TestApp, path: string): Promise<Row[]> {
  const options = path.startsWith('/data/') ? { token: false as const } : {};
  const { status, body, headers } = await app.request(path, options);
  expect([status, headers.get('content-type')]).toEqual([
    200,
    'text/csv; charset=utf-8; header=present',
  ]);
  return rowsOf(body);
}

/** One pledge's row of a file; undefined where it has none. */
export const rowOf = async (app: TestApp, path: string, ref: string): Promise<Row | undefined> =>
  (await rowsAt(app, path)).find((row) => row['ref'] === ref);

export const ADMIN = '/api/v1/admin/exports';
