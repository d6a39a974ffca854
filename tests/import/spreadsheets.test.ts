import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CsvKind } from '../../server/domain/csv-fields.ts';
import { signatory } from '../../server/db/schema.ts';
import { recordCsv } from '../../server/import/csv/record.ts';
import { answerCsv, findCsv, planCsv, stageCsv } from '../../server/import/csv/stage.ts';
import { errorText } from '../../web/desk/import/rows.tsx';
import { startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { ENCODINGS, LAYOUTS } from './sheets/files.ts';
import { AGREEMENTS, RECEIPTS } from './sheets/movements.ts';
import { AMOUNTS, PLEDGES } from './sheets/pledges.ts';
import type { Sheet } from './sheets/sheet.ts';
import { DAYS, SIGNATORIES } from './sheets/signatories.ts';

const SHEETS: [CsvKind, Record<string, Sheet>][] = [
  ['signatories', { ...ENCODINGS, ...LAYOUTS, ...SIGNATORIES, ...DAYS }],
  ['pledges', { ...AMOUNTS, ...PLEDGES }],
  ['agreements', AGREEMENTS],
  ['receipts', RECEIPTS],
];

let app: TestApp;
let cy: DeskUser;
beforeAll(async () => {
  app = await startApp();
  cy = await atDesk(app, 'operator');
});
afterAll(async () => {
  await checkLedger(app);
  await app.close();
});

/** The columns are guessed, names are shown, and what else a person answers. */
async function look(kind: CsvKind, { file, answers = {} }: Sheet) {
  const { ctx } = app;
  const id = await stageCsv(ctx, cy.actor, kind, Buffer.from(file));
  const { answers: guessed } = await findCsv(ctx.db, id);
  await answerCsv(ctx, cy.actor, id, { ...guessed!, shown: true, ...answers });
  return { id, plan: await planCsv(ctx, await findCsv(ctx.db, id), null) };
}

/** Two givers of one name; Ada with one pledge, Bo with two. */
async function givers(): Promise<void> {
  const people = ['Ada', 'Bo', 'Twin', 'Twin'].map(
    (name, nth) =>
      `${name} Example,${nth < 2 ? name.toLowerCase() : `twin${nth}`}@sheets.example\n`,
  );
  const pledges = ['ada', 'bo', 'bo'].map((name, nth) => `${name}@sheets.example,1000,S${nth}\n`);
  for (const [kind, file] of [
    ['signatories', `Name,Email\n${people.join('')}`],
    ['pledges', `Email,Amount,ID\n${pledges.join('')}`],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- pledges need their givers
    const { id, plan } = await look(kind, { file });
    // oxlint-disable-next-line no-await-in-loop
    await recordCsv(app.ctx, cy.actor, id, plan.seen);
  }
}

/** The signatories that a file would make. */
const madeOf = (id: string) =>
  app.ctx.db.transaction(async (tx) => {
    const { works } = await planCsv(app.ctx, await findCsv(tx, id), tx);
    return works.map((work) => work.signatory);
  });

/** As many rows as a preview shows. */
const SHOWN = 5;

describe.each(SHEETS)('a sheet of %s', (kind, sheets) => {
  beforeAll(async () => {
    if (kind !== 'signatories' && (await app.ctx.db.$count(signatory)) < 4) await givers();
  });
  test.each(Object.entries(sheets))('%s', async (_, sheet) => {
    const {
      refused,
      asks = null,
      rows = [],
      errors = [],
      makes = [],
      missing = [],
      blocked,
    } = sheet;
    if (refused !== undefined) {
      await expect(look(kind, sheet)).rejects.toThrow(refused);
      return;
    }
    const { id, plan } = await look(kind, sheet);
    const wrong = plan.wrong.map(({ n, errors: own }) => [n, errorText(own)]);
    expect({ asks: plan.unclearDay, missing: plan.missing, good: plan.good, wrong }).toEqual({
      asks,
      missing,
      good: rows.length,
      wrong: errors.map(([row, why]) => [row, expect.stringContaining(why)]),
    });
    expect(plan.sample.map(({ said }) => said)).toMatchObject(rows.slice(0, SHOWN));
    if (blocked !== undefined) {
      expect(plan.blocked).toEqual(blocked && expect.stringContaining(blocked));
    }
    if (makes.length > 0) expect(await madeOf(id)).toMatchObject(makes);
  });
});

test('at least sixty of them', () => {
  const names = SHEETS.flatMap(([, sheets]) => Object.keys(sheets));
  expect(names.length).toBeGreaterThanOrEqual(60);
});
