import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import * as people from '../../server/db/people.ts';
import * as schema from '../../server/db/schema.ts';
import { rowsOf } from '../../server/db/sql.ts';
import { noticeAdmins } from '../../server/postman/waiting.ts';
import { acceptTogether } from '../../server/pledges/accept-together.ts';
import { move } from '../support/actors.ts';
import { NOW, startApp } from '../support/app.ts';
import { useMailApp } from '../support/mail-app.ts';
import type { MailApp } from '../support/sign-up.ts';

let app: MailApp;
const { as, page, signatory, later } = useMailApp((started) => {
  app = started;
});

beforeEach(async () => {
  app.clock.now = NOW;
  await app.ctx.db.execute(sql`
    UPDATE pledge SET status = 'rejected', ready_at = NULL, ready_by = NULL WHERE status = 'pending'`);
  await app.ctx.db.delete(people.mail);
});

const DAY = 24 * 60;
const GIFT = { kind: 'funding', asset: 'USD', amount: '20.00', visibility: 'anonymous' };

interface Giver {
  session: string;
  ref: string;
  email: string;
}
/** Somebody new who pledges anonymously. */
const giver = async (facts: object = {}): Promise<Giver> => {
  const { session, email } = await signatory();
  return { session, email, ref: await pledge(session, facts) };
};
const pledge = async (session: string, facts: object = {}): Promise<string> => {
  const { status, body } = await as(session, 'pledges', { ...GIFT, ...facts });
  expect([status, body.status]).toEqual([201, 'ready']);
  return body.ref;
};
const givers = async (number: number): Promise<Giver[]> => {
  const all: Giver[] = [];
  while (all.length < number) all.push(await giver());
  return all;
};

/** The ledger's leaves from a place on. */
const leavesFrom = async (start: number) => {
  const rows = rowsOf<{ leaf: string }>(
    await app.ctx.db.execute(sql`
      SELECT convert_from(leaf, 'UTF8') AS leaf FROM ledger_entry WHERE seq >= ${start} ORDER BY seq`),
  );
  return rows.map(({ leaf }) => JSON.parse(leaf));
};
const sizeNow = async (): Promise<number> =>
  Number((await app.ctx.db.select().from(schema.ledgerHead))[0]!.size);
const statusOf = async ({ session, ref }: Giver): Promise<string> =>
  (await as(session, `me/pledges/${ref}`)).body.status;
const actsOn = async (ref: string): Promise<string[]> =>
  rowsOf<{ act: string }>(
    await app.ctx.db.execute(sql`SELECT act FROM audit WHERE object = ${ref} ORDER BY id`),
  ).map(({ act }) => act);
/** The turn of the day after. */
const nextDay = (): Promise<number> => {
  later(DAY);
  return acceptTogether(app.ctx);
};

describe('an anonymous pledge is no neighbour of its giver’s signature', () => {
  test('that its giver logs right after signing', async () => {
    const before = await sizeNow();
    const { session, ref } = await giver();
    const { text } = await page(session, `/me/pledges/${ref}`);
    expect(text).toContain('together, once a day, when five givers are waiting');
    expect((await leavesFrom(before)).map(({ kind }) => kind)).toEqual(['signature']);
  });

  test('that comes with the signature', async () => {
    const before = await sizeNow();
    const { session } = await signatory({ pledge: GIFT });
    const { pledges } = (await as(session, 'me/pledges')).body;
    expect(pledges).toMatchObject([{ status: 'ready' }]);
    expect((await leavesFrom(before)).map(({ kind }) => kind)).toEqual(['signature']);
  });
});

describe('anonymous pledges that are ready', () => {
  test('are accepted on the next day, once five givers are waiting, in the order of their references', async () => {
    const waiting = await givers(4);
    expect(await nextDay()).toBe(0);
    const fifth = await giver({ asset: 'EUR', amount: '20.00' });
    expect(await acceptTogether(app.ctx)).toBe(0);
    const before = await sizeNow();
    expect(await nextDay()).toBe(5);
    const leaves = await leavesFrom(before);
    const refs = [...waiting, fifth].map(({ ref }) => ref).toSorted();
    expect(leaves.map(({ kind, ref }) => [kind, ref])).toEqual(
      refs.flatMap((ref) => [
        ['terms', ref],
        ['movement', ref],
      ]),
    );
    // The rate and the day are those of the acceptance, and each can be taken back by itself.
    const terms = leaves.find(({ kind, ref }) => kind === 'terms' && ref === fifth.ref);
    expect(terms.rateOn).toBe('2026-03-12');
    const moves = leaves.filter(({ kind }) => kind === 'movement');
    expect(new Set(moves.map(({ on }) => on))).toEqual(new Set(['2026-03-12']));
    expect(new Set(moves.map(({ batch }) => batch)).size).toBe(5);
    for (const each of [...waiting, fifth]) expect(await statusOf(each)).toBe('accepted');
  });

  test('of one giver alone hide nobody', async () => {
    const { session } = await giver();
    for (let more = 0; more < 5; more += 1) await pledge(session);
    await givers(3);
    expect(await nextDay()).toBe(0);
  });

  test('are accepted once, whoever else is at it, and their givers are told', async () => {
    const waiting = await givers(5);
    const replica = await startApp({ besides: app, clock: app.clock });
    await app.ctx.db.delete(people.mail);
    later(DAY);
    const turns = await Promise.all([acceptTogether(app.ctx), acceptTogether(replica.ctx)]);
    expect(new Set(turns)).toEqual(new Set([0, 5]));
    await replica.close();
    expect(await nextDay()).toBe(0);
    const mails = await app.ctx.db.select().from(people.mail);
    const told = new Map(mails.map(({ address, data }) => [address, data]));
    for (const { email, ref } of waiting) {
      expect(told.get(email)).toMatchObject({ ref, decision: 'accepted' });
    }
    expect(await actsOn(waiting[0]!.ref)).toEqual(['pledge.log', 'pledge.accept']);
  });

  test('go to an admin where the policy has no room for them any more', async () => {
    const ada = await giver({ amount: '800.00' });
    const second = { ...ada, ref: await pledge(ada.session, { amount: '800.00' }) };
    const accepted = await as(ada.session, 'pledges', { ...GIFT, visibility: 'public' });
    expect(accepted.body.status).toBe('accepted');
    await givers(4);
    await app.ctx.db.delete(people.mail);
    later(DAY);
    const config = { ...app.ctx.config, adminEmail: 'cy@example.org' };
    expect(await acceptTogether({ ...app.ctx, config })).toBe(5);
    const mails = await app.ctx.db.select().from(people.mail);
    expect(mails.filter(({ address }) => address === 'cy@example.org')).toHaveLength(1);
    const statuses = [await statusOf(ada), await statusOf(second)];
    expect(statuses.toSorted()).toEqual(['accepted', 'pending']);
    const left = statuses[0] === 'pending' ? ada : second;
    expect(await actsOn(left.ref)).toEqual(['pledge.log', 'pledge.unready']);
    expect((await move(app, left.ref, 'accept')).body).toEqual({ ref: left.ref, status: 'ready' });
  });

  test('wait while the initiative is closed', async () => {
    await givers(5);
    const close = (closed: boolean) =>
      app.ctx.db.execute(sql`UPDATE initiative SET closed = ${closed}`);
    await close(true);
    expect(await nextDay()).toBe(0);
    await close(false);
    expect(await acceptTogether(app.ctx)).toBe(5);
  });

  test('are not ready any more once they are edited beyond the policy, withdrawn, rejected or asked about', async () => {
    const [edited, withdrawn, rejected, asked, left] = await givers(5);
    await as(edited!.session, `pledges/${edited!.ref}/edit`, { ...GIFT, amount: '9000.00' });
    await as(withdrawn!.session, `pledges/${withdrawn!.ref}/withdraw`, {});
    await move(app, rejected!.ref, 'reject');
    await move(app, asked!.ref, 'ask', { question: 'In one sum?' });
    expect(await nextDay()).toBe(0);
    const all = [edited!, withdrawn!, rejected!, asked!, left!];
    expect(await Promise.all(all.map(statusOf))).toEqual([
      'pending',
      'withdrawn',
      'rejected',
      'pending',
      'ready',
    ]);
  });

  test('go with the signature of their giver', async () => {
    const [ada, bo] = await givers(2);
    expect((await as(ada!.session, 'me/withdraw', {})).status).toBe(201);
    const { id } = (await as(bo!.session, 'me')).body.signature;
    expect((await app.request(`/api/v1/admin/signatories/${id}/reject`, { body: {} })).status).toBe(
      201,
    );
    await givers(3);
    expect(await nextDay()).toBe(0);
    expect(await statusOf(ada!)).toBe('withdrawn');
    expect(await actsOn(bo!.ref)).toEqual(['pledge.log', 'pledge.reject']);
  });

  test('stay ready where an edit leaves them within the policy, and wait anew', async () => {
    const [ada] = await givers(5);
    later(DAY);
    const edited = await as(ada!.session, `pledges/${ada!.ref}/edit`, GIFT);
    expect(edited.body.status).toBe('ready');
    expect(await acceptTogether(app.ctx)).toBe(0);
    expect(await nextDay()).toBe(5);
  });
});

describe('an admin who accepts an anonymous pledge', () => {
  const LARGE = { ...GIFT, amount: '9000.00' };
  const large = async (): Promise<Giver> => {
    const { session, email } = await signatory();
    const { body } = await as(session, 'pledges', LARGE);
    expect(body.status).toBe('pending');
    return { session, email, ref: body.ref };
  };

  test('puts it with the others, whatever the policy says', async () => {
    const ada = await large();
    expect(await move(app, ada.ref, 'accept')).toMatchObject({
      status: 201,
      body: { ref: ada.ref, status: 'ready' },
    });
    expect(await actsOn(ada.ref)).toEqual(['pledge.log', 'pledge.ready']);
    await app.postman.deliver();
    const mail = app.mailbox.received().at(-1)!;
    expect(mail.text).toContain('once a day, when five givers are waiting');
    await givers(4);
    expect(await nextDay()).toBe(5);
    expect(await statusOf(ada)).toBe('accepted');
  });

  test('must say that it is to be accepted alone, ready or not', async () => {
    for (const isReady of [false, true]) {
      const ada = await large();
      if (isReady) {
        await move(app, ada.ref, 'accept');
        const again = await move(app, ada.ref, 'accept');
        expect([again.status, again.body.detail]).toEqual([
          409,
          expect.stringContaining('may identify its giver'),
        ]);
      }
      const alone = await move(app, ada.ref, 'accept', { alone: true });
      expect(alone.body.movements).toMatchObject([{ verb: 'pledge', amount: '9000.00' }]);
      expect((await actsOn(ada.ref)).at(-1)).toBe('pledge.accept');
      expect(await nextDay()).toBe(0);
    }
  });

  test('gives a day and evidence only to one that is accepted alone', async () => {
    const ada = await large();
    for (const facts of [{ occurredOn: '2026-03-09' }, { evidence: { note: 'a letter' } }]) {
      const refused = await move(app, ada.ref, 'accept', facts);
      expect(refused.status).toBe(400);
      expect(refused.body.errors).toMatchObject([{ field: Object.keys(facts)[0] }]);
      expect(await statusOf(ada)).toBe('pending');
    }
  });

  test('is told of one that is ready for seven days', async () => {
    await giver();
    const ctx = { ...app.ctx, config: { ...app.ctx.config, adminEmail: 'cy@example.org' } };
    await noticeAdmins(ctx);
    later(7 * DAY);
    await noticeAdmins(ctx);
    expect((await app.ctx.db.select().from(people.mail)).map(({ kind }) => kind)).toEqual([]);
    later(1);
    await noticeAdmins(ctx);
    const mails = await app.ctx.db.select().from(people.mail);
    expect(mails.map(({ kind }) => kind)).toEqual(['waiting']);
  });
});

test('a pledge whose reference is public already is accepted and increased at once', async () => {
  const ada = await giver();
  const alone = await move(app, ada.ref, 'accept', { alone: true });
  const more = await as(ada.session, `pledges/${ada.ref}/increase`, { amount: '5.00' });
  expect(more.body.movements).toMatchObject([{ verb: 'pledge', amount: '5.00' }]);
  for (const { batch } of [more.body, alone.body]) {
    const path = `/api/v1/admin/batches/${batch}/reverse`;
    expect((await app.request(path, { body: { reason: 'typed twice' } })).status).toBe(201);
  }
  expect(await statusOf(ada)).toBe('pending');
  expect((await move(app, ada.ref, 'accept')).body.movements).toHaveLength(1);
});
