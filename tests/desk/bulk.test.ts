import { randomUUID } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { beginBulk, decideBatch } from '../../server/bulk/decide.ts';
import { previewSelection } from '../../server/bulk/selection.ts';
import * as desk from '../../server/db/desk.ts';
import { bulkAct } from '../../server/db/review.ts';
import * as schema from '../../server/db/schema.ts';
import { logPledge } from '../../server/pledges/pledge.ts';
import { pledgeInput } from '../../server/pledges/schemas.ts';
import { signatoryRow } from '../../server/signatories/sign.ts';
import { computePledge, fundingPledge, publishedSignatory } from '../support/actors.ts';
import { NOW } from '../support/app.ts';
import { countingQueries } from '../support/counting.ts';
import { atDesk } from '../support/desk.ts';
import { textOf, useQueue } from '../support/queue.ts';
import { newKey, signedIn } from '../support/signed-in.ts';

const queue = useQueue();
const { signatory, ledgerEntry } = schema;

const FIELDS = ['kind', 'domain', 'pattern', 'why', 'from', 'until', 'except', 'seen', 'upTo'];
/** The hidden fields of the form that confirms a preview. */
const fieldsOf = (page: string) => {
  const form = page.slice(page.lastIndexOf('action="/admin/bulk"'));
  return Object.fromEntries(
    FIELDS.map((name) => [
      name,
      new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? '',
    ]),
  );
};
const preview = async (query: Record<string, string>) =>
  (await queue.cy.get(`/admin/bulk?${new URLSearchParams(query)}`)).page;
/** Looks at a selection and confirms it; the page of what was done. */
async function decide(query: Record<string, string>, more: Record<string, string> = {}) {
  const done = await queue.cy.post('/admin/bulk', { ...fieldsOf(await preview(query)), ...more });
  expect(done.location).toMatch(/^\/admin\/bulk\/[\da-f-]{36}$/);
  return done.location!;
}
const undo = (path: string) => queue.cy.post(`${path}/undo`);
const stateOf = async (path: string) => textOf((await queue.cy.get(path)).page);
const statuses = async (...ids: string[]) =>
  (await Promise.all(ids.map(queue.signatoryOf))).map(({ status }) => status);
const ledgerSize = () => queue.app.ctx.db.$count(ledgerEntry);

describe('accepting many', () => {
  test('publishes those that were shown, and lets their small pledges count', async () => {
    const [one, two] = [
      await queue.waiting({ email: 'a@launch.example', review: ['held'] }),
      await queue.waiting({ email: 'b@launch.example', review: ['held'] }),
    ];
    const small = await fundingPledge(queue.app, one, { amount: '600.00', accept: false });
    const large = await fundingPledge(queue.app, one, { amount: '2500.00', accept: false });
    const hidden = await fundingPledge(queue.app, two, {
      amount: '50.00',
      accept: false,
      visibility: 'anonymous',
    });
    const gpus = await computePledge(queue.app, two, { accept: false });
    const page = await preview({ kind: 'accept', domain: 'launch.example' });
    expect(textOf(page)).toContain('2 signatures found');
    expect(textOf(page)).toContain('They have 4 pledges in the queue.');
    const path = await decide({ kind: 'accept', domain: 'launch.example' });
    expect(await stateOf(path)).toContain('2 signatures accepted.');
    expect(await statuses(one, two)).toEqual(['published', 'published']);
    const [act] = await queue.app.ctx.db.select({ seen: bulkAct.seen }).from(bulkAct);
    expect(act!.seen).toEqual([]);
    const pledges = await Promise.all([small, large, hidden, gpus].map(queue.pledgeOf));
    expect(pledges.map(({ status, readyAt }) => (readyAt ? 'ready' : status))).toEqual([
      'accepted',
      'pending',
      'ready',
      'pending',
    ]);
    expect(await queue.trail(one)).toEqual(['signatory.publish']);
    expect(await queue.trail(small)).toContain('pledge.accept');
  });

  test('leaves out those that are ticked, and those that change meanwhile', async () => {
    const [one, two, three] = [
      await queue.waiting({ email: 'a@some.example' }),
      await queue.waiting({ email: 'b@some.example' }),
      await queue.waiting({ email: 'c@some.example' }),
    ];
    const query = { kind: 'accept', domain: 'some.example' };
    const ticked = await queue.cy.get(
      `/admin/bulk?${new URLSearchParams({ ...query, leave: two })}`,
    );
    expect(ticked.location).toContain(`except=${two}`);
    const left = { ...query, except: two };
    const page = await preview(left);
    expect(textOf(page)).toContain('1 signature left out.');
    const { db } = queue.app.ctx;
    await db.update(signatory).set({ statement: 'Buy coins' }).where(eq(signatory.id, three));
    const late = await queue.cy.post('/admin/bulk', fieldsOf(page));
    expect(late.status).toBe(409);
    expect(textOf(late.page)).toContain('These signatures have changed since you looked at them.');
    expect(late.page).toContain('Buy coins');
    expect(await statuses(one, two, three)).toEqual(['pending', 'pending', 'pending']);
    await queue.cy.post('/admin/bulk', fieldsOf(late.page));
    expect(await statuses(one, two, three)).toEqual(['published', 'pending', 'published']);
  });

  test('is undone, but for those with pledges in the totals', async () => {
    const [one, two] = [
      await queue.waiting({ email: 'a@back.example' }),
      await queue.waiting({ email: 'b@back.example' }),
    ];
    await fundingPledge(queue.app, two, { amount: '10.00', accept: false });
    const path = await decide({ kind: 'accept', domain: 'back.example' });
    await undo(path);
    expect(await stateOf(path)).toContain('Undone. 1 signature put back. We left 1 as they are');
    expect(await statuses(one, two)).toEqual(['pending', 'published']);
    expect((await undo(path)).status).toBe(409);
  });
});

describe('rejecting many', () => {
  test('rejects those that wait with their pledges, emails the reason, and can be undone', async () => {
    const one = await queue.waiting({ email: 'a@spam.example' });
    const below = await queue.waiting({ email: 'b@x.spam.example', confirmedAt: null });
    const ham = await queue.waiting({ email: 'c@notspam.example' });
    const ref = await fundingPledge(queue.app, one, { accept: false });
    const reason = 'This looks like advertising.';
    const path = await decide({ kind: 'reject', domain: '@Spam.example' }, { reason });
    expect(await statuses(one, below, ham)).toEqual(['rejected', 'rejected', 'pending']);
    expect((await queue.pledgeOf(ref)).status).toBe('rejected');
    expect(await queue.mails()).toMatchObject([{ address: 'a@spam.example', data: { reason } }]);
    const [line] = await queue.app.ctx.db
      .select()
      .from(desk.audit)
      .where(eq(desk.audit.act, 'signatory.reject-many'));
    expect(line!.facts).toMatchObject({ count: 2, domain: 'spam.example', byPattern: false });
    await undo(path);
    expect(await statuses(one, below, ham)).toEqual(['pending', 'pending', 'pending']);
    expect((await queue.pledgeOf(ref)).status).toBe('pending');
  });

  test('is not undone for an address that has signed again', async () => {
    const one = await queue.waiting({ email: 'again@spam.example' });
    const path = await decide({ kind: 'reject', domain: 'spam.example' });
    await queue.waiting({ email: 'again@spam.example' });
    await undo(path);
    expect(await statuses(one)).toEqual(['rejected']);
    expect(await stateOf(path)).toContain('Undone. 0 signatures put back. We left 1');
  });
});

describe('hiding many', () => {
  test('takes published ones out of the list and the count, and puts them back', async () => {
    const one = await publishedSignatory(queue.app, {
      name: 'Cheap new coins',
    });
    const giver = await publishedSignatory(queue.app, {
      name: 'Cheap coins giver',
    });
    await fundingPledge(queue.app, giver, { amount: '10.00' });
    const page = await preview({ kind: 'hide', pattern: 'CHEAP*coins' });
    expect(textOf(page)).toContain('1 signature found');
    expect(textOf(page)).toContain('1 more signature matches but has pledges in the totals');
    const before = await ledgerSize();
    const path = await decide({ kind: 'hide', pattern: 'CHEAP*coins' });
    expect(await statuses(one, giver)).toEqual(['rejected', 'published']);
    await undo(path);
    expect(await statuses(one, giver)).toEqual(['published', 'published']);
    expect(await ledgerSize()).toBe(before + 2);
    expect(await stateOf(path)).toContain('Undone. 1 signature put back.');
  });

  test('passes over a giver whose pledge is accepted at the same time', async () => {
    const ada = await signedIn(queue.app, { name: 'Cheap hasty coins' });
    const { ctx, database } = queue.app;
    const selection = { kind: 'hide' as const, pattern: 'hasty' };
    const { seen, upTo } = await previewSelection(ctx.db, selection, undefined);
    const id = await beginBulk(ctx, queue.cy.actor, newKey(), selection, { seen, upTo });
    const input = pledgeInput.parse({ kind: 'funding', asset: 'USD', amount: '10.00' });
    await database!.asOwner('BEGIN');
    await database!.asOwner('SELECT FROM ledger_head FOR UPDATE');
    const pledging = logPledge(ctx, ada, newKey(), input);
    await expect.poll(() => database!.waiting('%ledger_head%')).toBe(1);
    const hiding = decideBatch(ctx, queue.cy.actor, id);
    await expect.poll(() => database!.waiting('%signatory%for update%')).toBe(1);
    await database!.asOwner('COMMIT');
    expect((await pledging).body).toMatchObject({ status: 'accepted' });
    await hiding;
    expect(await statuses(ada.signatoryId)).toEqual(['published']);
  });

  test('needs a filter', async () => {
    const { status, page } = await queue.cy.get('/admin/bulk?kind=hide');
    expect([status, textOf(page)]).toEqual([
      400,
      expect.stringContaining('another filter is needed'),
    ]);
  });
});

describe('showing many statements', () => {
  test('is undone, but for a statement that its author has taken away', async () => {
    const [one, two] = [
      await publishedSignatory(queue.app, { name: 'Words Ada' }),
      await publishedSignatory(queue.app, { name: 'Words Bo' }),
    ];
    const says = (statement: string | null, statementWaitsSince: Date | null, ids: string[]) =>
      queue.app.ctx.db
        .update(signatory)
        .set({ statement, statementWaitsSince })
        .where(inArray(signatory.id, ids));
    await says('I agree.', NOW, [one, two]);
    const path = await decide({ kind: 'show', pattern: 'words' });
    await says(null, null, [two]);
    await undo(path);
    const since = async (id: string) => (await queue.signatoryOf(id)).statementWaitsSince;
    expect([await since(one), await since(two)]).toEqual([NOW, null]);
    expect(await stateOf(path)).toContain('Undone. 1 signature put back. We left 1');
  });
});

describe('the filters', () => {
  test('are the reason, the time, the domain and the text; all of them must fit', async () => {
    await queue.waiting({ name: 'Held Example', review: ['held'] });
    queue.later(3600);
    await queue.waiting({ name: 'Later Example', review: ['held', 'look-alike'] });
    const namesOf = async (query: Record<string, string>) => {
      const page = await preview({ kind: 'accept', ...query });
      return ['Held', 'Later'].filter((name) => page.includes(`>${name} Example<`));
    };
    expect(await namesOf({ why: 'look-alike' })).toEqual(['Later']);
    expect(await namesOf({ why: 'held', until: '2026-03-10 12:30' })).toEqual(['Held']);
    expect(await namesOf({ from: '2026-03-10T12:30' })).toEqual(['Later']);
    expect(await namesOf({ pattern: 'held*example' })).toEqual(['Held']);
    expect(await namesOf({ from: '2026-03-11' })).toEqual([]);
    const wrong = await queue.cy.get(
      '/admin/bulk?kind=accept&from=tomorrow&until=2026-02-31&domain=no%20domain',
    );
    expect(wrong.status).toBe(400);
    expect(wrong.page).toContain('href="#from"');
    expect(wrong.page).toContain('href="#until"');
    expect(wrong.page).toContain('href="#domain"');
  });

  test('are not a viewer’s to use', async () => {
    const viewer = await atDesk(queue.app, 'viewer', 'Vi Example');
    expect((await viewer.get('/admin/bulk?kind=accept')).status).toBe(403);
    expect((await viewer.post('/admin/bulk', { kind: 'accept' })).status).toBe(403);
  });
});

describe('a queue of thousands', () => {
  const fill = async (many: number, domain: string) => {
    const { ctx } = queue.app;
    const rows = Array.from({ length: many }, (_, index) => ({
      ...signatoryRow(ctx, {
        kind: 'person',
        name: `Crowd ${index}`,
        email: `${randomUUID()}@${domain}`,
        public: true,
      }),
      confirmedAt: ctx.now(),
      review: ['held' as const],
    }));
    await ctx.db.insert(signatory).values(rows);
  };

  test('is paged, and decided on in batches, each with one append and as many statements', async () => {
    await fill(600, 'crowd.example');
    const page = await preview({ kind: 'accept', domain: 'crowd.example' });
    expect(textOf(page)).toContain('Showing 1 to 100 of 600.');
    const next = /href="([^"]+)" rel="next"/.exec(page)![1]!.replaceAll('&amp;', '&');
    expect(textOf((await queue.cy.get(next)).page)).toContain('Showing 101 to 200 of 600.');

    const selection = { kind: 'accept' as const, domain: 'crowd.example' };
    const { ctx } = queue.app;
    const { seen, upTo } = await previewSelection(ctx.db, selection, undefined);
    const id = await beginBulk(ctx, queue.cy.actor, newKey(), selection, { seen, upTo });
    const { queries, db } = countingQueries(ctx.db);
    const batch = () => decideBatch({ ...ctx, db }, queue.cy.actor, id);
    const statements = [await queries(batch), await queries(batch), await queries(batch)];
    expect(new Set(statements).size).toBe(1);
    expect(statements[0]).toBeLessThan(20);
    expect(await stateOf(`/admin/bulk/${id}`)).toContain('600 signatures accepted.');
  });

  test('goes on where it was left, and undoing stops it', async () => {
    await fill(300, 'half.example');
    const selection = { kind: 'reject' as const, domain: 'half.example' };
    const { ctx } = queue.app;
    const { seen, upTo } = await previewSelection(ctx.db, selection, undefined);
    const id = await beginBulk(ctx, queue.cy.actor, newKey(), selection, { seen, upTo });
    expect(await decideBatch(ctx, queue.cy.actor, id)).toBe(true);
    expect(await stateOf(`/admin/bulk/${id}`)).toContain('250 of 300 signatures rejected.');
    await undo(`/admin/bulk/${id}`);
    expect(await stateOf(`/admin/bulk/${id}`)).toContain('Undone. 250 signatures put back.');
    expect(await decideBatch(ctx, queue.cy.actor, id)).toBe(false);
    const [bulk] = await ctx.db.select().from(bulkAct).where(eq(bulkAct.id, id));
    const rows = await ctx.db.select().from(signatory).where(inArray(signatory.id, bulk!.ids));
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['pending']));
  });
});
