import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type SignedIn, MACHINE } from '../../server/actor.ts';
import { readTrail } from '../../server/audit/read.ts';
import { NOTICE_VERSION } from '../../server/domain/signatory.ts';
import { rowsOf } from '../../server/db/sql.ts';
import * as desk from '../../server/db/desk.ts';
import { signAgain, editSignature, withdrawSignature } from '../../server/me/signature.ts';
import { increasePledge } from '../../server/pledges/increase.ts';
import { editPledge, logPledge } from '../../server/pledges/pledge.ts';
import { changeInstalments } from '../../server/pledges/reschedule.ts';
import { newPledge, pledgeInput } from '../../server/pledges/schemas.ts';
import { withdrawPledge } from '../../server/pledges/withdraw.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';
import { newKey, refused, signedIn } from '../support/signed-in.ts';
import {
  newestToken,
  signatory,
  startMailApp,
  useToken,
  type MailApp,
} from '../support/sign-up.ts';

let app: MailApp;
beforeAll(async () => {
  app = await startMailApp();
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

/** Another one of the name for each test: who has signed by one address does not sign again. */
const SURNAMES = ['Example', 'Sample', 'Instance', 'Specimen', 'Pattern', 'Model', 'Case'].values();
const newAda = () => signedIn(app, { name: `Ada ${SURNAMES.next().value}` });

/** All that the trail has of an object, the oldest first. */
const trail = async (object: string) =>
  (await readTrail(app.ctx.db, { object }, { limit: 100 })).toReversed();

const MONEY = { kind: 'funding', asset: 'USD', amount: '100.00' } as const;

const log = async (ada: SignedIn, facts: object = {}): Promise<string> => {
  const input = pledgeInput.parse({ ...MONEY, ...facts });
  return (await logPledge(app.ctx, ada, newKey(), input)).body['ref'] as string;
};

test('a signature and its pledge are in the trail once they are confirmed, as their signatory’s', async () => {
  const before = await app.ctx.db.select().from(desk.audit);
  const { id, status } = await signatory(app, { pledge: MONEY });
  const lines = (await app.ctx.db.select().from(desk.audit)).slice(before.length);
  expect(lines).toMatchObject([
    { act: 'signatory.enter', object: id, by: 'signatory', signatoryId: id, facts: { status } },
    { act: 'pledge.log', by: 'signatory', signatoryId: id, facts: { status: 'accepted' } },
  ]);
});

test('the trail names the fields that a signatory changes, and says nothing of them', async () => {
  const ada = await newAda();
  const key = newKey();
  const input = { role: 'Secret office', country: 'KR', public: true };
  await editSignature(app.ctx, ada, key, input);
  await editSignature(app.ctx, ada, key, input);
  await editSignature(app.ctx, ada, newKey(), { ...input, affiliation: null, country: 'NO' });
  const edits = (await trail(ada.signatoryId)).filter(({ act }) => act === 'signatory.edit');
  expect(edits.map(({ fields }) => fields)).toEqual([['role', 'country'], ['country']]);
  const found = await app.ctx.db.execute(
    sql`SELECT 1 FROM audit WHERE audit::text LIKE '%Secret office%'`,
  );
  expect(rowsOf(found)).toEqual([]);
});

test('a new address is in it by its field’s name, and no address at all', async () => {
  const { id, session } = await signatory(app);
  const body = { email: 'new-ada@uni.example' };
  await app.request('/api/v1/me/address', { token: session, body });
  expect(await trail(id)).toHaveLength(1);
  const { status } = await useToken(app, await newestToken(app));
  expect(status).toBe(201);
  // What tells the old address is on its way before the next test looks for mail.
  await app.postman.deliver();
  const lines = await trail(id);
  expect(lines[1]).toMatchObject({ act: 'signatory.address', fields: ['email'], facts: {} });
  expect(JSON.stringify(lines)).not.toContain('@');
});

test('a signature is withdrawn with what waits of it, and signed again', async () => {
  const ada = await newAda();
  const ref = await log(ada, { amount: '9000000.00' });
  await withdrawSignature(app.ctx, ada, newKey());
  await signAgain(app.ctx, ada, newKey(), { adult: true, notice: NOTICE_VERSION });
  const acts = (await trail(ada.signatoryId)).map(({ act, doer }) => [act, doer.by]);
  expect(acts.slice(-2)).toEqual([
    ['signatory.withdraw', 'signatory'],
    ['signatory.enter', 'signatory'],
  ]);
  expect((await trail(ref)).map(({ act }) => act)).toEqual(['pledge.log', 'pledge.withdraw']);
});

test('what is done with a pledge has one rule for its giver and for an admin', async () => {
  const ada = await newAda();
  for (const actor of [ada, MACHINE]) {
    const { ctx } = app;
    const ref = await log(ada);
    await increasePledge(ctx, actor, newKey(), ref, { amount: '50.00' });
    const instalments = [{ dueOn: '2026-06-01', amount: '150.00' }];
    await changeInstalments(ctx, actor, newKey(), ref, { instalments });
    await withdrawPledge(ctx, actor, newKey(), ref, {});
    const by = actor === ada ? 'signatory' : 'machine';
    const lines = (await trail(ref)).map(({ act, doer }) => [act, doer.by]);
    expect(lines).toEqual([
      ['pledge.log', 'signatory'],
      ['pledge.increase', by],
      ['pledge.instalments', by],
      ['pledge.withdraw', by],
    ]);
  }
});

test('a larger amount that waits, and what never counted, has no batch', async () => {
  const ada = await newAda();
  const [ref, pending] = [await log(ada), await log(ada, { amount: '9000000.00' })];
  await increasePledge(app.ctx, ada, newKey(), ref, { amount: '9000000.00' });
  await withdrawPledge(app.ctx, ada, newKey(), pending, {});
  await withdrawPledge(app.ctx, ada, newKey(), ref, {});
  expect((await trail(ref)).map(({ facts }) => facts)).toEqual([
    { status: 'accepted' },
    { status: 'pending' },
    { batch: expect.any(String) },
  ]);
  expect((await trail(pending)).map(({ facts }) => facts)).toEqual([{ status: 'pending' }, {}]);
});

test('an edited pledge tells which of its fields say something else', async () => {
  const ada = await newAda();
  const ref = await log(ada, { amount: '9000000.00', note: 'one' });
  const input = newPledge.parse({ ...MONEY, note: 'two', amount: '8000000.00' });
  await editPledge(app.ctx, ada, newKey(), ref, input);
  const [, edit] = await trail(ref);
  expect(edit).toMatchObject({ act: 'pledge.edit', doer: { signatoryId: ada.signatoryId } });
  expect(edit!.fields.toSorted()).toEqual(['note', 'quantity']);
});

test('what is refused leaves no line, and what is sent twice leaves one', async () => {
  const [ada, bo] = [await newAda(), await signedIn(app, { name: 'Bo Example' })];
  const ref = await log(ada);
  const { code } = await refused(withdrawPledge(app.ctx, bo, newKey(), ref, {}));
  expect(code).toBe('not-found');
  const key = newKey();
  await withdrawPledge(app.ctx, ada, key, ref, {});
  await withdrawPledge(app.ctx, ada, key, ref, {});
  expect((await trail(ref)).map(({ act }) => act)).toEqual(['pledge.log', 'pledge.withdraw']);
});

test('no network address of a signatory is kept, and an admin’s is', async () => {
  const { id, session } = await signatory(app);
  await app.request('/api/v1/me/signature', { token: session, body: { country: 'KR' } });
  const cy = await atDesk(app);
  await cy.post(`/admin/signatories/${id}/reject`, { back: '/admin', reason: 'No.' });
  expect((await trail(id)).map(({ act, from }) => [act, from])).toEqual([
    ['signatory.enter', null],
    ['signatory.edit', null],
    ['signatory.reject', expect.stringMatching(/127\.0\.0\.1|::1/)],
  ]);
});
