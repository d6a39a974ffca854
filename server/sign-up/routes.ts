import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import * as schema from '../db/schema.ts';
import { post } from '../http/api.ts';
import { networkHash } from '../sessions/networks.ts';
import { signInput, type SignInput } from '../signatories/schemas.ts';
import { sign } from '../signatories/sign.ts';
import { confirm, askForLink, signUp } from './sign-up.ts';
import { askerOf, limitLinks } from './limits.ts';
import { operations } from './operations.ts';
import { linkInput, sessionInput, signInputs, signUpInput, type SignUpInput } from './schemas.ts';

export function registerSignUp(app: FastifyInstance, ctx: Context): void {
  post<SignInput | SignUpInput>(
    app,
    '/api/v1/signatories',
    {
      who: 'public',
      schema: signInputs,
      schemaFor: ({ kind }) => (kind === 'admin' ? signInput : signUpInput),
      about: operations.sign,
    },
    async ({ request, actor, key, input }) => {
      if (!('notice' in input)) return sign(ctx, actor, key, input);
      return signUp(ctx, key, input, await askerOf(ctx, request, actor));
    },
  );
  post(
    app,
    '/api/v1/links',
    { who: 'public', schema: linkInput, about: operations.askForLink },
    async ({ request, actor, key, input }) =>
      askForLink(ctx, key, input, await askerOf(ctx, request, actor)),
  );
  post(
    app,
    '/api/v1/sessions',
    { who: 'public', schema: sessionInput, about: operations.openSession },
    async ({ request, keyText, input }) => {
      await limitLinks(ctx, request);
      const browser = request.headers['user-agent'] ?? null;
      const network = networkHash(ctx, request);
      const {
        signatoryId,
        purpose: _,
        ...done
      } = await confirm(ctx, { ...input, key: keyText, browser, network });
      const [row] = await ctx.db
        .select({ id: schema.signatory.id, status: schema.signatory.status })
        .from(schema.signatory)
        .where(eq(schema.signatory.id, signatoryId));
      return { status: 201, body: { ...done, signatory: row! } };
    },
  );
}
