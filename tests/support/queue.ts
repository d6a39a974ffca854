import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import * as desk from '../../server/db/desk.ts';
import * as people from '../../server/db/people.ts';
import * as schema from '../../server/db/schema.ts';
import { signatoryRow } from '../../server/signatories/sign.ts';
import { NOW, startApp, type TestApp } from './app.ts';
import { watchLedger } from './check-ledger.ts';
import { atDesk, type DeskUser } from './desk.ts';

const { signatory, pledge } = schema;

/** An app, and two admins who may decide. */
interface Cast {
  app: TestApp;
  cy: DeskUser;
  bo: DeskUser;
}

const deeds = (of: Cast) => {
  let numbers = 0;
  return {
    later: (seconds: number): void => {
      of.app.clock.now = new Date(of.app.clock.now.getTime() + seconds * 1000);
    },
    /** A signature that waits, with its address confirmed. */
    waiting: async (facts: Partial<typeof signatory.$inferInsert> = {}): Promise<string> => {
      numbers += 1;
      const { name = `Dee ${numbers} Example`, email = `dee${numbers}@dee.example` } = facts;
      const { ctx } = of.app;
      const row = signatoryRow(ctx, { kind: 'person', name, email: email!, public: true });
      await ctx.db
        .insert(signatory)
        .values({ ...row, confirmedAt: ctx.now(), review: ['same-name'], ...facts });
      return row.id;
    },
    mails: () => of.app.ctx.db.select().from(people.mail),
    signatoryOf: async (id: string) =>
      (await of.app.ctx.db.select().from(signatory).where(eq(signatory.id, id)))[0]!,
    pledgeOf: async (ref: string) =>
      (await of.app.ctx.db.select().from(pledge).where(eq(pledge.ref, ref)))[0]!,
    /** What the trail says was done to an object. */
    trail: async (object: string) =>
      (await of.app.ctx.db.select().from(desk.audit).where(eq(desk.audit.object, object))).map(
        ({ act }) => act,
      ),
  };
};

/** What a test leaves waiting waits for none of the others. */
export function useQueue(): Cast & ReturnType<typeof deeds> {
  const cast = {} as Cast;
  const queue = Object.assign(cast, deeds(cast));
  beforeAll(async () => {
    queue.app = await startApp();
  });
  beforeEach(async () => {
    queue.cy = await atDesk(queue.app, 'operator');
    queue.bo = await atDesk(queue.app, 'operator', 'Bo Example');
  });
  afterEach(async () => {
    await watchLedger(queue.app);
    queue.app.clock.now = NOW;
    const { db } = queue.app.ctx;
    await db
      .update(pledge)
      .set({ status: 'rejected', ...desk.UNREADY })
      .where(eq(pledge.status, 'pending'));
    await db.update(signatory).set({ status: 'rejected' }).where(eq(signatory.status, 'pending'));
    await db.delete(people.mail);
  });
  afterAll(() => queue.app.close());
  return queue;
}

/** The words of a page. */
export const textOf = (page: string): string =>
  page
    .replaceAll(/<\/?bdi[^>]*>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&amp;', '&');
