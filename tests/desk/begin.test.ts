import { afterEach, beforeEach, expect, test } from 'vitest';
import * as schema from '../../server/db/schema.ts';
import { imported, undo } from '../import/csv-desk.ts';
import { entered, USD } from '../support/accounts.ts';
import { publishedSignatory } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { textOf } from '../support/desk-forms.ts';
import { sendLook } from '../support/look.ts';
import { DEMONSTRATION } from '../support/setup.ts';

let app: TestApp;
let cy: DeskUser;
const start = async (options: Parameters<typeof startApp>[0] = {}) => {
  app = await startApp(options);
  cy = await atDesk(app);
};
beforeEach(() => start());
afterEach(async () => {
  await watchLedger(app);
  await app.close();
});

const TITLE = 'First steps';
/** Each step, and whether it is done; null without the list. */
async function steps(by: DeskUser = cy): Promise<Record<string, boolean> | null> {
  const { page } = await by.get('/admin');
  const [, list] = new RegExp(`>${TITLE}</h2>(.*?)</section>`, 's').exec(page) ?? [];
  if (list === undefined) return null;
  return Object.fromEntries(
    [...list.matchAll(/<li><a href="([^"]+)".*?<\/li>/gs)].map(([line, path]) => [
      path!.replace('/admin/', ''),
      line.includes('✓\u00a0done'),
    ]),
  );
}

const NONE = {
  'initiative/recipient': false,
  'initiative/accounts': false,
  import: false,
  'signatories/new': false,
  'initiative/look': false,
  'admins/invite': false,
};

test('each first step stays, and shows when it is done, until all of them are', async () => {
  let done: Record<string, boolean> = NONE;
  const isNow = async (path: string, isDone = true) => {
    done = { ...done, [path]: isDone };
    expect(await steps()).toEqual(done);
  };
  expect(await steps()).toEqual(NONE);
  await publishedSignatory(app);
  await app.publicCache.refresh();
  await isNow('signatories/new');
  await entered(app, USD);
  await isNow('initiative/accounts');
  const path = await imported(app, cy, 'signatories', 'Name\nBo Example\n');
  await isNow('import');
  await undo(cy, path);
  await isNow('import', false);
  await imported(app, cy, 'signatories', 'Name\nBo Example\n');
  await isNow('import');
  expect((await sendLook(app, cy, 'send', { accent: '#0b6b4f' })).status).toBe(303);
  await isNow('initiative/look');
  await app.ctx.db.update(schema.initiative).set({
    recipient: {
      name: 'Example Foundation',
      registration: '1',
      country: 'NO',
      taxStatus: 'charity',
      refundPolicy: 'https://example.org/refunds',
      privacyNotice: 'https://example.org/privacy',
      contact: 'hello@example.org',
    },
  });
  await isNow('initiative/recipient');
  // Whoever has no passkey can't stand in for anybody: neither these owners, nor the one who has.
  await atDesk(app, 'owner', 'Bo Example', { hasPasskey: true });
  await isNow('admins/invite', false);
  await atDesk(app, 'owner', 'Dee Example', { hasPasskey: true });
  expect(await steps()).toBeNull();
});

test('an owner hides them for all owners, and the history has who did', async () => {
  const other = await atDesk(app, 'owner', 'Bo Example');
  const hidden = await cy.post('/admin/begin/hide');
  expect([hidden.status, hidden.location]).toEqual([303, '/admin?done=begin.hide']);
  expect([await steps(), await steps(other)]).toEqual([null, null]);
  expect(textOf((await cy.get('/admin/audit')).page)).toContain(
    `Cy Example hid the list “${TITLE}”`,
  );
});

test('only owners see them, and nobody does in a demonstration', async () => {
  expect(await steps(await atDesk(app, 'operator'))).toBeNull();
  await app.close();
  await start({ initiative: DEMONSTRATION });
  expect(await steps()).toBeNull();
});
