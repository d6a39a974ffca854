import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireRight } from '../actor.ts';
import { linkForOwner, personInput } from '../admins/invite.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import type { Right } from '../domain/right.ts';
import { actorOf } from '../http/actor.ts';
import { parse } from '../http/parse.ts';
import { takeTurns } from '../http/turns.ts';
import { acknowledgement } from '../ledger/acks.ts';
import { MAX_FILE_BYTES } from '../initiative/file.ts';
import { importFile } from '../initiative/import.ts';
import { operation, type Operation } from '../openapi/operation.ts';
import { importRates } from '../rates/import.ts';
import { importEcbRates, ratesInput } from '../rates/operations.ts';
import * as operations from './operations.ts';
import { verifyAll, verifyInput } from './verify.ts';

/** Entries are signed within a second, or something is wrong. */
const SIGNED_WITHIN_MS = 3_000;

const options = (of: Operation, right: Right) => ({
  ...operation({ ...of, access: right }),
  bodyLimit: MAX_FILE_BYTES,
  onRequest: async (request: FastifyRequest) => requireRight(await actorOf(request), right),
});

/**
 * What the commands ask of a server that holds the data folder. All may be sent twice without
 * harm, imports by what is there already, the others because they write nothing; so they need no
 * Idempotency-Key. Large bodies are read only once the token is known.
 */
export function registerAdmin(app: FastifyInstance, ctx: Context, isOnTheMachine: boolean): void {
  app.post(
    '/api/v1/admin/import',
    options(operations.importFile, 'manage'),
    async (request, reply) => {
      const actor = await actorOf(request);
      const { useOldRates } = parse(operations.importQuery, request.query);
      const answer = await importFile(ctx, actor, request.body, {
        progress: (what, done, of) => request.log.info({ what, done, of }, 'import'),
        useOldRates: useOldRates === 'true',
      });
      return reply.code(201).send(answer);
    },
  );
  if (ctx.archive && isOnTheMachine) {
    registerArchive(app, ctx.archive);
    registerOwners(app, ctx);
  }
  app.post('/api/v1/admin/rates/ecb', options(importEcbRates, 'record'), async (request, reply) => {
    const { file } = parse(ratesInput, request.body ?? {});
    return reply.code(201).send(await importRates(ctx, await actorOf(request), file));
  });
  // One reads the whole ledger, and holds its snapshot for as long.
  const verifying = takeTurns(1, 2);
  app.post(
    '/api/v1/admin/verify',
    options(operations.verifyLedger, 'view'),
    async (request, reply) => {
      const { acks = [], checkpoint } = parse(
        verifyInput.extend({ acks: z.array(z.unknown()).optional() }),
        request.body ?? {},
      );
      // Each alone: of millions that are wrong one is told of, where a list of them all would not fit into memory.
      const known = acks.map((ack, index) => parse(acknowledgement, ack, ['acks', index]));
      const actor = await actorOf(request);
      return reply.send(
        await verifying(() =>
          verifyAll(ctx, actor, known, { checkpoint, waitMs: SIGNED_WITHIN_MS }),
        ),
      );
    },
  );
}

/** A route for the commands of this machine alone, by the token in the data folder. */
const local = (of: Operation) => ({
  ...operation(of),
  onRequest: async (request: FastifyRequest) => {
    const actor = await actorOf(request);
    if (actor.kind === 'admin' && actor.by === 'machine') return;
    throw new DomainError('unauthorised', 'This takes the token that is in the data folder.');
  },
});

/**
 * The whole database, for `npm run backup` on this machine alone: who can read its files anyway has
 * the local token, and an admin from afar does not get people's addresses this way.
 */
function registerArchive(app: FastifyInstance, archive: NonNullable<Context['archive']>): void {
  app.post('/api/v1/admin/archive', local(operations.downloadArchive), async (_, reply) =>
    reply.type('application/gzip').send(Buffer.from(await (await archive()).arrayBuffer())),
  );
}

/** For `npm run admin`, which on Postgres needs no server. */
function registerOwners(app: FastifyInstance, ctx: Context): void {
  app.post('/api/v1/admin/owners', local(operations.makeOwner), async (request, reply) => {
    const person = parse(personInput, request.body ?? {});
    return reply.code(201).send(await linkForOwner(ctx, await actorOf(request), person));
  });
}
