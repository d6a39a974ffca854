import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireRight } from '../actor.ts';
import { linkForOwner, personInput } from '../admins/enter.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import type { Right } from '../domain/right.ts';
import { say } from '../domain/say.ts';
import { actorOf } from '../http/api.ts';
import { parse } from '../http/parse.ts';
import { createFairQueue } from '../db/fair-queue.ts';
import { MAX_FILE_BYTES } from '../import/file.ts';
import { operation, type Operation } from '../http/operation.ts';
import { MAX_RATES_BYTES } from '../rates/file.ts';
import { importRates } from '../rates/import.ts';
import { operations as aboutRates, ratesInput } from '../rates/operations.ts';
import { runBeside } from './jobs.ts';
import { importQuery, operations } from './operations.ts';

const options = (of: Operation, right: Right, bodyLimit = MAX_FILE_BYTES) => ({
  ...operation({ ...of, access: right }),
  bodyLimit,
  onRequest: async (request: FastifyRequest) => requireRight(await actorOf(request), right),
});

/** Repeating them does no harm: no Idempotency-Key. Large bodies are read only after the token is checked. */
export function registerMaintenance(app: FastifyInstance, ctx: Context, isOnTheMachine: boolean) {
  void app.register(async (scope) => registerJobs(scope, ctx));
  if (ctx.archive && isOnTheMachine) {
    registerArchive(app, ctx.archive);
    registerOwners(app, ctx);
  }
  app.post(
    '/api/v1/admin/rates/ecb',
    options(aboutRates.importEcbRates, 'record', MAX_RATES_BYTES),
    async (request, reply) => {
      const { file } = parse(ratesInput, request.body ?? {});
      return reply.code(201).send(await importRates(ctx, await actorOf(request), file));
    },
  );
}

const jobOf = async (request: FastifyRequest) => ({
  actor: await actorOf(request),
  body: (request.body as Uint8Array | undefined) ?? new Uint8Array(),
});

/** Jobs parse the bodies, which may be large. */
function registerJobs(app: FastifyInstance, ctx: Context): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  const importing = createFairQueue(1, 2);
  app.post(
    '/api/v1/admin/import',
    options(operations.importFile, 'manage'),
    async (request, reply) => {
      const said = parse(importQuery, request.query);
      const given = await jobOf(request);
      const how = {
        useOldRates: said.useOldRates === 'true',
        keepInitiative: said.keepInitiative === 'true',
        ratesAreRight: said.ratesAreRight === 'true',
      };
      const job = { name: 'import', how, ...given } as const;
      const answer = await importing(() =>
        runBeside(ctx, job, (what, done, of) => request.log.info({ what, done, of }, 'import')),
      );
      return reply.code(201).send(answer);
    },
  );
  // Each reads the whole ledger, and holds a snapshot meanwhile.
  const verifying = createFairQueue(1, 2);
  app.post(
    '/api/v1/admin/verify',
    options(operations.verifyLedger, 'view'),
    async (request, reply) => {
      const job = { name: 'verify', ...(await jobOf(request)) } as const;
      return reply.send(await verifying(() => runBeside(ctx, job, () => {})));
    },
  );
}

/** By the token in the data folder. */
const local = (of: Operation) => ({
  ...operation(of),
  onRequest: async (request: FastifyRequest) => {
    const actor = await actorOf(request);
    if (actor.kind === 'admin' && actor.by === 'machine') return;
    throw new DomainError('unauthorised', say().http.localToken);
  },
});

/** For `npm run backup` on this machine: no admin elsewhere gets people's addresses this way. */
function registerArchive(app: FastifyInstance, archive: NonNullable<Context['archive']>): void {
  app.post('/api/v1/admin/archive', local(operations.downloadArchive), async (_, reply) =>
    reply.type('application/gzip').send(Buffer.from(await (await archive()).arrayBuffer())),
  );
}

function registerOwners(app: FastifyInstance, ctx: Context): void {
  app.post('/api/v1/admin/owners', local(operations.makeOwner), async (request, reply) => {
    const person = parse(personInput, request.body ?? {});
    return reply.code(201).send(await linkForOwner(ctx, await actorOf(request), person));
  });
}
