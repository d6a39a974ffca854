import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { FormState } from '../../../web/components/form.tsx';
import { renderAside, renderDifferences } from '../../../web/desk/differences/page.tsx';
import type { Assets } from '../../../web/pages/page.tsx';
import type { Context } from '../../context.ts';
import { UNMATCHED_REASONS } from '../../domain/payment.ts';
import { addressOf } from '../../../web/components/list.tsx';
import { sendPage } from '../../http/page.ts';
import { parse } from '../../http/parse.ts';
import { compareInput, compareWithStripe } from '../../payments/compare/compare.ts';
import {
  differenceAsideInput,
  differenceInput,
  lastRuns,
  listDifferences,
  putDifferenceAside,
  recordDifference,
} from '../../payments/compare/differences.ts';
import { deskFrame, doneAt, type DeskPages, type DeskRequest } from '../frame.ts';

const HOME = '/admin/payments/differences';
const FRESH: FormState = { values: new Map(), errors: [] };

const outcome = z.enum(['applied', 'nothing', ...UNMATCHED_REASONS]);

const shownInput = z.object({
  aside: z.string().optional(),
  cursor: z.string().max(300).optional(),
  outcome: outcome.optional(),
});

const typed = (values: ReadonlyMap<string, string>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, values.get(name) || undefined]));

/** What the ledger and Stripe differ in, and what is done about it. */
export function registerDifferences(pages: DeskPages, ctx: Context, assets: Assets): void {
  const show = async (desk: DeskRequest, form = FRESH): Promise<FastifyReply> => {
    const asked = shownInput.safeParse(desk.request.method === 'GET' ? desk.request.query : {});
    const isAside = asked.data?.aside !== undefined;
    const page = {
      frame: await deskFrame(ctx, desk),
      livemode: ctx.stripe?.livemode ?? null,
      isAside,
      ...(await listDifferences(ctx.db, desk.actor, { isAside, cursor: asked.data?.cursor })),
      runs: await lastRuns(ctx.db),
      outcome: asked.data?.outcome ?? null,
      form,
    };
    const status = form.errors.length > 0 ? 400 : 200;
    return sendPage(desk.reply, status, renderDifferences(page, assets));
  };
  pages.get(HOME, 'view', (desk) => show(desk));
  pages.post(
    `${HOME}/compare`,
    'record',
    ['from', 'to'],
    async ({ actor, key, values, reply }) => {
      await compareWithStripe(ctx, actor, key, parse(compareInput, typed(values, ['from', 'to'])));
      return doneAt(reply, HOME, 'payment.compare');
    },
    show,
  );
  pages.post(
    `${HOME}/record`,
    'record',
    ['object', 'verb'],
    async ({ actor, key, values, reply }) => {
      const input = parse(differenceInput, typed(values, ['object', 'verb']));
      const { body } = await recordDifference(ctx, actor, key, input);
      const { outcome: came, reason } = body;
      return reply.redirect(addressOf(HOME, { outcome: String(reason ?? came) }), 303);
    },
    show,
  );
  registerAside(pages, ctx, assets);
}

function registerAside(pages: DeskPages, ctx: Context, assets: Assets): void {
  const showForm = async (desk: DeskRequest, of: unknown, form = FRESH) => {
    const line = parse(differenceInput, of);
    const page = { frame: await deskFrame(ctx, desk), line, form };
    return sendPage(desk.reply, form.errors.length > 0 ? 400 : 200, renderAside(page, assets));
  };
  const path = `${HOME}/put-aside`;
  pages.get(path, 'record', (desk) => {
    const { object, verb } = desk.request.query as Record<string, unknown>;
    return showForm(desk, { object, verb });
  });
  pages.post(
    path,
    'record',
    ['object', 'verb', 'note'],
    async ({ actor, key, values, reply }) => {
      const input = parse(differenceAsideInput, typed(values, ['object', 'verb', 'note']));
      await putDifferenceAside(ctx, actor, key, input);
      return doneAt(reply, HOME, 'payment.put-aside');
    },
    (desk, form) => showForm(desk, typed(form.values, ['object', 'verb']), form),
  );
}
