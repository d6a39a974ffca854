import type { FastifyReply } from 'fastify';
import type { FormState } from '../../../web/components/form.tsx';
import { addressOf } from '../../../web/components/list.tsx';
import { renderQueue } from '../../../web/desk/queue/page.tsx';
import { QUEUE_KINDS, type QueueKind, type Verb } from '../../../web/data/desk.ts';
import { renderSignatory } from '../../../web/desk/signatory/page.tsx';
import type { Assets } from '../../../web/pages/page.tsx';
import type { Context } from '../../context.ts';
import type { Answer } from '../../db/write.ts';
import type { Act } from '../../domain/audit-trail.ts';
import { DomainError } from '../../domain/errors.ts';
import { sendPage } from '../../http/page.ts';
import { parse } from '../../http/parse.ts';
import { questionInput } from '../../http/text.ts';
import { isCode } from '../../ledger/codes.ts';
import {
  acceptInput,
  rejectInput,
  acceptPledge,
  askGiver,
  rejectPledge,
} from '../../pledges/decide.ts';
import { decisionInput, grantRequest, refuseRequest } from '../../pledges/decide-request.ts';
import { askSignatory, publishSignatory, rejectSignatory } from '../../signatories/moderate.ts';
import { readReviewSetting } from '../../signatories/review-rules.ts';
import { signatoryIdOf } from '../../signatories/routes.ts';
import { decideStatement } from '../../signatories/moderate.ts';
import { rejectInput as rejectSignatureInput } from '../../signatories/schemas.ts';
import { decidedMeanwhile } from './deciding.ts';
import { readInitiative } from '../initiative/model.ts';
import { deskFrame, doneAt, type DeskForm, type DeskPages, type DeskRequest } from '../frame.ts';
import { queueInput, readQueue } from './model.ts';
import { giftOf, readSignatory } from '../signatory/routes.ts';
import { t } from '../../../web/words.ts';
import type { Again, QueuePage } from '../../../web/desk/queue/parts.tsx';

const HOME = '/admin';

/** What a decision's form sends beside its keys: where it came from, what was looked at, what is said. */
const FIELDS = [
  'back',
  'revision',
  'useRateOf',
  'alone',
  'request',
  'seen',
  'reason',
  'question',
] as const;

/** What is empty was not said. */
const said = (values: ReadonlyMap<string, string>, name: 'reason' | 'question' | 'useRateOf') =>
  values.get(name) || undefined;

/** What was looked at, as the page had it. */
const seen = (values: ReadonlyMap<string, string>) => ({
  revision: Number(values.get('revision') ?? 0),
});

/** Whether an anonymous pledge is to be accepted by itself. */
const alone = (values: ReadonlyMap<string, string>) => (values.has('alone') ? { alone: true } : {});

interface Decision {
  act: Act;
  run: (ctx: Context, form: DeskForm, object: string) => Promise<Answer>;
}

const SIGNATURE: Record<'publish' | 'reject' | 'ask', Decision> = {
  publish: {
    act: 'signatory.publish',
    run: (ctx, { actor, key, values }, id) =>
      publishSignatory(ctx, actor, key, id, values.get('seen')),
  },
  reject: {
    act: 'signatory.reject',
    run: (ctx, { actor, key, values }, id) => {
      const input = parse(rejectSignatureInput, { reason: said(values, 'reason') });
      return rejectSignatory(ctx, actor, key, id, input);
    },
  },
  ask: {
    act: 'signatory.ask',
    run: (ctx, { actor, key, values }, id) => {
      const input = parse(questionInput, { question: values.get('question') ?? '' });
      return askSignatory(ctx, actor, key, id, input);
    },
  },
};

const PLEDGE: Record<'accept' | 'reject' | 'ask', Decision> = {
  accept: {
    act: 'pledge.accept',
    run: (ctx, { actor, key, values }, ref) =>
      acceptPledge(
        ctx,
        actor,
        key,
        ref,
        parse(acceptInput, {
          ...seen(values),
          ...alone(values),
          useRateOf: said(values, 'useRateOf'),
        }),
      ),
  },
  reject: {
    act: 'pledge.reject',
    run: (ctx, { actor, key, values }, ref) => {
      const input = parse(rejectInput, { reason: said(values, 'reason'), ...seen(values) });
      return rejectPledge(ctx, actor, key, ref, input);
    },
  },
  ask: {
    act: 'pledge.ask',
    run: (ctx, { actor, key, values }, ref) => {
      const input = parse(questionInput, { question: values.get('question') ?? '' });
      return askGiver(ctx, actor, key, ref, input);
    },
  },
};

const decisionOf = (values: ReadonlyMap<string, string>) =>
  parse(decisionInput, {
    request: values.get('request') ?? '',
    reason: values.get('reason') ?? '',
  });

const REQUEST: Record<'grant' | 'refuse', Decision> = {
  grant: {
    act: 'pledge.grant',
    run: (ctx, { actor, key, values }, ref) =>
      grantRequest(ctx, actor, key, ref, decisionOf(values), values.get('seen') ?? ''),
  },
  refuse: {
    act: 'pledge.refuse',
    run: (ctx, { actor, key, values }, ref) =>
      refuseRequest(ctx, actor, key, ref, decisionOf(values)),
  },
};

const refOf = ({ ref = '' }: Record<string, string>): string => {
  if (isCode(ref)) return ref;
  throw new DomainError('not-found', 'There is no such pledge.');
};

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

/** A page of the desk to go back to; the queue, for a text that is none. */
const backOf = (values: ReadonlyMap<string, string>): string => {
  const back = values.get('back') ?? HOME;
  return /^\/admin(\/[\w-]+)*(\?[\w=&%.:+-]*)?$/.test(back) ? back : HOME;
};

/** The queue, the page of a signatory, and the forms by which is decided. */
export function registerQueue(pages: DeskPages, ctx: Context, assets: Assets): void {
  pages.get(HOME, 'view', async (desk) => showQueue(ctx, assets, desk, queryOf(desk)));
  pages.get(OBJECTS.signature.path, 'view', async (desk) => {
    const id = signatoryIdOf(desk.params);
    const gift = await giftOf(ctx, id);
    return gift ? desk.reply.redirect(gift) : showSignatory(ctx, assets, desk, id);
  });
  for (const kind of QUEUE_KINDS) {
    const { path, decisions, objectOf } = OBJECTS[kind];
    for (const [verb, { act, run }] of Object.entries(decisions)) {
      pages.post(
        `${path}/${verb}`,
        'decide',
        FIELDS,
        async (form) => {
          const { body } = await run(ctx, form, objectOf(form.params));
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
          return back === `/admin/signatories/${object}`
            ? showSignatory(ctx, assets, desk, object, again)
            : showQueue(ctx, assets, desk, new URL(back, ctx.config.baseUrl).searchParams, again);
        },
      );
    }
  }
}

/** Whoever was overtaken is told by whom, and how long ago. */
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

const statusOf = (again: Again | null): number => {
  if (again === null) return 200;
  return again.form.errors.some(({ field }) => field === '') ? 409 : 400;
};

const queryOf = ({ request }: DeskRequest) =>
  new URLSearchParams(request.query as Record<string, string>);

/** What holds new signatures: the server's setting, or the desk's switch. */
async function heldBy({ config, db }: Context): Promise<QueuePage['held']> {
  if (!config.autoPublish) return 'server';
  return (await readReviewSetting(db)).hold ? 'desk' : null;
}

async function showQueue(
  ctx: Context,
  assets: Assets,
  desk: DeskRequest,
  query: URLSearchParams,
  again: Again | null = null,
): Promise<FastifyReply> {
  const input = parse(queueInput, Object.fromEntries(query));
  const { kind, domain = null, cursor } = input;
  const page = {
    frame: await deskFrame(ctx, desk),
    ...(await readQueue(ctx, desk.actor, input)),
    tab: kind ?? ('all' as const),
    domain,
    held: await heldBy(ctx),
    canTurnOnRates: ctx.config.ratesUrl === null && !(await readInitiative(ctx)).fetchRates,
    warnings: await ctx.warnings(),
    now: ctx.now(),
    back: addressOf(HOME, { kind, domain, cursor }),
    again,
  };
  return sendPage(desk.reply, statusOf(again), renderQueue(page, assets));
}

async function showSignatory(
  ctx: Context,
  assets: Assets,
  desk: DeskRequest,
  id: string,
  again: Again | null = null,
): Promise<FastifyReply> {
  const page = {
    frame: await deskFrame(ctx, desk),
    ...(await readSignatory(ctx, desk.actor, id)),
    now: ctx.now(),
    back: `/admin/signatories/${id}`,
    again,
  };
  return sendPage(desk.reply, statusOf(again), renderSignatory(page, assets));
}
