import { readdirSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as people from '../../server/db/people.ts';
import { rowsOf } from '../../server/db/sql.ts';
import { fundingPledge, move, PAYMENT, publishedSignatory } from '../support/actors.ts';
import { type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { outboxOf, readMail } from '../support/mail.ts';
import { useToken } from '../support/sign-up.ts';
import { DUMPS, leavesIn, startFrom, type Engine } from './dump.ts';
import { schemaOf } from './schema-of.ts';

/** Commits whose database somebody may have. */
const STATES = readdirSync(DUMPS)
  .filter((name) => name.endsWith('.sql.gz'))
  .map((name) => name.slice(0, -'.sql.gz'.length));

/** These could not send mail yet. */
const WITHOUT_MAIL = new Set(['e970e1c', '153c82a', '1276976', 'ff068f4']);

const PAGES = [
  '/',
  '/pledges',
  '/signatories',
  '/ledger',
  '/how-we-know',
  '/compute',
  '/api/v1/progress',
];

describe.each<Engine>(['postgres', 'embedded'])('on %s', (engine) => {
  let fresh: string[];
  beforeAll(async () => {
    const app = await startFrom(engine, null);
    fresh = await schemaOf(app);
    await app.close();
  });

  describe.each(STATES)('a database made at %s', (state) => {
    let app: TestApp;
    beforeAll(async () => {
      app = await startFrom(engine, state);
    });
    afterAll(() => app?.close());

    const leaves = async (): Promise<string[]> =>
      rowsOf<{ leaf: string }>(
        await app.ctx.db.execute(
          sql`SELECT encode(leaf, 'hex') AS leaf FROM ledger_entry ORDER BY seq`,
        ),
      ).map(({ leaf }) => leaf);

    /** The first public pledge that `query` finds, with its movements. */
    const find = async (query: string) => {
      const { pledges } = (await app.request(`/api/v1/pledges?${query}`)).body;
      return (await app.request(`/api/v1/pledges/${pledges[0].ref}`)).body;
    };

    const expectPages = async () => {
      await app.publicCache.refresh();
      const { ref } = await find('asset=JPY');
      for (const path of [...PAGES, `/pledges/${ref}`]) {
        const { status } = await app.request(path, { token: false });
        expect([path, status]).toEqual([path, 200]);
      }
    };

    test('gets the schema of a fresh one', async () => {
      expect(await schemaOf(app)).toEqual(fresh);
    });

    test('has the entries that it had, and they are verified', async () => {
      const before = await leavesIn(state);
      expect(before.length).toBeGreaterThan(20);
      expect(await leaves()).toEqual(before);
      await checkLedger(app);
      await expectPages();
    });

    test('goes on: an old pledge is paid, an old batch taken back, a new pledge accepted', async () => {
      const { ref } = await find('stage=pledged&kind=funding&asset=USD');
      const paid = await move(app, ref, 'receive', { amount: '1.00', evidence: PAYMENT });
      const { batch } = (await find('asset=JPY')).movements.at(-1);
      const path = `/api/v1/admin/batches/${batch}/reverse`;
      const back = await app.request(path, { body: { reason: 'It came.' } });
      expect([paid.status, back.status]).toEqual([201, 201]);
      await fundingPledge(app, await publishedSignatory(app, { name: 'Dee Example' }));
      const before = await leavesIn(state);
      const after = await leaves();
      expect(after.slice(0, before.length)).toEqual(before);
      expect(after.length).toBeGreaterThan(before.length);
      await checkLedger(app);
      await expectPages();
    });

    test.skipIf(WITHOUT_MAIL.has(state))(
      'sends the mails that waited, and Jo signs by the link in hers',
      async () => {
        await app.postman.deliver();
        expect(await app.ctx.db.select().from(people.mail)).toEqual([]);
        const mails = await Promise.all(outboxOf(app).map(({ raw }) => readMail(raw)));
        const { link } = mails.find(({ raw }) => raw.includes('jo@uni.example'))!;
        const token = new URL(link!).searchParams.get('token')!;
        expect(await useToken(app, token)).toMatchObject({ status: 201 });
        await checkLedger(app);
      },
    );
  });
});
