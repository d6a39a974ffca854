import { eq } from 'drizzle-orm';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csvImport, csvItem } from '../../server/db/csv.ts';
import { signatory } from '../../server/db/schema.ts';
import { recordCsv } from '../../server/import/csv/record.ts';
import { sweep } from '../../server/postman/sweep.ts';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';
import { NOW } from '../support/app.ts';
import { atDesk } from '../support/desk.ts';
import { statusesOf } from '../support/forms.ts';
import { formOf, textOf } from '../support/desk-forms.ts';
import { checked, IMPORT, imported, record, rowsOf, upload, useImports } from './csv-desk.ts';

const imports = useImports();

describe('rows with errors', () => {
  const file = () =>
    [
      'Name,Email,Country,Signed on,Website',
      `${imports.called('Ada')},ada${imports.n}@rows.example,NO,2026-02-03,https://ada.example`,
      `,nobody@rows.example,NO,2026-02-03,`,
      `${imports.called('Bo')},ada${imports.n}@rows.example,NO,2026-02-03,`,
      `=cmd,"not an address",Atlantis,soon,javascript:alert(1)`,
      `${imports.called('Cy')},cy${imports.n}@rows.example,NO,2027-02-03,,surplus`,
    ].join('\n');

  test('say what is wrong and where, and come back as a file without formulas', async () => {
    const path = await checked(imports.app, imports.cy, 'signatories', file());
    const shown = await rowsOf(imports.cy, path);
    expect(shown).toContain('1 signature can be recorded');
    expect(shown).toContain('4 rows have errors.');
    expect(shown).toContain('3 Name is missing');
    expect(shown).toContain('4 Email is also in row 2. Each address can sign once.');
    expect(shown).toContain('Signed on “soon” isn’t a day. Write it as 2026-03-31.');
    expect(shown).toContain('Row has more cells than the 5 columns that the first row names.');
    const { page, headers } = await imports.cy.get(`${path}/errors.csv`);
    expect(headers.get('content-disposition')).toContain('errors.csv');
    const rows: Record<string, string>[] = parse(page, {
      bom: true,
      columns: true,
      relax_column_count: true,
    });
    expect(rows).toHaveLength(4);
    expect(rows[2]).toMatchObject({ Name: "'=cmd", Country: 'Atlantis' });
    expect(rows[0]!['error']).toContain('Name is missing');
    // Imported as it is, only the row that was in it twice can be recorded.
    const again = await checked(imports.app, imports.cy, 'signatories', page);
    expect(await rowsOf(imports.cy, again)).toContain('3 rows have errors.');
  });

  test('come back in no time, however many lines a cell has', async () => {
    const cell = `x${'\n'.repeat(60_000)}x`;
    const path = await checked(imports.app, imports.cy, 'signatories', `Name,Town\n,"${cell}"\n`);
    const begun = performance.now();
    expect((await imports.cy.get(`${path}/errors.csv`)).page).toContain('Name is missing');
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test('are left out if an admin records the others', async () => {
    const path = await checked(imports.app, imports.cy, 'signatories', file());
    expect(await rowsOf(imports.cy, path)).toContain('Record only 1 signature');
    await record(imports.cy, path);
    expect(await imports.signatoryCalled(imports.called('Ada'))).toMatchObject({
      status: 'published',
    });
    expect(await imports.signatoryCalled(imports.called('Cy'))).toBeUndefined();
  });

  test('of receipts name a pledge that isn’t there, another currency and too much money', async () => {
    const giver = await publishedSignatory(imports.app, { name: imports.called('Ada') });
    const ref = await fundingPledge(imports.app, giver);
    const path = await checked(
      imports.app,
      imports.cy,
      'receipts',
      [
        'Pledge,Email,Amount,Currency,Received on,Reference',
        `${ref},,600,USD,2026-03-01,W1`,
        `${ref},,600,USD,2026-03-01,W2`,
        `${ref},,1,EUR,2026-03-01,W3`,
        `NOPLEDGE,,1,USD,2026-03-01,W4`,
        `${ref},,1,USD,2026-03-01,`,
        `,who@rows.example,1,USD,2026-03-01,W5`,
        `${ref},,1,USD,2026-04-01,W6`,
        `${ref},,€1,USD,2026-03-01,W7`,
        `${ref},,,USD,2026-03-01,W8`,
        `${ref}\0,,1,USD,2026-03-01,W9`,
        `,ada\0@rows.example,1,USD,2026-03-01,W\0`,
      ].join('\n'),
    );
    const shown = await rowsOf(imports.cy, path);
    expect(shown).toContain('1 receipt can be recorded');
    expect(shown).toMatch(/3 Amount .*600/);
    expect(shown).toContain('4 Currency is in EUR, but the pledge is in USD.');
    expect(shown).toContain('“NOPLEDGE” is neither a pledge’s reference');
    expect(shown).toContain('6 Reference is needed: the bank’s reference of the payment.');
    expect(shown).toContain('7 Email “who@rows.example” has not signed.');
    expect(shown).toContain('8 Day ');
    expect(shown).toContain('9 Amount is in EUR, but the currency is USD.');
    expect(shown).toContain('10 Amount is missing.');
    expect(shown).toContain('11 Pledge has a control');
    expect(shown).toContain('12 Email has a control');
  });

  test('of hours don’t take three decimals for thousands, nor money for hours', async () => {
    const name = imports.called('Hal');
    await publishedSignatory(imports.app, { name });
    const head = 'Name,GPU model,GPU hours,First day,Last day';
    const rows = ['1.250', '1,250', '$500', '1250'].map(
      (hours) => `${name},h100-sxm,"${hours}",2026-04-01,2026-04-30`,
    );
    const path = await checked(imports.app, imports.cy, 'pledges', [head, ...rows].join('\n'));
    const shown = await rowsOf(imports.cy, path);
    expect(shown).toContain('1 pledge can be recorded. Nobody gets an email. Together: 1,250 GPU-');
    expect(shown).toContain('2 GPU-hours “1.250” may be thousands or decimals.');
    expect(shown).toContain('3 GPU-hours “1,250” may be thousands or decimals.');
    expect(shown).toContain('4 GPU-hours “$500” isn’t a figure.');
  });
});

test('a pledge may be in a currency that is gone, on a day on which it was money', async () => {
  const name = imports.called('Iva');
  await publishedSignatory(imports.app, { name });
  const rows = ['2026-01-05', '2026-02-13'].map((day) => `${name},1000,BGN,${day}`);
  const file = ['Name,Amount,Currency,Pledged on', ...rows].join('\n');
  const shown = await rowsOf(imports.cy, await checked(imports.app, imports.cy, 'pledges', file));
  expect(shown).toContain(
    '1 pledge can be recorded. Nobody gets an email. Together: BGN 1,000.00.',
  );
  expect(shown).toContain('3 Currency is BGN, which went out of use on 2026-02-01.');
});

test('a pledge at a rate that is too old says where to get a newer one', async () => {
  const name = imports.called('Ada');
  await imported(imports.app, imports.cy, 'signatories', `Name\n${name}\n`);
  imports.app.clock.now = new Date('2026-11-14T12:00:00Z');
  const cy = await atDesk(imports.app, 'operator');
  const file = `Name,Amount,Pledged on\n${name},€5,2026-11-14\n`;
  expect(await rowsOf(cy, await checked(imports.app, cy, 'pledges', file))).toContain(
    '2 The newest EUR rate is from 13 Apr 2026, 215 days before this pledge. Add a rate at /admin/rates, or turn on daily rates.',
  );
});

describe('safely', () => {
  test('of two admins who record an import at once, one does', async () => {
    const name = imports.called('Ada');
    const bo = await atDesk(imports.app, 'operator', 'Bo Example');
    const path = await checked(imports.app, imports.cy, 'signatories', `Name\n${name}\n`);
    const sent = await Promise.all([record(imports.cy, path), record(bo, path)]);
    expect(statusesOf(sent)).toEqual([303, 409]);
    const rows = await imports.app.ctx.db.select().from(signatory).where(eq(signatory.name, name));
    expect(rows).toHaveLength(1);
  });

  test('of two files with one external id at once, one makes a pledge', async () => {
    const name = imports.called('Ada');
    await imported(imports.app, imports.cy, 'signatories', `Name\n${name}\n`);
    const file = (amount: number) => `id,name,amount\nE${imports.n},${name},${amount}\n`;
    const paths = [
      await checked(imports.app, imports.cy, 'pledges', file(1)),
      await checked(imports.app, imports.cy, 'pledges', file(2)),
    ];
    const sent = await Promise.all(paths.map((path) => record(imports.cy, path)));
    expect(statusesOf(sent)).toEqual([303, 409]);
    expect(await imports.pledgesOf(name)).toHaveLength(1);
  });

  test('rows that come to something else than was seen are looked at again', async () => {
    const file = `Name,Email\n${imports.called('Ada')},ada${imports.n}@seen.example\n`;
    const path = await checked(imports.app, imports.cy, 'signatories', file);
    const form = formOf((await imports.cy.get(path)).page, `${path}/record`);
    await imported(
      imports.app,
      imports.cy,
      'signatories',
      `Name,Email\nOther Example,ada${imports.n}@seen.example\n`,
    );
    const sent = await imports.cy.post(`${path}/record`, form);
    expect(sent.status).toBe(409);
    expect(textOf(sent.page)).toContain('Something has changed since you looked at these rows.');
    expect(await imports.signatoryCalled(imports.called('Ada'))).toBeUndefined();
  });

  test('a crash in the middle leaves nothing, and the file to be recorded again', async () => {
    const name = imports.called('Ada');
    const path = await checked(imports.app, imports.cy, 'signatories', `Name\n${name}\n`);
    const id = path.split('/').at(-1)!;
    // The append is the last step; its salts have 32 bytes.
    const randomBytes = (size: number): Buffer => {
      if (size === 32) throw new Error('the power is gone');
      return imports.app.ctx.randomBytes(size);
    };
    const { page } = await imports.cy.get(path);
    const { seen } = formOf(page, `${path}/record`);
    await expect(
      recordCsv({ ...imports.app.ctx, randomBytes }, imports.cy.actor, id, seen),
    ).rejects.toThrow('power');
    expect(await imports.signatoryCalled(name)).toBeUndefined();
    await record(imports.cy, path);
    expect(await imports.signatoryCalled(name)).toMatchObject({ status: 'published' });
  });

  test('the file is gone once it is recorded, or a day old', async () => {
    const files = async (path: string) =>
      imports.app.ctx.db
        .select({ file: csvImport.file })
        .from(csvImport)
        .where(eq(csvImport.id, path.split('/').at(-1)!));
    const recorded = await imported(
      imports.app,
      imports.cy,
      'signatories',
      `Name\n${imports.called('Ada')}\n`,
    );
    expect(await files(recorded)).toEqual([{ file: null }]);
    const old = await checked(
      imports.app,
      imports.cy,
      'signatories',
      `Name\n${imports.called('Bo')}\n`,
    );
    imports.app.clock.now = new Date(NOW.getTime() + 25 * 3_600_000);
    await sweep(imports.app.ctx);
    expect(await files(old)).toEqual([]);
    expect(await files(recorded)).toEqual([{ file: null }]);
    const ids = await imports.app.ctx.db.select().from(csvItem);
    expect(JSON.stringify(ids)).not.toContain('Example');
  });

  test('a viewer gets no page and sends no file', async () => {
    const bo = await atDesk(imports.app, 'viewer', 'Bo Example');
    expect((await bo.get(IMPORT)).status).toBe(403);
    const path = await checked(
      imports.app,
      imports.cy,
      'signatories',
      `Name\n${imports.called('Ada')}\n`,
    );
    expect((await bo.get(path)).status).toBe(403);
    expect((await bo.get(`${path}/errors.csv`)).status).toBe(403);
    expect((await bo.post(`${path}/record`, { seen: 'x' })).status).toBe(403);
    expect((await bo.post(path, { shown: 'yes' })).status).toBe(403);
    expect((await bo.post(`${path}/undo`)).status).toBe(403);
  });

  test.each([
    ['a NUL', 'Name\nAda\0 Example\n', 'has a control'],
    [
      'a name that turns the text around',
      'Name\nAda \u202e Example\n',
      'U+202E, as its character 5',
    ],
    ['a very long name', `Name\n${'Ada '.repeat(100)}\n`, '200'],
  ])('%s is an error of its row', async (_, file, words) => {
    const path = await checked(imports.app, imports.cy, 'signatories', file);
    const shown = await rowsOf(imports.cy, path);
    expect(shown).toContain('1 row has errors.');
    expect(shown).toContain(words);
  });

  test('a file over 32 MiB and a workbook are refused beside the field', async () => {
    const large = await upload(
      imports.app,
      imports.cy,
      'signatories',
      Buffer.alloc(33 * 2 ** 20, 'a,b\n'),
    );
    expect(large).toMatchObject({ status: 400 });
    expect(large.text).toContain('File is larger than 32 MiB.');
    const workbook = await upload(
      imports.app,
      imports.cy,
      'signatories',
      Buffer.from('PK\x03\x04'),
    );
    expect(workbook.text).toContain('File is a workbook or a ZIP file.');
  });
});
