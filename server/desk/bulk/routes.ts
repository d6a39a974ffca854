import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { FormState } from '../../../web/components/form.tsx';
import { addressOf } from '../../../web/components/list.tsx';
import { BULK, FILTERS, BulkView, BulkStateView } from '../../../web/desk/bulk/page.tsx';
import type { Admin } from '../../actor.ts';
import { beginBulk, decideBatch } from '../../bulk/decide.ts';
import { previewSelection, selectionInput } from '../../bulk/selection.ts';
import { bulkState, recentBulks } from '../../bulk/state.ts';
import { beginUndo, undoBatch } from '../../bulk/undo.ts';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { parse } from '../../http/parse.ts';
import { rejectInput } from '../../signatories/schemas.ts';
import { statusByField, typedIn, type DeskPages, type DeskRequest } from '../frame.ts';

/** How long one request decides; the page that follows offers to continue. */
const GOES_ON_MS = 3_000;

const confirmInput = z.object({ seen: z.string().max(64), upTo: z.uuid(), ...rejectInput.shape });

const idOf = ({ id = '' }: Record<string, string>): string => {
  if (z.uuid().safeParse(id).success) return id;
  throw new DomainError('not-found', say().desk.noBulk);
};

export function registerBulk(pages: DeskPages, ctx: Context): void {
  const show = async (desk: DeskRequest, { values, errors }: FormState, cursor?: string) => {
    const { preview, errors: wrong } = await previewOf(ctx, values, cursor);
    const form = { values, errors: [...errors, ...wrong] };
    const page = { form, preview, recent: await recentBulks(ctx.db) };
    return pages.send(desk, BulkView, page, statusByField(form));
  };
  pages.get(BULK, 'decide', (desk) => {
    const query = desk.request.query as Record<string, string | string[]>;
    const leave = [query['leave'] ?? []].flat();
    const said = Object.entries(query).filter(([name]) => name !== 'leave' && name !== 'cursor');
    const values = new Map(said.map(([name, value]) => [name, String(value)]));
    if (leave.length > 0) return leaveOut(desk.reply, values, leave);
    const cursor = z.uuid().safeParse(query['cursor']).data;
    return show(desk, { values, errors: [] }, cursor);
  });
  pages.formOn(
    BULK,
    'decide',
    [...FILTERS, 'seen', 'upTo', 'reason'],
    (desk, form) => show(desk, form),
    async ({ actor, key, values, reply }) => {
      const selection = parse(selectionInput, typedIn(values, FILTERS));
      const confirmed = parse(confirmInput, typedIn(values, ['seen', 'upTo', 'reason']));
      const id = await beginBulk(ctx, actor, key, selection, confirmed);
      return goOn(ctx, actor, reply, id);
    },
  );
  pages.get(`${BULK}/:id`, 'decide', async (desk) => {
    const id = idOf(desk.params);
    return pages.send(desk, BulkStateView, { id, state: await bulkState(ctx.db, id) });
  });
  pages.post(`${BULK}/:id/continue`, 'decide', [], ({ actor, params, reply }) =>
    goOn(ctx, actor, reply, idOf(params)),
  );
  pages.post(`${BULK}/:id/undo`, 'decide', [], async ({ actor, key, params, reply }) => {
    const id = idOf(params);
    await beginUndo(ctx, actor, key, id);
    return goOn(ctx, actor, reply, id);
  });
}

async function leaveOut(
  reply: FastifyReply,
  values: ReadonlyMap<string, string>,
  leave: readonly string[],
): Promise<FastifyReply> {
  const before = (values.get('except') ?? '').split(',').filter((id) => id !== '');
  const except = [...new Set([...before, ...leave])].join(',');
  return reply.redirect(
    `${addressOf(BULK, { ...Object.fromEntries(values), except })}#preview`,
    303,
  );
}

async function goOn(ctx: Context, actor: Admin, reply: FastifyReply, id: string) {
  const until = performance.now() + GOES_ON_MS;
  const { undone } = await bulkState(ctx.db, id);
  let more = true;
  while (more && performance.now() < until) {
    more = await (undone ? undoBatch : decideBatch)(ctx, actor, id);
  }
  return reply.redirect(`${BULK}/${id}`, 303);
}

async function previewOf({ db }: Context, values: ReadonlyMap<string, string>, cursor?: string) {
  if (!values.has('kind')) return { preview: null, errors: [] };
  try {
    const selection = parse(selectionInput, typedIn(values, FILTERS));
    return { preview: await previewSelection(db, selection, cursor), errors: [] };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error;
    return { preview: null, errors: error.fields };
  }
}
