import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { AGREEMENT, computePledge, move, publishedSignatory } from '../support/actors.ts';
import { progressOf, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';
import { fileRows, playCompute, playInstalments } from './list-scenario.ts';

let app: TestApp;
let ada: string;
let money: Awaited<ReturnType<typeof playInstalments>>;
let compute: Awaited<ReturnType<typeof playCompute>>;
beforeAll(async () => {
  app = await startApp();
  ada = await publishedSignatory(app);
  money = await playInstalments(app, ada);
  compute = await playCompute(app, ada);
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

/** A list's rows on a day, and its page. */
async function on(day: string, path: string) {
  app.clock.now = new Date(`${day}T12:00:00Z`);
  const cy = await atDesk(app);
  return { rows: await fileRows(cy, path), page: (await cy.get(`/admin/${path}`)).page };
}

const cents = (text: string): bigint => BigInt(text.replace('.', ''));

describe('expected cash', () => {
  const dueOn = async (day: string, asset = 'USD') => {
    const { rows } = await on(day, `cash?asset=${asset}`);
    return Object.fromEntries<string[]>(
      rows
        .filter(({ total }) => total !== '0.00')
        .map((row) => [row['period']!, [row['committed']!, row['pledged']!, row['waiting']!]]),
    );
  };

  test('is filled from the oldest and the firmest, by the month in which it is due', async () => {
    expect(await dueOn('2028-02-29')).toEqual({
      overdue: ['0.00', '60.00', '0.00'],
      '2028-02': ['150.00', '0.00', '0.00'],
      '2028-03': ['200.00', '100.00', '0.00'],
      '2030-01': ['0.00', '250.00', '0.00'],
      later: ['0.00', '150.00', '0.00'],
      unscheduled: ['0.00', '0.00', '70.00'],
    });
  });

  test('is overdue once its day is over, on the day after a leap day as well', async () => {
    expect(await dueOn('2028-03-01')).toMatchObject({
      overdue: ['150.00', '60.00', '0.00'],
      '2028-03': ['200.00', '100.00', '0.00'],
      '2030-01': ['0.00', '250.00', '0.00'],
      '2030-02': ['0.00', '150.00', '0.00'],
    });
    expect(await dueOn('2028-03-31')).toHaveProperty('2028-03');
    expect(await dueOn('2028-04-01')).toMatchObject({ overdue: ['350.00', '160.00', '0.00'] });
  });

  test('has a row for each of 24 months, and adds up to what the public page says', async () => {
    const { rows, page } = await on('2028-02-29', 'cash');
    expect(rows.map(({ period }) => period)).toEqual([
      'overdue',
      ...Array.from({ length: 24 }, (_, index) =>
        new Date(Date.UTC(2028, 1 + index)).toISOString().slice(0, 7),
      ),
      'later',
      'unscheduled',
    ]);
    const { funding } = await progressOf(app);
    for (const stage of ['committed', 'pledged', 'waiting']) {
      const sum = rows.reduce((total, row) => total + cents(row[stage]!), 0n);
      expect([stage, sum]).toEqual([stage, cents(funding[stage])]);
    }
    expect(page).toContain('February 2028');
    expect(page).toContain('<b>$350.00</b>');
  });

  test('of another currency is its share of what was promised at the reference rate', async () => {
    const parts = await dueOn('2028-02-29', 'EUR');
    expect(Object.keys(parts)).toEqual(['overdue', '2028-04', '2028-05']);
    const [movement] = await app.database!.asOwner(
      `SELECT base::text FROM movement JOIN pledge ON pledge.id = pledge_id WHERE ref = '${money.foreign}'`,
    );
    const base = BigInt(String(movement!['base']));
    const upTo = (quantity: bigint) => (base * quantity) / 10_000n;
    expect(Object.values(parts).map((held) => cents(held[1]!))).toEqual([
      upTo(3333n),
      upTo(6666n) - upTo(3333n),
      base - upTo(6666n),
    ]);
  });
});

describe('overdue instalments', () => {
  const dueOf = ({ rows }: { rows: Record<string, string>[] }) =>
    rows.map(({ ref, position, due_on, days_late, amount, outstanding }) => [
      ref,
      position,
      due_on,
      days_late,
      amount,
      outstanding,
    ]);

  test('are those past their day with something outstanding, the oldest first', async () => {
    const { foreign, late, partly } = money;
    const list = await on('2028-03-01', 'overdue');
    expect(dueOf(list)).toEqual([
      [foreign, '1', '2028-02-01', '29', '33.33', '33.33'],
      [late, '1', '2028-02-28', '2', '90.00', '60.00'],
      [partly, '2', '2028-02-29', '1', '200.00', '150.00'],
    ]);
    expect(list.page).toContain('<b>€33.33</b> 1 instalment');
    expect(list.page).toContain('<b>$210.00</b> 2 instalments');
  });

  test('are not those that are due today: these are the first of the next 30 days', async () => {
    const today = await on('2028-02-29', 'overdue');
    expect(dueOf(today).map(([ref]) => ref)).toEqual([money.foreign, money.late]);
    expect(dueOf(await on('2028-02-29', 'overdue?due=soon'))).toEqual([
      [money.partly, '2', '2028-02-29', '0', '200.00', '150.00'],
    ]);
    const { rows } = await on('2028-03-02', 'overdue?due=soon');
    expect(rows.map(({ due_on }) => due_on)).toEqual(['2028-03-31']);
    expect((await on('2028-03-01', 'overdue?due=soon')).rows).toEqual([]);
  });

  test('can be of one currency, and of a part of a name', async () => {
    const { rows } = await on('2028-03-01', 'overdue?asset=EUR&q=ada');
    expect(rows.map(({ ref }) => ref)).toEqual([money.foreign]);
    expect((await on('2028-03-01', 'overdue?q=nobody')).page).toContain('Nothing matches');
  });
});

describe('the shortfall of compute', () => {
  const figures = (row: Record<string, string>) => [
    row['ref'],
    row['agreed_hours'],
    row['delivered_hours'],
    row['short_hours'],
  ];

  test('is what was agreed for the days that have passed, without what came', async () => {
    const { rows } = await on('2028-03-01', 'shortfall');
    expect(rows.map(figures)).toEqual([
      // 50 hours of a B200 are more than 84 of an H100.
      [compute.grant, '60.00', '10.00', '50.00'],
      // 10 GPUs for 27, 28 and 29 February, 95 % of the time.
      [compute.short, '684.00', '600.00', '84.00'],
      [compute.ahead, '288.00', '300.00', '0.00'],
    ]);
    expect(rows[0]).toMatchObject({
      agreed_h100e_hours: '136.45',
      delivered_h100e_hours: '22.74',
      short_h100e_hours: '113.71',
    });
  });

  test('begins with the first day, and a grant in hours is due when it ends', async () => {
    expect((await on('2028-02-27', 'shortfall')).rows.map(figures)).toEqual([
      [compute.grant, '10.00', '10.00', '0.00'],
    ]);
    const { rows } = await on('2028-02-29', 'shortfall');
    expect(rows.map(figures)).toContainEqual([compute.short, '456.00', '600.00', '0.00']);
    expect((await on('2028-02-29', 'shortfall?only=short')).rows).toEqual([]);
    const after = await on('2028-06-01', 'shortfall?only=short');
    expect(after.rows.map(figures)).toEqual([
      [compute.short, '1596.00', '600.00', '996.00'],
      [compute.ahead, '672.00', '300.00', '372.00'],
      [compute.grant, '60.00', '10.00', '50.00'],
    ]);
  });

  test('is one 30 days after a window, unless it is expected for longer', async () => {
    const over = async (day: string) =>
      (await on(day, 'shortfall?only=over')).rows.map(({ ref, over_hours }) => [ref, over_hours]);
    expect(await over('2028-03-30')).toEqual([]);
    expect(await over('2028-03-31')).toEqual([[compute.grant, '50.00']]);
    expect(await over('2028-04-03')).toEqual([[compute.grant, '50.00']]);
    expect(await over('2028-04-04')).toEqual([
      [compute.short, '996.00'],
      [compute.ahead, '372.00'],
      [compute.grant, '50.00'],
    ]);
    app.clock.now = new Date('2028-04-04T12:00:00Z');
    const cy = await atDesk(app);
    const sent = await cy.post(`/admin/pledges/${compute.short}/extend`, {
      until: '2028-05-01',
      reason: 'The racks came late',
    });
    expect(sent.status).toBe(303);
    const page = await (await fetch(`${app.url}/pledges/${compute.short}`)).text();
    expect(page).toContain('1 May 2028');
    expect((await over('2028-05-01')).map(([ref]) => ref)).not.toContain(compute.short);
    expect(await over('2028-05-02')).toContainEqual([compute.short, '996.00']);
    const { page: list } = await on('2028-05-02', 'shortfall');
    expect(list).toContain(`/admin/pledges/${compute.short}/extend`);
  });

  test('is summed by model, in hours and in H100-equivalents', async () => {
    const { page } = await on('2028-03-01', 'shortfall');
    expect(page).toContain('<b>84 GPU-hours</b> missing (84 H100e)');
    expect(page).toContain('<b>972 GPU-hours</b> agreed (972 H100e)');
    expect(page).toContain('<b>50 GPU-hours</b> missing (113.71 H100e)');
    const { rows } = await on('2028-03-01', 'shortfall?model=B200');
    expect(rows.map(({ ref }) => ref)).toEqual([compute.grant]);
  });

  test('is one 30 days after what is left of a window that was given up from a day on', async () => {
    app.clock.now = new Date('2028-05-10T12:00:00Z');
    const window = { gpus: 4, from: '2028-05-01', to: '2029-05-01' };
    const ref = await computePledge(app, ada, { windows: [window] });
    await move(app, ref, 'commit', { evidence: AGREEMENT });
    for (const [from, to] of [
      ['2028-06-01', '2028-09-01'],
      ['2028-09-01', window.to],
    ]) {
      const lapsed = await move(app, ref, 'lapse', { windows: [{ gpus: 4, from, to }] });
      expect(lapsed.status).toBe(201);
    }
    await app.publicCache.refresh();
    const over = async (day: string) =>
      (await on(day, 'shortfall?only=over')).rows.find((row) => row['ref'] === ref)?.['over_hours'];
    expect(await over('2028-06-30')).toBeUndefined();
    expect(await over('2028-07-01')).toBe('2976.00');
  });
});
