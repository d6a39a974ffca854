import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { formatAmount, formatGpuHours } from '../../server/domain/quantity.ts';
import { keptResting } from '../../server/ledger/resting.ts';
import {
  AGREEMENT,
  computePledge,
  fundingPledge,
  move,
  PAYMENT,
  publishedSignatory,
} from '../support/actors.ts';
import { progressOf, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';

let app: TestApp;
let ada: string;
let several: string;

beforeAll(async () => {
  app = await startApp();
  ada = await publishedSignatory(app);
});
afterEach(async () => {
  await addsUp();
  await watchLedger(app);
});
afterAll(() => app.close());

const STATEMENT = { grade: 'provider-statement' };

async function page(path = '/how-we-know'): Promise<string> {
  await app.publicCache.refresh();
  const { status, body } = await app.request(path, { token: false });
  expect(status).toBe(200);
  return String(body);
}

const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[.,:;])/g, '');

/** "payment": "$40.00 …": each row of a table, by its first words. */
async function rows(id: string): Promise<string[]> {
  const section = (await page()).split(`id="${id}"`)[1]!.split('</table>')[0]!;
  return [...section.matchAll(/<tr>(.*?)<\/tr>/gs)].slice(1).map(([, row]) =>
    textOf(row!.replaceAll(/<span class="quiet">.*?<\/span>/gs, ''))
      .trim()
      .replace(/^Total /, ''),
  );
}

/** The page keeps its sums and adds what is new; sums from nothing are the same, and are the headline's. */
async function addsUp(): Promise<void> {
  const text = textOf(await page());
  const { funding, compute, asOf } = await progressOf(app);
  const { sums } = await keptResting().at(app.ctx.db, BigInt(asOf.size));
  const total = (kind: string) =>
    [...sums].reduce((sum, [key, amount]) => (key.startsWith(kind) ? sum + amount : sum), 0n);
  expect(formatAmount(total('funding'), 'USD')).toBe(funding.secured);
  expect(formatGpuHours(total('compute'))).toBe(compute.gpuHours.secured);
  const money = Number(funding.secured).toLocaleString('en', { minimumFractionDigits: 2 });
  if (total('funding') > 0n) expect(text).toContain(`Total $${money}`);
}

test('with nothing secured, nothing gone and nothing late, the page says so', async () => {
  const text = textOf(await page());
  expect(text).toContain('Nothing is secured yet.');
  expect(text).toContain('Nothing that was agreed in writing is overdue.');
  expect(text).toContain('Nothing was corrected, withdrawn, contested or refunded.');
  expect(text).toContain('Nobody can pay until the initiative names a recipient');
});

test('money rests on payments and agreements; what is left of a pledge, on its weakest evidence', async () => {
  several = await fundingPledge(app, ada, { amount: '100.00' });
  await move(app, several, 'commit', { amount: '50.00', evidence: STATEMENT });
  await move(app, several, 'commit', { amount: '30.00', evidence: AGREEMENT });
  expect(await rows('rests')).toEqual([
    'provider’s statement $50.00 –',
    'signed agreement $30.00 –',
    'word only – –',
    '$80.00 –',
  ]);
  await move(app, several, 'receive', { amount: '40.00', evidence: PAYMENT });
  expect(await rows('rests')).toEqual([
    'payment $40.00 –',
    'provider’s statement $10.00 –',
    'signed agreement $30.00 –',
    'word only – –',
    '$80.00 –',
  ]);
});

test('a contested payment that was won is a payment again', async () => {
  await move(app, several, 'dispute', { amount: '15.00' });
  expect(await rows('rests')).toContain('payment $25.00 –');
  expect((await move(app, several, 'win', { amount: '15.00' })).status).toBe(201);
  expect(await rows('rests')).toContain('payment $40.00 –');
});

test('hours rest on statements, at their quantity and not in H100-equivalents', async () => {
  const ref = await computePledge(app, ada);
  await move(app, ref, 'commit', { evidence: AGREEMENT });
  await move(app, ref, 'receive', { gpuHours: '100.00', evidence: STATEMENT });
  expect(await rows('rests')).toContain('provider’s statement $10.00 100');
});

test('an entry that was undone supports nothing, and is counted with those that stepped back', async () => {
  const wrong = await move(app, several, 'receive', { amount: '5.00', evidence: PAYMENT });
  expect(await rows('rests')).toContain('payment $45.00 –');
  const path = `/api/v1/admin/batches/${wrong.body.batch}/reverse`;
  await app.request(path, { body: { reason: 'typed twice' } });
  await move(app, several, 'refund', { amount: '10.00', evidence: PAYMENT });
  await app.request(`/api/v1/pledges/${several}/withdraw`, {
    body: { amount: '20.00', reason: 'less this year' },
  });
  expect(await rows('rests')).toContain('payment $30.00 –');
  expect(await rows('gone')).toEqual([
    'Entries undone 1 $5.00 –',
    'Withdrawn 1 $20.00 –',
    'Refunded 1 $10.00 –',
  ]);
  const html = await page();
  expect(textOf(html)).toContain('an entry of $5 from Ada Example is undone: typed twice.');
  expect(html).toContain(`href="/pledges/${several}"`);
});

test('nobody who gives anonymously is named by what stepped back', async () => {
  const bo = await publishedSignatory(app, { name: 'Bo Hidden' });
  const ref = await fundingPledge(app, bo, { amount: '9.00', visibility: 'anonymous' });
  const body = { reason: 'Bo Hidden has moved' };
  expect((await app.request(`/api/v1/pledges/${ref}/withdraw`, { body })).status).toBe(201);
  const html = await page();
  expect(textOf(html)).toContain('Someone withdrew');
  expect(html).not.toContain('Bo Hidden');
});

test('what is late reads as on the home page', async () => {
  const dueOn = '2026-02-01';
  const ref = await fundingPledge(app, ada, {
    amount: '11.00',
    instalments: [{ amount: '11.00', dueOn }],
  });
  await move(app, ref, 'commit', { evidence: AGREEMENT });
  const late = /Late: [^.]*\$11 from one pledge\./;
  expect(textOf(await page('/')).match(late)![0]).toBe(textOf(await page()).match(late)![0]);
});

test('the initiative’s own line shows, and so does who receives', async () => {
  const recipient = { name: 'Example Foundation', registration: 'EX-1', country: 'Exampleland' };
  const reply = 'One transfer was typed twice <and> is corrected.';
  const { body } = await app.request('/api/v1/admin/initiative', {
    body: { reply, recipient, reason: 'Readers asked.' },
  });
  expect(body).toEqual({ changed: ['reply', 'recipient'], entry: null });
  const html = await page();
  const text = textOf(html);
  expect(html).toContain('typed twice &lt;and>');
  expect(text).toContain('Open Model Initiative says: One transfer was typed twice');
  expect(text).toContain(
    'Initiative Open Model Initiative Recipient Example Foundation Registration number EX-1 Country Exampleland',
  );
  expect(text).not.toContain('Contact');
});

test('the proof is folded in, with the key and the statement; the ledger leads to it', async () => {
  const html = await page();
  expect(html).toMatch(/<details id="proof"/);
  expect(html).toContain(app.ctx.signer.verifierKey);
  const { body: note } = await app.request('/log/checkpoint', { token: false });
  expect(html).toContain(String(note).split('\n')[2]);
  expect(await page('/ledger')).toMatch(/id="check"[\s\S]*href="\/how-we-know#proof"/);
  expect(await page('/')).toContain('<a href="/how-we-know">How do we know?</a>');
});

test('the file adds up as the page says', async () => {
  const { body } = await app.request('/data/pledges.csv', { token: false });
  const [head, ...lines] = String(body)
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
  const cell = (line: string[], name: string) => line[head!.indexOf(name)]!;
  const cents = lines
    .filter((line) => cell(line, 'kind') === 'funding')
    .flatMap((line) => ['received_base', 'committed_base'].map((name) => cell(line, name)))
    .reduce((sum, text) => sum + Math.round(Number(text) * 100), 0);
  expect((cents / 100).toFixed(2)).toBe((await progressOf(app)).funding.secured);
});
