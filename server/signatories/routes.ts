import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { post } from '../http/api.ts';
import { parse } from '../http/parse.ts';
import { publishSignatory, rejectSignatory } from './moderate.ts';
import { listInput, listSignatories } from './list.ts';
import { signInput } from './schemas.ts';
import { sign } from './sign.ts';

/** An id that is none cannot be found. */
const idOf = ({ id = '' }: Record<string, string>): string => {
  if (z.uuid().safeParse(id).success) return id;
  throw new DomainError('not-found', 'There is no such signatory.');
};

export function registerSignatories(
  app: FastifyInstance,
  ctx: Context,
  adminTokens: readonly string[],
): void {
  app.get('/api/v1/signatories', async (request) =>
    listSignatories(ctx.db, parse(listInput, request.query)),
  );
  post(
    app,
    '/api/v1/signatories',
    { adminTokens, schema: signInput, isPublic: true },
    ({ actor, key, input }) => sign(ctx, actor, key, input),
  );
  const empty = { adminTokens, schema: z.strictObject({}) };
  const at = '/api/v1/admin/signatories/:id';
  post(app, `${at}/publish`, empty, ({ actor, key, params }) =>
    publishSignatory(ctx, actor, key, idOf(params)),
  );
  post(app, `${at}/reject`, empty, ({ actor, key, params }) =>
    rejectSignatory(ctx, actor, key, idOf(params)),
  );
}
