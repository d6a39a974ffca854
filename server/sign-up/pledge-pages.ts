import { eq } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormState } from '../../web/components/form.tsx';
import type { FormFrame, PledgeKind, PledgeReading } from '../../web/data/forms.ts';
import type { Assets } from '../../web/pages/page.tsx';
import { PLEDGE, pledgeNames, typedPledge } from '../../web/forms/pledge.ts';
import { renderPledgeForm } from '../../web/pages/pledge-form.tsx';
import { renderSign } from '../../web/pages/sign.tsx';
import { actorName, type SignedIn } from '../actor.ts';
import type { Context } from '../context.ts';
import * as schema from '../db/schema.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import { today } from '../domain/day.ts';
import type { FieldError } from '../domain/errors.ts';
import { toBaseUrl } from '../http/base-url.ts';
import { readForm } from '../http/form.ts';
import { sendPage, sendStep } from '../http/page.ts';
import { parse } from '../http/parse.ts';
import { findOwnPledge } from '../pledges/mine.ts';
import { codeOf } from '../pledges/open-pledge.ts';
import { checkEditable, editPledge, logPledge, signAgainFirst } from '../pledges/pledge.ts';
import { newPledge, type NewPledge } from '../pledges/schemas.ts';
import { checkCsrf, type BrowserSession } from '../sessions/cookie.ts';
import { ownSession, toOwnSignIn } from '../sessions/own-pages.ts';
import { formKey, newFormKey, sendOnce } from '../sessions/pages.ts';
import { formFrame, readingOf } from './form-frame.ts';
import { attempt, formErrors, inOrder, STATE_FIELDS, withRow, withValues } from './send.ts';
import { firstSignPage } from './sign-pages.ts';
import { typedOf } from './typed-of.ts';
import { t } from '../../web/words.ts';

type Values = FormState['values'];

const NAMES = [...STATE_FIELDS, 'csrf', ...pledgeNames('funding', 'compute')];

/** One form of a pledge: what it is of, and what it does when it is sent. */
interface Place {
  kind: PledgeKind;
  /** Where it is sent. */
  path: string;
  /** Where its reader goes on to. */
  next: string;
  /** What stands in it before anybody has typed. */
  initial: Values;
  send: (key: RequestKey, input: NewPledge) => Promise<Answer>;
}

/** Whether the giver's signature shows its name. Throws `conflict` for one that is withdrawn. */
async function isGiverShown({ db }: Context, { signatoryId }: SignedIn): Promise<boolean> {
  const { public: isPublic, status } = schema.signatory;
  const [found] = await db
    .select({ isPublic, status })
    .from(schema.signatory)
    .where(eq(schema.signatory.id, signatoryId));
  if (found?.status === 'withdrawn') throw signAgainFirst();
  return found?.isPublic ?? false;
}

interface Site {
  ctx: Context;
  assets: Assets;
}

interface Shown {
  place: Place;
  frame: FormFrame;
  form: FormState;
  pledge?: PledgeReading;
}

function show({ assets }: Site, reply: FastifyReply, status: number, shown: Shown) {
  const { place, frame, form, pledge } = shown;
  const { kind, path: action } = place;
  const page = pledge ? { step: 'review' as const, pledge } : { step: 'pledge' as const };
  return sendStep(
    reply,
    status,
    renderPledgeForm({ ...frame, form, kind, action, ...page }, assets),
  );
}

/** Shows the empty form, or the one of a pledge that is to say something else. */
async function open(site: Site, reply: FastifyReply, { csrf }: { csrf: string }, place: Place) {
  const values = withValues(place.initial, { key: newFormKey(site.ctx), csrf });
  return show(site, reply, 200, {
    place,
    frame: await formFrame(site.ctx),
    form: { values, errors: [] },
  });
}

/** Takes what was typed a step further: another row, back, to its reading, or sends it. */
async function goOn(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  { actor, place, values }: { actor: SignedIn; place: Place; values: Values },
) {
  const { ctx } = site;
  const frame = await formFrame(ctx);
  const { kind } = place;
  const mend = (fields: FieldError[]) => {
    const { fieldOf } = typedPledge(values, kind);
    const errors = inOrder(formErrors(fields, fieldOf), NAMES);
    return show(site, reply, 400, { place, frame, form: { values, errors } });
  };
  const go = values.get('go');
  if (go === 'row' || go === 'pledge') {
    const form = { values: go === 'row' ? withRow(values) : values, errors: [] };
    return show(site, reply, 200, { place, frame, form });
  }
  const isShown = await isGiverShown(ctx, actor);
  const read = attempt(() => {
    const input = parse(newPledge, typedPledge(values, kind).input);
    return { input, reading: readingOf(input, frame, isShown, today(ctx.now())) };
  });
  if ('fields' in read) return mend(read.fields);
  const { input, reading: pledge } = read.value;
  if (go !== 'send') {
    return show(site, reply, 200, { place, frame, form: { values, errors: [] }, pledge });
  }
  const key = formKey(actorName(actor), request, values);
  const sent = await sendOnce(() => place.send(key, input));
  if (sent === 'sent') return reply.redirect(place.next, 303);
  if (sent !== 'sent-before') return mend(sent);
  const errors = [{ field: '', message: t.forms.sentBefore }];
  const form = { values: withValues(values, { key: newFormKey(ctx) }), errors };
  return show(site, reply, 409, { place, frame, form, pledge });
}

/** Pledging by forms for who is signed in; who is not is led to signing, with what was typed. */
export function registerPledgeForm(scope: FastifyInstance, site: Site, kind: PledgeKind): void {
  const { ctx, assets } = site;
  const path = `/pledge/${kind}`;
  const placeOf = ({ actor }: BrowserSession<SignedIn>): Place => ({
    kind,
    path,
    next: '/me',
    initial: new Map(),
    send: (key, input) => logPledge(ctx, actor, key, input),
  });
  scope.get(path, { onRequest: toBaseUrl(ctx.config.baseUrl) }, async (request, reply) => {
    const session = await ownSession(ctx, request);
    if (!session) return reply.redirect(`/sign?pledge=${kind}`, 303);
    await isGiverShown(ctx, session.actor);
    return open(site, reply, session, placeOf(session));
  });
  scope.post(path, async (request, reply) => {
    const values = readForm(request.body, NAMES);
    const session = await ownSession(ctx, request);
    if (!session) {
      const typed = new Map([...values].filter(([name]) => name.startsWith(PLEDGE)));
      const page = firstSignPage(ctx, await formFrame(ctx), withValues(typed, { gives: kind }));
      return sendPage(reply, 200, renderSign(page, assets));
    }
    checkCsrf(session, values.get('csrf'));
    return goOn(site, request, reply, { actor: session.actor, place: placeOf(session), values });
  });
}

/** The same form for one's own pledge that waits for an admin: it may say something else until then. */
export function registerEditForm(scope: FastifyInstance, site: Site): void {
  const { ctx } = site;
  const placeOf = (
    { actor }: BrowserSession<SignedIn>,
    pledge: Awaited<ReturnType<typeof findOwnPledge>>,
  ): Place => {
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
  const options = { onRequest: toBaseUrl(ctx.config.baseUrl) };
  scope.get<{ Params: { ref: string } }>(route, options, async (request, reply) => {
    const session = await ownSession(ctx, request);
    if (!session) return toOwnSignIn(request, reply);
    const pledge = await findOwnPledge(ctx.db, session.actor, codeOf(request.params, 'ref'));
    checkEditable(pledge.row);
    return open(site, reply, session, placeOf(session, pledge));
  });
  scope.post<{ Params: { ref: string } }>(route, async (request, reply) => {
    const session = await ownSession(ctx, request);
    if (!session) return toOwnSignIn(request, reply);
    const values = readForm(request.body, NAMES);
    checkCsrf(session, values.get('csrf'));
    // What has become of it meanwhile is said in the form, where what was typed stands.
    const pledge = await findOwnPledge(ctx.db, session.actor, codeOf(request.params, 'ref'));
    const place = placeOf(session, pledge);
    return goOn(site, request, reply, { actor: session.actor, place, values });
  });
}
