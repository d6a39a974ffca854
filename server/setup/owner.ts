import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import type { FormState } from '../../web/components/form.tsx';
import { renderOwnerCodes, renderOwnerForm, renderOwnerPasskey } from '../../web/pages/setup.tsx';
import { enterAsOwner, ownedAlready, personInput, type Person } from '../admins/enter.ts';
import { askForNewPasskey } from '../admins/passkey.ts';
import { DESK_SECONDS } from '../admins/session.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { toBaseUrl } from '../http/base-url.ts';
import { readForm } from '../http/form.ts';
import { sendPage } from '../http/page.ts';
import { parse } from '../http/parse.ts';
import { setSessionCookie } from '../sessions/cookie.ts';
import type { Setup } from './setup.ts';
import { t } from '../../web/words.ts';

export const OWNER_PATH = '/setup/owner';

type Errors = FormState['errors'];

/** Each step carries the code. */
export function registerOwnerStep(scope: FastifyInstance, setup: Setup, ctx: Context): void {
  const { baseUrl } = ctx.config;
  const admit = async (code: string, reply: FastifyReply, next: () => Promise<FastifyReply>) => {
    const standing = await setup.standing(code);
    if (standing === 'closed') return reply.callNotFound();
    if (standing !== 'right') {
      return reply.redirect(`/setup?${new URLSearchParams({ code })}`, 303);
    }
    if ((await setup.open()).owner) return next();
    throw ownedAlready();
  };
  const showForm = async (reply: FastifyReply, form: FormState) => {
    const status = form.errors.length > 0 ? 400 : 200;
    return sendPage(reply, status, renderOwnerForm(OWNER_PATH, form));
  };
  const showPasskey = async (
    reply: FastifyReply,
    hidden: { code: string; name: string; email: string },
    errors: Errors,
  ) => {
    const options = await askForNewPasskey(ctx, 'owner', { id: uuidv7(), ...hidden });
    const page = { action: OWNER_PATH, options, hidden, errors };
    return sendPage(reply, errors.length > 0 ? 400 : 200, renderOwnerPasskey(page));
  };

  const enter = async (
    { headers, ip }: FastifyRequest,
    reply: FastifyReply,
    { person, answer }: { person: Person; answer: string },
  ) => {
    const browser = headers['user-agent'] ?? null;
    const made = { answer, passkeyName: t.me.browser(browser) };
    const { token, codes } = await enterAsOwner(ctx, person, made, { browser, from: ip });
    setSessionCookie(reply, baseUrl, 'admin', { token, seconds: DESK_SECONDS });
    return sendPage(reply, 200, renderOwnerCodes(codes));
  };

  scope.get<{ Querystring: { code?: unknown } }>(
    OWNER_PATH,
    { onRequest: toBaseUrl(baseUrl) },
    async ({ query }, reply) => {
      const code = typeof query.code === 'string' ? query.code : '';
      const form = { values: new Map([['code', code]]), errors: [] };
      return admit(code, reply, () => showForm(reply, form));
    },
  );
  scope.post(OWNER_PATH, async (request, reply) => {
    const values = readForm(request.body, ['code', 'name', 'email', 'passkey']);
    const { code = '', name = '', email = '', passkey } = Object.fromEntries(values);
    return admit(code, reply, async () => {
      try {
        const person = parse(personInput, { name, email });
        if (passkey === undefined) return await showPasskey(reply, { code, ...person }, []);
        return await enter(request, reply, { person, answer: passkey });
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error;
        const isOfPasskey = error.fields.some(({ field }) => field === '');
        return isOfPasskey
          ? showPasskey(reply, { code, name, email }, error.fields)
          : showForm(reply, { values, errors: error.fields });
      }
    });
  });
}
