import { z } from 'zod';
import type { PostOperation } from '../http/api.ts';
import { day, gpuHours } from '../openapi/shapes.ts';

const params = z.object({ ref: z.string() });

export const extendDelivery: PostOperation = {
  id: 'extendDelivery',
  tag: 'Admin',
  summary: 'Expect hours that have not come until another day',
  description:
    '30 days after a window, what it has not brought is a shortfall, which is extended by this or lapsed. It moves nothing. Null takes the extension away.',
  params,
  refuses: ['conflict', 'not-found'],
  answers: {
    201: {
      text: 'Extended.',
      schema: z.strictObject({ ref: z.string(), expectedUntil: day.nullable() }),
    },
  },
};

export const stateUse: PostOperation = {
  id: 'stateUse',
  tag: 'Admin',
  summary: 'Say what jobs used of hours that are kept available',
  description:
    'Of a pledge that is measured by reservation: shown beside what was delivered, and in no total. Another figure for a day takes the place of the first.',
  params,
  refuses: ['conflict', 'not-found'],
  answers: {
    201: {
      text: 'Kept.',
      schema: z.strictObject({ ref: z.string(), days: z.int().min(1), gpuHours }),
    },
  },
};
