import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { actorOf, post } from '../http/api.ts';
import { parse } from '../http/parse.ts';
import { questionInput } from '../http/text.ts';
import { changeInstalments, editPledge } from './change.ts';
import { acceptPledge, askGiver, rejectPledge } from './decide.ts';
import { grantRequest, refuseRequest } from './decide-request.ts';
import { extendDelivery, extendInput, stateUse, useInput } from './delivery.ts';
import * as delivery from './delivery-operations.ts';
import { increasePledge, withdrawIncrease } from './increase.ts';
import { listMovements, movementsInput, readPledge } from './list.ts';
import { listPledges, pledgesInput } from './list-pledges.ts';
import { findOwnPledge, listOwnPledges, ownPledgeJson, ownPledgesInput } from './mine.ts';
import { ADMIN_VERBS, movePledge, reverseBatch, rightFor } from './move.ts';
import { operation } from '../http/operation.ts';
import * as operations from './operations.ts';
import * as requests from './request-operations.ts';
import { logPledge } from './pledge.ts';
import { cancelRequest, requestChange } from './requests.ts';
import {
  acceptInput,
  changeInput,
  decisionInput,
  increaseInput,
  moveInput,
  newPledge,
  pledgeInput,
  reasonInput,
  rejectInput,
  requestInput,
  withdrawInput,
} from './schemas.ts';
import { codeOf } from './terms.ts';
import { withdrawPledge } from './withdraw.ts';

export function registerPledges(app: FastifyInstance, ctx: Context): void {
  app.get('/api/v1/pledges', operation(operations.listPledges), async ({ query }) => {
    const input = parse(pledgesInput, query);
    return ctx.publicly((db) => listPledges(db, input));
  });
  app.get<{ Params: { ref: string } }>(
    '/api/v1/pledges/:ref',
    operation(operations.getPledge),
    async ({ params }) => {
      const ref = codeOf(params, 'ref');
      return ctx.publicly((db) => readPledge(db, ref));
    },
  );
  app.get('/api/v1/movements', operation(operations.listMovements), async ({ query }) => {
    const input = parse(movementsInput, query);
    return ctx.publicly((db) => listMovements(db, input));
  });
  registerOwn(app, ctx);
  registerRequests(app, ctx);
  registerDecisions(app, ctx);
}

/** What a signatory does with its own pledges, and an admin with anybody's. */
function registerOwn(app: FastifyInstance, ctx: Context): void {
  app.get('/api/v1/me/pledges', operation(operations.listOwnPledges), async (request) => {
    const actor = await actorOf(request);
    const input = parse(ownPledgesInput, request.query);
    return listOwnPledges(ctx.db, actor, input);
  });
  app.get<{ Params: { ref: string } }>(
    '/api/v1/me/pledges/:ref',
    operation(operations.getOwnPledge),
    async (request) => {
      const actor = await actorOf(request);
      return ownPledgeJson(await findOwnPledge(ctx.db, actor, codeOf(request.params, 'ref')));
    },
  );
  const own = { who: 'giver' as const };
  post(
    app,
    '/api/v1/pledges',
    { ...own, schema: pledgeInput, about: operations.logPledge },
    ({ actor, key, input }) => logPledge(ctx, actor, key, input),
  );
  const at = '/api/v1/pledges/:ref';
  post(
    app,
    `${at}/edit`,
    { ...own, schema: newPledge, about: operations.editPledge },
    ({ actor, key, params, input }) => editPledge(ctx, actor, key, codeOf(params, 'ref'), input),
  );
  post(
    app,
    `${at}/increase`,
    { ...own, schema: increaseInput, about: operations.increasePledge },
    ({ actor, key, params, input }) =>
      increasePledge(ctx, actor, key, codeOf(params, 'ref'), input),
  );
  post(
    app,
    `${at}/increase/withdraw`,
    { ...own, schema: z.strictObject({}), about: operations.withdrawIncrease },
    ({ actor, key, params }) => withdrawIncrease(ctx, actor, key, codeOf(params, 'ref')),
  );
  post(
    app,
    `${at}/withdraw`,
    { ...own, schema: withdrawInput, about: operations.withdrawPledge },
    ({ actor, key, params, input }) =>
      withdrawPledge(ctx, actor, key, codeOf(params, 'ref'), input),
  );
  post(
    app,
    `${at}/instalments`,
    { ...own, schema: changeInput, about: operations.changeInstalments },
    ({ actor, key, params, input }) =>
      changeInstalments(ctx, actor, key, codeOf(params, 'ref'), input),
  );
}

/** What a signatory asks about an agreed pledge, and what an admin decides. */
function registerRequests(app: FastifyInstance, ctx: Context): void {
  const own = { who: 'signatory' as const };
  const at = '/api/v1/pledges/:ref/requests';
  post(
    app,
    at,
    { ...own, schema: requestInput, about: requests.requestChange },
    ({ actor, key, params, input }) => requestChange(ctx, actor, key, codeOf(params, 'ref'), input),
  );
  post(
    app,
    `${at}/cancel`,
    { ...own, schema: z.strictObject({}), about: requests.cancelRequest },
    ({ actor, key, params }) => cancelRequest(ctx, actor, key, codeOf(params, 'ref')),
  );
  const decide = { who: 'decide' as const, schema: decisionInput };
  const admin = '/api/v1/admin/pledges/:ref/requests';
  post(
    app,
    `${admin}/grant`,
    { ...decide, about: requests.grantRequest },
    ({ actor, key, params, input }) => grantRequest(ctx, actor, key, codeOf(params, 'ref'), input),
  );
  post(
    app,
    `${admin}/refuse`,
    { ...decide, about: requests.refuseRequest },
    ({ actor, key, params, input }) => refuseRequest(ctx, actor, key, codeOf(params, 'ref'), input),
  );
}

function registerDecisions(app: FastifyInstance, ctx: Context): void {
  const at = '/api/v1/admin/pledges/:ref';
  post(
    app,
    `${at}/accept`,
    { who: 'decide', schema: acceptInput, about: operations.acceptPledge },
    ({ actor, key, params, input }) => acceptPledge(ctx, actor, key, codeOf(params, 'ref'), input),
  );
  post(
    app,
    `${at}/reject`,
    { who: 'decide', schema: rejectInput, about: operations.rejectPledge },
    ({ actor, key, params, input }) => rejectPledge(ctx, actor, key, codeOf(params, 'ref'), input),
  );
  post(
    app,
    `${at}/ask`,
    { who: 'decide', schema: questionInput, about: operations.askGiver },
    ({ actor, key, params, input }) => askGiver(ctx, actor, key, codeOf(params, 'ref'), input),
  );
  for (const verb of ADMIN_VERBS) {
    post(
      app,
      `${at}/${verb}`,
      { who: rightFor(verb), schema: moveInput, about: operations.MOVES[verb] },
      ({ actor, key, params, input }) =>
        movePledge(ctx, actor, key, verb, codeOf(params, 'ref'), input),
    );
  }
  post(
    app,
    `${at}/extend`,
    { who: 'record', schema: extendInput, about: delivery.extendDelivery },
    ({ actor, key, params, input }) =>
      extendDelivery(ctx, actor, key, codeOf(params, 'ref'), input),
  );
  post(
    app,
    `${at}/use`,
    { who: 'record', schema: useInput, about: delivery.stateUse },
    ({ actor, key, params, input }) => stateUse(ctx, actor, key, codeOf(params, 'ref'), input),
  );
  post(
    app,
    '/api/v1/admin/batches/:batch/reverse',
    { who: 'record', schema: reasonInput, about: operations.reverseBatch },
    ({ actor, key, params, input }) =>
      reverseBatch(ctx, actor, key, codeOf(params, 'batch'), input),
  );
}
