import type { FileHandle } from 'node:fs/promises';
import multipart from '@fastify/multipart';
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FormState } from '../../../web/components/form.tsx';
import {
  MeteringView,
  MeteringFormView,
  type MeteringFormPage,
} from '../../../web/desk/metering/page.tsx';
import { METERING_FIELDS, UNUSUAL_FIELDS } from '../../../web/forms/desk.ts';
import { fillFields, type Json } from '../../../web/forms/fields.ts';
import { hasRight } from '../../actor.ts';
import { findMetered, meteringId, refOf } from '../../compute/metered-pledge.ts';
import { previewMetering, recordMetering, takeFileBack } from '../../compute/record.ts';
import { reportOf } from '../../compute/report.ts';
import { meteringInput, takeBackInput } from '../../compute/schemas.ts';
import { bytesOf, MAX_FILE_BYTES, spool, readMetering } from '../../compute/staged-jobs.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/db.ts';
import { metering } from '../../db/compute.ts';
import { today } from '../../domain/day.ts';
import { DomainError, fieldError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { letBodyCome } from '../../http/in-time.ts';
import { parse } from '../../http/parse.ts';
import { codeOf } from '../../pledges/open-pledge.ts';
import { deskSession, doneAt, statusAfter, type DeskPages, type DeskRequest } from '../frame.ts';
import { movementPreviewOf } from '../pledge/movement-forms.ts';
import { deskPledgeOf, openAtDesk } from '../pledge/model.ts';

declare module 'fastify' {
  interface FastifyRequest {
    upload: FileHandle | null;
  }
}

const RECORDED_SHOWN = 50;

const FIELDS = [...METERING_FIELDS, ...UNUSUAL_FIELDS];

/** Files are large, so only an admin who may record can send one. Their form's fields become the body. */
export async function acceptFile(scope: FastifyInstance, ctx: Context): Promise<void> {
  await scope.register(multipart, {
    limits: { fileSize: MAX_FILE_BYTES + 1, files: 1, fields: 24, fieldSize: 16_000 },
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

/** All of a small file. Throws `invalid-input` on `file` for none, and `tooLarge` for one of more bytes than `most`. */
export async function takeFile(
  { upload }: FastifyRequest,
  most: number,
  tooLarge: () => DomainError,
): Promise<Buffer> {
  if (!upload) throw fieldError('file', say().desk.fileMissing);
  try {
    const { size } = await upload.stat();
    if (size > most) throw tooLarge();
    const bytes = Buffer.alloc(size);
    await upload.read(bytes, 0, size, 0);
    return bytes;
  } finally {
    // If the sender has gone, no response ends and closes it.
    await upload.close();
  }
}

export function registerMeteringForm(pages: DeskPages, ctx: Context): void {
  const path = '/admin/pledges/:ref/metering';
  const show = async (desk: DeskRequest, typed?: FormState, refusal?: DomainError) => {
    const ref = codeOf(desk.params, 'ref');
    // Refuses a pledge of money, and one that is not accepted.
    await findMetered(ctx.db, ref);
    const opened = await openAtDesk(ctx.db, ref);
    const { id, measuredBy } = opened.view.row;
    const before = await saidBefore(ctx.db, id, desk.request.query);
    const page = {
      ...deskPledgeOf(opened),
      path: path.replace(':ref', ref),
      form: typed ?? { values: fillFields(METERING_FIELDS, before), errors: [] },
      recorded: measuredBy === 'reservation' ? await recordedOf(ctx.db, id) : [],
    };
    return pages.send(desk, MeteringFormView, page, statusAfter(refusal));
  };
  pages.form(path, 'record', FIELDS, show, async (desk) => {
    const { actor, request, reply, params } = desk;
    const input = meteringInput(desk.input);
    if (!request.upload) throw fieldError('file', say().desk.fileMissing);
    const file = bytesOf(request.upload);
    const id = await readMetering(ctx, actor, codeOf(params, 'ref'), input, file).finally(
      // If the sender has gone, no response ends and closes it.
      () => request.upload?.close(),
    );
    // Refuses, beside its field, what earlier records rule out.
    await previewMetering(ctx, actor, id);
    return reply.redirect(`/admin/metering/${id}`, 303);
  });
  pages.formOn(`${path}/take-back`, 'record', ['id', 'reason'], show, async (desk) => {
    const { actor, key, values, reply, params } = desk;
    const { id = '', reason = '' } = Object.fromEntries(values);
    await takeFileBack(ctx, actor, key, meteringId({ id }), parse(takeBackInput, { reason }));
    return doneAt(reply, `/admin/pledges/${codeOf(params, 'ref')}`, 'pledge.unmeter');
  });
}

/** The recorded files of use for a pledge, the newest first: no batch of movements shows them. */
const recordedOf = (db: Db, pledgeId: string): Promise<MeteringFormPage['recorded']> =>
  db
    .select({
      id: metering.id,
      cluster: metering.cluster,
      batch: sql<string>`${metering.batch}`,
      readAt: metering.createdAt,
    })
    .from(metering)
    .where(and(eq(metering.pledgeId, pledgeId), isNotNull(metering.batch)))
    .orderBy(desc(metering.id))
    .limit(RECORDED_SHOWN);

/** Settings of the file to be read again (`as`), or of the newest one: the next is of the same cluster. */
async function saidBefore(db: Db, pledgeId: string, query: unknown): Promise<Json> {
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
  if (!last) return {};
  const { '': untyped = '', ...types } = last.models;
  const gpu = Object.entries(types).map((pair) => pair.join('='));
  return { ...last, gpu: gpu.join(','), untyped };
}

export function registerMeteringReport(pages: DeskPages, ctx: Context): void {
  const path = '/admin/metering/:id';
  const show = async (desk: DeskRequest, overtaken: string | null) => {
    const id = meteringId(desk.params);
    const page = { ...(await reportPage(ctx, desk, id)), overtaken };
    return pages.send(desk, MeteringView, page, overtaken ? 409 : 200);
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

async function reportPage(ctx: Context, desk: DeskRequest, id: string) {
  const planned = await previewMetering(ctx, desk.actor, id);
  const { opened, days, isUse, seen } = planned;
  const { cluster, zone, sha256, counts } = planned.metering;
  const shown = movementPreviewOf(await openAtDesk(ctx.db, planned.ref), {
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
