import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DESK_PAGES } from '../../web/desk/frame.tsx';
import {
  freshSetup,
  isFilledIn,
  renderSettingUp,
  renderSetup,
  renderSetupCode,
} from '../../web/pages/setup.tsx';
import {
  initiativeOf,
  namesOfStep,
  SETUP_STEPS,
  setupNames,
  type SetupStep,
} from '../../web/forms/setup.ts';
import type { FormState } from '../../web/components/form.tsx';
import { hasRight, type Admin } from '../actor.ts';
import type { Context } from '../context.ts';
import { deskSession } from '../desk/frame.ts';
import { DomainError, type FieldError } from '../domain/errors.ts';
import { toBaseUrl } from '../http/base-url.ts';
import { acceptForms, readForm } from '../http/form.ts';
import { sendPage, sendStep } from '../http/page.ts';
import { ratesState } from '../rates/fetching.ts';
import { OWNER_PATH, registerOwnerStep } from './owner.ts';
import { alreadySetUp, type Setup } from './setup.ts';
import { t } from '../../web/words.ts';

const ALL_FIELDS: readonly string[] = ['code', 'step', 'go', ...setupNames];
const FIRST = SETUP_STEPS[0]!;
const LAST = SETUP_STEPS.at(-1)!;
const { path: DESK } = DESK_PAGES.overview;

const stepOf = (values: FormState['values']): SetupStep =>
  SETUP_STEPS.find((step) => step === values.get('step')) ?? LAST;

const stepBeside = (step: SetupStep, by: 1 | -1): SetupStep =>
  SETUP_STEPS[SETUP_STEPS.indexOf(step) + by] ?? step;

/** The code alone, of the whole address that was printed. */
const withCode = (values: ReadonlyMap<string, string>): Map<string, string> => {
  const { code } = /[?&]code=(?<code>[^&\s]*)/.exec(values.get('code') ?? '')?.groups ?? {};
  return new Map([...values, ...(code === undefined ? [] : [['code', code] as const])]);
};

/** Opening the page without a code is no mistake. */
function codeErrors(values: FormState['values'], standing: 'wrong' | 'locked'): FieldError[] {
  if (values.size === 0) return [];
  const { missing, [standing]: refused } = t.setup.code;
  return [{ field: 'code', message: values.get('code') ? refused : missing }];
}

/** Errors of no field first. */
const inOrder = (errors: readonly FieldError[]): FieldError[] =>
  errors.toSorted((a, b) => ALL_FIELDS.indexOf(a.field) - ALL_FIELDS.indexOf(b.field));

const isOf = (step: SetupStep) => {
  const names = namesOfStep(step);
  return ({ field }: FieldError): boolean => names.includes(field);
};

/** What `work` refuses. */
async function refusedBy(work: () => unknown): Promise<readonly FieldError[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error;
    return error.fields.map(({ field, message }) => ({
      field,
      message: t.forms.worded(field, message),
    }));
  }
}

const ownerStep = (code: string): string => `${OWNER_PATH}?${new URLSearchParams({ code })}`;

const ownerOf = async (ctx: Context, request: FastifyRequest): Promise<Admin | null> => {
  const { actor } = (await deskSession(ctx, request)) ?? {};
  return actor && hasRight(actor, 'manage') ? actor : null;
};

const formSender =
  (setup: Setup, ctx: Context) =>
  async (
    reply: FastifyReply,
    status: number,
    { step, asksCode = false, ...typed }: FormState & { step: SetupStep; asksCode?: boolean },
  ): Promise<FastifyReply> => {
    const demonstration = (await setup.current()) !== null;
    const { owner } = await setup.open();
    const ownerPath = owner && demonstration ? ownerStep(typed.values.get('code') ?? '') : null;
    const page = { demonstration, step, form: typed, asksCode, ownerPath };
    return sendStep(reply, status, renderSetup({ ...page, rates: await ratesState(ctx) }));
  };

/** After the last step. A demonstration is put aside after the answer. */
const beginner =
  (setup: Setup, ctx: Context, form: ReturnType<typeof formSender>) =>
  async (
    request: FastifyRequest,
    reply: FastifyReply,
    { values, step }: { values: FormState['values']; step: SetupStep },
  ): Promise<FastifyReply> => {
    const actor = await ownerOf(ctx, request);
    let isAside = false;
    const errors = await refusedBy(async () => {
      isAside = await setup.begin(initiativeOf(values), actor);
    });
    if (errors.length > 0) {
      const at = SETUP_STEPS.find((each) => errors.some(isOf(each))) ?? step;
      const own = errors.filter(isOf(at));
      return form(reply, 400, { values, errors: inOrder(own.length > 0 ? own : errors), step: at });
    }
    const code = values.get('code') ?? '';
    if (!isAside) {
      return reply.redirect((await setup.open()).owner ? ownerStep(code) : DESK, 303);
    }
    // The gate holds the next request until all is done, and the browser shows this page meanwhile.
    const next = `/setup?${new URLSearchParams({ code })}`;
    void reply.header('refresh', `1; url=${next}`);
    return sendStep(reply, 200, renderSettingUp(next));
  };

/** A code opens the form; only its POST does anything. With an initiative, the code leads to the owner's step. */
export function registerSetup(app: FastifyInstance, setup: Setup, ctx: Context): void {
  const { baseUrl } = ctx.config;
  // A trial calls no other server unless somebody says so.
  const byDefault = ctx.engine === 'postgres' ? 'yes' : 'no';
  const form = formSender(setup, ctx);
  const admit = async (
    request: FastifyRequest,
    reply: FastifyReply,
    values: FormState['values'],
    next?: () => Promise<unknown>,
  ) => {
    const given = values.get('code') ?? '';
    const isOwner = (await ownerOf(ctx, request)) !== null;
    const standing = await setup.standing(given, isOwner);
    const { initiative, owner } = await setup.open();
    if (isOwner && !initiative) return reply.redirect(DESK, 303);
    if (standing === 'closed') return reply.callNotFound();
    if (standing !== 'right') {
      const shown = { values, errors: codeErrors(values, standing) };
      return isFilledIn(values)
        ? form(reply, 403, { ...shown, step: stepOf(values), asksCode: true })
        : sendPage(reply, given ? 403 : 200, renderSetupCode(shown));
    }
    setup.checkEnded();
    if (next && isFilledIn(values)) return next();
    if (initiative) return form(reply, 200, { ...freshSetup(given, byDefault), step: FIRST });
    if (owner) return reply.redirect(ownerStep(given), 303);
    throw alreadySetUp();
  };
  const begin = beginner(setup, ctx, form);

  void app.register(async (scope) => {
    acceptForms(scope, baseUrl);
    scope.get<{ Querystring: { code?: unknown } }>(
      '/setup',
      { onRequest: toBaseUrl(baseUrl) },
      async (request, reply) => {
        const { code } = request.query;
        return admit(request, reply, new Map(typeof code === 'string' ? [['code', code]] : []));
      },
    );
    scope.post('/setup', async (request, reply) => {
      const values = withCode(readForm(request.body, ALL_FIELDS));
      const step = stepOf(values);
      return admit(request, reply, values, async () => {
        if (values.get('go') === 'back') {
          return form(reply, 200, { values, errors: [], step: stepBeside(step, -1) });
        }
        if (step === LAST) return begin(request, reply, { values, step });
        const refused = await refusedBy(() => setup.check(initiativeOf(values)));
        const errors = inOrder(refused.filter(isOf(step)));
        return errors.length > 0
          ? form(reply, 400, { values, errors, step })
          : form(reply, 200, { values, errors, step: stepBeside(step, 1) });
      });
    });
    registerOwnerStep(scope, setup, ctx);
  });
}
