import type { FastifyInstance } from 'fastify';
import { requireRight } from '../actor.ts';
import type { Context } from '../context.ts';
import { fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { actorOf, postsOn } from '../http/api.ts';
import { letBodyCome } from '../http/in-time.ts';
import { operation } from '../http/operation.ts';
import { refIn } from '../pledges/open-pledge.ts';
import { meteringJson } from './answers.ts';
import { meteringId } from './metered-pledge.ts';
import { FILE_TYPES, operations } from './operations.ts';
import { previewMetering, recordMetering, takeFileBack } from './record.ts';
import { meteringInput, recordInput, takeBackInput } from './schemas.ts';
import { bytesOf, spool, readMetering } from './staged-jobs.ts';

export function registerMetering(app: FastifyInstance, ctx: Context): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(FILE_TYPES, (_request, payload, done) => done(null, payload));
    scope.post<{ Params: { ref: string } }>(
      '/api/v1/admin/pledges/:ref/metering',
      {
        ...operation(operations.readMetering),
        // Before a large body is read.
        onRequest: async (request) => {
          requireRight(await actorOf(request), 'record');
          letBodyCome(request);
        },
      },
      async (request, reply) => {
        const actor = await actorOf(request);
        const input = meteringInput(request.query);
        if (!request.body) throw fieldError('file', say().compute.fileMissing);
        const file = await spool(request.body as AsyncIterable<Uint8Array>);
        try {
          const ref = refIn(request.params);
          const id = await readMetering(ctx, actor, ref, input, bytesOf(file));
          return await reply.code(201).send(meteringJson(await previewMetering(ctx, actor, id)));
        } finally {
          await file.close();
        }
      },
    );
  });
  app.get<{ Params: { id: string } }>(
    '/api/v1/admin/metering/:id',
    operation(operations.getMetering),
    async (request) => {
      const actor = await actorOf(request);
      requireRight(actor, 'record');
      return meteringJson(await previewMetering(ctx, actor, meteringId(request.params)));
    },
  );
  const ofFile = postsOn(app, ctx, 'record', '/api/v1/admin/metering/:id', meteringId);
  ofFile('/record', recordInput, operations.recordMetering, (_, actor, key, id, { seen }) =>
    recordMetering(ctx, actor, key, id, seen),
  );
  ofFile('/take-back', takeBackInput, operations.takeMeteringBack, takeFileBack);
}
