import { z } from 'zod';
import { REQUEST_STATUSES, type RequestStatus } from '../domain/agreed.ts';
import type { PostOperation } from '../http/api.ts';
import { ref } from '../openapi/shapes.ts';
import { recorded } from './answers.ts';

const answered = (status: RequestStatus) =>
  z.strictObject({
    ref,
    request: z.uuid(),
    status: z.enum(REQUEST_STATUSES).extract([status]),
  });

export const requestChange: PostOperation = {
  id: 'requestChange',
  summary: 'Ask an admin to change an agreed pledge',
  description:
    'Send `postpone` with the instalments you want, `reduce` with the amount to give less, or `release` to give nothing more. Nothing changes until an admin grants the request. Only one request can wait at a time. You can send up to 10 requests about a pledge in 24 hours. Refused (409) if nothing is agreed, if another request or an increase is waiting, or to postpone GPUs.',
  answers: { 201: answered('waiting') },
  refuses: ['conflict', 'over-draw'],
};

export const cancelRequest: PostOperation = {
  id: 'cancelRequest',
  summary: 'Cancel your request',
  answers: { 201: answered('cancelled') },
  refuses: ['conflict'],
};

export const grantRequest: PostOperation = {
  id: 'grantRequest',
  summary: 'Grant a giver’s request',
  description:
    'The change happens at once: the new instalments enter the ledger as terms, or amounts move to withdrawn. The giver gets the reason by email. Refused (409) if the pledge has changed and the request no longer fits.',
  answers: { 201: z.union([recorded, answered('granted')]) },
  refuses: ['conflict'],
};

export const refuseRequest: PostOperation = {
  id: 'refuseRequest',
  summary: 'Refuse a giver’s request',
  description: 'The pledge stays as it is. The giver gets the reason by email.',
  answers: { 201: answered('refused') },
  refuses: ['conflict'],
};
