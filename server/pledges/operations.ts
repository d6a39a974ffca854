import { z } from 'zod';
import type { PostOperation } from '../http/api.ts';
import type { Operation } from '../openapi/operation.ts';
import { batch, ref } from '../openapi/shapes.ts';
import {
  decided,
  movementPage,
  ownPledge,
  ownPledgePage,
  pledge,
  pledgePage,
  recorded,
} from './answers.ts';
import { movementsInput } from './list.ts';
import { pledgesInput } from './list-pledges.ts';
import { ownPledgesInput } from './mine.ts';
import type { ADMIN_VERBS } from './move.ts';

export const listPledges: Operation = {
  id: 'listPledges',
  refuses: ['busy'],
  tag: 'Public reads',
  summary: 'The accepted pledges',
  description:
    'As of the newest checkpoint, filtered and sorted. By amount only pledges of one kind or asset can be sorted, for dollars and GPU-hours do not compare.',
  query: pledgesInput,
  answers: { 200: { text: 'A page of pledges.', schema: pledgePage } },
};

export const getPledge: Operation = {
  id: 'getPledge',
  refuses: ['busy'],
  tag: 'Public reads',
  summary: 'One accepted pledge',
  description:
    'Its terms, where its amounts stand, its rate and its movements. Name and site are there only where the pledge shows them together with its amount.',
  params: z.object({ ref }),
  answers: { 200: { text: 'The pledge.', schema: pledge } },
};

export const listMovements: Operation = {
  id: 'listMovements',
  refuses: ['busy'],
  tag: 'Public reads',
  summary: 'The flow: movements in the order of the ledger',
  description: 'Of all pledges, or of the one that `ref` names. Without names.',
  query: movementsInput,
  answers: { 200: { text: 'A page of movements.', schema: movementPage } },
};

export const logPledge: PostOperation = {
  id: 'logPledge',
  tag: 'Signing and pledging',
  summary: 'Log a pledge of money or of compute',
  description:
    'It is pending, and counts nowhere, until it is accepted: a signatory’s own money at once, up to a limit. Anonymous money is then `ready`: it is accepted together with others, once a day, when five givers are waiting. An admin names the `signatory`, nobody else does. Amounts are decimal strings in major units. The GPU-seconds of a window are floor(GPUs × seconds × availability); windows end on the first day without.',
  refuses: ['closed', 'conflict', 'no-longer-offered'],
  answers: { 201: { text: 'Logged.', schema: decided('pending', 'ready', 'accepted') } },
};

const params = z.object({ ref });

export const editPledge: PostOperation = {
  id: 'editPledge',
  tag: 'Signing and pledging',
  summary: 'Have a pending pledge say something else',
  description:
    'All of it is said anew, under the same reference. One that was ever accepted is not edited.',
  params,
  refuses: ['closed', 'conflict', 'no-longer-offered'],
  answers: { 201: { text: 'Edited.', schema: decided('pending', 'ready', 'accepted') } },
};

export const increasePledge: PostOperation = {
  id: 'increasePledge',
  tag: 'Signing and pledging',
  summary: 'Promise more money of an accepted pledge',
  description:
    'By further instalments, which add up to the amount, or by the last one; instalments that are agreed in writing never grow, so further ones must be named. Beyond a limit a signatory’s own waits for an admin, beside what was asked before; an admin’s is recorded at once. The amount counts at the pledge’s own rate. If that is older than 30 days, a signatory’s waits, and an admin names its day in `useRateOf`.',
  params,
  refuses: ['closed', 'conflict', 'rate-too-old'],
  answers: {
    201: {
      text: 'Recorded, or pending.',
      schema: z.union([recorded, decided('pending')]),
    },
  },
};

export const withdrawIncrease: PostOperation = {
  id: 'withdrawIncrease',
  tag: 'Signing and pledging',
  summary: 'Take back what was asked for more, and waits',
  description: 'The pledge stands as it did before it was asked for.',
  params,
  refuses: ['conflict'],
  answers: { 201: { text: 'Taken back.', schema: decided('accepted') } },
};

export const withdrawPledge: PostOperation = {
  id: 'withdrawPledge',
  tag: 'Signing and pledging',
  summary: 'Withdraw a pledge, or a part of it: → withdrawn',
  description:
    'All that is outstanding, unless `amount`, `gpuHours` or `windows` name a part. A signatory withdraws only what is promised, and asks for the rest by `POST /api/v1/pledges/{ref}/requests`. An admin also withdraws what is agreed in writing, with a `reason`. A pending one never counted, and is withdrawn without an entry.',
  params,
  refuses: ['conflict', 'over-draw', 'confirm-again'],
  answers: {
    201: { text: 'Withdrawn.', schema: z.union([recorded, decided('withdrawn')]) },
  },
};

export const changeInstalments: PostOperation = {
  id: 'changeInstalments',
  tag: 'Signing and pledging',
  summary: 'Put other instalments in place of those still open',
  description:
    'Those of which nothing has come are replaced; their sum stays. The terms enter the ledger anew. Where anything of the pledge is agreed in writing, a signatory asks by `POST /api/v1/pledges/{ref}/requests`, and an admin names a `reason`.',
  params,
  refuses: ['conflict'],
  answers: { 201: { text: 'Changed.', schema: decided('accepted') } },
};

export const listOwnPledges: Operation = {
  id: 'listOwnPledges',
  access: 'signatory',
  tag: 'Signing and pledging',
  summary: 'One’s own pledges',
  description: 'The newest first, whatever their status, as they stand now.',
  query: ownPledgesInput,
  answers: { 200: { text: 'A page of pledges.', schema: ownPledgePage } },
};

export const getOwnPledge: Operation = {
  id: 'getOwnPledge',
  access: 'signatory',
  tag: 'Signing and pledging',
  summary: 'One of one’s own pledges',
  params: z.object({ ref }),
  answers: { 200: { text: 'The pledge.', schema: ownPledge } },
};

export const acceptPledge: PostOperation = {
  id: 'acceptPledge',
  tag: 'Admin',
  summary: 'Accept a pending pledge, or a larger amount that was asked for',
  description:
    'Fixes its reference rate, enters its terms in the ledger, and moves all of it from outside to pledged, or to waiting when it has a condition. Of one that is accepted, accepts the larger amount that its giver has asked for. What was received beyond the promise while that waited is part of it. Refused when its giver has changed it, or something was so received, since the `revision` that is named. An anonymous pledge becomes `ready`: it is accepted together with others, once a day, when five givers are waiting; `alone` accepts it now. A reference rate that is older than 30 days is used only where `useRateOf` names its day.',
  params,
  refuses: ['closed', 'conflict', 'rate-too-old'],
  answers: { 201: { text: 'Accepted, or ready.', schema: z.union([recorded, decided('ready')]) } },
};

export const rejectPledge: PostOperation = {
  id: 'rejectPledge',
  tag: 'Admin',
  summary: 'Reject a pending pledge, or a larger amount that was asked for',
  description:
    'It never counted, and makes no entry in the ledger. A pledge that asked for a larger amount stays accepted as it was. Refused when its giver has changed it since the `revision` that is named.',
  params,
  refuses: ['conflict'],
  answers: { 201: { text: 'Rejected.', schema: decided('rejected', 'accepted') } },
};

export const askGiver: PostOperation = {
  id: 'askGiver',
  tag: 'Admin',
  summary: 'Ask the giver of a pledge back',
  description:
    'The question is mailed. The pledge waits on, and shows it until its giver changes it or it is decided on. Refused where the giver has confirmed no address.',
  params,
  refuses: ['conflict'],
  answers: { 201: { text: 'Asked.', schema: decided('pending', 'accepted') } },
};

const FIGURE =
  'Of money name `amount`, of compute `windows` or `gpuHours`; with none, all that stands there moves.';

const moves = (
  verb: (typeof ADMIN_VERBS)[number],
  summary: string,
  description: string,
): PostOperation => ({
  id: `${verb}Pledge`,
  tag: 'Admin',
  summary,
  description: `${description} ${FIGURE}`,
  params,
  refuses: ['conflict', 'over-draw'],
  answers: { 201: { text: 'Recorded.', schema: recorded } },
});

export const MOVES: Record<(typeof ADMIN_VERBS)[number], PostOperation> = {
  commit: moves(
    'commit',
    'Record a signed agreement: pledged → committed',
    'Takes a `signed-agreement` or a `provider-statement` as evidence.',
  ),
  receive: moves(
    'receive',
    'Record money that settled, or hours delivered: → received',
    'Takes from committed first, then pledged, then waiting; from outside what goes beyond them, with `excess`. Money takes `payment` as evidence, hours `provider-statement`; what was metered is read from the records of its jobs.',
  ),
  lapse: moves(
    'lapse',
    'Record what is no longer expected: → lapsed',
    'Takes from waiting first, then pledged, then committed.',
  ),
  dispute: moves(
    'dispute',
    'Record money that is contested: received → disputed',
    'What Stripe tells of is recorded by itself, and not again where its `du_…` is the reference.',
  ),
  win: moves(
    'win',
    'Record a dispute that was won: disputed → received',
    'The money stays, and counts again.',
  ),
  lose: moves(
    'lose',
    'Record a dispute that was lost: disputed → refunded',
    'The money has gone back.',
  ),
  refund: moves('refund', 'Record money returned: received → refunded', ''),
  reinstate: moves(
    'reinstate',
    'Expect again what was given up or returned: → pledged',
    'To waiting while its condition is unmet.',
  ),
};

export const reverseBatch: PostOperation = {
  id: 'reverseBatch',
  tag: 'Admin',
  summary: 'Take a batch back',
  description:
    'A mistake is corrected by more movements, from `to` to `from`, once. Where the amount has moved on since, the answer names what to reverse first. A reversal is not reversed.',
  params: z.object({ batch }),
  refuses: ['conflict', 'already-reversed', 'moved-on'],
  answers: { 201: { text: 'Reversed.', schema: recorded } },
};
