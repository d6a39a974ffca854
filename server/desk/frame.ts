import { eq, sql } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { renderAtDesk, type DeskFrame } from '../../web/desk/frame.tsx';
import type { FormState } from '../../web/components/form.tsx';
import { fieldNames, readFields, type FormField, type Json } from '../../web/forms/fields.ts';
import { requireRight, requireTouch, type Admin } from '../actor.ts';
import { findDeskSession, isRecovering } from '../admins/session.ts';
import type { Context } from '../context.ts';
import { admin } from '../db/desk.ts';
import { ACTS, type Act } from '../domain/audit-trail.ts';
import type { DomainError } from '../domain/errors.ts';
import type { Right } from '../domain/right.ts';
import { sendPage } from '../http/page.ts';
import { findInitiative, noInitiative } from '../initiative/read.ts';
import { UNSETTLED, waitingAt } from '../postman/waiting.ts';
import { browserSession } from '../sessions/cookie.ts';
import { ownFrame } from '../sessions/own-pages.ts';
import { signedInPages, type Signed, type SignedForm } from '../sessions/pages.ts';

export type DeskRequest = Signed<Admin>;
/** `input`: what was typed in its fields, as the API's JSON. */
export type DeskForm = SignedForm<Admin> & { input: Json };

/** What a link fills into a form; a name that comes twice is none. */
export const typedQuery = (query: unknown): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(query as object).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    ),
  );

/** A form in which nothing is typed. */
export const BLANK: FormState = { values: new Map(), errors: [] };

export const statusOf = ({ errors }: Pick<FormState, 'errors'>): number =>
  errors.length > 0 ? 400 : 200;

/** A refusal of the form as a whole is a conflict; one at a field is a mistake in it. */
export const statusByField = ({ errors }: Pick<FormState, 'errors'>): number =>
  errors.some(({ field }) => field === '') ? 409 : statusOf({ errors });

/** A refusal that is no mistake in a field is a conflict. */
export const statusAfter = (refusal?: DomainError): number =>
  !refusal ? 200 : refusal.code === 'invalid-input' ? 400 : 409;

/** What was typed in some of the fields; an empty one is missing. */
export const typedIn = (values: ReadonlyMap<string, string>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, values.get(name) || undefined]));

const anySession = (ctx: Context, request: FastifyRequest) =>
  browserSession(request, ctx.config.baseUrl, 'admin', (token) =>
    ctx.identify((db) => findDeskSession(db, token, { now: ctx.now(), from: request.ip })),
  );

/** The session of a browser; null for a stranger, and for an admin who must make a passkey first. */
export const deskSession = async (ctx: Context, request: FastifyRequest) => {
  const found = await anySession(ctx, request);
  return found && !isRecovering(found.actor) ? found : null;
};

/** The session that a recovery code opened, until there is a passkey. */
export const recoverySession = async (ctx: Context, request: FastifyRequest) => {
  const found = await anySession(ctx, request);
  return found && isRecovering(found.actor) ? found : null;
};

const doneOf = (query: unknown): Act | null => {
  const { done } = query as { done?: unknown };
  return ACTS.find((act) => act === done) ?? null;
};

async function deskFrame(ctx: Context, { actor, keys, request }: DeskRequest): Promise<DeskFrame> {
  const [who] = await ctx.db
    .select({
      name: admin.name,
      role: admin.role,
      waiting: sql<number>`(SELECT count(*)::int FROM (${waitingAt(ctx.now())}) AS waiting)`,
      unsettled: sql<number>`(SELECT count(*)::int FROM (${UNSETTLED}) AS unsettled)`,
    })
    .from(admin)
    .where(eq(admin.id, actor.adminId!));
  const { waiting, unsettled, ...named } = who!;
  return {
    ...(await ownFrame(ctx)),
    path: request.url.split('?')[0]!,
    admin: named,
    rights: actor.rights,
    waiting,
    unsettled,
    done: request.method === 'GET' ? doneOf(request.query) : null,
    keys,
  };
}

/** Goes on to a page that says what was done. */
export const doneAt = (reply: FastifyReply, path: string, act: Act): FastifyReply =>
  reply.redirect(`${path}${path.includes('?') ? '&' : '?'}done=${act}`, 303);

/** Of a form: its fields, or only their names. */
type Asked = readonly (FormField | string)[];
type Run = (form: DeskForm) => Promise<FastifyReply>;
type ShowAgain = (
  desk: DeskRequest,
  form: FormState,
  refusal: DomainError,
) => Promise<FastifyReply>;

/**
 * Registers pages of the desk in `scope`, each with the right that it takes. Strangers go to sign in, and whoever must
 * touch the passkey again does; both come back. Before there is an initiative each page throws `no-initiative`.
 */
export function deskPages(scope: FastifyInstance, ctx: Context) {
  const pages = signedInPages<Admin>(scope, ctx, {
    session: (request) => deskSession(ctx, request),
    signIn: '/admin/sign-in',
    home: '/admin',
    keepsQuery: true,
    again: { code: 'touch-again', path: '/admin/touch', tellsSent: true },
  });
  const get = (path: string, right: Right, show: (desk: DeskRequest) => Promise<FastifyReply>) =>
    pages.get(path, async (request) => {
      requireRight(request.actor, right);
      if (!(await findInitiative(ctx.db))) throw noInitiative();
      return show(request);
    });
  const post = (path: string, right: Right, asked: Asked, run: Run, showAgain?: ShowAgain) => {
    const fields = asked.filter((each) => typeof each !== 'string');
    const names = asked.filter((each) => typeof each === 'string');
    return pages.post(
      path,
      [...names, ...fieldNames(fields)],
      async (form) => {
        requireRight(form.actor, right);
        return run({ ...form, input: readFields(fields, form.values).input });
      },
      showAgain,
    );
  };
  return {
    get,
    post,
    /** A form at the address that it is sent to. With 'touch' it isn't even shown without a fresh one. */
    form: (
      path: string,
      guard: Right | readonly [Right, 'touch'],
      asked: Asked,
      show: (desk: DeskRequest, form?: FormState, refusal?: DomainError) => Promise<FastifyReply>,
      run: Run,
    ) => {
      const [right, touch] = [guard].flat() as [Right, 'touch'?];
      get(path, right, async (desk) => {
        if (touch) requireTouch(desk.actor, ctx.now());
        return show(desk);
      });
      post(path, right, asked, run, show);
    },
    /** A form on another page, which `show` shows again after a refusal. */
    formOn: (path: string, right: Right, asked: Asked, show: ShowAgain, run: Run) =>
      post(path, right, asked, run, show),
    /** Sends a page, in its frame. */
    send: async <P>(
      desk: DeskRequest,
      view: (page: P) => VNode,
      page: NoInfer<P>,
      status = 200,
    ): Promise<FastifyReply> =>
      sendPage(desk.reply, status, renderAtDesk(await deskFrame(ctx, desk), view, page)),
  };
}
export type DeskPages = ReturnType<typeof deskPages>;
