import { z } from 'zod';
import type { PostOperation } from '../http/api.ts';

const count = z.int().min(0);

export const changeInitiative: PostOperation = {
  id: 'changeInitiative',
  tag: 'Admin',
  summary: 'Change what the initiative says, for a reason that the public reads',
  description:
    'What is absent stays, null takes it away; at least one target stays. Other targets or another window are a new entry of the ledger, told with the reason on the public pages. The name and the currency do not change: all amounts are counted in it.',
  refuses: ['conflict', 'no-initiative', 'touch-again'],
  answers: {
    201: {
      text: 'What was changed, and the new entry’s `seq` if there is one.',
      schema: z.strictObject({ changed: z.array(z.string()), entry: count.nullable() }),
    },
  },
};

export const setMilestones: PostOperation = {
  id: 'setMilestones',
  tag: 'Admin',
  summary: 'Put these milestones in place of those that are there',
  description:
    'What an amount on the way would be good for. They are no part of the ledger and count nothing. Money in major units of the initiative’s currency; GPUs at once at one site, as the target is counted. With `seen` it is refused where somebody has changed them meanwhile.',
  refuses: ['conflict', 'no-initiative'],
  answers: {
    201: {
      text: 'How many there are now.',
      schema: z.strictObject({ funding: count, gpus: count }),
    },
  },
};
