import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { MACHINE, type Admin } from '../../server/actor.ts';
import { audit, type Deed } from '../../server/audit/audit.ts';
import * as desk from '../../server/db/desk.ts';
import { hashOf } from '../../server/sessions/token.ts';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';
import { NOW, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { textOf } from '../support/desk-forms.ts';

let app: TestApp;
let cy: DeskUser;
let ada: string;
let ref: string;
const TOKEN = `muster_${randomUUID()}`;
const token = randomUUID();

/** As the trail has it of whoever did something, at some time. */
const did = (actor: Parameters<typeof audit>[2], deed: Deed, at = NOW): Promise<void> =>
  app.ctx.db.transaction((tx) => audit(tx, { now: () => at }, actor, deed));

beforeAll(async () => {
  app = await startApp();
  ada = await publishedSignatory(app, { name: 'Ada & Co Example', kind: 'organisation' });
  ref = await fundingPledge(app, ada);
  cy = await atDesk(app, 'operator');
  const { db } = app.ctx;
  await db.insert(desk.apiToken).values({
    id: token,
    name: 'nightly export',
    tokenHash: hashOf(TOKEN),
    rights: ['view', 'decide', 'record', 'export'],
    madeBy: cy.id,
    createdAt: NOW,
    expiresAt: new Date('2027-01-01'),
  });
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const see = async (query: Record<string, string> = {}) => {
  const { status, page } = await cy.get(`/admin/audit?${new URLSearchParams(query)}`);
  const list = /<ol class="audit">(.*?)<\/ol>/s.exec(page)?.[1] ?? '';
  const lines = [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, line]) =>
    textOf(`<main>${line}`).replaceAll('&amp;', '&').replaceAll(' :', ':').trim(),
  );
  return { status, page, list, lines };
};

describe('the audit page says who did what, to what, when and from where', () => {
  test('of an admin, one’s program, ADMIN_TOKEN, the machine and a signatory', async () => {
    const program: Admin = { ...cy.actor, by: 'token', meansId: token, from: '2001:db8::7' };
    const deed = { act: 'pledge.accept', object: ref, facts: { batch: 'B4TCH' } } as const;
    await did({ kind: 'signatory', signatoryId: ada }, { act: 'pledge.edit', object: ref });
    await did(MACHINE, { act: 'initiative.import', object: null });
    await did(
      { ...MACHINE, by: 'bootstrap', from: '192.0.2.1' },
      { ...deed, act: 'pledge.reject' },
    );
    await did(program, { act: 'file.export', object: 'pledges', facts: { kind: 'funding' } });
    await did({ ...cy.actor, from: '192.0.2.9' }, deed);
    const { lines } = await see();
    const at = '10 Mar 2026, 12:00 UTC';
    expect(lines.slice(0, 5)).toEqual([
      `${at} Cy Example accepted a pledge: ${ref} change B4TCH from 192.0.2.9`,
      `${at} The API token “nightly export” of Cy Example exported a file: pledges.csv kind: funding from 2001:db8::7`,
      `${at} ADMIN_TOKEN rejected a pledge: ${ref} change B4TCH from 192.0.2.1`,
      `${at} A command on the server imported an initiative file`,
      `${at} Ada & Co Example (signatory) edited a pledge: ${ref}`,
    ]);
  });

  test('with links to the pledge and to the signatory, who is named', async () => {
    const deed = { act: 'signatory.edit', object: ada, fields: ['url', 'role'] } as const;
    await did(cy.actor, deed);
    const { list, lines } = await see({ object: ada });
    expect(lines[0]).toContain(
      'Cy Example edited a signature: Ada & Co Example changed: website, role',
    );
    expect(list).toContain(`href="/admin/signatories/${ada}"`);
    expect((await see({ object: ref })).list).toContain(`href="/admin/pledges/${ref}"`);
  });

  test('with the names of admins and tokens, and without ids that name nothing', async () => {
    const bo = await atDesk(app, 'operator', 'Bo <Example>');
    await did(cy.actor, { act: 'admin.role', object: bo.id, facts: { role: 'viewer' } });
    await did(cy.actor, { act: 'token.revoke', object: token });
    await did(bo.actor, { act: 'admin.enter', object: bo.id });
    await did(bo.actor, { act: 'passkey.remove', object: randomUUID() });
    await did(cy.actor, { act: 'rate.give', object: 'CHF 2026-03-02' });
    const { lines, page } = await see();
    expect(lines.slice(0, 5).map((line) => line.replace(/^.*UTC /, ''))).toEqual([
      'Cy Example added an exchange rate: CHF, 2 Mar 2026 from 127.0.0.1',
      'Bo &lt;Example> removed a passkey from 127.0.0.1',
      'Bo &lt;Example> became an admin from 127.0.0.1',
      'Cy Example revoked an API token: nightly export from 127.0.0.1',
      'Cy Example changed an admin’s role: Bo &lt;Example> as viewer from 127.0.0.1',
    ]);
    expect(page).not.toContain('Bo <Example>');
  });
});

describe('the audit page is searched', () => {
  test('by what was done, by whom, and between which days, both included', async () => {
    const dee = await atDesk(app, 'viewer', 'Dee Example');
    await did(dee.actor, { act: 'pledge.lapse', object: ref }, new Date('2026-02-01T00:00:00Z'));
    await did(dee.actor, { act: 'pledge.lapse', object: ref }, new Date('2026-02-02T23:59:59Z'));
    await did(cy.actor, { act: 'pledge.lapse', object: ref }, new Date('2026-02-02T12:00:00Z'));
    const count = async (query: Record<string, string>) => (await see(query)).lines.length;
    expect(await count({ act: 'pledge.lapse' })).toBe(3);
    expect(await count({ act: 'pledge.lapse', who: dee.id, object: '' })).toBe(2);
    expect(await count({ from: '2026-02-01', to: '2026-02-01' })).toBe(1);
    expect(await count({ from: '2026-02-02', to: '2026-02-02' })).toBe(2);
    expect(await count({ who: 'machine', act: 'initiative.import' })).toBeGreaterThan(0);
    expect(await count({ who: 'machine', act: 'pledge.lapse' })).toBe(0);
  });

  test('by a name: of who did it, of whom it was done to, and of a giver', async () => {
    const eve = await publishedSignatory(app, { name: 'Eve_Example 100%' });
    const given = await fundingPledge(app, eve);
    await did({ kind: 'signatory', signatoryId: eve }, { act: 'signatory.edit', object: eve });
    const { lines } = await see({ name: 'eve_ex' });
    expect(lines).toHaveLength(5);
    expect(lines.filter((line) => line.includes(given))).toHaveLength(2);
    expect((await see({ name: '100%' })).lines).toHaveLength(5);
    expect((await see({ name: '%' })).lines).toHaveLength(5);
    expect((await see({ name: 'Cy Example', act: 'pledge.lapse' })).lines).toHaveLength(1);
  });

  test('by a pledge’s reference, with what took its batches back', async () => {
    const of = await fundingPledge(app, ada);
    const path = `/api/v1/admin/pledges/${of}/commit`;
    const sent = { evidence: { grade: 'signed-agreement' } };
    const { body } = await app.request(path, { token: TOKEN, body: sent });
    await app.request(`/api/v1/admin/batches/${body.batch}/reverse`, {
      token: TOKEN,
      body: { reason: 'A mistake.' },
    });
    const { lines } = await see({ object: of });
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain(`undid a change: ${body.batch}`);
  });

  test('with nothing found it says so, and leads back to all of it', async () => {
    const { page, lines } = await see({ object: 'NOTHING' });
    expect(lines).toEqual([]);
    expect(textOf(page)).toContain('Nothing matches this filter.');
    expect((await see({ from: 'yesterday' })).status).toBe(400);
    expect((await see({ act: 'pledge.eat' })).status).toBe(400);
  });

  test('and paged: each line once, with the filter', async () => {
    const at = new Date('2026-01-02T03:04:05Z');
    for (let time = 0; time < 120; time++) {
      await did(cy.actor, { act: 'admin.touch', object: null }, new Date(+at + time * 60_000));
    }
    const seen: string[] = [];
    let path: string | undefined = '/admin/audit?act=admin.touch&cursor=';
    let pages = 0;
    while (path) {
      const { page } = await cy.get(path);
      seen.push(...[...page.matchAll(/<time datetime="([^"]*)"/g)].map(([, time]) => time!));
      path = /href="([^"]*)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
      if (path) expect(path).toContain('act=admin.touch');
      pages += 1;
    }
    expect(pages).toBe(3);
    expect(seen).toHaveLength(120);
    expect(seen).toEqual(seen.toSorted().toReversed());
    expect(new Set(seen).size).toBe(120);
  });
});

describe('the trail as a file', () => {
  const file = (query = '', bearer: string = TOKEN) =>
    app.request(`/api/v1/admin/exports/audit.csv${query}`, { token: bearer });

  test('has each line, the oldest first, with the filters, and nothing that is a formula', async () => {
    const object = '=cmd.example';
    await did(cy.actor, {
      act: 'signatory.reject-many',
      object,
      facts: { count: 2, domain: object },
    });
    const { status, body } = await file(`?act=signatory.reject-many&from=2026-03-10&to=2026-03-10`);
    expect(status).toBe(200);
    const rows = parse<Record<string, string>>(body, { columns: true });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      at: '2026-03-10T12:00:00.000Z',
      by: 'session',
      admin_id: cy.id,
      admin: 'Cy Example',
      token: '',
      signatory_id: '',
      from: '127.0.0.1',
      act: 'signatory.reject-many',
      object: `'${object}`,
      fields: '',
    });
    expect(JSON.parse(rows[0]!['facts']!)).toEqual({ count: 2, domain: object });
    const all = parse<{ id: string }>((await file(`?object=${ref}`)).body, { columns: true });
    expect(all.length).toBeGreaterThan(3);
    expect(all.map(({ id }) => Number(id))).toEqual(
      all.map(({ id }) => Number(id)).toSorted((a, b) => a - b),
    );
  });

  test('takes the right to export, and has no name of a signatory', async () => {
    const { body } = await file();
    expect(body).toContain(ada);
    expect(body).not.toContain('Ada & Co');
    const stranger = await app.request('/api/v1/admin/exports/audit.csv', { token: false });
    expect(stranger.status).toBe(401);
  });
});
