import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import * as people from '../../server/db/people.ts';
import { watchLedger } from './check-ledger.ts';
import { eyesOf, signatory, startMailApp, type MailApp } from './sign-up.ts';

/**
 * One app with a mailbox for all tests of a file: before each of them the limits are as new, after it
 * the ledger holds. What is done by it needs no naming of it.
 */
export function useMailApp(started: (app: MailApp) => void) {
  let app: MailApp;
  beforeAll(async () => {
    app = await startMailApp();
    started(app);
  });
  beforeEach(() => app.ctx.db.delete(people.limitUse));
  afterEach(() => watchLedger(app));
  afterAll(() => app.close());
  type Eyes = ReturnType<typeof eyesOf>;
  return {
    as: (...asked: Parameters<Eyes['as']>) => eyesOf(app).as(...asked),
    page: (...asked: Parameters<Eyes['page']>) => eyesOf(app).page(...asked),
    signatory: (facts: object = {}) => signatory(app, facts),
    later: (minutes: number): void => {
      app.clock.now = new Date(app.clock.now.getTime() + minutes * 60_000);
    },
  };
}
