import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import * as people from '../../server/db/people.ts';
import * as schema from '../../server/db/schema.ts';
import { fundingPledge, type move } from '../support/actors.ts';
import { NOW } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { signatory, startMailApp, type MailApp } from '../support/sign-up.ts';
import { waitingMail } from './scenario.ts';

/** An app with a mailbox, and Ada, who has confirmed an address. */
interface Cast {
  app: MailApp;
  ada: { id: string; email: string; session: string };
}

/** Overdue in part. */
const SCHEDULE = {
  instalments: [
    { dueOn: '2026-03-01', amount: '400.00' },
    { dueOn: '2026-12-01', amount: '600.00' },
  ],
};

const deeds = (of: Cast) => {
  /** The emails to an address that `work` led to. */
  const mailsOf = async (work: () => Promise<unknown>, to = of.ada.email) => {
    await of.app.postman.deliver();
    const before = of.app.mailbox.received().length;
    await work();
    await of.app.postman.deliver();
    expect(await waitingMail(of.app)).toEqual([]);
    return of.app.mailbox
      .received()
      .slice(before)
      .filter((mail) => mail.to.includes(to));
  };
  return {
    mailsOf,
    /** The only email to an address that `work` led to. */
    mailOf: async (work: () => Promise<unknown>, to = of.ada.email) => {
      const mails = await mailsOf(work, to);
      expect(mails.map(({ subject }) => subject)).toHaveLength(1);
      return mails[0]!;
    },
    pledge: (facts: Record<string, unknown> = {}) =>
      fundingPledge(of.app, of.ada.id, { ...SCHEDULE, ...facts }),
    mine: (ref: string) => `${of.app.ctx.config.baseUrl}/me/pledges/${ref}`,
    /** Ada has no confirmed address until the test ends. */
    unconfirm: () =>
      of.app.ctx.db
        .update(schema.signatory)
        .set({ confirmedAt: null })
        .where(eq(schema.signatory.id, of.ada.id)),
    nextDay: () => {
      of.app.clock.now = new Date(of.app.clock.now.getTime() + 24 * 3_600_000);
    },
  };
};

export function useSteps(): Cast & ReturnType<typeof deeds> {
  const cast = {} as Cast;
  beforeAll(async () => {
    cast.app = await startMailApp({ env: { AUTO_ACCEPT_FUNDING: '0' } });
    cast.ada = await signatory(cast.app);
  });
  beforeEach(() =>
    cast.app.ctx.db
      .update(schema.signatory)
      .set({ confirmedAt: NOW })
      .where(eq(schema.signatory.id, cast.ada.id)),
  );
  afterEach(async () => {
    cast.app.clock.now = NOW;
    await watchLedger(cast.app);
    await cast.app.ctx.db.delete(people.mail);
  });
  afterAll(() => cast.app.close());
  const steps = Object.assign(cast, deeds(cast));
  return steps;
}

/** What was recorded. */
export async function done(reply: ReturnType<typeof move>): Promise<{ batch: string }> {
  const { status, body } = await reply;
  expect(status).toBe(201);
  return body as { batch: string };
}
