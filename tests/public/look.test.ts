import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { logo } from '../../server/db/schema.ts';
import { draw } from '../../server/look/draw.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { textOf } from '../support/desk-forms.ts';
import { pngOf, sendLook, SVG, type TypedLook } from '../support/look.ts';

/** 306 bytes that made the library take 1.6 GB. */
const PATTERN =
  '<pattern id="p" width="20000" height="20000" patternUnits="userSpaceOnUse"><rect width="20000" height="20000"/></pattern>';

let app: TestApp;
let cy: DeskUser;
beforeEach(async () => {
  app = await startApp();
  cy = await atDesk(app);
});
afterEach(async () => {
  await watchLedger(app);
  await app.close();
});

const get = async (path: string, at = app) => {
  const response = await fetch(at.url + path, { headers: { accept: 'text/html' } });
  const body = Buffer.from(await response.arrayBuffer());
  const of = (name: string) => response.headers.get(name);
  return { status: response.status, body, text: body.toString(), of };
};
const publish = async (look: TypedLook) => {
  const sent = await sendLook(app, cy, 'send', look);
  await app.publicCache.refresh();
  return sent;
};
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

const ABOUT = `# Who we are

We are *Example Lab*. <script>alert(1)</script> [site](https://lab.example) [bad](javascript:alert) ![pixel](https://spy.example/a.png)

#### Details`;

test('without a look pages are Muster’s own, and its addresses have nothing', async () => {
  const { text } = await get('/');
  expect(text).toContain('<svg class="mark');
  expect(text).not.toMatch(/look\.css|logo\.png|\/about/);
  for (const path of ['/look.css', '/logo.png', '/about']) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await get(path)).status, path).toBe(404);
  }
});

test('an owner sees a look before it is published, and then each replica shows it', async () => {
  const second = await startApp({ besides: app });
  const look = { accent: '#0b6b4f', about: ABOUT, file: SVG };
  const shown = await sendLook(app, cy, 'preview', look);
  expect(shown.status).toBe(200);
  expect(textOf(shown.page)).toContain('#0b6b4f, contrast 6.');
  expect(shown.page).toContain('src="data:image/png;base64,');
  expect((await get('/')).text).not.toContain('look.css');

  // A second click at the same place mustn't publish unseen.
  const [, below] = shown.page.split('id="preview"');
  expect(below).toContain('value="send">Publish the look</button>');

  const sent = await publish({ ...look, links: 'Our blog https://blog.example/a' });
  expect(sent).toMatchObject({ status: 303, location: '/admin/initiative?done=initiative.look' });
  await second.publicCache.refresh();
  for (const at of [app, second]) {
    // oxlint-disable-next-line no-await-in-loop
    const { text, of } = await get('/', at);
    expect(of('content-security-policy')).not.toContain('unsafe');
    const [, src] = /<img class="logo" src="([^"]+)"/.exec(text)!;
    const [, sheet] = /href="(\/look\.css[^"]+)"/.exec(text)!;
    expect(text).toContain('<a href="/about">About</a>');
    expect(text).toMatch(/href="https:\/\/blog\.example\/a" rel="nofollow[^"]*">Our blog</);
    // oxlint-disable-next-line no-await-in-loop
    const [png, css] = [await get(src!, at), await get(sheet!, at)];
    expect([png.of('content-type'), png.of('x-content-type-options')]).toEqual([
      'image/png',
      'nosniff',
    ]);
    expect(png.of('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(sizeOf(png.body)).toEqual([240, 120]);
    expect(css.text).toMatch(/^:root\{--accent:#0b6b4f;.*dark\)\{:root\{--accent:#(?!0b6b4f)/);
    // A replica that is behind must not be kept under the new address.
    // oxlint-disable-next-line no-await-in-loop
    expect((await get('/logo.png?v=other', at)).of('cache-control')).toBe('no-cache');
  }
  await second.close();
});

test('the page about the initiative has Markdown without HTML, pictures or foreign schemes', async () => {
  await publish({ about: ABOUT });
  const { status, text } = await get('/about');
  expect(status).toBe(200);
  const main = text.split('<main')[1]!;
  expect(main).toContain('<h1>About Open Model Initiative</h1>');
  expect(main).toContain('<h2>Who we are</h2>');
  expect(main).toContain('<h3>Details</h3>');
  expect(main).toContain('<a href="https://lab.example" rel="nofollow noopener">site</a>');
  expect(main).toContain('&lt;script&gt;');
  expect(main).not.toMatch(/<script|<img|href="javascript/);
});

test('a look can be changed and taken off again; the history says what changed', async () => {
  await publish({ accent: '#0b6b4f', file: SVG });
  await publish({ about: 'We are Example Lab.' });
  expect((await get('/')).text).toContain('class="logo"');
  const without = await sendLook(app, cy, 'no-logo');
  expect(without.page).not.toContain('name="logo"');
  const [, seen] = /name="seen" value="([^"]*)"/.exec(without.page)!;
  const typed = { accent: '', about: '', links: '', seen: seen!, go: 'send' };
  const post = await cy.post('/admin/initiative/look', typed);
  expect(post.status).toBe(303);
  await app.publicCache.refresh();
  expect((await get('/')).text).not.toMatch(/look\.css|logo\.png|\/about/);
  expect(await app.ctx.db.select().from(logo)).toEqual([]);
  const history = textOf((await cy.get('/admin/initiative')).page);
  expect(history).toContain('Cy Example changed the look');
  expect(history).toContain('Logo: changed Accent colour: changed');
  expect(textOf((await cy.get('/admin/audit')).page)).toContain('changed the look');
});

test('a PNG is drawn anew: nothing but its picture is served', async () => {
  await publish({ file: pngOf(2_000, 400) });
  const { body } = await get('/logo.png');
  expect(sizeOf(body)).toEqual([480, 96]);
  expect(body.toString('latin1')).not.toContain('script');
});

describe('what is refused', () => {
  const LINK = 'Blog https://blog.example';
  test.each<[string, TypedLook, string]>([
    ['a light colour', { accent: '#ffcc00' }, 'contrast of 1.4:1 with the page'],
    ['a word for a colour', { accent: 'red' }, 'must be # and six digits'],
    ['a style', { accent: '#fff}a{' }, 'must be # and six digits'],
    ['a plain http link', { links: 'Blog http://blog.example' }, 'a text and an address'],
    ['a link to a user', { links: 'Blog https://a@blog.example' }, 'a text and an address'],
    ['each wrong link', { links: `x\n${LINK}\ny` }, 'Links (line 3) must be a text'],
    ['seven links', { links: `${LINK}\n`.repeat(7) }, 'must be at most six'],
    ['a large file', { file: Buffer.alloc(256 * 1024 + 1) }, 'larger than 256 KB'],
    ['many pixels', { file: pngOf(2_001, 1) }, 'has 2001 × 1 pixels'],
    ['a picture in an SVG', { file: SVG.replace('rect', 'image') }, 'without image'],
    ['a prefixed one', { file: SVG.replace('<rect', '<x-1:feImage') }, 'without feImage'],
    [
      'a pattern that takes gigabytes',
      { file: SVG.replace(/<rect.*\/>/, `${PATTERN}$&`).replace('#c00', 'url(#p)') },
      'We can’t draw this file',
    ],
    ['an entity', { file: `<!DOCTYPE svg [<!ENTITY a "b">]>${SVG}` }, 'without ENTITY'],
    ['something else', { file: 'GIF89a' }, 'We can’t draw this file'],
  ])('%s', async (_, look, says) => {
    const sent = await publish(look);
    expect(sent.status).toBe(400);
    expect(textOf(sent.page)).toContain(says);
    expect((await get('/')).text).not.toMatch(/look\.css|logo\.png/);
  });

  test('the drawing of a pattern ends by its memory, before its time is over', async () => {
    const svg = SVG.replace(/<rect.*\/>/, `${PATTERN}$&`).replace('#c00', 'url(#p)');
    const ended = await draw(svg, { width: 480, height: 120 }).catch((error: unknown) => error);
    // Killed for its time it would be `killed`.
    expect(ended).toMatchObject({ signal: 'SIGKILL', killed: false });
  });

  test('a change over somebody else’s, and one by whoever isn’t an owner', async () => {
    const { page } = await cy.get('/admin/initiative/look');
    const [, seen] = /name="seen" value="([^"]*)"/.exec(page)!;
    await publish({ accent: '#0b6b4f' });
    const fields = { accent: '#123456', about: '', links: '', logo: '', seen: seen!, go: 'send' };
    const late = await cy.post('/admin/initiative/look', fields);
    expect(textOf(late.page)).toContain('Somebody has changed the initiative');
    const operator = await atDesk(app, 'operator');
    expect((await operator.post('/admin/initiative/look', fields)).status).toBe(403);
  });

  test('a logo that the database has in other bytes', async () => {
    await publish({ file: SVG });
    const [kept] = await app.ctx.db.delete(logo).returning();
    await app.ctx.db.insert(logo).values({ ...kept!, png: Buffer.from('x') });
    expect(textOf((await publish({ accent: '#0b6b4f' })).page)).toContain('Choose the file again');
    const second = await startApp({ besides: app });
    expect((await get('/logo.png', second)).status).toBe(404);
    await second.close();
  });
});
