import { eq } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormState } from '../../web/components/form.tsx';
import type { FormFrame, PledgeKind, PledgeReading } from '../../web/data/forms.ts';
import { PLEDGE, pledgeNames, typedPledge } from '../../web/forms/pledge.ts';
import { renderOwn } from '../../web/pages/frame.tsx';
import { PledgeFormView } from '../../web/pages/pledge-form.tsx';
import { SignView } from '../../web/pages/sign.tsx';
import { t } from '../../web/words.ts';
import { actorName, type SignedIn } from '../actor.ts';
import type { Context } from '../context.ts';
import * as schema from '../db/schema.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import { today } from '../domain/day.ts';
import type { FieldError } from '../domain/errors.ts';
import { toBaseUrl } from '../http/base-url.ts';
import { readForm, acceptForms } from '../http/form.ts';
import { sendPage, sendStep } from '../http/page.ts';
import { parse } from '../http/parse.ts';
import { findOwnPledge, type OwnPledge } from '../pledges/mine.ts';
import { codeOf } from '../pledges/open-pledge.ts';
import { checkEditable, editPledge, logPledge, signAgainFirst } from '../pledges/pledge.ts';
import { newPledge, type NewPledge } from '../pledges/schemas.ts';
import { checkCsrf, type BrowserSession } from '../sessions/cookie.ts';
import { ownPages, ownSession } from '../sessions/own-pages.ts';
import { formKey, newFormKey, sendOnce } from '../sessions/pages.ts';
import {
  formFrame,
  readingOf,
  typedOf,
  attempt,
  formErrors,
  inOrder,
  STATE_FIELDS,
  withRow,
  withValues,
} from './form-frame.ts';
import { firstSignPage, registerSign } from './sign-pages.ts';

type Values = FormState['values'];

const NAMES = [...STATE_FIELDS, 'csrf', ...pledgeNames('funding', 'compute')];

interface Place {
  kind: PledgeKind;
  path: string;
  next: string;
  initial: Values;
  send: (key: RequestKey, input: NewPledge) => Promise<Answer>;
}

/** Throws `conflict` for a withdrawn signature. */
async function isGiverShown({ db }: Context, { signatoryId }: SignedIn): Promise<boolean> {
  const { public: isPublic, status } = schema.signatory;
  const [found] = await db
    .select({ isPublic, status })
    .from(schema.signatory)
    .where(eq(schema.signatory.id, signatoryId));
  if (found?.status === 'withdrawn') throw signAgainFirst();
  return found?.isPublic ?? false;
}

interface Shown {
  place: Place;
  frame: FormFrame;
  form: FormState;
  pledge?: PledgeReading;
}

function show(reply: FastifyReply, status: number, shown: Shown) {
  const { place, frame, form, pledge } = shown;
  const { kind, path: action } = place;
  const page = pledge ? { step: 'review' as const, pledge } : { step: 'pledge' as const };
  return sendStep(
    reply,
    status,
    renderOwn(frame, PledgeFormView, { ...frame, form, kind, action, ...page }),
  );
}

async function open(ctx: Context, reply: FastifyReply, csrf: string, place: Place) {
  const values = withValues(place.initial, { key: newFormKey(ctx), csrf });
  return show(reply, 200, {
    place,
    frame: await formFrame(ctx),
    form: { values, errors: [] },
  });
}

async function goOn(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  { actor, place, values }: { actor: SignedIn; place: Place; values: Values },
) {
  const frame = await formFrame(ctx);
  const { kind } = place;
  const mend = (fields: FieldError[]) => {
    const { fieldOf } = typedPledge(values, kind);
    const errors = inOrder(formErrors(fields, fieldOf), NAMES);
    return show(reply, 400, { place, frame, form: { values, errors } });
  };
  const go = values.get('go');
  if (go === 'row' || go === 'pledge') {
    const form = { values: go === 'row' ? withRow(values) : values, errors: [] };
    return show(reply, 200, { place, frame, form });
  }
  const isShown = await isGiverShown(ctx, actor);
  const read = attempt(() => {
    const input = parse(newPledge, typedPledge(values, kind).input);
    return { input, reading: readingOf(input, frame, isShown, today(ctx.now())) };
  });
  if ('fields' in read) return mend(read.fields);
  const { input, reading: pledge } = read.value;
  if (go !== 'send') {
    return show(reply, 200, { place, frame, form: { values, errors: [] }, pledge });
  }
  const key = formKey(actorName(actor), request, values);
  const sent = await sendOnce(() => place.send(key, input));
  if (sent === 'sent') return reply.redirect(place.next, 303);
  if (sent !== 'sent-before') return mend(sent);
  const errors = [{ field: '', message: t.forms.sentBefore }];
  const form = { values: withValues(values, { key: newFormKey(ctx) }), errors };
  return show(reply, 409, { place, frame, form, pledge });
}

/** A stranger goes on to sign, with what was typed. */
export function registerPledgeForm(scope: FastifyInstance, ctx: Context, kind: PledgeKind): void {
  const path = `/pledge/${kind}`;
  const placeOf = ({ actor }: BrowserSession<SignedIn>): Place => ({
    kind,
    path,
    next: '/me',
    initial: new Map(),
    send: (key, input) => logPledge(ctx, actor, key, input),
  });
  scope.get(path, async (request, reply) => {
    const session = await ownSession(ctx, request);
    if (!session) return reply.redirect(`/sign?pledge=${kind}`, 303);
    await isGiverShown(ctx, session.actor);
    return open(ctx, reply, session.csrf, placeOf(session));
  });
  scope.post(path, async (request, reply) => {
    const values = readForm(request.body, NAMES);
    const session = await ownSession(ctx, request);
    if (!session) {
      const typed = new Map([...values].filter(([name]) => name.startsWith(PLEDGE)));
      const page = firstSignPage(ctx, await formFrame(ctx), withValues(typed, { gives: kind }));
      return sendPage(reply, 200, renderOwn(page, SignView, page));
    }
    checkCsrf(session, values.get('csrf'));
    return goOn(ctx, request, reply, { actor: session.actor, place: placeOf(session), values });
  });
}

/** The same form, to edit one's own pending pledge. */
export function registerEditForm(scope: FastifyInstance, ctx: Context): void {
  const placeOf = (actor: SignedIn, pledge: OwnPledge): Place => {
    const { ref } = pledge.row;
    return {
      kind: pledge.asset.kind,
      path: `/me/pledges/${ref}/edit`,
      next: `/me/pledges/${ref}`,
      initial: typedOf(pledge),
      send: (key, input) => editPledge(ctx, actor, key, ref, input),
    };
  };
  const route = '/me/pledges/:ref/edit';
  const pages = ownPages(scope, ctx);
  pages.get(route, async ({ actor, keys, reply, params }) => {
    const pledge = await findOwnPledge(ctx.db, actor, codeOf(params, 'ref'));
    checkEditable(pledge.row);
    return open(ctx, reply, keys.csrf, placeOf(actor, pledge));
  });
  pages.post(route, NAMES, async ({ actor, request, reply, params, values }) => {
    // A change in between is shown in the form, where the typed text is.
    const pledge = await findOwnPledge(ctx.db, actor, codeOf(params, 'ref'));
    return goOn(ctx, request, reply, { actor, place: placeOf(actor, pledge), values });
  });
}

export function registerForms(app: FastifyInstance, ctx: Context): void {
  void app.register(async (scope) => {
    acceptForms(scope, ctx.config.baseUrl);
    scope.addHook('onRequest', toBaseUrl(ctx.config.baseUrl));
    registerSign(scope, ctx);
    registerPledgeForm(scope, ctx, 'funding');
    registerPledgeForm(scope, ctx, 'compute');
    registerEditForm(scope, ctx);
  });
}
