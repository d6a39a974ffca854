import { mkdirSync, readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { verifyAll } from '../../server/maintenance/verify.ts';
import { openContext } from '../../server/open-context.ts';
import { publishedSignatory } from '../support/actors.ts';
import { progressOf, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';
import { fieldsOf } from '../support/forms.ts';
import { textOf } from '../support/desk-forms.ts';
import {
  codeIn,
  DEMONSTRATION,
  OWN,
  postForm,
  startOwn,
  TYPED,
  TYPED_PROGRESS,
} from '../support/setup.ts';

/** A trial that shows the demonstration; the tests follow one another on it. */
let app: TestApp;
let code: string;
beforeAll(async () => {
  app = await startApp({ engine: 'embedded', initiative: DEMONSTRATION, ownKey: true });
  code = codeIn((await app.setup.address())!);
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const get = (path: string) =>
  app.request(path, { token: false, headers: { accept: 'text/html', host: 'localhost:8080' } });

async function isStillDemonstration(): Promise<void> {
  expect(await progressOf(app)).toMatchObject({
    asOf: { size: 4 },
    initiative: { demonstration: true },
  });
  expect(readdirSync(app.ctx.config.dataDir).filter((name) => name.startsWith('demo'))).toEqual([]);
}

describe('while the demonstration is there', () => {
  test('its page leads to the set-up, which asks for the code', async () => {
    expect((await get('/')).body).toContain('<a href="/setup">Start your own</a>');
    const { status, body, headers } = await get('/setup');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toContain('name="code"');
    expect(body).not.toContain('initiative.name');
    expect(body).not.toContain(code);
    expect(body).not.toContain('class="error"');
  });

  test('the code opens the form, by its address or typed, as often as one likes', async () => {
    for (const page of [
      (await get(`/setup?code=${code}`)).body,
      (await get(`/setup?code=${code.toLowerCase()}`)).body,
      (await postForm(app.url, { code })).page,
    ]) {
      expect(page).toContain('name="initiative.name"');
      expect(page).toContain('name="initiative.currency" value="USD"');
      expect(page).toContain('<a href="/">Keep looking around</a>');
      expect(page).toContain('>Become the owner first</a>');
    }
    await isStillDemonstration();
  });

  test('a wrong code is refused, and what was typed with it is kept', async () => {
    const wrong = await get('/setup?code=0000-0000-0000-0000');
    expect([wrong.status, wrong.body]).toEqual([403, expect.stringContaining('Code is not the')]);
    const sent = await postForm(app.url, { ...TYPED, code: '0000-0000-0000-0000' });
    expect(sent.status).toBe(403);
    expect(sent.page).toContain('value="Cy’s Initiative"');
    expect(sent.page).toMatch(/<label for="code">/);
    const without = await postForm(app.url, { ...TYPED, code: '' });
    expect([without.status, without.page]).toEqual([
      403,
      expect.stringContaining('Code is missing.'),
    ]);
    await isStillDemonstration();
  });

  test.each<[string, Record<string, string>]>([
    ['of another site', { origin: 'https://dee.example' }],
    [
      'that says so itself alone',
      { origin: 'https://dee.example', 'sec-fetch-site': 'same-origin' },
    ],
    ['that the browser calls another’s', { ...OWN, 'sec-fetch-site': 'cross-site' }],
    ['of a neighbour', { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-site' }],
    ['of nowhere', {}],
  ])('a form %s is refused', async (_what, headers) => {
    const { status, page } = await postForm(app.url, { ...TYPED, code }, headers);
    expect([status, page]).toEqual([403, expect.stringContaining('sent from another site')]);
    await isStillDemonstration();
  });

  const WRONG = {
    'initiative.name': '',
    'initiative.call': '"><script>alert(1)</script>',
    'initiative.currency': 'euros',
    'initiative.targets.funding': '1.000.000',
    'initiative.targets.gpus': 'ten',
    'initiative.startsOn': '31/12/2026',
    'recipient.name': '',
    'recipient.refundPolicy': 'javascript:alert(1)',
  };

  test.each([
    ['initiative', ['initiative-name: Name is missing.']],
    [
      'targets',
      [
        'initiative-currency: Currency must be a three-letter currency code (ISO 4217), such as USD.',
        'initiative-targets-funding: Funding goal must be a number, such as 100,000,000 or 100M.',
        'initiative-targets-gpus: GPUs at once must be a number.',
      ],
    ],
    ['window', ['initiative-startsOn: First day must be a day such as 2026-03-31.']],
    [
      'recipient',
      [
        'recipient-name: Legal name is missing.',
        'recipient-refundPolicy: Refund policy must be an http or https address.',
      ],
    ],
  ])(
    'wrong fields of the step %s are named, each beside itself, and all that was typed is kept',
    async (step, expected) => {
      const typed = { ...TYPED, ...WRONG, code };
      const { status, page } = await postForm(app.url, { ...typed, step, go: 'next' });
      expect(status).toBe(400);
      const links = [...page.matchAll(/<li><a href="#([\w-]+)">(.*?)<\/a>/g)];
      expect(links.map(([, id, text]) => `${id}: ${text}`)).toEqual(expected);
      for (const [, id, text] of links) {
        expect(page).toContain(`<p class="error" id="${id}-error">${text}</p>`);
        expect(page).toMatch(
          new RegExp(`<input[^>]* id="${id}"[^>]* aria-describedby="[^"]*${id}-error"`),
        );
      }
      expect(page).toContain('value="&quot;>&lt;script>alert(1)&lt;/script>"');
      expect(page).not.toContain('<script>');
      const kept = Object.entries(typed).filter(([, text]) => text !== '');
      expect(Object.fromEntries(fieldsOf(page))).toMatchObject(
        Object.fromEntries(kept.map(([name, text]) => [name, text.trim()])),
      );
      await isStillDemonstration();
    },
  );

  test('the last step leads back to the first one with a mistake', async () => {
    const { status, page } = await postForm(app.url, { ...TYPED, ...WRONG, code, step: 'rates' });
    expect(status).toBe(400);
    expect(page).toContain('name="step" value="initiative"');
    expect(page).toContain('Name is missing.');
    expect(page).not.toContain('GPUs at once must be');
    await isStillDemonstration();
  });

  test('a form that is not ours is refused', async () => {
    const twice = new URLSearchParams({ ...TYPED, code });
    twice.append('code', code);
    const fields = { ...TYPED, code };
    expect((await postForm(app.url, twice)).status).toBe(400);
    expect((await postForm(app.url, { ...fields, __proto__x: '1' })).status).toBe(400);
    expect((await postForm(app.url, { ...fields, 'initiative.closed': 'true' })).status).toBe(400);
    const large = { ...fields, 'initiative.name': 'x'.repeat(70_000) };
    expect((await postForm(app.url, large)).status).toBe(413);
    const json = { 'content-type': 'application/json', ...OWN };
    const refused = await postForm(app.url, fields, json);
    expect(refused.status).toBe(415);
    expect(refused.page).toContain('This address takes no body of that type.');
    await isStillDemonstration();
  });
});

describe('starting one’s own', () => {
  let before: { asOf: { size: number } };
  let demoKey: string;

  test('says at once what it does, and then what failed, with all as it was', async () => {
    const { dataDir } = app.ctx.config;
    const moving = join(dataDir, 'demo-20260310T120000Z.moving');
    mkdirSync(moving);
    const answer = await postForm(app.url, { ...TYPED, code });
    expect([answer.status, answer.page]).toEqual([
      200,
      expect.stringMatching(/<h1>Setting up your initiative<\/h1>.*<progress/s),
    ]);
    const next = answer.refresh!.replace('1; url=', '');
    expect(answer.page).toContain(`<a href="${next}">`);
    expect((await get(next)).status).toBe(500);
    rmdirSync(moving);
    expect((await get(next)).body).toContain('name="initiative.name"');
    await isStillDemonstration();
  });

  test('puts it in place of the demonstration, and whoever comes meanwhile is served', async () => {
    before = await progressOf(app);
    demoKey = app.ctx.signer.verifierKey;
    const started = startOwn(app.url, { ...TYPED, code });
    const readers = Array.from({ length: 8 }, async (_, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 10));
      const path = ['/', '/api/v1/entries', '/api/v1/signatories', '/readyz'][index % 4]!;
      return (await get(path)).status;
    });
    // The same again, by a double click, does no more.
    expect(await startOwn(app.url, { ...TYPED, code })).toBe(`/setup/owner?code=${code}`);
    expect(await started).toBe(`/setup/owner?code=${code}`);
    expect(await Promise.all(readers)).toEqual(Array.from({ length: 8 }, () => 200));
    const { body } = await get('/');
    expect(body).toContain('Open models &amp; the compute to lead.');
    expect(body).not.toContain('href="/setup"');
    expect(await progressOf(app)).toMatchObject(TYPED_PROGRESS);
    expect((await app.request('/api/v1/entries')).body.entries).toHaveLength(1);
    expect(app.ctx.signer.verifierKey).not.toBe(demoKey);
    const { dataDir } = app.ctx.config;
    expect(readFileSync(join(dataDir, 'last-checkpoint'), 'utf8')).toMatch(/\n1\n/);
  }, 60_000);

  test('leaves the code to its owner alone', async () => {
    expect(await app.setup.open()).toEqual({ initiative: false, owner: true });
    expect((await get('/setup')).status).toBe(200);
    expect((await get('/setup?code=0000-0000-0000-0000')).status).toBe(403);
    const { status, headers } = await get(`/setup?code=${code}`);
    expect([status, headers.get('location')]).toEqual([303, `/setup/owner?code=${code}`]);
    const other = await postForm(app.url, { ...TYPED, code, 'initiative.name': 'Another' });
    expect([other.status, other.page]).toEqual([409, expect.stringContaining('Already set up')]);
    expect((await postForm(app.url, { ...TYPED, code: 'X' })).status).toBe(403);
    expect(await progressOf(app)).toMatchObject(TYPED_PROGRESS);
  });

  test('is in the history as the owner’s, who has no name yet', async () => {
    const dee = await atDesk(app, 'viewer', 'Dee Example');
    for (const path of ['/admin/audit', '/admin/initiative']) {
      const { page } = await dee.get(path);
      expect(textOf(page)).toContain('The owner (during setup) entered the initiative');
    }
    expect((await dee.get('/admin/audit?who=setup')).page).toContain('entered the initiative');
  });

  test('leaves a ledger that goes on', async () => {
    await publishedSignatory(app);
    expect(await progressOf(app)).toMatchObject({ asOf: { size: 2 } });
  });

  test('keeps the demonstration whole, in a data folder of its own', async () => {
    const { config } = app.ctx;
    const name = readdirSync(config.dataDir).find((each) => each.startsWith('demo-'));
    expect(name).toBe('demo-20260310T120000Z');
    const demo = await openContext({ ...config, dataDir: join(config.dataDir, name!) });
    const verified = await verifyAll(demo.ctx, MACHINE, []);
    expect(demo.ctx.signer.verifierKey).toBe(demoKey);
    await demo.close();
    expect(verified).toMatchObject({ holds: true, entries: 4 });
    expect(before.asOf.size).toBe(4);
  }, 60_000);
});
