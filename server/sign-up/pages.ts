import { eq } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { FormState } from '../../web/components/form.tsx';
import { LinkSentView, LinkView, SignInView, SpentLinkView } from '../../web/pages/sign-in.tsx';
import { unsentIn } from '../config.ts';
import type { Context } from '../context.ts';
import * as people from '../db/people.ts';
import * as schema from '../db/schema.ts';
import { today } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { readingOf, signatureOf } from './form-frame.ts';
import { openInitiative } from '../initiative/read.ts';
import { toBaseUrl } from '../http/base-url.ts';
import { acceptForms, readForm } from '../http/form.ts';
import { parse } from '../http/parse.ts';
import { h100RatesOn } from '../rates/reference.ts';
import { findLink, linkSpent, type Link } from '../sessions/link.ts';
import { networkHash } from '../sessions/networks.ts';
import { HOME, ownSession, sendOwn, setOwnCookie } from '../sessions/own-pages.ts';
import { formKey, newFormKey } from '../sessions/pages.ts';
import { confirm, askForLink } from './sign-up.ts';
import { askerOf, limitLinks } from './limits.ts';
import { linkInput, type SignUpInput } from './schemas.ts';

async function linkFacts(ctx: Context, link: Link) {
  const { purpose, address } = link;
  if (link.signUpId !== null) {
    const [row] = await ctx.db
      .select({ input: people.signUp.input })
      .from(people.signUp)
      .where(eq(people.signUp.id, link.signUpId));
    if (!row) throw linkSpent();
    const input = row.input as SignUpInput;
    const { currency } = await openInitiative(ctx.db);
    const h100Rates = await h100RatesOn(ctx.db, today(ctx.now()));
    const frame = { currency, h100Rates };
    const pledge = input.pledge ? readingOf(input.pledge, frame, input.public) : null;
    return {
      purpose,
      name: input.name,
      address,
      signUp: { signature: signatureOf(input), pledge },
    };
  }
  const [row] = await ctx.db
    .select({ name: schema.signatory.name })
    .from(schema.signatory)
    .where(eq(schema.signatory.id, link.signatoryId!));
  if (!row) throw linkSpent();
  return { purpose, name: row.name, address, signUp: null };
}

const spent =
  (ctx: Context, reply: FastifyReply) =>
  async (error: unknown): Promise<FastifyReply> => {
    if (!(error instanceof DomainError) || error.code !== 'link-spent') throw error;
    return sendOwn(ctx, reply, SpentLinkView, {}, 410);
  };

async function showLink(ctx: Context, token: string, reply: FastifyReply) {
  const facts = await linkFacts(ctx, await findLink(ctx.db, token, ctx.now()));
  return sendOwn(ctx, reply, LinkView, { ...facts, token, key: newFormKey(ctx) });
}

function showSignIn(
  ctx: Context,
  reply: FastifyReply,
  values: Record<string, string>,
  errors: FormState['errors'] = [],
): Promise<FastifyReply> {
  const form = { values: new Map(Object.entries({ ...values, key: newFormKey(ctx) })), errors };
  return sendOwn(ctx, reply, SignInView, { form }, errors.length > 0 ? 400 : 200);
}

/** No URL has an address in it, so `to` may be unknown. */
export const linkSent = (ctx: Context, reply: FastifyReply, to: string | null) =>
  sendOwn(ctx, reply, LinkSentView, { to, unsent: unsentIn(ctx.config) });

export function registerSignIn(app: FastifyInstance, ctx: Context): void {
  const { baseUrl } = ctx.config;
  const toOwn = { onRequest: toBaseUrl(baseUrl) };

  void app.register(async (scope) => {
    acceptForms(scope, baseUrl);

    scope.get<{ Querystring: { next?: unknown } }>('/sign-in', toOwn, async (request, reply) => {
      const { next } = request.query;
      const goal = linkInput.shape.next.safeParse(next).data;
      if (await ownSession(ctx, request)) return reply.redirect(goal ?? HOME, 303);
      return showSignIn(ctx, reply, { next: goal ?? '' });
    });
    scope.post('/sign-in', async (request, reply) => {
      const values = readForm(request.body, ['email', 'next', 'key']);
      const { email = '', next = '' } = Object.fromEntries(values);
      try {
        const input = parse(linkInput, { email, ...(next && { next }) });
        const own = await ownSession(ctx, request);
        const asker = await askerOf(ctx, request, own?.actor);
        await askForLink(ctx, formKey('public', request, values), input, asker);
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error;
        return showSignIn(ctx, reply, { email, next }, error.fields);
      }
      return reply.redirect('/sign-in/sent', 303);
    });
    scope.get('/sign-in/sent', toOwn, (_request, reply) => linkSent(ctx, reply, null));

    scope.get<{ Querystring: { token?: unknown } }>('/confirm', toOwn, async (request, reply) => {
      await limitLinks(ctx, request);
      const { token } = request.query;
      return showLink(ctx, typeof token === 'string' ? token : '', reply).catch(spent(ctx, reply));
    });
    scope.post('/confirm', async (request, reply) => {
      await limitLinks(ctx, request);
      const { token = '', key = '' } = Object.fromEntries(readForm(request.body, ['token', 'key']));
      const browser = request.headers['user-agent'] ?? null;
      const network = networkHash(ctx, request);
      return confirm(ctx, { token, key, browser, network }).then(
        ({ session, purpose, next }) => {
          setOwnCookie(reply, baseUrl, session);
          return reply.redirect(next ?? (purpose === 'confirm' ? `${HOME}?signed` : HOME), 303);
        },
        spent(ctx, reply),
      );
    });
  });
}
