import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { move, publishedSignatory } from '../support/actors.ts';
import { INITIATIVE, startApp, type Reply, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { ADA } from '../support/sign-up.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const importing = (signatories: object[], pledges: object[]): Promise<Reply> =>
  app.request('/api/v1/admin/import', { body: { ...INITIATIVE, signatories, pledges } });
const person = (key: string) => ({ key, kind: 'person', name: `${key} Example` });
const pledge = (key: string, signatory: string, facts: object = {}) => ({
  key,
  signatory,
  kind: 'funding',
  asset: 'USD',
  amount: '10.00',
  ...facts,
});
const HIDDEN = { kind: 'funding', asset: 'USD', amount: '5.00', visibility: 'amount-hidden' };

describe('the visibility that was dropped is refused, and the refusal names anonymous', () => {
  test.each<[string, string, () => Promise<Reply>]>([
    [
      'by the API',
      'visibility',
      async () =>
        app.request('/api/v1/pledges', {
          body: { ...HIDDEN, signatory: await publishedSignatory(app) },
        }),
    ],
    [
      'in a sign-up',
      'pledge.visibility',
      () => app.request('/api/v1/signatories', { token: false, body: { ...ADA, pledge: HIDDEN } }),
    ],
    [
      'in a file',
      'pledges[1].visibility',
      () =>
        importing(
          [person('fay')],
          [pledge('a', 'fay'), pledge('b', 'fay', { visibility: 'amount-hidden' })],
        ),
    ],
  ])('%s', async (_, field, send) => {
    const { status, body } = await send();
    expect([status, body.type]).toEqual([422, 'urn:muster:problem:no-longer-offered']);
    expect(body.errors).toEqual([{ field, message: expect.stringMatching(/: use anonymous$/) }]);
    expect(body.errors[0].message).toContain('could still be matched with it');
  });
});

test('a file of before is taken again once its pledges are anonymous', async () => {
  const before = { signatory: 'gus', visibility: 'anonymous' };
  const mended = pledge('old', 'gus', before);
  expect((await importing([person('gus')], [mended])).body.pledges.added).toBe(1);
  // As the import kept it when it was amount-hidden: the keys in their order.
  const { movements: _, ...content } = { movements: [], ...mended, visibility: 'amount-hidden' };
  const sorted = Object.fromEntries(
    Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  const digest = createHash('sha256').update(JSON.stringify(sorted)).digest();
  const update = "UPDATE imported SET digest = $1 WHERE path = 'pledge old' RETURNING path";
  expect(await app.database!.asOwner(update, [digest])).toHaveLength(1);
  expect((await importing([person('gus')], [mended])).body.pledges).toEqual({
    added: 0,
    skipped: 1,
  });
  const shown = { ...mended, visibility: 'public' };
  expect((await importing([person('gus')], [shown])).status).toBe(400);
});

test('anonymous pledges of a file are accepted together, apart from the signatures and by reference', async () => {
  const keys = Array.from({ length: 8 }, (_, nth) => `giver-${nth}`);
  const accepted = (nth: number) => ({
    movements: [
      { verb: 'accept', occurredOn: `2026-02-0${nth + 1}` },
      { verb: 'commit', occurredOn: '2026-03-01', evidence: { grade: 'signed-agreement' } },
    ],
  });
  const pledges = keys.flatMap((key, nth) => [
    pledge(`${key}-public`, key, accepted(nth)),
    pledge(`${key}-anonymous`, key, { ...accepted(nth), visibility: 'anonymous' }),
  ]);
  const [{ size }] = (await app.database!.asOwner('SELECT size FROM ledger_head')) as [
    { size: string },
  ];
  expect((await importing(keys.map(person), pledges)).status).toBe(201);
  const rows = await app.database!.asOwner(
    "SELECT convert_from(leaf, 'UTF8') AS leaf FROM ledger_entry WHERE seq >= $1 ORDER BY seq",
    [size],
  );
  const leaves = rows.map(({ leaf }) => JSON.parse(leaf as string));
  const hidden = await app.database!.asOwner(
    "SELECT ref FROM pledge WHERE visibility = 'anonymous' AND status = 'accepted' ORDER BY ref",
  );
  const refs = hidden.map(({ ref }) => ref);
  expect(refs).toHaveLength(8);
  expect(leaves.slice(0, 8).map(({ kind }) => kind)).toEqual(keys.map(() => 'signature'));
  expect(leaves.slice(8, 24).map(({ kind, ref }) => [kind, ref])).toEqual(
    refs.flatMap((ref) => [
      ['terms', ref],
      ['movement', ref],
    ]),
  );
  // What comes on one day later tells no order of the file either.
  const commits: string[] = leaves.filter(({ verb }) => verb === 'commit').map(({ ref }) => ref);
  expect(commits).toEqual(commits.toSorted());
});

test('a file may accept an anonymous pledge that is ready', async () => {
  const both = [person('hal'), pledge('hal', 'hal', { visibility: 'anonymous' })] as const;
  await importing([both[0]], [both[1]]);
  const [{ ref }] = (await app.database!.asOwner(
    "SELECT id AS ref FROM imported WHERE path = 'pledge hal'",
  )) as [{ ref: string }];
  expect((await move(app, ref, 'accept')).body.status).toBe('ready');
  const movements = [{ verb: 'accept', occurredOn: '2026-03-01' }];
  expect((await importing([both[0]], [{ ...both[1], movements }])).body.movements.added).toBe(1);
});
