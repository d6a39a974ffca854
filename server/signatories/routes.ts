import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { post } from '../http/api.ts';
import { parse } from '../http/parse.ts';
import { questionInput } from '../http/text.ts';
import { askSignatory, publishSignatory, rejectSignatory } from './moderate.ts';
import { listInput, listSignatories } from './list.ts';
import { operation } from '../http/operation.ts';
import * as operations from './operations.ts';
import { rejectInput } from './schemas.ts';

export const signatoryIdOf = ({ id = '' }: Record<string, string>): string => {
  if (z.uuid().safeParse(id).success) return id;
  throw new DomainError('not-found', say().signatories.noSuchSignatory);
};

export function registerSignatories(app: FastifyInstance, ctx: Context): void {
  app.get('/api/v1/signatories', operation(operations.listSignatories), async ({ query }) => {
    const input = parse(listInput, query);
    return ctx.publicly((db) => listSignatories(db, input));
  });
  const at = '/api/v1/admin/signatories/:id';
  post(
    app,
    `${at}/publish`,
    { who: 'decide', schema: z.strictObject({}), about: operations.publishSignatory },
    ({ actor, key, params }) => publishSignatory(ctx, actor, key, signatoryIdOf(params)),
  );
  post(
    app,
    `${at}/reject`,
    { who: 'decide', schema: rejectInput, about: operations.rejectSignatory },
    ({ actor, key, params, input }) =>
      rejectSignatory(ctx, actor, key, signatoryIdOf(params), input),
  );
  post(
    app,
    `${at}/ask`,
    { who: 'decide', schema: questionInput, about: operations.askSignatory },
    ({ actor, key, params, input }) => askSignatory(ctx, actor, key, signatoryIdOf(params), input),
  );
}
