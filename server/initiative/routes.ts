import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { post } from '../http/api.ts';
import { changeInitiative, changeInput } from './change.ts';
import { milestonesInput, setMilestones } from './milestones.ts';
import * as operations from './operations.ts';

export function registerInitiative(app: FastifyInstance, ctx: Context): void {
  post(
    app,
    '/api/v1/admin/initiative',
    { who: 'manage', schema: changeInput, about: operations.changeInitiative },
    ({ actor, key, input }) => changeInitiative(ctx, actor, key, input),
  );
  post(
    app,
    '/api/v1/admin/milestones',
    { who: 'manage', schema: milestonesInput, about: operations.setMilestones },
    ({ actor, key, input }) => setMilestones(ctx, actor, key, input),
  );
}
