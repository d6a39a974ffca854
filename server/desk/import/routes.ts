import { buffer } from 'node:stream/consumers';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { FormState } from '../../../web/components/form.tsx';
import { columnName, IMPORT, type ImportPage } from '../../../web/desk/import/data.ts';
import { renderImport, renderImports, renderMatch } from '../../../web/desk/import/page.tsx';
import { errorText, renderRows } from '../../../web/desk/import/rows.tsx';
import { bytesOf } from '../../compute/staged-jobs.ts';
import type { Context } from '../../context.ts';
import { CSV_FIELDS, CSV_KINDS } from '../../domain/csv-fields.ts';
import { fieldError, type DomainError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { parse } from '../../http/parse.ts';
import { MAX_CSV_MIB } from '../../import/csv/read.ts';
import { recordCsv } from '../../import/csv/record.ts';
import {
  findCsv,
  leaveCsv,
  MAX_CSV_BYTES,
  noCsv,
  previewCsv,
  recentCsv,
  requireImporter,
  seenOf,
  stageCsv,
} from '../../import/csv/stage.ts';
import { undoCsv } from '../../import/csv/undo.ts';
import { reasonInput } from '../../pledges/schemas.ts';
import { BLANK, statusByField, type DeskPages, type DeskRequest } from '../frame.ts';
import { ANSWER_NAMES, answer, matchPage } from './columns.ts';
import { errorsCsv } from './errors-csv.ts';
import { createRuns, type Runs } from './run.ts';

const kindInput = z.object({ kind: z.enum(CSV_KINDS) });

const idOf = ({ id = '' }: Record<string, string>): string => {
  if (z.uuid().safeParse(id).success) return id;
  throw noCsv();
};

/** The form that takes a file: in the scope that takes files. */
export function registerImportForm(pages: DeskPages, ctx: Context): void {
  const show = async (desk: DeskRequest, form: FormState = BLANK) => {
    requireImporter(desk.actor);
    const page = { form, recent: await recentCsv(ctx.db) };
    return pages.send(desk, renderImports, page, statusByField(form));
  };
  pages.form(
    IMPORT,
    { right: 'record', names: ['kind', 'file'], show },
    async ({ actor, values, request, reply }) => {
      requireImporter(actor);
      const { kind } = parse(kindInput, { kind: values.get('kind') });
      const { upload } = request;
      if (!upload) throw fieldError('file', say().desk.fileMissing);
      try {
        if ((await upload.stat()).size > MAX_CSV_BYTES) {
          throw fieldError('file', say().csv.overMib(MAX_CSV_MIB));
        }
        const bytes = await buffer(bytesOf(upload));
        return await reply.redirect(`${IMPORT}/${await stageCsv(ctx, actor, kind, bytes)}`, 303);
      } finally {
        // If the sender has gone, no response ends and closes it.
        await upload.close();
      }
    },
  );
}

const REFRESH_S = 2;

/** Matching the columns, looking at the rows, recording them, and undoing it. */
export function registerImport(pages: DeskPages, ctx: Context): void {
  const runs = createRuns();
  const showState = async (desk: DeskRequest, form: FormState = BLANK, refused?: DomainError) => {
    const id = idOf(desk.params);
    const { kind, recorded, recordedAt, undoneAt } = await findCsv(ctx.db, id);
    const running = runs.progressOf(id);
    if (running) void desk.reply.header('refresh', String(REFRESH_S));
    const isOfField = form.errors.some(({ field }) => field !== '');
    const page: Omit<ImportPage, 'frame'> = {
      id,
      kind,
      recorded,
      recordedAt,
      undoneAt,
      running,
      form: isOfField ? form : { ...form, errors: [] },
      refusal: refused && !isOfField ? refused.message : runs.failureOf(id),
    };
    return pages.send(desk, renderImport, page, statusByField(form));
  };
  registerColumns(pages, ctx, runs, showState);
  registerRows(pages, ctx, runs, showState);
  pages.post(
    `${IMPORT}/:id/undo`,
    'record',
    ['reason'],
    async (desk) => {
      const { actor, values, reply } = desk;
      const id = idOf(desk.params);
      const input = parse(reasonInput, { reason: values.get('reason') });
      await runs.begin(desk, id, () => undoCsv(ctx, actor, id, input));
      return reply.redirect(`${IMPORT}/${id}`, 303);
    },
    showState,
  );
}

type Show = (desk: DeskRequest, form?: FormState, refused?: DomainError) => Promise<FastifyReply>;

const COLUMN_NAMES = Object.values(CSV_FIELDS).flatMap((fields) =>
  fields.map(({ at }) => columnName(at)),
);

/** An import's address shows what is next: its columns, then the progress, then what was recorded. */
function registerColumns(pages: DeskPages, ctx: Context, runs: Runs, showState: Show): void {
  const path = `${IMPORT}/:id`;
  pages.get(path, 'record', async (desk) => {
    const id = idOf(desk.params);
    requireImporter(desk.actor);
    const { recordedAt } = await findCsv(ctx.db, id);
    if (recordedAt !== null || runs.isOn(id)) return showState(desk);
    if (runs.hasFailed(id)) return desk.reply.redirect(`${IMPORT}/${id}/rows`, 303);
    return pages.send(desk, renderMatch, await matchPage(ctx, id, BLANK));
  });
  pages.post(
    path,
    'record',
    [...COLUMN_NAMES, ...ANSWER_NAMES],
    async ({ actor, values, params, reply }) => {
      const id = idOf(params);
      await answer(ctx, actor, id, values);
      return reply.redirect(`${IMPORT}/${id}/rows`, 303);
    },
    async (desk, form) => {
      const page = await matchPage(ctx, idOf(desk.params), form);
      return pages.send(desk, renderMatch, page, statusByField(form));
    },
  );
  pages.post(`${path}/leave`, 'record', [], async ({ actor, params, reply }) => {
    await leaveCsv(ctx, actor, idOf(params));
    return reply.redirect(IMPORT, 303);
  });
}

function registerRows(pages: DeskPages, ctx: Context, runs: Runs, showState: Show): void {
  const path = `${IMPORT}/:id`;
  const showRows = async (desk: DeskRequest, refusal: string | null = null) => {
    const id = idOf(desk.params);
    const { row, plan } = await previewCsv(ctx, desk.actor, id);
    if (!plan) return desk.reply.redirect(`${IMPORT}/${id}`, 303);
    const { work: _, ...shown } = plan;
    const why = refusal ?? runs.failureOf(id);
    const page = { id, kind: row.kind, ...shown, seen: seenOf(plan), refusal: why };
    return pages.send(desk, renderRows, page, refusal === null ? 200 : 409);
  };
  pages.get(`${path}/rows`, 'record', (desk) => showRows(desk));
  pages.get(`${path}/errors.csv`, 'record', async (desk) => {
    const { file, plan } = await previewCsv(ctx, desk.actor, idOf(desk.params));
    return desk.reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="errors.csv"')
      .type('text/csv; charset=utf-8')
      .send(errorsCsv(file, plan?.wrong ?? [], errorText));
  });
  pages.post(
    `${path}/record`,
    'record',
    ['seen', 'which'],
    async (desk) => {
      const { actor, values, reply } = desk;
      const id = idOf(desk.params);
      const how = { onlyGood: values.get('which') === 'good', seen: values.get('seen') };
      await runs.begin(desk, id, (progress) => recordCsv(ctx, actor, id, how, progress));
      return reply.redirect(`${IMPORT}/${id}`, 303);
    },
    async (desk, form, refusal) => {
      const id = idOf(desk.params);
      const { recordedAt } = await findCsv(ctx.db, id);
      const isNext = recordedAt === null && !runs.isOn(id);
      return isNext ? showRows(desk, refusal.message) : showState(desk, form, refusal);
    },
  );
}
