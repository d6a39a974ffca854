import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormState } from '../../web/components/form.tsx';
import { TRAP } from '../../web/forms/fields.ts';
import type { FormFrame } from '../../web/data/forms.ts';
import { givesOf, signNames, typedSignUp } from '../../web/forms/sign.ts';
import { renderOwn } from '../../web/pages/frame.tsx';
import { SentView, SignView, type SignPage } from '../../web/pages/sign.tsx';
import { unsentIn } from '../config.ts';
import type { Context } from '../context.ts';
import { withPrefix } from '../domain/collect-errors.ts';
import { today, type Day } from '../domain/day.ts';
import type { FieldError } from '../domain/errors.ts';
import { readForm } from '../http/form.ts';
import { sendPage, sendStep } from '../http/page.ts';
import { parse } from '../http/parse.ts';
import { formKey, newFormKey, sendOnce } from '../sessions/pages.ts';
import { signUpInput } from './schemas.ts';
import { askerOf } from './limits.ts';
import { signUp } from './sign-up.ts';
import {
  formFrame,
  readingOf,
  signatureOf,
  attempt,
  formErrors,
  inOrder,
  STATE_FIELDS,
  withRow,
  withValues,
} from './form-frame.ts';
import { t } from '../../web/words.ts';

type Values = FormState['values'];

const NAMES = [...STATE_FIELDS, 'invite', ...signNames];
type Step = 'you' | 'pledge' | 'review';

function readSignUp(values: Values, upTo: Step, frame: FormFrame, now: Day) {
  const { input, fieldOf } = typedSignUp(values, upTo === 'you' ? null : givesOf(values));
  const read = attempt(() => {
    const parsed = parse(signUpInput, input);
    const given = parsed.pledge;
    const pledge = given
      ? withPrefix('pledge', () => readingOf(given, frame, parsed.public, now))
      : null;
    return { input: parsed, pledge };
  });
  const unchosen = values.has('gives') ? [] : [{ field: 'gives', message: t.sign.choose }];
  if ('value' in read && unchosen.length === 0) return read.value;
  const errors = 'fields' in read ? formErrors(read.fields, fieldOf) : [];
  return { errors: [...errors, ...unchosen] };
}

type Read = ReturnType<typeof readSignUp>;

const stepOf = (errors: readonly FieldError[]): Step =>
  errors.every(({ field }) => field.startsWith('pledge.')) ? 'pledge' : 'you';

function pageOf(
  frame: FormFrame,
  step: Step,
  form: FormState,
  read?: Exclude<Read, { errors: unknown }>,
): SignPage {
  const kind = givesOf(form.values);
  if (step === 'review' && read) {
    const { input, pledge } = read;
    return { ...frame, form, step, signature: signatureOf(input), pledge };
  }
  return step === 'pledge' && kind
    ? { ...frame, form, step, kind }
    : { ...frame, form, step: 'you' };
}

export const firstSignPage = (ctx: Context, frame: FormFrame, typed: Values): SignPage =>
  pageOf(frame, 'you', { values: withValues(typed, { key: newFormKey(ctx) }), errors: [] });

const show = (reply: FastifyReply, status: number, page: SignPage) =>
  sendStep(reply, status, renderOwn(page, SignView, page));

const mend = (reply: FastifyReply, frame: FormFrame, values: Values, errors: FieldError[]) => {
  const step = stepOf(errors);
  const own = errors.filter(({ field }) => (step === 'pledge') === field.startsWith('pledge.'));
  return show(reply, 400, pageOf(frame, step, { values, errors: inOrder(own, signNames) }));
};

/** The API's schema judges, and its use case does it. */
export function registerSign(scope: FastifyInstance, ctx: Context): void {
  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    frame: FormFrame,
    values: Values,
  ) => {
    const read = readSignUp(values, 'review', frame, today(ctx.now()));
    if ('errors' in read) return mend(reply, frame, values, read.errors);
    const key = formKey('public', request, values);
    const asker = await askerOf(ctx, request);
    const sent = await sendOnce(() => signUp(ctx, key, read.input, asker));
    if (sent === 'sent') return reply.redirect('/sign/sent', 303);
    if (sent !== 'sent-before') {
      const { fieldOf } = typedSignUp(values, givesOf(values));
      return mend(reply, frame, values, formErrors(sent, fieldOf));
    }
    const errors = [{ field: '', message: t.forms.sentBefore }];
    const form = { values: withValues(values, { key: newFormKey(ctx) }), errors };
    return show(reply, 409, pageOf(frame, 'review', form, read));
  };
  scope.get<{ Querystring: { pledge?: unknown; invite?: unknown } }>(
    '/sign',
    async ({ query: { pledge, invite } }, reply) => {
      const typed = new Map([
        ...(pledge === 'funding' || pledge === 'compute' ? [['gives', pledge] as const] : []),
        // setup/opening.ts looks at it.
        ...(typeof invite === 'string' ? [['invite', invite] as const] : []),
      ]);
      return show(reply, 200, firstSignPage(ctx, await formFrame(ctx), typed));
    },
  );
  scope.post('/sign', async (request, reply) => {
    const typed = readForm(request.body, NAMES);
    if (typed.get(TRAP)) return reply.redirect('/sign/sent', 303);
    const values = typed.get('key') ? typed : withValues(typed, { key: newFormKey(ctx) });
    const frame = await formFrame(ctx);
    const form = { values, errors: [] };
    const go = values.get('go');
    if (go === 'send') return send(request, reply, frame, values);
    if (go === 'row') {
      return show(reply, 200, pageOf(frame, 'pledge', { ...form, values: withRow(values) }));
    }
    if (go === 'you' || go === 'pledge') return show(reply, 200, pageOf(frame, go, form));
    const step = values.get('step') === 'pledge' ? 'pledge' : 'you';
    const read = readSignUp(values, step, frame, today(ctx.now()));
    if ('errors' in read) return mend(reply, frame, values, read.errors);
    const next = step === 'you' && givesOf(values) ? 'pledge' : 'review';
    return show(reply, 200, pageOf(frame, next, form, read));
  });
  scope.get('/sign/sent', async (_request, reply) =>
    sendPage(
      reply,
      200,
      renderOwn(await formFrame(ctx), SentView, { unsent: unsentIn(ctx.config) }),
    ),
  );
}
