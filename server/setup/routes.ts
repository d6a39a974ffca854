import type { FastifyInstance, FastifyReply } from 'fastify';
import { freshSetup, isFilledIn, renderSetup, renderSetupCode } from '../../web/pages/setup.tsx';
import { initiativeOf, setupNames } from '../../web/forms/setup.ts';
import type { FormState } from '../../web/components/form.tsx';
import type { Context } from '../context.ts';
import { DomainError, type FieldError } from '../domain/errors.ts';
import { toBaseUrl } from '../http/base-url.ts';
import { acceptForms, readForm } from '../http/form.ts';
import { sendPage } from '../http/page.ts';
import { ratesState } from '../rates/fetching.ts';
import { OWNER_PATH, registerOwnerStep } from './owner.ts';
import { alreadySetUp, type Setup } from './setup.ts';
import { t } from '../../web/words.ts';

const ALL_FIELDS: readonly string[] = ['code', ...setupNames];

/** Opening the page without a code is no mistake. */
function codeErrors(values: FormState['values'], standing: 'wrong' | 'locked'): FieldError[] {
  if (values.size === 0) return [];
  const { missing, [standing]: refused } = t.setup.code;
  return [{ field: 'code', message: values.get('code') ? refused : missing }];
}

/** Errors of no field first. */
const inOrder = (errors: readonly FieldError[]): FieldError[] =>
  errors.toSorted((a, b) => ALL_FIELDS.indexOf(a.field) - ALL_FIELDS.indexOf(b.field));

const ownerStep = (code: string): string => `${OWNER_PATH}?${new URLSearchParams({ code })}`;

/** A code opens the form; only its POST does anything. With an initiative, the code leads to the owner's step. */
export function registerSetup(
  app: FastifyInstance,
  setup: Setup,
  ctx: Context,
  assets: Record<string, string>,
): void {
  const { baseUrl } = ctx.config;
  // A trial calls no other server unless somebody says so.
  const byDefault = ctx.engine === 'postgres' ? 'yes' : 'no';
  const form = async (reply: FastifyReply, status: number, typed: FormState, asksCode = false) => {
    const demonstration = (await setup.current()) !== null;
    const { owner } = await setup.open();
    const ownerPath = owner && demonstration ? ownerStep(typed.values.get('code') ?? '') : null;
    const rates = await ratesState(ctx);
    const page = { demonstration, form: typed, asksCode, ownerPath, rates };
    return sendPage(reply, status, renderSetup(page, assets));
  };
  const admit = async (
    reply: FastifyReply,
    values: FormState['values'],
    next?: () => Promise<unknown>,
  ) => {
    const given = values.get('code') ?? '';
    const standing = await setup.standing(given);
    if (standing === 'closed') return reply.callNotFound();
    if (standing !== 'right') {
      const shown = { values, errors: codeErrors(values, standing) };
      return isFilledIn(values)
        ? form(reply, 403, shown, true)
        : sendPage(reply, given ? 403 : 200, renderSetupCode(shown, assets));
    }
    if (next && isFilledIn(values)) return next();
    const { initiative, owner } = await setup.open();
    if (initiative) return form(reply, 200, freshSetup(given, byDefault));
    if (owner) return reply.redirect(ownerStep(given), 303);
    throw alreadySetUp();
  };

  void app.register(async (scope) => {
    acceptForms(scope, baseUrl);
    scope.get<{ Querystring: { code?: unknown } }>(
      '/setup',
      { onRequest: toBaseUrl(baseUrl) },
      async ({ query: { code } }, reply) =>
        admit(reply, new Map(typeof code === 'string' ? [['code', code]] : [])),
    );
    scope.post('/setup', async ({ body }, reply) => {
      const values = readForm(body, ALL_FIELDS);
      return admit(reply, values, async () => {
        try {
          await setup.begin(initiativeOf(values));
        } catch (error) {
          if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error;
          return form(reply, 400, { values, errors: inOrder(error.fields) });
        }
        const { owner } = await setup.open();
        return reply.redirect(owner ? ownerStep(values.get('code')!) : '/', 303);
      });
    });
    registerOwnerStep(scope, setup, ctx, assets);
  });
}
