import { z } from 'zod';
import { REQUEST_STATUSES, type RequestStatus } from '../domain/agreed.ts';
import { recordOf } from '../domain/record-of.ts';
import type { PostOperation } from '../http/api.ts';
import { operationsOf } from '../http/operation.ts';
import { day, gpuHours, ref } from '../openapi/shapes.ts';
import {
  decided,
  movementPage,
  ownPledge,
  ownPledgePage,
  pledge,
  pledgePage,
  recorded,
} from './answers.ts';
import { pledgesInput } from './list-pledges.ts';
import { ownPledgesInput } from './mine.ts';
import { ADMIN_VERBS, type AdminVerb } from './move.ts';
import { movementsInput } from './view.ts';

const FIGURE =
  'Send `amount` for money, `windows` or `gpuHours` for compute. Without them, the whole amount in the stage moves.';

const MOVED: Record<AdminVerb, [summary: string, description: string]> = {
  commit: [
    'Record a signed agreement: pledged → committed',
    'The evidence is a `signed-agreement` or a `provider-statement`.',
  ],
  receive: [
    'Record money or hours received: → received',
    'Takes from committed first, then from pledged, then from waiting. To record more than that, send `excess`. The evidence for money is `payment`, for hours `provider-statement`. For metered hours, read the scheduler’s records instead.',
  ],
  lapse: [
    'Mark as no longer expected: → lapsed',
    'Takes from waiting first, then from pledged, then from committed.',
  ],
  dispute: [
    'Record a payment dispute: received → disputed',
    'Muster records disputes at Stripe by itself, and refuses their ids as the reference.',
  ],
  win: ['Record a dispute won: disputed → received', 'The money counts again.'],
  lose: ['Record a dispute lost: disputed → refunded', 'The money has gone back.'],
  refund: ['Record money returned: received → refunded', ''],
  reinstate: [
    'Expect a lapsed or returned amount again: → pledged',
    'The amount moves to waiting while the pledge’s condition isn’t met.',
  ],
};

export const MOVES = recordOf(ADMIN_VERBS, (verb): PostOperation => {
  const [summary, description] = MOVED[verb];
  return {
    id: `${verb}Pledge`,
    summary,
    description: `${description} ${FIGURE}`.trim(),
    answers: { 201: recorded },
    refuses: ['conflict', 'over-draw'],
  };
});

const answered = (status: RequestStatus) =>
  z.strictObject({ ref, request: z.uuid(), status: z.enum(REQUEST_STATUSES).extract([status]) });

export const operations = operationsOf({
  listPledges: {
    summary: 'List the accepted pledges',
    description:
      'As of the newest checkpoint. To sort by amount, name one kind or one asset: dollars and GPU-hours do not compare.',
    query: pledgesInput,
    answers: { 200: pledgePage },
    refuses: ['busy'],
  },
  getPledge: {
    summary: 'Get an accepted pledge',
    description:
      'Its terms, the amounts in each stage, its rate and its movements. `signatory` and `site` are null unless the pledge shows its giver.',
    answers: { 200: pledge },
    refuses: ['busy'],
  },
  listMovements: {
    summary: 'List movements in the order of the ledger',
    description: 'Movements of all pledges, or of the pledge in `ref`. They carry no names.',
    query: movementsInput,
    answers: { 200: movementPage },
    refuses: ['busy'],
  },
  logPledge: {
    summary: 'Log a pledge of money or compute',
    description:
      'A pledge is pending until it is accepted. Until then it isn’t in the totals. A signatory’s own pledge of money is accepted at once, up to a limit. Anonymous money becomes `ready`: once a day it is accepted with others, when at least five givers are waiting. Only an admin names the `signatory`. The GPU-seconds of a window are floor(GPUs × seconds × availability).',
    answers: { 201: decided('pending', 'ready', 'accepted') },
    refuses: ['closed', 'conflict', 'no-longer-offered'],
  },
  editPledge: {
    summary: 'Edit a pending pledge',
    description:
      'Send the whole pledge. Its reference stays the same. A pledge that was ever accepted can’t be edited.',
    answers: { 201: decided('pending', 'ready', 'accepted') },
    refuses: ['closed', 'conflict', 'no-longer-offered'],
  },
  increasePledge: {
    summary: 'Increase an accepted pledge of money',
    description:
      'Send `amount`, and `instalments` that add up to it. Without instalments, the last instalment grows by that amount. Instalments that are agreed in writing never grow, so name further ones. Above a limit, a signatory’s increase waits for an admin. An admin’s is recorded at once. The pledge’s own rate applies. If that rate is older than 30 days, a signatory’s increase waits, and an admin sends the day of the rate in `useRateOf`.',
    answers: {
      201: z
        .union([recorded, decided('pending')])
        .describe('The increase is recorded, or is waiting for an admin.'),
    },
    refuses: ['closed', 'conflict', 'rate-too-old'],
  },
  withdrawIncrease: {
    summary: 'Cancel a pending increase',
    description: 'The pledge stays as it was before.',
    answers: { 201: decided('accepted') },
    refuses: ['conflict'],
  },
  withdrawPledge: {
    summary: 'Withdraw all or part of a pledge: → withdrawn',
    description:
      'To withdraw a part, send `amount`, `gpuHours` or `windows`. Otherwise everything outstanding is withdrawn. A signatory can withdraw only what isn’t agreed in writing. For the rest, use `POST /api/v1/pledges/{ref}/requests`. An admin can also withdraw what is agreed, with a `reason`. Withdrawing a pending pledge makes no ledger entry.',
    answers: { 201: z.union([recorded, decided('withdrawn')]) },
    refuses: ['conflict', 'over-draw', 'confirm-again'],
  },
  changeInstalments: {
    summary: 'Replace the open instalments',
    description:
      'Replaces the instalments that are entirely unpaid. Their sum stays the same. The new terms become a ledger entry. If part of the pledge is agreed in writing, a signatory uses `POST /api/v1/pledges/{ref}/requests`, and an admin gives a `reason`.',
    answers: { 201: decided('accepted') },
    refuses: ['conflict'],
  },
  listOwnPledges: {
    access: 'signatory',
    summary: 'List your pledges',
    description: 'Pledges in every status, newest first, as they are now.',
    query: ownPledgesInput,
    answers: { 200: ownPledgePage },
  },
  getOwnPledge: {
    access: 'signatory',
    summary: 'Get one of your pledges',
    answers: { 200: ownPledge },
  },
  acceptPledge: {
    summary: 'Accept a pending pledge or increase',
    description:
      'Accepting a pledge fixes its reference rate and enters its terms in the ledger. Its whole amount moves from outside to pledged, or to waiting if it has a condition. Money received beyond the promise counts towards a pending increase. Send the `revision` that you looked at. The call is refused if the giver has changed the pledge since, or money has arrived. An anonymous pledge becomes `ready`: once a day it is accepted with others, when at least five givers are waiting. Send `alone` to accept it now. To use a reference rate older than 30 days, send its day in `useRateOf`.',
    answers: {
      201: z.union([recorded, decided('ready')]).describe('The pledge is accepted, or ready.'),
    },
    refuses: ['closed', 'conflict', 'rate-too-old'],
  },
  rejectPledge: {
    summary: 'Reject a pending pledge or increase',
    description:
      'A rejected pledge makes no ledger entry. Rejecting an increase leaves the accepted pledge as it was. Send the `revision` that you looked at. The call is refused if the giver has changed the pledge since.',
    answers: { 201: decided('rejected', 'accepted') },
    refuses: ['conflict'],
  },
  askGiver: {
    summary: 'Ask the giver of a pledge a question',
    description:
      'The giver gets the question by email. The pledge shows the question until the giver changes the pledge or you decide on it. Refused if the giver has no confirmed address.',
    answers: { 201: decided('pending', 'accepted') },
    refuses: ['conflict'],
  },
  reverseBatch: {
    summary: 'Reverse a batch of movements',
    description:
      'Corrects a mistake by movements in the other direction, from `to` to `from`. A batch can be reversed once, and a reversal can’t be reversed. If the amount has moved on, the answer names the batches to reverse first.',
    answers: { 201: recorded },
    refuses: ['conflict', 'already-reversed', 'moved-on'],
  },
  extendDelivery: {
    summary: 'Extend the deadline for undelivered hours',
    description:
      'Hours that a window has not delivered 30 days after its end are undelivered compute. Extend their deadline by this call, or let them lapse. Nothing moves. Send null to remove the extension.',
    answers: { 201: z.strictObject({ ref: z.string(), expectedUntil: day.nullable() }) },
    refuses: ['conflict'],
  },
  stateUse: {
    summary: 'Record what jobs used of hours kept available',
    description:
      'For a pledge that is measured by reservation. Pages show the use next to the delivered hours. No total includes it. A new figure for a day replaces the earlier one.',
    answers: { 201: z.strictObject({ ref: z.string(), days: z.int().min(1), gpuHours }) },
    refuses: ['conflict'],
  },
  requestChange: {
    summary: 'Ask an admin to change an agreed pledge',
    description:
      'Send `postpone` with the instalments you want, `reduce` with the amount to give less, or `release` to give nothing more. Nothing changes until an admin grants the request. Only one request can wait at a time. You can send up to 10 requests about a pledge in 24 hours. Refused (409) if nothing is agreed, if another request or an increase is waiting, or to postpone GPUs.',
    answers: { 201: answered('waiting') },
    refuses: ['conflict', 'over-draw'],
  },
  cancelRequest: {
    summary: 'Cancel your request',
    answers: { 201: answered('cancelled') },
    refuses: ['conflict'],
  },
  grantRequest: {
    summary: 'Grant a giver’s request',
    description:
      'The change happens at once: the new instalments enter the ledger as terms, or amounts move to withdrawn. The giver gets the reason by email. Refused (409) if the pledge has changed and the request no longer fits.',
    answers: { 201: z.union([recorded, answered('granted')]) },
    refuses: ['conflict'],
  },
  refuseRequest: {
    summary: 'Refuse a giver’s request',
    description: 'The pledge stays as it is. The giver gets the reason by email.',
    answers: { 201: answered('refused') },
    refuses: ['conflict'],
  },
});
