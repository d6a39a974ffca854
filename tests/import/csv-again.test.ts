import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { csvItem } from '../../server/db/csv.ts';
import { atDesk } from '../support/desk.ts';
import { textOf } from '../support/desk-forms.ts';
import {
  checked,
  chosenIn,
  imported,
  match,
  record,
  rowsOf,
  undo,
  upload,
  useImports,
} from './csv-desk.ts';

const imports = useImports();

test('rows with errors come again, mended, with the columns that were chosen, and no name public', async () => {
  const name = imports.called('Ada');
  const own = '"Who, if we may ask?",Where,Shoe size';
  const path = await checked(
    imports.app,
    imports.cy,
    'signatories',
    `${own}\n${name},NO,40\n${imports.called('Bo')},Atlantis,41\n`,
    { 'column.name': '0', 'column.country': '1', leftOut: '2' },
  );
  expect(await rowsOf(imports.cy, path)).toContain('1 row has errors.');
  const { page } = await imports.cy.get(`${path}/errors.csv`);
  expect(page).toMatch(/^"error","Who, if we may ask\?","Where","Shoe size"\r\n"Country /);
  await record(imports.cy, path);
  const sent = await upload(
    imports.app,
    imports.cy,
    'signatories',
    page.replace('Atlantis"', 'SE"'),
  );
  const again = (await imports.cy.get(sent.location)).page;
  expect(chosenIn(again)).toMatchObject({ 'column.name': '0', 'column.country': '1' });
  expect(again).not.toContain('>error</option>');
  expect(again).toMatch(/name="shown" value="no"[^>]* checked/);
  expect(textOf(again)).toContain('1 signature can be recorded');
  // Of another kind, or under other headers, nothing is known.
  for (const [kind, other] of [
    ['pledges', page],
    ['signatories', page.replace('Where', 'Whence')],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop
    const { location } = await upload(imports.app, imports.cy, kind, other);
    // oxlint-disable-next-line no-await-in-loop
    const chosen = Object.values(chosenIn((await imports.cy.get(location)).page));
    expect(chosen.join('')).toBe('');
  }
});

test('equal cells under a header with another currency are another pledge', async () => {
  const name = imports.called('Ada');
  await imported(imports.app, imports.cy, 'signatories', `Name\n${name}\n`);
  for (const currency of ['EUR', 'USD']) {
    const file = `Name,Amount (${currency}),Date\n${name},500,2026-03-02\n`;
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await imported(imports.app, imports.cy, 'pledges', file);
  }
  const pledges = await imports.pledgesOf(name);
  expect(pledges.map(({ asset }) => asset).toSorted()).toEqual(['EUR', 'USD']);
});

test('a row has the key that every version since the first import gave it', async () => {
  const { app, cy } = imports;
  await imported(app, cy, 'signatories', 'Name\nGrace Key Example\n');
  const file = 'Name,Amount,Date\nGrace Key Example,"€1,000",3 Feb 2026\n';
  const path = await imported(app, cy, 'pledges', file);
  const items = await app.ctx.db
    .select({ key: csvItem.key })
    .from(csvItem)
    .where(eq(csvItem.importId, path.split('/').at(-1)!));
  expect(items).toEqual([{ key: 'entty-rtRnYU3Cx0v1GSlS1bn_eJ1hPt2ayP9saX6wc' }]);
});

test('columns come from an import that was recorded, or from one’s own, and the page says whose', async () => {
  const { app, cy } = imports;
  const name = imports.called('Ada');
  await imported(app, cy, 'signatories', `Name\n${name}\n`);
  const bo = await atDesk(app, 'operator', 'Bo Example');
  const file = (day: string) => `Name,Amount,Last year ${imports.n},Date\n${name},100,7,${day}\n`;
  const lastYear = { 'column.amount': '2', leftOut: '1', dayOrder: 'dmy' };
  const next = async (by: typeof cy) => {
    const { location } = await upload(app, by, 'pledges', file('5/6/2025'));
    const { page } = await by.get(location);
    return { location, amount: chosenIn(page)['column.amount'], text: textOf(page) };
  };
  const whose = 'Columns as in the import of 10 Mar 2026 by Bo Example.';

  const left = await checked(app, bo, 'pledges', file('3/4/2025'), lastYear);
  const unlike = await next(cy);
  expect(unlike.amount).toBe('1');
  expect(unlike.text).not.toContain('Columns as in');
  expect(await next(bo)).toMatchObject({ amount: '2', text: expect.stringContaining(whose) });
  // Bo's answers on a file that Cy brought are no answers of Cy's.
  await match(bo, unlike.location, lastYear);
  expect((await next(cy)).amount).toBe('1');

  await record(bo, left);
  const like = await next(cy);
  expect(like.amount).toBe('2');
  expect(like.text).toContain(whose);
  expect(like.text).toContain('Which day is 5/6/2025?');
  expect(like.text).toContain('“5/6/2025” may be two days.');
  expect(like.text).toContain('Not read: “Amount”.');
  // From here on they are Cy's.
  await match(cy, like.location, { ...lastYear, 'column.amount': '1', leftOut: '2' });
  expect(await rowsOf(cy, like.location)).not.toContain('Columns as in');

  await undo(bo, left);
  const dee = await atDesk(app, 'operator', 'Dee Example');
  expect((await next(dee)).amount).toBe('1');
});
