import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownEnv } from '../../scripts/support/server.ts';
import { archive } from '../../server/archive/archive.ts';
import { appendHash, emptyFrontier, leafHash, rootOf } from '../../server/ledger/merkle.ts';
import { openNote } from '../../server/ledger/note.ts';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';
import { sendLook } from '../support/look.ts';
import { crawl, filesIn, serveFolder } from './site.ts';

const AT = new Date('2026-12-01T09:00:00Z');
/** Who shows no name. */
const UNSEEN = 'Bo Unseen Example';

let app: TestApp;
let folder: string;
let site: Awaited<ReturnType<typeof serveFolder>>;
let found: Awaited<ReturnType<typeof crawl>>;
let made: Awaited<ReturnType<typeof archive>>;
beforeAll(async () => {
  const demo = await readFile(join(PROJECT_ROOT, 'examples/demo.json'), 'utf8');
  app = await startApp({ initiative: JSON.parse(demo), now: new Date('2026-11-24T12:00:00Z') });
  const bo = await publishedSignatory(app, { name: UNSEEN, public: false });
  await fundingPledge(app, bo, { visibility: 'anonymous' });
  const ada = await publishedSignatory(app, { name: 'Ada Example' });
  // More than a page of them.
  for (let nth = 1; nth <= 12; nth += 1) await fundingPledge(app, ada, { amount: `${nth}.00` });
  const about = '[Gone](/pledges/GONE) and [far](/at/999999)';
  await sendLook(app, await atDesk(app), 'send', { about });
  await app.publicCache.refresh();
  folder = await mkdtemp(join(tmpdir(), 'muster-archive-'));
  made = await archive({ from: app.url, folder, at: AT, progress: () => {} });
  site = await serveFolder(folder);
  found = await crawl(site.url);
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
  await checkLedger(app);
  await app.close();
});

const live = async (path: string) => (await fetch(app.url + path)).text();
const kept = (file: string) => readFile(join(folder, file), 'utf8');

describe('an archive, served by any web server', () => {
  test('has every public page, each link of which leads somewhere', async () => {
    expect(found.broken).toEqual([]);
    const paths = [...found.pages.keys()];
    for (const page of ['how-we-know', 'ledger', 'compute', 'signatories', 'givers', 'pledges']) {
      expect(paths).toContain(`/${page}/index.html`);
      // Addresses that were given out lead to it too.
      expect((await fetch(`${site.url}/${page}`)).status).toBe(200);
    }
    expect(paths).toContain('/pledges/page-2/index.html');
    expect(await kept(`at/${made.entries}/index.html`)).toContain('These are the figures after');
    expect(found.pages.get('/pledges/GONE/index.html')).toContain('This page doesn’t exist.');
    const { pledges } = JSON.parse(await kept('data/pledges.json')) as {
      pledges: { ref: string }[];
    };
    expect(pledges.length).toBeGreaterThan(50);
    for (const { ref } of pledges) expect(paths).toContain(`/pledges/${ref}/index.html`);
    expect(paths.filter((path) => /^\/givers\/[\da-f-]{36}\//.test(path)).length).toBeGreaterThan(
      5,
    );
    const entries = new Set(
      paths.flatMap((path) =>
        path.startsWith('/ledger/')
          ? Array.from(found.pages.get(path)!.matchAll(/id="entry-(\d+)"/g), ([, seq]) => seq)
          : [],
      ),
    );
    expect(entries.size).toBe(made.entries);
    expect(paths.filter((path) => path.startsWith('/ledger/'))).toHaveLength(
      Math.ceil(made.entries / 50),
    );
  });

  test('leads to an entry on the page that has it', () => {
    const links = [...found.pages].flatMap(([path, page]) =>
      Array.from(page.matchAll(/href="([^"]*ledger[^"]*)#(entry-\d+)"/g), ([, to, id]) => ({
        to: new URL(to!, site.url + path).pathname,
        id: id!,
      })),
    );
    expect(links.length).toBeGreaterThan(20);
    for (const { to, id } of links) expect(found.pages.get(to)).toContain(`id="${id}"`);
  });

  test('says what it is, and offers nothing that needs a server', () => {
    for (const [path, page] of found.pages) {
      expect([path, page]).toEqual([
        path,
        expect.stringContaining('An archive of 1 December 2026'),
      ]);
      expect(page).not.toMatch(/<(form|script|button|input)\b/);
      expect(page).not.toMatch(/property="(og|twitter):|Trial database/);
      expect(page).not.toMatch(/href="[^"]*\b(sign|give|me|docs|setup|admin)("|\/|\?)/);
      expect(page).not.toMatch(/(href|src)="\//);
    }
    const home = found.pages.get('/')!;
    expect(home).not.toContain('Two minutes.');
    expect(home).toContain('$22.8M');
  });

  test('has the files as they are, and nothing of hidden people', async () => {
    for (const name of ['pledges', 'givers', 'movements', 'capacity']) {
      expect(await kept(`data/${name}.csv`)).toBe(await live(`/data/${name}.csv`));
    }
    expect(JSON.parse(await kept('data/progress.json'))).toEqual(
      JSON.parse(await live('/api/v1/progress')),
    );
    const files = filesIn(folder);
    expect(files).toHaveLength(made.files);
    let bytes = 0;
    for (const file of files) {
      const content = await readFile(file);
      bytes += content.length;
      expect(content.includes('Unseen')).toBe(false);
      expect(content.includes('x@example.org')).toBe(false);
    }
    expect(bytes).toBe(made.bytes);
  });

  test('has entries that hash to the root which the log’s key signed', async () => {
    const text = openNote(await kept('log/checkpoint.txt'), app.ctx.signer.verifierKey);
    const [, size, root] = text!.split('\n');
    const { entries } = JSON.parse(await kept('log/entries.json')) as {
      entries: { seq: number; leaf: string }[];
    };
    const tree = emptyFrontier();
    for (const { leaf } of entries) appendHash(tree, leafHash(Buffer.from(leaf)));
    expect([entries.length, made.entries]).toEqual([Number(size), Number(size)]);
    expect(rootOf(tree).toString('base64')).toBe(root);
    expect(found.pages.get('/how-we-know/index.html')).toContain(app.ctx.signer.verifierKey);
    expect(made.grew).toBe(false);
  });
});

describe('npm run archive', () => {
  const run = async (...args: string[]) => {
    const command = join(PROJECT_ROOT, 'dist/commands/archive.js');
    const env = ownEnv({ LOG_LEVEL: 'silent', BASE_URL: app.url, DATA_DIR: join(folder, 'none') });
    const child = spawn(process.execPath, [command, ...args], { env });
    const out = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (out.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (out.stderr += chunk.toString()));
    const status = await new Promise((resolve) => child.on('close', resolve));
    return { status, ...out };
  };

  test('asks the server at BASE_URL, and says what it wrote', async () => {
    const target = await mkdtemp(join(tmpdir(), 'muster-archive-'));
    try {
      const { status, stdout, stderr } = await run(target);
      expect({ status, stderr }).toEqual({ status: 0, stderr: 'muster: 100 files\n' });
      expect(stdout).toMatch(
        new RegExp(
          `^archive: ${made.files} files, \\d+ bytes, ${made.entries} entries that hash to the signed root\\n$`,
        ),
      );
    } finally {
      await rm(target, { recursive: true });
    }
  });

  test('refuses a folder with something in it, and a server that isn’t there', async () => {
    const target = await mkdtemp(join(tmpdir(), 'muster-archive-'));
    try {
      await writeFile(join(target, 'mine.txt'), 'mine');
      const full = await run(target);
      expect(full).toMatchObject({ status: 1, stdout: '' });
      expect(full.stderr).toContain(`${target} is not empty. Name a new folder`);
      expect(filesIn(target)).toHaveLength(1);
      const away = await run(join(target, 'new'), '--from', 'http://127.0.0.1:9');
      expect(away).toMatchObject({ status: 1 });
      expect(away.stderr).toContain('http://127.0.0.1:9 does not answer');
      expect((await run()).stderr).toContain('say where to');
    } finally {
      await rm(target, { recursive: true });
    }
  });
});
