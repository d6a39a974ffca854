import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { notFound } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { postsOn } from '../http/api.ts';
import { parse } from '../http/parse.ts';
import { questionInput } from '../http/text.ts';
import type { UseCaseOf } from '../use-case.ts';
import { askSignatory, publishSignatory, rejectSignatory } from './moderate.ts';
import { listInput, listSignatories } from './list.ts';
import { operation } from '../http/operation.ts';
import { operations } from './operations.ts';
import { rejectInput } from './schemas.ts';

export const signatoryIdOf = ({ id = '' }: Record<string, string>): string => {
  if (!z.uuid().safeParse(id).success) throw notFound(say().signatories.noSuchSignatory);
  return id;
};

export function registerSignatories(app: FastifyInstance, ctx: Context): void {
  app.get('/api/v1/signatories', operation(operations.listSignatories), async ({ query }) => {
    const input = parse(listInput, query);
    return ctx.publicly((db) => listSignatories(db, input));
  });
  const decide = postsOn(app, ctx, 'decide', '/api/v1/admin/signatories/:id', signatoryIdOf);
  const publish: UseCaseOf = (_, actor, key, id) => publishSignatory(ctx, actor, key, id);
  decide('/publish', z.strictObject({}), operations.publishSignatory, publish);
  decide('/reject', rejectInput, operations.rejectSignatory, rejectSignatory);
  decide('/ask', questionInput, operations.askSignatory, askSignatory);
}
