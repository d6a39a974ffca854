import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { today } from '../../server/domain/day.ts';
import { lastQuarter, readReport } from '../../server/desk/report/model.ts';
import { playScenario, type Scenario } from '../exports/scenario.ts';
import { fundingPledge, move, PAYMENT } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';

let app: TestApp;
let scenario: Scenario;
let dee: DeskUser;
let day: string;
beforeAll(async () => {
  app = await startApp();
  scenario = await playScenario(app);
  const ref = await fundingPledge(app, scenario.ada, {
    amount: '900.00',
    restrictedTo: 'open weights',
  });
  await move(app, ref, 'receive', { amount: '600.00', evidence: PAYMENT });
  await app.publicCache.refresh();
  dee = await atDesk(app, 'viewer', 'Dee Example');
  day = today(app.ctx.now());
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const everything = () => readReport(app.ctx, { from: '1990-01-01', to: day });

describe('stages', () => {
  test('what was there before, plus the changes, is what is there at the end', async () => {
    for (const from of ['1990-01-01', '2026-03-11', day]) {
      const { stages } = await readReport(app.ctx, { from, to: day });
      expect(stages.length).toBeGreaterThan(8);
      for (const { opening, added, left, corrected, closing } of stages) {
        const sum = [opening, added, left, corrected].reduce(
          (total, each) => total + BigInt(each),
          0n,
        );
        expect(sum).toBe(BigInt(closing));
      }
    }
  });

  test('a report up to today ends with the figures of the public page', async () => {
    const { stages } = await everything();
    const progress = (await (await fetch(`${app.url}/api/v1/progress`)).json()) as {
      funding: { received: string; committed: string };
    };
    const closing = (stage: string) =>
      stages.find((line) => line.kind === 'funding' && line.stage === stage)!.closing;
    expect([closing('received'), closing('committed')]).toEqual([
      progress.funding.received.replace('.', ''),
      progress.funding.committed.replace('.', ''),
    ]);
  });

  test('a change that was undone is added, and corrected', async () => {
    const { stages } = await everything();
    expect(stages.some(({ corrected }) => corrected !== '0')).toBe(true);
  });
});

test('a stage that was emptied before the period is no row', async () => {
  const emptied = /<tr><th[^>]*>[^<]*<\/th>(<td[^>]*><span class="none">–<\/span><\/td>){5}<\/tr>/;
  const from = day;
  const { stages } = await readReport(app.ctx, { from, to: day });
  const zeros = stages.filter((line) => line.closing === '0' && line.opening === '0');
  expect(zeros.some(({ added, corrected }) => added === '0' && corrected === '0')).toBe(true);
  const { page } = await dee.get(`/admin/report?from=${from}&to=${day}`);
  expect(page).toContain('<span class="none">–</span>');
  expect(page).not.toMatch(emptied);
});

test('the largest givers come first, with what all givers have given', async () => {
  const { largest } = await everything();
  const money = largest.filter(({ kind }) => kind === 'funding');
  const secured = money.map((line) => BigInt(line.secured));
  expect(secured).toEqual(secured.toSorted((a, b) => (a < b ? 1 : -1)));
  expect(money.length).toBeGreaterThan(1);
  expect(secured.reduce((sum, each) => sum + each, 0n)).toBe(BigInt(money[0]!.whole));
});

test('restricted money is what is secured of pledges that say so', async () => {
  const { restricted } = await everything();
  expect(restricted).toMatchObject([
    { restrictedTo: 'open weights', secured: '60000', whole: '60000' },
  ]);
});

test('what is overdue was due before today, the largest first', async () => {
  const { overdue } = await everything();
  expect(overdue.map(({ ref }) => ref)).toContain(scenario.refs.money);
  expect(overdue.filter(({ dueOn }) => dueOn >= day)).toEqual([]);
  expect(overdue.reduce((sum, { outstanding }) => sum + BigInt(outstanding), 0n)).toBe(
    BigInt(overdue[0]!.whole),
  );
});

test('steps back are those of the period', async () => {
  const { steps } = await everything();
  expect(steps.length).toBeGreaterThan(0);
  const before = await readReport(app.ctx, { from: '1990-01-01', to: '1990-12-31' });
  expect(before.steps).toEqual([]);
});

test('the page says what is overdue, and each step back with its reason', async () => {
  const { page } = await dee.get(`/admin/report?from=2026-01-01&to=${day}`);
  expect(page).toContain('Ada is short of money');
  expect(page).toContain(`<a href="/admin/pledges/${scenario.refs.money}">`);
  expect(page).toContain('Overdue today');
});

describe('the period', () => {
  test.each([
    ['2026-11-30', '2026-07-01', '2026-09-30'],
    ['2026-01-01', '2025-10-01', '2025-12-31'],
    ['2028-05-15', '2028-01-01', '2028-03-31'],
  ])('on %s the last quarter is %s to %s', (now, from, to) => {
    expect(lastQuarter(now)).toEqual({ from, to });
  });

  test('a last day before the first is refused by name', async () => {
    const { status, page } = await dee.get('/admin/report?from=2026-03-02&to=2026-03-01');
    expect([status, page.includes('must not be before the first day')]).toEqual([400, true]);
  });

  test('before anything happened the report says so', async () => {
    const { status, page } = await dee.get('/admin/report?from=2001-01-01&to=2001-12-31');
    expect([status, page.includes('Nothing had happened by then.')]).toEqual([200, true]);
  });
});
