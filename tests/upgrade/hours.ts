import { sent } from './core.ts';
import type { TestApp } from '../support/app.ts';
import { aPledge, meterOf } from '../compute/meter.ts';
import { fileOf, row } from '../compute/sacct.ts';

/** Hours by a scheduler's records, use of a reservation, factors and a price. */
export async function meterAll(app: TestApp): Promise<void> {
  const jobs = await meterOf(app);
  await jobs.meter(fileOf(row({ id: '1', elapsed: 7200 }), row({ id: '2', elapsed: 100 })));
  await jobs.read(fileOf(row({ id: '3', start: '2026-03-03T10:00:00' })));
  const kept = await aPledge(app, { measuredBy: 'reservation' });
  await sent(app, `/api/v1/admin/pledges/${kept}/use`, {
    days: [{ on: '2026-03-02', gpuHours: '12.5' }],
    source: 'The operator’s report',
  });
  await sent(app, '/api/v1/admin/factors', {
    model: 'B200',
    tflops: '2200.0',
    basis: 'BF16',
    holdsFrom: '2026-03-05',
    source: 'Example data sheet, second edition',
    url: 'https://example.org/b200',
  });
  await sent(app, '/api/v1/admin/prices', {
    perHour: '2.10',
    pricedOn: '2026-03-05',
    source: 'Example Cloud',
  });
  await sent(app, '/api/v1/admin/rates', {
    currency: 'KWD',
    ratedOn: '2026-03-09',
    perUnit: '3.250',
    source: 'Central Bank of Nowhere',
    url: 'https://example.org/rates',
  });
}
