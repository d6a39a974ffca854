import type { FileHandle } from 'node:fs/promises';
import multipart from '@fastify/multipart';
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FormState } from '../../../web/components/form.tsx';
import { renderMetering, renderMeteringForm } from '../../../web/desk/metering/page.tsx';
import type { MeteringFormPage, MeteringPage } from '../../../web/desk/metering/data.ts';
import type { Assets } from '../../../web/pages/page.tsx';
import { hasRight } from '../../actor.ts';
import { findMetered, meteringId, refOf } from '../../compute/metered-pledge.ts';
import { previewMetering, recordMetering } from '../../compute/record.ts';
import { reportOf } from '../../compute/report.ts';
import { meteringInput, takeBackInput } from '../../compute/schemas.ts';
import { bytesOf, MAX_FILE_BYTES, spool } from '../../compute/spool.ts';
import { readMetering } from '../../compute/staged-jobs.ts';
import { takeFileBack } from '../../compute/use.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/db.ts';
import * as tables from '../../db/compute.ts';
import { today } from '../../domain/day.ts';
import { DomainError, fieldError } from '../../domain/errors.ts';
import { letBodyCome } from '../../http/in-time.ts';
import { parse } from '../../http/parse.ts';
import { sendPage } from '../../http/page.ts';
import { codeOf } from '../../pledges/open-pledge.ts';
import {
  deskFrame,
  deskPages,
  deskSession,
  doneAt,
  type DeskPages,
  type DeskRequest,
} from '../frame.ts';
import { handPreviewOf } from '../pledge/movement-model.ts';
import { deskPledgeOf, openAtDesk } from '../pledge/model.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The file of a form, once it has come whole. */
    upload: FileHandle | null;
  }
}

/** A mistake shows early. */
const RECORDED_SHOWN = 50;

const FIELDS = ['cluster', 'zone', 'gpu', 'untyped', 'fields', 'delimiter'] as const;

/** What a scheduler's records say was delivered: its file, what it comes to, and recording it. */
export function registerMeteringPages(app: FastifyInstance, ctx: Context, assets: Assets): void {
  void app.register(async (scope) => {
    await acceptFile(scope, ctx);
    registerForm(deskPages(scope, ctx), ctx, assets);
  });
  registerReport(deskPages(app, ctx), ctx, assets);
}

/**
 * Takes forms that bring a file, in `scope`: only from an admin who may record, for a file is large. What
 * they say becomes the body, as of other forms.
 */
async function acceptFile(scope: FastifyInstance, ctx: Context): Promise<void> {
  await scope.register(multipart, {
    limits: { fileSize: MAX_FILE_BYTES + 1, files: 1, fields: 12, fieldSize: 4_000 },
  });
  scope.decorateRequest('upload', null);
  scope.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) return;
    const found = await deskSession(ctx, request);
    if (!found || !hasRight(found.actor, 'record')) return;
    letBodyCome(request);
    request.body = await readParts(request);
  });
  scope.addHook('onResponse', async ({ upload }) => upload?.close());
}

async function readParts(request: FastifyRequest): Promise<URLSearchParams> {
  const fields = new URLSearchParams();
  for await (const part of request.parts()) {
    if (part.type === 'field') fields.append(part.fieldname, String(part.value));
    else request.upload = await spool(part.file);
  }
  return fields;
}

function registerForm(pages: DeskPages, ctx: Context, assets: Assets): void {
  const path = '/admin/pledges/:ref/metering';
  const show = async (desk: DeskRequest, form: FormState, status: number) => {
    const ref = codeOf(desk.params, 'ref');
    // Refuses a pledge of money, and one that is not accepted.
    await findMetered(ctx.db, ref);
    const opened = await openAtDesk(ctx.db, ref);
    const isUse = opened.view.row.measuredBy === 'reservation';
    const page: MeteringFormPage = {
      ...deskPledgeOf(opened),
      frame: await deskFrame(ctx, desk),
      path: path.replace(':ref', ref),
      form,
      before: await saidBefore(ctx.db, opened.view.row.id, desk.request.query),
      recorded: isUse ? await recordedOf(ctx.db, opened.view.row.id) : [],
    };
    return sendPage(desk.reply, status, renderMeteringForm(page, assets));
  };
  const again = (desk: DeskRequest, form: FormState, { code }: DomainError) =>
    show(desk, form, code === 'invalid-input' ? 400 : 409);
  pages.get(path, 'record', (desk) => show(desk, { values: new Map(), errors: [] }, 200));
  pages.post(
    path,
    'record',
    FIELDS,
    async ({ actor, values, request, reply, params }) => {
      const said = FIELDS.map((name) => [name, values.get(name)]).filter(([, text]) => text);
      const input = meteringInput(Object.fromEntries(said));
      if (!request.upload) throw fieldError('file', 'is missing');
      const file = bytesOf(request.upload);
      const id = await readMetering(ctx, actor, codeOf(params, 'ref'), input, file).finally(
        // Where the sender has gone there is no response whose end would close it.
        () => request.upload?.close(),
      );
      // What the records before it rule out is told beside the field.
      await previewMetering(ctx, actor, id);
      return reply.redirect(`/admin/metering/${id}`, 303);
    },
    again,
  );
  pages.post(
    `${path}/take-back`,
    'record',
    ['id', 'reason'],
    async ({ actor, key, values, reply, params }) => {
      const { id = '', reason = '' } = Object.fromEntries(values);
      await takeFileBack(ctx, actor, key, meteringId({ id }), parse(takeBackInput, { reason }));
      return doneAt(reply, `/admin/pledges/${codeOf(params, 'ref')}`, 'pledge.unmeter');
    },
    again,
  );
}

/** The files of use that stand recorded for a pledge, the newest first: no batch of movements tells of them. */
const recordedOf = (db: Db, pledgeId: string): Promise<MeteringFormPage['recorded']> => {
  const { metering } = tables;
  return db
    .select({
      id: metering.id,
      cluster: metering.cluster,
      // By which refusals name it.
      batch: sql<string>`${metering.batch}`,
      readAt: metering.createdAt,
    })
    .from(metering)
    .where(and(eq(metering.pledgeId, pledgeId), isNotNull(metering.batch)))
    .orderBy(desc(metering.id))
    .limit(RECORDED_SHOWN);
};

/**
 * What was said of the file that is to be read differently; else of the newest one that was recorded for a
 * pledge: the next one is of the same cluster.
 */
async function saidBefore(
  db: Db,
  pledgeId: string,
  query: unknown,
): Promise<MeteringFormPage['before']> {
  const { metering } = tables;
  const { as } = query as { as?: unknown };
  const [last] = await db
    .select({ cluster: metering.cluster, zone: metering.zone, models: metering.models })
    .from(metering)
    .where(
      and(
        eq(metering.pledgeId, pledgeId),
        typeof as === 'string'
          ? eq(metering.id, meteringId({ id: as }))
          : isNotNull(metering.batch),
      ),
    )
    .orderBy(desc(metering.id))
    .limit(1);
  if (!last) return null;
  const { '': untyped = '', ...types } = last.models;
  const gpu = Object.entries(types).map((pair) => pair.join('='));
  return { cluster: last.cluster, zone: last.zone ?? '', gpu: gpu.join(','), untyped };
}

function registerReport(pages: DeskPages, ctx: Context, assets: Assets): void {
  const path = '/admin/metering/:id';
  const show = async (desk: DeskRequest, overtaken: string | null) => {
    const id = meteringId(desk.params);
    const page = { ...(await reportPage(ctx, desk, id)), overtaken };
    return sendPage(desk.reply, overtaken ? 409 : 200, renderMetering(page, assets));
  };
  pages.get(path, 'record', (desk) => show(desk, null));
  pages.post(path, 'record', ['seen'], async (desk) => {
    const id = meteringId(desk.params);
    try {
      await recordMetering(ctx, desk.actor, desk.key, id, desk.values.get('seen'));
      return doneAt(desk.reply, `/admin/pledges/${await refOf(ctx.db, id)}`, 'pledge.meter');
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'conflict') throw error;
      return show(desk, error.message);
    }
  });
}

async function reportPage(
  ctx: Context,
  desk: DeskRequest,
  id: string,
): Promise<Omit<MeteringPage, 'overtaken'>> {
  const planned = await previewMetering(ctx, desk.actor, id);
  const { metering, opened, days, isUse, seen } = planned;
  const { cluster, zone, sha256, counts } = metering;
  const shown = handPreviewOf(await openAtDesk(ctx.db, planned.ref), {
    pledge: opened.row,
    currency: opened.currency,
    book: opened.book,
    terms: opened.book.terms,
    moves: days.flatMap(({ moves }) => moves),
    on: days.at(-1)?.on ?? today(ctx.now()),
    grade: 'metered',
    seen,
  });
  return {
    frame: await deskFrame(ctx, desk),
    path: `/admin/metering/${id}`,
    id,
    pledge: shown.before,
    who: shown.who,
    currency: shown.currency,
    before: shown.before,
    after: shown.after,
    bases: shown.bases,
    cluster,
    zone,
    sha256: sha256.toString('hex'),
    counts,
    report: reportOf(planned),
    days: days.length,
    isUse,
    seen,
  };
}
