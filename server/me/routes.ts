import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { requireSignatory, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { write, type RequestKey } from '../db/write.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { actorOf, post } from '../http/api.ts';
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
  if (!z.uuid().safeParse(id).success) {
    throw new DomainError('not-found', say().access.noSession);
  }
  return write(ctx, key, async (tx) => {
    const { signatoryId } = actor;
    await endSession(tx, { signatoryId }, id);
    // An address may have been asked for in it; an unsent email needs its session (postman/compose.ts).
    await spendLinks(tx, { signatoryId, purpose: 'address', now: ctx.now() });
    return { status: 201, body: { status: 'ended' } };
  });
};

/** By the API; pages.ts has the same for browsers. */
export function registerMe(app: FastifyInstance, ctx: Context): void {
  const at = '/api/v1/me';
  app.get(at, operation(operations.getMe), async (request) => readMe(ctx, await actorOf(request)));
  const own = { who: 'signatory' } as const;
  post(
    app,
    `${at}/signature`,
    { ...own, schema: signatureInput, about: operations.editSignature },
    ({ actor, key, input }) => editSignature(ctx, actor, key, input),
  );
  post(
    app,
    `${at}/withdraw`,
    { ...own, schema: empty, about: operations.withdrawSignature },
    ({ actor, key }) => withdrawSignature(ctx, actor, key),
  );
  post(
    app,
    `${at}/sign-again`,
    { ...own, schema: signAgainInput, about: operations.signAgain },
    ({ actor, key, input }) => signAgain(ctx, actor, key, input),
  );
  post(
    app,
    `${at}/address`,
    { ...own, schema: addressInput, about: operations.askForAddress },
    async ({ request, actor, key, input }) => {
      return askForAddress(ctx, actor, key, input, await askerOf(ctx, request, actor));
    },
  );
  post(
    app,
    `${at}/sessions/:id/end`,
    { ...own, schema: empty, about: operations.endSession },
    ({ actor, key, params }) => endOwnSession(ctx, actor, key, params['id'] ?? ''),
  );
}
