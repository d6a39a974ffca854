import { z } from 'zod';
import { addressOf } from '../../../web/components/list.tsx';
import { AsideView, DifferencesView } from '../../../web/desk/differences/page.tsx';
import type { Context } from '../../context.ts';
import { UNMATCHED_REASONS } from '../../domain/payment.ts';
import { parse } from '../../http/parse.ts';
import { compareInput, compareWithStripe } from '../../payments/compare/compare.ts';
import * as differences from '../../payments/compare/differences.ts';
import { BLANK, doneAt, statusOf, typedIn, type DeskPages, type DeskRequest } from '../frame.ts';

const HOME = '/admin/payments/differences';

const outcome = z.enum(['applied', 'nothing', ...UNMATCHED_REASONS]);

const shownInput = z.object({
  aside: z.string().optional(),
  cursor: z.string().max(300).optional(),
  outcome: outcome.optional(),
});

export function registerDifferences(pages: DeskPages, ctx: Context): void {
  const show = async (desk: DeskRequest, form = BLANK) => {
    const asked = shownInput.safeParse(desk.request.method === 'GET' ? desk.request.query : {});
    const isAside = asked.data?.aside !== undefined;
    const page = {
      livemode: ctx.stripe?.livemode ?? null,
      isAside,
      ...(await differences.listDifferences(ctx.db, desk.actor, {
        isAside,
        cursor: asked.data?.cursor,
      })),
      runs: await differences.lastRuns(ctx.db),
      outcome: asked.data?.outcome ?? null,
      form,
    };
    return pages.send(desk, DifferencesView, page, statusOf(form));
  };
  pages.get(HOME, 'view', (desk) => show(desk));
  pages.formOn(`${HOME}/compare`, 'record', ['from', 'to'], show, async (desk) => {
    const { actor, key, values, reply } = desk;
    await compareWithStripe(ctx, actor, key, parse(compareInput, typedIn(values, ['from', 'to'])));
    return doneAt(reply, HOME, 'payment.compare');
  });
  pages.formOn(`${HOME}/record`, 'record', ['object', 'verb'], show, async (desk) => {
    const { actor, key, values, reply } = desk;
    const input = parse(differences.differenceInput, typedIn(values, ['object', 'verb']));
    const { body } = await differences.recordDifference(ctx, actor, key, input);
    const { outcome: became, reason } = body;
    return reply.redirect(addressOf(HOME, { outcome: String(reason ?? became) }), 303);
  });

  const showAside = async (desk: DeskRequest, form = BLANK) => {
    const { object, verb } = desk.request.query as Record<string, unknown>;
    const of = form === BLANK ? { object, verb } : typedIn(form.values, ['object', 'verb']);
    const page = { line: parse(differences.differenceInput, of), form };
    return pages.send(desk, AsideView, page, statusOf(form));
  };
  pages.form(`${HOME}/put-aside`, 'record', ['object', 'verb', 'note'], showAside, async (desk) => {
    const input = parse(
      differences.differenceAsideInput,
      typedIn(desk.values, ['object', 'verb', 'note']),
    );
    await differences.putDifferenceAside(ctx, desk.actor, desk.key, input);
    return doneAt(desk.reply, HOME, 'payment.put-aside');
  });
}
