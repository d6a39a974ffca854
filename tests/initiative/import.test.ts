import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { progressOf, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';

/** A file with one signatory and one pledge of money, which has been agreed in part. */
const small = () => ({
  initiative: {
    name: 'Small Initiative',
    call: 'A call.',
    currency: 'USD',
    targets: { funding: '1000.00' },
  },
  signatories: [{ key: 'ada', kind: 'person', name: 'Ada Example', signedOn: '2026-01-02' }],
  pledges: [
    {
      key: 'p1',
      signatory: 'ada',
      kind: 'funding',
      asset: 'USD',
      amount: '500.00',
      movements: [
        { verb: 'accept', occurredOn: '2026-02-01' },
        {
          verb: 'commit',
          amount: '200.00',
          occurredOn: '2026-02-02',
          evidence: { grade: 'signed-agreement' },
        },
      ] as Record<string, unknown>[],
    },
  ],
});

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ initiative: null });
  app.clock.now = new Date('2026-11-24T12:00:00Z');
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const importing = (body: unknown) => app.request('/api/v1/admin/import', { body });
const sizeOf = async () =>
  Number((await app.database!.asOwner('SELECT size FROM ledger_head'))[0]!['size']);

describe('a bad file changes nothing, and every error is listed with its place', () => {
  test.each<[string, (file: ReturnType<typeof small>) => unknown, string[]]>([
    [
      'of several kinds',
      (file) => {
        Object.assign(file.pledges[0]!, { amount: '500.001', asset: 'USD', signatory: 'nobody' });
        file.pledges[0]!.movements[1]!['occurredOn'] = '2026-01-01';
        return file;
      },
      ['pledges[0].signatory', 'pledges[0].movements[1].occurredOn', 'pledges[0].amount'],
    ],
    [
      'in its shape',
      (file) => ({ ...file, pledge: [], initiative: { ...file.initiative, currency: 'XXX' } }),
      ['initiative.currency', 'pledge'],
    ],
    [
      'in its shape and, where that is right, in its amounts',
      (file) => {
        Object.assign(file.pledges[0]!, { amount: '500.001' });
        return { ...file, initiative: { ...file.initiative, call: 7 } };
      },
      ['initiative.call', 'pledges[0].amount'],
    ],
    [
      'in a movement that over-draws',
      (file) => {
        file.pledges[0]!.movements[1]!['amount'] = '500.01';
        return file;
      },
      ['pledges[0].movements[1].amount'],
    ],
    [
      'in a grade that the verb does not take',
      (file) => {
        file.pledges[0]!.movements[1]!['evidence'] = { grade: 'payment' };
        return file;
      },
      ['pledges[0].movements[1].evidence.grade'],
    ],
    [
      'in a second pledge of the same key',
      (file) => ({ ...file, pledges: [file.pledges[0], file.pledges[0]] }),
      ['pledges[1].key'],
    ],
    [
      'in a pledge that moves before it is accepted',
      (file) => {
        file.pledges[0]!.movements.shift();
        return file;
      },
      ['pledges[0].movements[0].verb'],
    ],
    [
      'in a currency without a rate on that day',
      (file) => {
        Object.assign(file.pledges[0]!, { asset: 'EUR' });
        file.pledges[0]!.movements[0]!['occurredOn'] = '2020-01-01';
        return file;
      },
      ['pledges[0].movements[0].asset'],
    ],
  ])('%s', async (_what, change, places) => {
    const before = await sizeOf();
    const { status, body } = await importing(change(small()));
    expect(status).toBe(400);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(places);
    expect(await sizeOf()).toBe(before);
    expect(await app.database!.asOwner('SELECT FROM pledge')).toEqual([]);
  });
});

describe('a good file', () => {
  test('may come twice, and adds nothing the second time', async () => {
    const first = await importing(small());
    expect(first).toMatchObject({
      status: 201,
      body: { signatories: { added: 1 }, pledges: { added: 1 }, movements: { added: 2 } },
    });
    const size = await sizeOf();
    expect((await importing(small())).body).toMatchObject({
      initiative: { added: 0, skipped: 1 },
      movements: { added: 0, skipped: 2 },
    });
    expect(await sizeOf()).toBe(size);
  });

  test('that has grown adds what is new, on top of what the pledge holds', async () => {
    const grown = small();
    grown.pledges[0]!.movements.push({
      verb: 'receive',
      amount: '300.00',
      occurredOn: '2026-03-01',
      evidence: { grade: 'payment' },
    });
    expect((await importing(grown)).body.movements).toEqual({ added: 1, skipped: 2 });
    expect((await progressOf(app)).funding).toMatchObject({
      received: '300.00',
      committed: '0.00',
      pledged: '200.00',
    });
  });

  test('whose past was changed is refused: the ledger stands', async () => {
    const changed = small();
    changed.pledges[0]!.movements[1]!['amount'] = '201.00';
    const { body } = await importing(changed);
    expect(body.errors).toMatchObject([{ field: 'pledges[0].movements[1]' }]);
  });

  test('of another initiative is refused', async () => {
    const other = small();
    other.initiative.name = 'Another Initiative';
    expect((await importing(other)).status).toBe(400);
  });

  test('twice at the same moment is imported once', async () => {
    const more = small();
    more.signatories.push({
      key: 'bo',
      kind: 'person',
      name: 'Bo Example',
      signedOn: '2026-01-03',
    });
    const replies = await Promise.all([importing(more), importing(more)]);
    const added = replies.map(({ body }) => body.signatories.added);
    expect(added.toSorted((a, b) => a - b)).toEqual([0, 1]);
  });

  test('accepts a pledge that an earlier one left pending', async () => {
    const pending = small();
    pending.pledges.push({ ...pending.pledges[0]!, key: 'p2', movements: [] });
    await importing(pending);
    pending.pledges[1]!.movements = [{ verb: 'accept', occurredOn: '2026-04-01' }];
    expect((await importing(pending)).body.movements.added).toBe(1);
    const rows = await app.database!.asOwner(
      `SELECT status, rate_num FROM pledge WHERE ref = (SELECT id FROM imported WHERE path = 'pledge p2')`,
    );
    expect(rows).toEqual([{ status: 'accepted', rate_num: '1' }]);
  });

  test('may have keys that look like the place of another item', async () => {
    const odd = small();
    odd.pledges.push({ ...odd.pledges[0]!, key: 'p1/0', movements: [] });
    expect((await importing(odd)).status).toBe(201);
  });

  test('takes the place of a signature that nobody has published or confirmed, not of others', async () => {
    const cy = { kind: 'person', name: 'A Stranger', email: 'cy@example.org', public: true };
    await app.request('/api/v1/signatories', { body: cy });
    const file = small();
    const signed = { key: 'cy', kind: 'person', name: 'Cy Example', signedOn: '2026-01-03' };
    file.signatories.push({ ...signed, email: 'Cy@Example.org' } as (typeof file.signatories)[0]);
    expect((await importing(file)).body.signatories.added).toBe(1);
    await app.request('/api/v1/signatories', { body: { ...cy, email: 'bo@example.org' } });
    await app.database!.asOwner(
      `UPDATE signatory SET confirmed_at = now() WHERE email_key = 'bo@example.org'`,
    );
    const confirmed = small();
    confirmed.signatories.push({ ...signed, key: 'bo2', email: 'bo@example.org' } as typeof signed);
    expect((await importing(confirmed)).body.errors).toMatchObject([
      { field: 'signatories[1].email' },
    ]);
    const other = small();
    other.signatories.push({ ...signed, key: 'cy2', email: 'cy@example.org' } as typeof signed);
    expect((await importing(other)).body.errors).toMatchObject([{ field: 'signatories[1].email' }]);

    // Rejected since, and signing again: the file that was imported before takes nobody's place.
    const [row] = await app.database!.asOwner(
      `SELECT id FROM imported WHERE path = 'signatory cy'`,
    );
    await app.request(`/api/v1/admin/signatories/${String(row!['id'])}/reject`, { body: {} });
    await app.request('/api/v1/signatories', { body: cy });
    expect((await importing(file)).status).toBe(201);
    const pending = await app.database!.asOwner(
      `SELECT name FROM signatory WHERE email_key = 'cy@example.org' AND status = 'pending'`,
    );
    expect(pending).toEqual([{ name: 'A Stranger' }]);
  });

  test('accepts no pledge of a signatory who has been rejected since', async () => {
    const file = small();
    file.signatories.push({
      key: 'dee',
      kind: 'person',
      name: 'Dee Example',
      signedOn: '2026-01-04',
    });
    file.pledges.push({ ...file.pledges[0]!, key: 'd1', signatory: 'dee', movements: [] });
    expect((await importing(file)).status).toBe(201);
    const [dee] = await app.database!.asOwner(
      `SELECT id FROM imported WHERE path = 'signatory dee'`,
    );
    await app.request(`/api/v1/admin/signatories/${String(dee!['id'])}/reject`, { body: {} });
    file.pledges[1]!.movements = [{ verb: 'accept', occurredOn: '2026-04-01' }];
    expect((await importing(file)).body.errors).toMatchObject([
      { field: 'pledges[1].movements[0]' },
    ]);
  });

  test('has no signature of a day to come', async () => {
    const file = small();
    file.signatories.push({
      key: 'eve',
      kind: 'person',
      name: 'Eve Example',
      signedOn: '2099-01-01',
    });
    expect((await importing(file)).body.errors).toMatchObject([
      { field: 'signatories[1].signedOn' },
    ]);
  });

  test('may give rates of its own for its pledges, which stand as all it brings', async () => {
    const file = Object.assign(small(), {
      rates: [{ currency: 'KWD', ratedOn: '2026-03-31', perUnit: '3.25', source: 'A bank' }],
    });
    const accept = { verb: 'accept', occurredOn: '2026-04-01' };
    const dinars = { asset: 'KWD', amount: '100.000', movements: [accept] };
    file.pledges.push({ ...file.pledges[0]!, ...dinars, key: 'k1' });
    expect((await importing(file)).body.rates).toEqual({ added: 1, skipped: 0 });
    expect((await importing(file)).body.rates).toEqual({ added: 0, skipped: 1 });
    const [row] = await app.database!.asOwner(`SELECT ref FROM pledge WHERE asset = 'KWD'`);
    expect((await app.request(`/api/v1/pledges/${String(row!['ref'])}`)).body).toMatchObject({
      rate: { num: '3.25', source: 'ADMIN', sourceText: 'A bank' },
      stages: { pledged: { amount: '100.000', base: '325.00' } },
    });
    file.rates[0]!.perUnit = '3.26';
    expect((await importing(file)).body.errors).toMatchObject([{ field: 'rates[0]' }]);
  });

  test('has no rate that the ECB has, none twice, and none of a wrong shape', async () => {
    const rate = { currency: 'BHD', ratedOn: '2026-03-30', perUnit: '2.65', source: 'A bank' };
    const errorsOf = async (...rates: object[]) => {
      const { status, body } = await importing({ ...small(), rates });
      expect(status).toBe(400);
      return body.errors.map(({ field }: { field: string }) => field);
    };
    expect(await errorsOf(rate, { ...rate, currency: 'CHF' })).toEqual(['rates[1]']);
    expect(await errorsOf(rate, rate)).toEqual(['rates[1]']);
    expect(await errorsOf({ ...rate, unitsPer: '1' }, { ...rate, ratedOn: '2099-01-01' })).toEqual([
      'rates[0].unitsPer',
      'rates[1].ratedOn',
    ]);
    expect(await app.database!.asOwner(`SELECT FROM admin_rate WHERE currency = 'BHD'`)).toEqual(
      [],
    );
  });

  test('over 128 MiB is refused', async () => {
    const { status } = await importing(JSON.stringify({ note: 'x'.repeat(128 * 1024 * 1024) }));
    expect(status).toBe(413);
  });
});
