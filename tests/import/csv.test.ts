import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as desk from '../../server/db/desk.ts';
import * as people from '../../server/db/people.ts';
import { initiative } from '../../server/db/schema.ts';
import { textOf, type Fields } from '../support/desk-forms.ts';
import {
  checked,
  chosenIn,
  imported,
  ledgerSize,
  match,
  record,
  rowsOf,
  upload,
  useImports,
} from './csv-desk.ts';

const imports = useImports();

/** What a Google Form collects, with its own headers. */
const formOfGoogle = (...rows: string[]): string =>
  [
    'Timestamp,Email Address,What is your full name?,Organization,How much do you pledge?',
    ...rows,
  ].join('\n');

describe('the answers of a Google Form', () => {
  test('become signatories and then pledges, of which nobody gets an email', async () => {
    const [ada, bo] = [imports.called('Ada'), imports.called('Bo')];
    const file = formOfGoogle(
      `2026/02/13 2:05:33 PM GMT+9,ada${imports.n}@form.example,${ada},Example University,"$1,250.50"`,
      `2026/02/14 2:05:33 AM GMT+9,bo${imports.n}@form.example,${bo},,$3.0M`,
    );
    const before = await imports.app.ctx.db.$count(people.mail);
    const names = await checked(imports.app, imports.cy, 'signatories', file);
    const shown = await rowsOf(imports.cy, names);
    expect(shown).toContain('2 signatures can be recorded. Nobody gets an email.');
    expect(shown).toContain(`${ada} 2026-02-13`);
    expect(await record(imports.cy, names)).toMatchObject({ status: 303, location: names });
    expect(textOf((await imports.cy.get(names)).page)).toContain(
      '2 signatures recorded on 10 Mar 2026',
    );
    expect(await imports.signatoryCalled(ada)).toMatchObject({
      status: 'published',
      affiliation: 'Example University',
      email: `ada${imports.n}@form.example`,
      confirmedAt: null,
      verifiedDomain: null,
    });

    const pledges = await checked(imports.app, imports.cy, 'pledges', file);
    expect(await rowsOf(imports.cy, pledges)).toContain('Together: $3,001,250.50.');
    await record(imports.cy, pledges);
    const [row] = await imports.pledgesOf(ada);
    expect(row).toMatchObject({ status: 'accepted', quantity: 125_050n, asset: 'USD' });
    const { movements } = (await imports.app.request(`/api/v1/pledges/${row!.ref}`)).body;
    expect(movements).toMatchObject([
      { verb: 'pledge', occurredOn: '2026-02-13', grade: 'self-asserted' },
    ]);
    expect(await imports.app.ctx.db.$count(people.mail)).toBe(before);
    const trail = await imports.app.ctx.db
      .select()
      .from(desk.audit)
      .where(eq(desk.audit.object, pledges.split('/').at(-1)!));
    expect(trail).toMatchObject([
      { act: 'csv.record', adminId: imports.cy.id, facts: { kind: 'pledges', count: 2 } },
    ]);
  });

  test('are the same however they are written, as long as they say the same', async () => {
    const name = imports.called('Ada');
    await imported(imports.app, imports.cy, 'signatories', `Name\n${name}\n`);
    const row = `Name,Amount,Note,Date,Other\n${name},"1,000",now,3/2/2026,2000\n`;
    const inMarch = { dayOrder: 'mdy' };
    await imported(imports.app, imports.cy, 'pledges', row, inMarch);
    const size = await ledgerSize(imports.app);
    const look = async (file: string, typed: Fields) =>
      rowsOf(imports.cy, await checked(imports.app, imports.cy, 'pledges', file, typed));
    const known = '1 row was recorded before. Nothing changes there.';
    expect(await look(row.replace('"1,000"', '1000.00'), inMarch)).toContain(known);
    expect(
      await look(row.replace('Other', 'Further,Other').replace('2000', 'x,y'), inMarch),
    ).toContain(known);
    expect(await ledgerSize(imports.app)).toBe(size);
    const another = '1 pledge can be recorded';
    expect(await look(row, { dayOrder: 'dmy' })).toContain(another);
    expect(await look(row.replace('Amount', 'Amount (EUR)'), inMarch)).toContain(another);
    expect(await look(row.replace('now', 'then'), inMarch)).toContain(another);
    expect(await look(row, { ...inMarch, 'column.amount': '4', leftOut: '1' })).toContain(another);
  });

  test('change nothing when they come again, with a further row', async () => {
    const name = imports.called('Ada');
    const row = `2026/02/13 2:05:33 PM GMT+9,ada${imports.n}@form.example,${name},,$10`;
    await imported(imports.app, imports.cy, 'signatories', formOfGoogle(row));
    await imported(imports.app, imports.cy, 'pledges', formOfGoogle(row));
    const size = await ledgerSize(imports.app);
    const again = await checked(imports.app, imports.cy, 'pledges', formOfGoogle(row));
    expect(await rowsOf(imports.cy, again)).toContain(
      '1 row was recorded before. Nothing changes there.',
    );
    expect(await rowsOf(imports.cy, again)).not.toContain('Record 1');
    expect(await record(imports.cy, again)).toMatchObject({ status: 409 });
    expect(await ledgerSize(imports.app)).toBe(size);
    const later = `2026/02/14 2:05:33 PM GMT+9,ada${imports.n}@form.example,${name},,$20`;
    await imported(imports.app, imports.cy, 'pledges', formOfGoogle(row, later));
    expect(
      (await imports.pledgesOf(name))
        .map(({ quantity }) => Number(quantity))
        .toSorted((a, b) => a - b),
    ).toEqual([1000, 2000]);
  });
});

describe('the exports of CiviCRM', () => {
  const contactsOf = (name: string, id: number) =>
    `Contact ID,Contact Type,Display Name,Job Title,Country,Email\n${id},Organization,${name},,Norway,\n`;

  test('bring an organisation, its pledge, the agreement and the wires, by their ids', async () => {
    const name = imports.called('Example Works');
    const id = 4000 + imports.n;
    await imported(imports.app, imports.cy, 'signatories', contactsOf(name, id));
    expect(await imports.signatoryCalled(name)).toMatchObject({
      kind: 'organisation',
      country: 'NO',
    });
    await imported(
      imports.app,
      imports.cy,
      'pledges',
      `Contact ID;Pledge ID;Total Pledged;Pledge Currency;Pledge Made;Payments Start Date\n${id};P${id};50.000,00;USD;13.02.2026;01.03.2026\n`,
    );
    const [row] = await imports.pledgesOf(name);
    expect(row).toMatchObject({ quantity: 5_000_000n, instalments: [['2026-03-01', '5000000']] });
    await imported(
      imports.app,
      imports.cy,
      'agreements',
      `Agreement ID,Pledge ID,Amount,Date,Contract\nA${id},P${id},30000,2026-02-20,GRANT-${id}\n`,
    );
    await imported(
      imports.app,
      imports.cy,
      'receipts',
      [
        'Contact ID,Contribution ID,Total Amount,Fee Amount,Transaction ID,Currency,Contribution Date',
        `${id},C1-${id},"10,000.00",15.00,WIRE-1,USD,2026-03-01 12:00:00`,
        `${id},C2-${id},"10,000.00",0.00,WIRE-2,USD,2026-03-02 12:00:00`,
      ].join('\n'),
    );
    expect(await imports.stagesOf(row!.ref)).toMatchObject({
      pledged: { amount: '20000.00' },
      committed: { amount: '10000.00' },
      received: { amount: '20000.00' },
    });
    const size = await ledgerSize(imports.app);
    const again = `Agreement ID,Pledge ID,Amount,Date,Contract\nA${id},P${id},30000,2026-02-20,GRANT-${id}\n`;
    expect(
      await rowsOf(imports.cy, await checked(imports.app, imports.cy, 'agreements', again)),
    ).toContain('before');
    expect(await ledgerSize(imports.app)).toBe(size);
  });
});

test('an Airtable’s view brings GPUs, and what is anonymous stays so', async () => {
  const name = imports.called('Bo');
  const email = `bo${imports.n}@air.example`;
  await imported(
    imports.app,
    imports.cy,
    'signatories',
    `Record ID,Name,Email,Kind\nrec${imports.n},${name},${email},organisation\n`,
  );
  const path = await checked(
    imports.app,
    imports.cy,
    'pledges',
    [
      'Record ID,Email,Amount,Currency,GPU model,GPUs,Site,First day,Last day,Anonymous,Created',
      `recP${imports.n},${email},,,h100-sxm,512,Oslo,2026-04-01,2026-04-30,,2026-02-13`,
      `recQ${imports.n},${email},₩0,,,,,,,yes,2026-02-13`,
      `recR${imports.n},${email},"₩1,400,000",,,,,,,yes,2026-02-13`,
    ].join('\n'),
  );
  expect(await rowsOf(imports.cy, path)).toContain('come from fewer than 5 givers');
  const refused = await record(imports.cy, path);
  expect(refused.status).toBe(409);
  expect(textOf(refused.page)).toContain('Anonymous pledges come from too few givers');
  expect(await imports.pledgesOf(name)).toEqual([]);
  await record(imports.cy, path, { alone: 'yes' });
  const pledges = await imports.pledgesOf(name);
  expect(pledges.find(({ asset }) => asset === 'H100-SXM')).toMatchObject({
    windows: [[512, '2026-04-01', '2026-05-01', '1']],
    visibility: 'public',
  });
  expect(pledges.find(({ asset }) => asset === 'KRW')).toMatchObject({
    quantity: 1_400_000n,
    visibility: 'anonymous',
  });
});

describe('columns and questions', () => {
  test('a day that only an admin can tell is asked for once, and not if a row tells', async () => {
    const [one, two] = [imports.called('Ada'), imports.called('Bo')];
    const file = `Name,Date\n${one},3/2/2026\n${two},4/2/2026\n`;
    const { location } = await upload(imports.app, imports.cy, 'signatories', file);
    const asked = await rowsOf(imports.cy, location);
    expect(asked).toContain('Which day is 3/2/2026?');
    expect(asked).toContain('Signed on “3/2/2026” may be two days.');
    await match(imports.cy, location, { dayOrder: 'dmy' });
    expect(await rowsOf(imports.cy, location)).toContain('2026-02-03');
    const told = await upload(imports.app, imports.cy, 'signatories', `${file}Dee,25/2/2026\n`);
    const shown = await rowsOf(imports.cy, told.location);
    expect(shown).not.toContain('Which day is');
    expect(shown).toContain('2026-02-03');
  });

  test('are kept as they were chosen; without a name no row can be recorded', async () => {
    const file = `Who,Town,Extra\n${imports.called('Ada')},Oslo,\n`;
    const { location } = await upload(imports.app, imports.cy, 'signatories', file);
    const missing = 'No column is chosen for Name, which every row needs.';
    expect(await rowsOf(imports.cy, location)).toContain(missing);
    await match(imports.cy, location, { 'column.name': '7' });
    expect(await rowsOf(imports.cy, location)).toContain(missing);
    await match(imports.cy, location, { 'column.name': '0', 'column.affiliation': '1' });
    const { page } = await imports.cy.get(location);
    expect(chosenIn(page)).toMatchObject({ 'column.name': '0', 'column.affiliation': '1' });
    expect(textOf(page)).toContain('1 signature can be recorded.');
  });

  test('none may be unread until an admin leaves it out, and a tick is for the columns that it names', async () => {
    const name = imports.called('Ada');
    const file = `Name,Town,Team,Empty\n${name},Oslo,Red,\n`;
    const { location } = await upload(imports.app, imports.cy, 'signatories', file);
    const { page } = await imports.cy.get(location);
    expect(textOf(page)).toContain('Not read: “Town”, “Team”. Choose a field for them, or tick');
    expect(page).toContain('<details open');
    const early = await record(imports.cy, location);
    expect(early.status).toBe(409);
    expect(textOf(early.page)).toContain('Not read: “Town”, “Team”.');
    await match(imports.cy, location, { leftOut: '1' });
    expect(textOf((await record(imports.cy, location)).page)).toContain('Not read: “Team”.');
    expect(await imports.signatoryCalled(name)).toBeUndefined();
    await match(imports.cy, location, { leftOut: '1,2' });
    expect(await record(imports.cy, location)).toMatchObject({ status: 303 });
    expect(await imports.signatoryCalled(name)).toMatchObject({ public: false });
  });

  test('nobody is named while an unread column says yes or no, tick or not', async () => {
    const name = imports.called('Ada');
    const file = `Name,Data consent\n${name},No\n`;
    const path = await checked(imports.app, imports.cy, 'signatories', file);
    const refused = await record(imports.cy, path);
    expect(refused.status).toBe(409);
    expect(textOf(refused.page)).toContain('“Data consent” says yes or no, and no field reads it.');
    await match(imports.cy, path, { shown: 'no' });
    await record(imports.cy, path);
    expect(await imports.signatoryCalled(name)).toMatchObject({ public: false });
  });

  test('no name is published unless the file or an admin says so', async () => {
    const [ada, bo] = [imports.called('Ada'), imports.called('Bo')];
    const file = `Name,Public\n${ada},\n${bo},yes\n`;
    const { location } = await upload(imports.app, imports.cy, 'signatories', file);
    await record(imports.cy, location);
    expect(await imports.signatoryCalled(ada)).toMatchObject({ public: false });
    expect(await imports.signatoryCalled(bo)).toMatchObject({ public: true });
  });
});

test('after closing the desk says that nobody can be added, also of a file that was uploaded before', async () => {
  const { app, cy } = imports;
  const name = imports.called('Ada');
  const path = await checked(app, cy, 'signatories', `Name\n${name}\n`);
  const set = (closed: boolean) => app.ctx.db.update(initiative).set({ closed });
  await set(true);
  const words = 'The initiative is closed, so signatories and pledges can’t be imported.';
  try {
    for (const kind of ['signatories', 'pledges']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const refused = await upload(app, cy, kind, `Name,Amount\n${name},1\n`);
      expect(refused).toMatchObject({ status: 409, text: expect.stringContaining(words) });
      expect(refused.text).toContain('What does the file hold?');
    }
    expect(await rowsOf(cy, path)).toContain(words);
    expect((await record(cy, path)).status).toBe(409);
    expect((await upload(app, cy, 'receipts', 'Name,Amount\nA,1\n')).status).toBe(303);
  } finally {
    await set(false);
  }
  expect(await record(cy, path)).toMatchObject({ status: 303 });
});
