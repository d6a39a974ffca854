import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { INITIATIVE, progressOf, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';

let app: TestApp;
beforeEach(async () => {
  app = await startApp();
});
afterEach(async () => {
  await watchLedger(app);
  await app.close();
});

const change = (body: object) =>
  app.request('/api/v1/admin/initiative', { body: { reason: 'More is needed.', ...body } });

describe('a file that comes again', () => {
  const importing = (body: unknown) => app.request('/api/v1/admin/import', { body });
  const ada = { key: 'ada', kind: 'person', name: 'Ada Example' };

  test('as it was leaves what was changed here, says so, and adds what is new', async () => {
    expect((await importing(INITIATIVE)).body.initiative).toEqual({
      added: 0,
      skipped: 1,
      changedHere: false,
    });
    await change({ targets: { funding: '120000000.00' } });
    const { body } = await importing({ ...INITIATIVE, signatories: [ada] });
    expect(body).toMatchObject({
      initiative: { added: 0, skipped: 1, changedHere: true },
      signatories: { added: 1 },
    });
    expect((await progressOf(app)).funding.target).toBe('120000000.00');
  });

  test('with the change in it is taken; with another one it is refused by its place', async () => {
    await change({ targets: { funding: '120000000.00' }, deadlineOn: '2027-06-30' });
    const file = (funding: string) => ({
      initiative: {
        ...INITIATIVE.initiative,
        targets: { ...INITIATIVE.initiative.targets, funding },
        deadlineOn: '2027-06-30',
      },
    });
    expect((await importing(file('120000000'))).body.initiative).toEqual({
      added: 0,
      skipped: 1,
      changedHere: false,
    });
    const refused = await importing(file('130000000'));
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      [
        {
          field: 'initiative.targets.funding',
          message: expect.stringContaining('at /admin/initiative'),
        },
      ],
    ]);
  });

  test('after a form has set the initiative up says what differs, and can leave that as it is', async () => {
    const file = {
      initiative: { ...INITIATIVE.initiative, name: 'Another name', endsOn: '2027-06-01' },
      signatories: [ada],
    };
    const refused = await importing(file);
    expect(refused.body.errors).toMatchObject([
      { field: 'initiative.name', message: expect.stringContaining('keepInitiative=true') },
      { field: 'initiative.endsOn' },
    ]);
    const keeping = (body: unknown) =>
      app.request('/api/v1/admin/import?keepInitiative=true', { body });
    expect((await keeping(file)).body).toMatchObject({
      initiative: { added: 0, skipped: 1, changedHere: true },
      signatories: { added: 1 },
    });
    expect((await app.request('/api/v1/initiative')).body).toMatchObject({
      name: 'Open Model Initiative',
      endsOn: '2027-01-01',
    });
    const euros = { ...file.initiative, currency: 'EUR' };
    expect((await keeping({ ...file, initiative: euros })).body.errors).toMatchObject([
      { field: 'initiative.currency', message: expect.stringContaining('can’t change') },
    ]);
  });
});
