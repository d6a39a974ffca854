import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { postsOf, type PostOperation } from '../http/api.ts';
import { changeInitiative, changeInput } from './change.ts';
import { milestonesInput, setMilestones } from './milestones.ts';

const count = z.int().min(0);

const aboutChange: PostOperation = {
  id: 'changeInitiative',
  summary: 'Edit the initiative, with a public reason',
  description:
    'Fields you leave out stay as they are. Null removes a field, but at least one target must stay. New targets or a new window become a ledger entry, and the public pages show them with the reason. The name and the currency can’t change.',
  answers: {
    201: z
      .strictObject({ changed: z.array(z.string()), entry: count.nullable() })
      .describe('The fields that changed, and the `seq` of the new ledger entry if there is one.'),
  },
  refuses: ['conflict', 'no-initiative', 'touch-again'],
};

const aboutMilestones: PostOperation = {
  id: 'setMilestones',
  summary: 'Replace the milestones',
  description:
    'A milestone says what an amount on the way to the target makes possible. Milestones aren’t in the ledger and change no total. Give money in major units of the initiative’s currency, and GPUs as the number at once at one site. Send `seen` to be refused if somebody has changed the milestones meanwhile.',
  answers: { 201: z.strictObject({ funding: count, gpus: count }).describe('How many there are.') },
  refuses: ['conflict', 'no-initiative'],
};

export function registerInitiative(app: FastifyInstance, ctx: Context): void {
  const manage = postsOf(app, ctx, 'manage', '/api/v1/admin');
  manage('/initiative', changeInput, aboutChange, changeInitiative);
  manage('/milestones', milestonesInput, aboutMilestones, setMilestones);
}
