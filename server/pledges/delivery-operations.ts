import { z } from 'zod';
import type { PostOperation } from '../http/api.ts';
import { day, gpuHours } from '../openapi/shapes.ts';

export const extendDelivery: PostOperation = {
  id: 'extendDelivery',
  summary: 'Extend the deadline for undelivered hours',
  description:
    'Hours that a window has not delivered 30 days after its end are undelivered compute. Extend their deadline by this call, or let them lapse. Nothing moves. Send null to remove the extension.',
  answers: { 201: z.strictObject({ ref: z.string(), expectedUntil: day.nullable() }) },
  refuses: ['conflict'],
};

export const stateUse: PostOperation = {
  id: 'stateUse',
  summary: 'Record what jobs used of hours kept available',
  description:
    'For a pledge that is measured by reservation. Pages show the use next to the delivered hours. No total includes it. A new figure for a day replaces the earlier one.',
  answers: { 201: z.strictObject({ ref: z.string(), days: z.int().min(1), gpuHours }) },
  refuses: ['conflict'],
};
