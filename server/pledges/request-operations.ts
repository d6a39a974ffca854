import { z } from 'zod';
import { REQUEST_STATUSES, type RequestStatus } from '../domain/agreed.ts';
import type { PostOperation } from '../http/api.ts';
import { ref } from '../openapi/shapes.ts';
import { recorded } from './answers.ts';

const params = z.object({ ref });

const answered = (status: RequestStatus) =>
  z.strictObject({
    ref,
    request: z.uuid(),
    status: z.enum(REQUEST_STATUSES).extract([status]),
  });

export const requestChange: PostOperation = {
  id: 'requestChange',
  tag: 'Signing and pledging',
  summary: 'Ask an admin to change what is agreed in writing',
  description:
    'Of your own pledge: `postpone` with the instalments you want, `reduce` by how much, or `release` from all that is outstanding. Nothing changes until an admin grants it. One request at a time, and at most 10 about a pledge in 24 hours. Refused (409) where nothing is agreed, while another request or a larger amount is waiting, and for other days of GPUs.',
  params,
  refuses: ['conflict', 'over-draw'],
  answers: { 201: { text: 'Waiting for an admin.', schema: answered('waiting') } },
};

export const cancelRequest: PostOperation = {
  id: 'cancelRequest',
  tag: 'Signing and pledging',
  summary: 'Cancel your request that is waiting',
  params,
  refuses: ['conflict'],
  answers: { 201: { text: 'Cancelled.', schema: answered('cancelled') } },
};

export const grantRequest: PostOperation = {
  id: 'grantRequest',
  tag: 'Admin',
  summary: 'Grant a giver’s request about an agreed pledge',
  description:
    'What was asked for is done at once: the new instalments enter the ledger as terms, or amounts move to withdrawn. The giver is mailed the reason. Refused (409) where the pledge has changed so that the request no longer fits.',
  params,
  refuses: ['conflict'],
  answers: {
    201: { text: 'Granted.', schema: z.union([recorded, answered('granted')]) },
  },
};

export const refuseRequest: PostOperation = {
  id: 'refuseRequest',
  tag: 'Admin',
  summary: 'Refuse a giver’s request about an agreed pledge',
  description: 'The pledge stays as it is. The giver is mailed the reason.',
  params,
  refuses: ['conflict'],
  answers: { 201: { text: 'Refused.', schema: answered('refused') } },
};
