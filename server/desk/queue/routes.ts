import type { FastifyReply } from 'fastify';
import type { FormState } from '../../../web/components/form.tsx';
import { addressOf } from '../../../web/components/list.tsx';
import { QUEUE_KINDS, type QueueKind, type Verb } from '../../../web/data/desk.ts';
import { DESK_PAGES } from '../../../web/desk/frame.tsx';
import { QueueView } from '../../../web/desk/queue/page.tsx';
import type { Again, QueuePage } from '../../../web/desk/queue/parts.tsx';
import { SignatoryView } from '../../../web/desk/signatory/page.tsx';
import type { FormField, Json } from '../../../web/forms/fields.ts';
import { t } from '../../../web/words.ts';
import type { Context } from '../../context.ts';
import type { Answer } from '../../db/write.ts';
import type { Act } from '../../domain/audit-trail.ts';
import { parse } from '../../http/parse.ts';
import { questionInput } from '../../http/text.ts';
import { grantRequest, refuseRequest, decisionInput } from '../../pledges/requests.ts';
import {
  acceptPledge,
  askGiver,
  rejectPledge,
  acceptInput,
  rejectInput,
} from '../../pledges/decide.ts';
import { codeOf } from '../../pledges/open-pledge.ts';
import {
  askSignatory,
  publishSignatory,
  rejectSignatory,
  decideStatement,
} from '../../signatories/moderate.ts';
import { readReviewSetting } from '../../signatories/review.ts';
import { signatoryIdOf } from '../../signatories/routes.ts';
import { rejectInput as rejectSignatureInput } from '../../signatories/schemas.ts';
import {
  doneAt,
  statusByField,
  type DeskForm,
  type DeskPages,
  type DeskRequest,
} from '../frame.ts';
import { readInitiative } from '../initiative/model.ts';
import { showOverview } from '../overview/routes.ts';
import { giftOf, readSignatory } from '../signatory/model.ts';
import { decidedMeanwhile, queueInput, readQueue } from './model.ts';

const { path: HOME } = DESK_PAGES.queue;

/** What a decision's form sends: where to go back to, what was looked at, and what the admin says. */
const FIELDS: readonly FormField[] = [
  { at: 'back', as: 'hidden' },
  { at: 'revision', as: 'whole', empty: 0 },
  { at: 'useRateOf' },
  { at: 'alone', as: 'tick' },
  { at: 'request', empty: '' },
  { at: 'seen', as: 'hidden' },
  { at: 'reason' },
  { at: 'question', empty: '' },
];

interface Decision {
  act: Act;
  run: (ctx: Context, form: DeskForm, object: string, typed: Json) => Promise<Answer>;
}

const SIGNATURE: Record<'publish' | 'reject' | 'ask', Decision> = {
  publish: {
    act: 'signatory.publish',
    run: (ctx, { actor, key, values }, id) =>
      publishSignatory(ctx, actor, key, id, values.get('seen')),
  },
  reject: {
    act: 'signatory.reject',
    run: (ctx, { actor, key }, id, { reason }) =>
      rejectSignatory(ctx, actor, key, id, parse(rejectSignatureInput, { reason })),
  },
  ask: {
    act: 'signatory.ask',
    run: (ctx, { actor, key }, id, { question }) =>
      askSignatory(ctx, actor, key, id, parse(questionInput, { question })),
  },
};

const PLEDGE: Record<'accept' | 'reject' | 'ask', Decision> = {
  accept: {
    act: 'pledge.accept',
    run: (ctx, { actor, key }, ref, { revision, alone, useRateOf }) =>
      acceptPledge(ctx, actor, key, ref, parse(acceptInput, { revision, alone, useRateOf })),
  },
  reject: {
    act: 'pledge.reject',
    run: (ctx, { actor, key }, ref, { reason, revision }) =>
      rejectPledge(ctx, actor, key, ref, parse(rejectInput, { reason, revision })),
  },
  ask: {
    act: 'pledge.ask',
    run: (ctx, { actor, key }, ref, { question }) =>
      askGiver(ctx, actor, key, ref, parse(questionInput, { question })),
  },
};

const decisionOf = ({ request, reason = '' }: Json) => parse(decisionInput, { request, reason });

const REQUEST: Record<'grant' | 'refuse', Decision> = {
  grant: {
    act: 'pledge.grant',
    run: (ctx, { actor, key, values }, ref, typed) =>
      grantRequest(ctx, actor, key, ref, decisionOf(typed), values.get('seen') ?? ''),
  },
  refuse: {
    act: 'pledge.refuse',
    run: (ctx, { actor, key }, ref, typed) =>
      refuseRequest(ctx, actor, key, ref, decisionOf(typed)),
  },
};

const refOf = (params: Record<string, string>): string => codeOf(params, 'ref');

const statement = (decision: 'show' | 'hide'): Decision => ({
  act: `signatory.${decision}-statement`,
  run: (ctx, { actor, key, values }, id) =>
    decideStatement(ctx, actor, key, id, { decision, seen: values.get('seen') ?? '' }),
});

const STATEMENT: Record<'show' | 'hide', Decision> = {
  show: statement('show'),
  hide: statement('hide'),
};

const OBJECTS = {
  signature: { path: '/admin/signatories/:id', decisions: SIGNATURE, objectOf: signatoryIdOf },
  statement: {
    path: '/admin/signatories/:id/statement',
    decisions: STATEMENT,
    objectOf: signatoryIdOf,
  },
  pledge: { path: '/admin/pledges/:ref', decisions: PLEDGE, objectOf: refOf },
  request: { path: '/admin/pledges/:ref/requests', decisions: REQUEST, objectOf: refOf },
} as const;

/** The page of the desk to go back to; the queue for any other text. */
const backOf = (values: ReadonlyMap<string, string>): string => {
  const back = values.get('back') ?? HOME;
  return /^\/admin(\/[\w-]+)*(\?[\w=&%.:+-]*)?$/.test(back) ? back : HOME;
};

/** The queue, the page of a signatory, and the forms that decide. */
export function registerQueue(pages: DeskPages, ctx: Context): void {
  pages.get(HOME, 'view', async (desk) => showQueue(pages, ctx, desk, queryOf(desk)));
  pages.get(OBJECTS.signature.path, 'view', async (desk) => {
    const id = signatoryIdOf(desk.params);
    const gift = await giftOf(ctx, id);
    return gift ? desk.reply.redirect(gift) : showSignatory(pages, ctx, desk, id);
  });
  for (const kind of QUEUE_KINDS) {
    const { path, decisions, objectOf } = OBJECTS[kind];
    for (const [verb, { act, run }] of Object.entries(decisions)) {
      pages.post(
        `${path}/${verb}`,
        'decide',
        FIELDS,
        async (form) => {
          const { body } = await run(ctx, form, objectOf(form.params), form.input);
          const done = body['status'] === 'ready' ? 'pledge.ready' : act;
          return doneAt(form.reply, backOf(form.values), done);
        },
        async (desk, form, { code }) => {
          const object = objectOf(desk.params);
          const errors =
            code === 'rate-too-old'
              ? [{ field: '', message: t.rates.refused }]
              : await inWords(ctx, desk, { kind, object }, form);
          const again = { object, verb: verb as Verb, form: { ...form, errors } };
          const back = backOf(form.values);
          if (back === DESK_PAGES.overview.path) return showOverview(pages, ctx, desk, again);
          return back === `/admin/signatories/${object}`
            ? showSignatory(pages, ctx, desk, object, again)
            : showQueue(pages, ctx, desk, new URL(back, ctx.config.baseUrl).searchParams, again);
        },
      );
    }
  }
}

/** Tells an admin who was overtaken by whom, and how long ago. */
async function inWords(
  { db, now }: Context,
  { actor }: DeskRequest,
  { kind, object }: { kind: QueueKind; object: string },
  { errors }: FormState,
): Promise<FormState['errors']> {
  const deed = await decidedMeanwhile(db, kind, object);
  if (!deed) return errors;
  const { adminId, admin } = deed.doer;
  const who = adminId !== null && adminId === actor.adminId ? t.queue.you : admin;
  return [{ field: '', message: t.queue.overtaken(who, deed.act, deed.at, now()) }];
}

const statusOf = (again: Again | null): number => (again ? statusByField(again.form) : 200);

const queryOf = ({ request }: DeskRequest) =>
  new URLSearchParams(request.query as Record<string, string>);

/** What holds new signatures: the server's setting, or the desk's switch. */
async function heldBy({ config, db }: Context): Promise<QueuePage['held']> {
  if (!config.autoPublish) return 'server';
  return (await readReviewSetting(db)).hold ? 'desk' : null;
}

async function showQueue(
  pages: DeskPages,
  ctx: Context,
  desk: DeskRequest,
  query: URLSearchParams,
  again: Again | null = null,
): Promise<FastifyReply> {
  const input = parse(queueInput, Object.fromEntries(query));
  const { kind, domain = null, cursor } = input;
  const page = {
    ...(await readQueue(ctx, desk.actor, input)),
    tab: kind ?? ('all' as const),
    domain,
    held: await heldBy(ctx),
    canTurnOnRates: ctx.config.ratesUrl === null && !(await readInitiative(ctx)).fetchRates,
    now: ctx.now(),
    back: addressOf(HOME, { kind, domain, cursor }),
    again,
  };
  return pages.send(desk, QueueView, page, statusOf(again));
}

async function showSignatory(
  pages: DeskPages,
  ctx: Context,
  desk: DeskRequest,
  id: string,
  again: Again | null = null,
): Promise<FastifyReply> {
  const page = {
    ...(await readSignatory(ctx, desk.actor, id)),
    now: ctx.now(),
    back: `/admin/signatories/${id}`,
    again,
  };
  return pages.send(desk, SignatoryView, page, statusOf(again));
}
