import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { csvItem } from '../../server/db/csv.ts';
import { textOf } from '../support/hand.ts';
import { checked, chosenIn, imported, record, rowsOf, upload, useImports } from './csv-desk.ts';

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
