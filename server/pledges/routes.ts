import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context.ts';
import type { Right } from '../domain/right.ts';
import { actorOf, postsOf, postsOn } from '../http/api.ts';
import { operation } from '../http/operation.ts';
import { parse } from '../http/parse.ts';
import { questionInput } from '../http/text.ts';
import type { UseCaseOn } from '../use-case.ts';
import { acceptInput, acceptPledge, askGiver, rejectInput, rejectPledge } from './decide.ts';
import {
  decisionInput,
  grantRequest,
  refuseRequest,
  cancelRequest,
  requestChange,
} from './requests.ts';
import { extendDelivery, extendInput, stateUse, useInput } from './delivery.ts';
import { increasePledge, withdrawIncrease } from './increase.ts';
import { listPledges, pledgesInput } from './list-pledges.ts';
import { findOwnPledge, listOwnPledges, ownPledgeJson, ownPledgesInput } from './mine.ts';
import { ADMIN_VERBS, movePledge, reverseBatch, rightFor } from './move.ts';
import { codeOf, refIn } from './open-pledge.ts';
import { MOVES, operations as about } from './operations.ts';
import { editPledge, logPledge } from './pledge.ts';
import { changeInstalments } from './reschedule.ts';
import {
  changeInput,
  increaseInput,
  moveInput,
  newPledge,
  pledgeInput,
  reasonInput,
  requestInput,
  withdrawInput,
  type MoveInput,
} from './schemas.ts';
import { listMovements, movementsInput, readPledge } from './view.ts';
import { withdrawPledge } from './withdraw.ts';

const batchIn = (params: Record<string, string>): string => codeOf(params, 'batch');

export function registerPledges(app: FastifyInstance, ctx: Context): void {
  registerPublic(app, ctx);
  registerOwn(app, ctx);
  registerWrites(app, ctx);
}

function registerPublic(app: FastifyInstance, ctx: Context): void {
  app.get('/api/v1/pledges', operation(about.listPledges), async ({ query }) => {
    const input = parse(pledgesInput, query);
    return ctx.publicly((db) => listPledges(db, input));
  });
  app.get<{ Params: { ref: string } }>(
    '/api/v1/pledges/:ref',
    operation(about.getPledge),
    async ({ params }) => {
      const ref = refIn(params);
      return ctx.publicly((db) => readPledge(db, ref));
    },
  );
  app.get('/api/v1/movements', operation(about.listMovements), async ({ query }) => {
    const input = parse(movementsInput, query);
    return ctx.publicly((db) => listMovements(db, input));
  });
}

function registerOwn(app: FastifyInstance, ctx: Context): void {
  app.get('/api/v1/me/pledges', operation(about.listOwnPledges), async (request) => {
    const actor = await actorOf(request);
    const input = parse(ownPledgesInput, request.query);
    return listOwnPledges(ctx.db, actor, input);
  });
  app.get<{ Params: { ref: string } }>(
    '/api/v1/me/pledges/:ref',
    operation(about.getOwnPledge),
    async (request) => {
      const actor = await actorOf(request);
      return ownPledgeJson(await findOwnPledge(ctx.db, actor, refIn(request.params)));
    },
  );
}

function registerWrites(app: FastifyInstance, ctx: Context): void {
  postsOf(app, ctx, 'giver', '/api/v1')('/pledges', pledgeInput, about.logPledge, logPledge);
  const nothing = z.strictObject({});
  const postsFor = (who: Right | 'giver' | 'signatory', at: string) =>
    postsOn(app, ctx, who, at, refIn);

  const giver = postsFor('giver', '/api/v1/pledges/:ref');
  giver('/edit', newPledge, about.editPledge, editPledge);
  giver('/increase', increaseInput, about.increasePledge, increasePledge);
  giver('/increase/withdraw', nothing, about.withdrawIncrease, withdrawIncrease);
  giver('/withdraw', withdrawInput, about.withdrawPledge, withdrawPledge);
  giver('/instalments', changeInput, about.changeInstalments, changeInstalments);
  const signatory = postsFor('signatory', '/api/v1/pledges/:ref/requests');
  signatory('', requestInput, about.requestChange, requestChange);
  signatory('/cancel', nothing, about.cancelRequest, cancelRequest);

  const admin = '/api/v1/admin/pledges/:ref';
  const decide = postsFor('decide', admin);
  decide('/requests/grant', decisionInput, about.grantRequest, grantRequest);
  decide('/requests/refuse', decisionInput, about.refuseRequest, refuseRequest);
  decide('/accept', acceptInput, about.acceptPledge, acceptPledge);
  decide('/reject', rejectInput, about.rejectPledge, rejectPledge);
  decide('/ask', questionInput, about.askGiver, askGiver);
  for (const verb of ADMIN_VERBS) {
    const move: UseCaseOn<MoveInput> = (_, actor, key, ref, input) =>
      movePledge(ctx, actor, key, verb, ref, input);
    postsFor(rightFor(verb), admin)(`/${verb}`, moveInput, MOVES[verb], move);
  }
  const record = postsFor('record', admin);
  record('/extend', extendInput, about.extendDelivery, extendDelivery);
  record('/use', useInput, about.stateUse, stateUse);
  const batches = postsOn(app, ctx, 'record', '/api/v1/admin/batches/:batch', batchIn);
  batches('/reverse', reasonInput, about.reverseBatch, reverseBatch);
}
