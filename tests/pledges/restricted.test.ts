import { expect, test } from 'vitest';
import * as schema from '../../server/db/schema.ts';
import { progressOf } from '../support/app.ts';
import { AGREEMENT, move } from '../support/actors.ts';
import { atDesk } from '../support/desk.ts';
import { useOwn } from '../support/own-pledge.ts';

const own = useOwn();
const STORAGE = 'Storage of the training data';

const pageOf = async (path: string): Promise<string> => String((await own.app.request(path)).body);

const homePage = async (): Promise<string> => {
  await progressOf(own.app);
  return pageOf('/');
};

/** A pledge of Ada's with a restriction, accepted by an admin. */
async function accepted(facts: object = {}): Promise<string> {
  const ref = await own.log(own.ada, { amount: '150.00', restrictedTo: STORAGE, ...facts });
  expect((await own.read(ref)).status).toBe('pending');
  await move(own.app, ref, 'accept', { alone: true });
  return ref;
}

test('money with a restriction waits for an admin, who sees it in the queue', async () => {
  const ref = await own.log(own.ada, { amount: '150.00', restrictedTo: STORAGE });
  expect(await own.read(ref)).toMatchObject({ status: 'pending', restrictedTo: STORAGE });
  const { page } = await (await atDesk(own.app)).get('/admin/queue?kind=pledge');
  expect(page).toContain(`Restricted to: ${STORAGE}`);
  expect(page).toContain('It has text for the public.');
  const { page: pledge } = await (await atDesk(own.app)).get(`/admin/pledges/${ref}`);
  expect(pledge).toContain(STORAGE);
});

test('the pledge’s page and the API show the restriction with the giver’s name', async () => {
  const ref = await accepted();
  await progressOf(own.app);
  expect(await pageOf(`/pledges/${ref}`)).toContain(STORAGE);
  const { body } = await own.app.request(`/api/v1/pledges/${ref}`, { token: false });
  expect(body.restrictedTo).toBe(STORAGE);
});

test('an anonymous pledge keeps its restriction from the public', async () => {
  const ref = await accepted({ visibility: 'anonymous' });
  await progressOf(own.app);
  expect(await pageOf(`/pledges/${ref}`)).not.toContain(STORAGE);
  const { body } = await own.app.request(`/api/v1/pledges/${ref}`, { token: false });
  expect(body.restrictedTo).toBeNull();
});

test('the admins’ CSV has the restriction, and no leaf does', async () => {
  const ref = await accepted();
  await progressOf(own.app);
  const [header = '', ...rows] = (await pageOf('/api/v1/admin/exports/pledges.csv')).split('\r\n');
  expect(header.split(',')).toContain('restricted_to');
  expect(rows.find((row) => row.startsWith(ref))).toContain(STORAGE);
  const entries = await own.app.ctx.db.select().from(schema.ledgerEntry);
  expect(entries.filter(({ leaf }) => leaf.toString().includes(STORAGE))).toEqual([]);
});

test('what is restricted of the secured money is said under “What counts?”, and nowhere before', async () => {
  const sentence = /[^>]* of this is restricted, according to the givers\./;
  const ref = await accepted();
  expect(await homePage()).not.toMatch(sentence);
  await move(own.app, ref, 'commit', { amount: '100.00', evidence: AGREEMENT });
  expect(sentence.exec(await homePage())?.[0]).toMatch(/^\$100 of this/);
});

test('a pledge of GPUs has no restriction', async () => {
  const { status, body } = await own.app.request('/api/v1/pledges', {
    body: {
      kind: 'compute',
      signatory: own.ada.signatoryId,
      asset: 'H100-SXM',
      windows: { gpuHours: '5', from: '2027-01-01', to: '2027-02-01' },
      restrictedTo: STORAGE,
    },
  });
  expect([status, body.errors]).toEqual([
    400,
    [{ field: 'restrictedTo', message: 'is not a known field' }],
  ]);
});
