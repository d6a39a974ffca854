import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { requireSignatory, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { write, type RequestKey } from '../db/write.ts';
import { notFound } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { actorOf, post, postsOf, postsOn } from '../http/api.ts';
import { operation } from '../http/operation.ts';
import { endSession, spendLinks } from '../sessions/session.ts';
import { askerOf } from '../sign-up/limits.ts';
import * as operations from './operations.ts';
import { readMe } from './read.ts';
import {
  addressInput,
  askForAddress,
  editSignature,
  signAgain,
  signAgainInput,
  signatureInput,
  withdrawSignature,
} from './signature.ts';

const empty = z.strictObject({});

export const endOwnSession = (ctx: Context, actor: Actor, key: RequestKey | null, id: string) => {
  requireSignatory(actor);
  if (!z.uuid().safeParse(id).success) throw notFound(say().access.noSession);
  return write(ctx, key, async (tx) => {
    const { signatoryId } = actor;
    await endSession(tx, { signatoryId }, id);
    // A new address may have been asked for in it. An unsent email needs its session (postman/compose.ts).
    await spendLinks(tx, { signatoryId, purpose: 'address', now: ctx.now() });
    return { status: 201, body: { status: 'ended' } };
  });
};

export function registerMe(app: FastifyInstance, ctx: Context): void {
  const at = '/api/v1/me';
  app.get(at, operation(operations.getMe), async (request) => readMe(ctx, await actorOf(request)));
  const change = postsOf(app, ctx, 'signatory', at);
  change('/signature', signatureInput, operations.editSignature, editSignature);
  change('/withdraw', empty, operations.withdrawSignature, withdrawSignature);
  change('/sign-again', signAgainInput, operations.signAgain, signAgain);
  post(
    app,
    `${at}/address`,
    { who: 'signatory', schema: addressInput, about: operations.askForAddress },
    async ({ request, actor, key, input }) =>
      askForAddress(ctx, actor, key, input, await askerOf(ctx, request, actor)),
  );
  const session = postsOn(app, ctx, 'signatory', `${at}/sessions/:id`, ({ id = '' }) => id);
  session('/end', empty, operations.endSession, endOwnSession);
}
