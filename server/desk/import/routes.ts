import { z } from 'zod';
import type { FormState } from '../../../web/components/form.tsx';
import {
  ANSWERS,
  columnName,
  IMPORT,
  ImportView,
  ImportsView,
  type ImportPage,
} from '../../../web/desk/import/page.tsx';
import { errorText } from '../../../web/desk/import/rows.tsx';
import type { Context } from '../../context.ts';
import { CSV_FIELDS, CSV_KINDS, type CsvAnswers } from '../../domain/csv-fields.ts';
import { notFound, type DomainError, type FieldError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { parse } from '../../http/parse.ts';
import { REASONS, type CsvFile } from '../../import/csv/read.ts';
import { recordCsv, undoCsv } from '../../import/csv/record.ts';
import * as csv from '../../import/csv/stage.ts';
import { BLANK, statusByField, type DeskPages, type DeskRequest } from '../frame.ts';
import { takeFile } from '../metering/routes.ts';
import { createRuns } from './run.ts';

const idOf = ({ id = '' }: Record<string, string>): string => {
  if (z.uuid().safeParse(id).success) return id;
  throw notFound(say().csv.noImport);
};

/** The form that takes a file: in the scope that takes files. */
export function registerImportForm(pages: DeskPages, ctx: Context): void {
  const show = async (desk: DeskRequest, form: FormState = BLANK) => {
    csv.requireImporter(desk.actor);
    const page = { form, recent: await csv.recentCsv(ctx.db) };
    return pages.send(desk, ImportsView, page, statusByField(form));
  };
  pages.form(IMPORT, 'record', ['kind', 'file'], show, async (desk) => {
    csv.requireImporter(desk.actor);
    const kind = parse(z.enum(CSV_KINDS), desk.values.get('kind'), ['kind']);
    const bytes = await takeFile(desk.request, csv.MAX_CSV_BYTES, csv.tooLargeCsv);
    return desk.reply.redirect(
      `${IMPORT}/${await csv.stageCsv(ctx, desk.actor, kind, bytes)}`,
      303,
    );
  });
}

const ALL_FIELDS = Object.values(CSV_FIELDS).flat();
const COLUMN_NAMES = [...new Set(ALL_FIELDS.map(({ at }) => columnName(at)))];

/** Which columns and answers are chosen; what is none of ours is left out. */
function answersIn(values: ReadonlyMap<string, string>): CsvAnswers {
  const columns = ALL_FIELDS.flatMap(({ at }): [string, number][] => {
    const chosen = values.get(columnName(at)) ?? '';
    return /^\d{1,3}$/.test(chosen) ? [[at, Number(chosen)]] : [];
  });
  const { dayOrder, shown, leftOut = '' } = Object.fromEntries(values);
  return {
    columns: Object.fromEntries(columns),
    shown: shown === 'yes',
    dayOrder: dayOrder === 'dmy' || dayOrder === 'mdy' ? dayOrder : null,
    leftOut: /^\d{1,2}(?:,\d{1,2}){0,99}$/.test(leftOut) ? leftOut.split(',').map(Number) : [],
  };
}

const REFRESH_S = 2;

/** One address shows what is next: the columns and their rows, then the progress, then what was recorded. */
export function registerImport(pages: DeskPages, ctx: Context): void {
  const path = `${IMPORT}/:id`;
  const runs = createRuns();
  const show = async (desk: DeskRequest, _form?: FormState, refused?: DomainError) => {
    csv.requireImporter(desk.actor);
    const id = idOf(desk.params);
    const run = runs.take(id);
    const isRunning = run?.failure === null;
    const row = await csv.findCsv(ctx.db, id);
    if (isRunning) void desk.reply.header('refresh', String(REFRESH_S));
    const page: ImportPage = {
      ...row,
      running: isRunning ? run : null,
      plan: isRunning || row.recordedAt ? null : await csv.planCsv(ctx, row, null),
      refusal: (refused ?? run?.failure)?.message ?? null,
    };
    return pages.send(desk, ImportView, page, refused ? 409 : 200);
  };
  pages.get(path, 'record', (desk) => show(desk));
  pages.post(path, 'record', [...COLUMN_NAMES, ...ANSWERS], async (desk) => {
    const id = idOf(desk.params);
    await csv.answerCsv(ctx, desk.actor, id, answersIn(desk.values));
    return desk.reply.redirect(`${IMPORT}/${id}`, 303);
  });
  pages.get(`${path}/errors.csv`, 'record', async ({ actor, params, reply }) => {
    csv.requireImporter(actor);
    const plan = await csv.planCsv(ctx, await csv.findCsv(ctx.db, idOf(params)), null);
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="errors.csv"')
      .type('text/csv; charset=utf-8')
      .send(errorsCsv(plan.file, plan.wrong));
  });
  pages.formOn(`${path}/record`, 'record', ['seen', 'alone'], show, async (desk) => {
    const { actor, values, reply } = desk;
    const id = idOf(desk.params);
    const seen = values.get('seen');
    const alone = values.get('alone') === 'yes';
    await runs.begin(desk, id, (progress) => recordCsv(ctx, actor, id, seen, { alone, progress }));
    return reply.redirect(`${IMPORT}/${id}`, 303);
  });
  pages.formOn(`${path}/undo`, 'record', [], show, async (desk) => {
    const id = idOf(desk.params);
    await runs.begin(desk, id, () => undoCsv(ctx, desk.actor, id));
    return desk.reply.redirect(`${IMPORT}/${id}`, 303);
  });
}

/** An apostrophe before what a spreadsheet takes for a formula, as exports/cells.ts does it in SQL. */
const guarded = (text: string): string =>
  text.replaceAll(/(^|(?<=[;\t\r\n]))(?=[" ]*[=+@＝＋－＠\t\r-])/g, "'");

const lineOf = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;

/** The rows with errors as they came, after a column that says what is wrong. For Excel it begins with U+FEFF. */
function errorsCsv(
  { header }: CsvFile,
  wrong: readonly { cells: readonly string[]; errors: FieldError[] }[],
): string {
  const lines = wrong.map(({ cells, errors }) => lineOf([errorText(errors), ...cells]));
  return `\uFEFF${lineOf([REASONS, ...header])}${lines.join('')}`;
}
