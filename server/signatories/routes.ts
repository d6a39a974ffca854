import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { post } from '../http/api.ts';
import { parse } from '../http/parse.ts';
import { publishSignatory, rejectSignatory } from './moderate.ts';
import { listInput, listSignatories } from './list.ts';
import { operation } from '../openapi/operation.ts';
import * as operations from './operations.ts';

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
  app.get('/api/v1/signatories', operation(operations.listSignatories), async ({ query }) => {
    const input = parse(listInput, query);
    return ctx.publicly(() => listSignatories(ctx.db, input));
  });
  const empty = { adminTokens, schema: z.strictObject({}) };
  const at = '/api/v1/admin/signatories/:id';
  const publishing = { ...empty, about: operations.publishSignatory };
  post(app, `${at}/publish`, publishing, ({ actor, key, params }) =>
    publishSignatory(ctx, actor, key, idOf(params)),
  );
  const rejecting = { ...empty, about: operations.rejectSignatory };
  post(app, `${at}/reject`, rejecting, ({ actor, key, params }) =>
    rejectSignatory(ctx, actor, key, idOf(params)),
  );
}
