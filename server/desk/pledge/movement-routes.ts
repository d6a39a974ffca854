import type { z } from 'zod';
import { HAND_FIELDS, WINDOWS } from '../../../web/desk/pledge/movement-form.ts';
import { readFields, type Json, type Typed } from '../../../web/forms/fields.ts';
import type { Admin } from '../../actor.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import type { Answer, RequestKey } from '../../db/write.ts';
import type { Act } from '../../domain/audit-trail.ts';
import { collector } from '../../domain/collect-errors.ts';
import { fieldError } from '../../domain/errors.ts';
import { parse } from '../../http/parse.ts';
import { increasePledge, planIncrease } from '../../pledges/increase.ts';
import {
  type AdminVerb,
  movePledge,
  planBatchReversal,
  planMovement,
  reverseBatch,
} from '../../pledges/move.ts';
import { lockOwnPledge } from '../../pledges/open-pledge.ts';
import type { Planned } from '../../pledges/record.ts';
import { increaseInput, moveInput, reasonInput, withdrawalInput } from '../../pledges/schemas.ts';
import { planWithdrawal, withdrawPledge } from '../../pledges/withdraw.ts';
import { HAND_VERBS, type HandVerb } from '../../../web/data/desk.ts';

/** Who asks for what: a pledge's reference, or a batch; and the pledge as it was seen. */
export interface Asked {
  ctx: Context;
  actor: Admin;
  object: string;
  seen: string | undefined;
}

/** A form that was read: worked out without writing anything, or done. */
interface Hand {
  plan: (tx: Tx) => Promise<Planned>;
  run: (key: RequestKey) => Promise<Answer>;
}

export const HAND_ACTS: Record<HandVerb, Act> = {
  commit: 'pledge.commit',
  receive: 'pledge.receive',
  lapse: 'pledge.lapse',
  dispute: 'pledge.dispute',
  win: 'pledge.win',
  lose: 'pledge.lose',
  refund: 'pledge.refund',
  reinstate: 'pledge.reinstate',
  withdraw: 'pledge.withdraw',
  increase: 'pledge.increase',
  reverse: 'batch.reverse',
};

export const PLEDGE_HANDS = HAND_VERBS.filter((verb) => verb !== 'reverse');

interface TypedRow {
  gpus?: unknown;
}

/** How much: all there is, GPUs of windows, or a figure. Each form asks for those of its pledge. */
function figuresOf(input: Json, values: Typed): object {
  if (input['how'] === 'all') return {};
  if (input['how'] !== 'hours' && values.has('windows.0.from')) {
    const windows = (input['windows'] as TypedRow[]).filter(({ gpus }) => gpus !== undefined);
    if (windows.length > 0) return { windows };
    throw fieldError('windows', 'is missing: say how many of one at least');
  }
  const name = values.has('amount') ? 'amount' : 'gpuHours';
  if (input[name] === undefined) throw fieldError(name, 'is missing');
  return { [name]: input[name] };
}

/** What was typed by its schema. The desk needs also what is not optional in its own form. */
function readHand<T>(
  verb: HandVerb,
  values: Typed,
  schema: z.ZodType<T>,
  restOf: (input: Json) => Json,
): T {
  const { input } = readFields(HAND_FIELDS[verb], values);
  const check = collector();
  const figures = check.attempt(() => figuresOf(input, values));
  for (const { at, as, isOptional } of HAND_FIELDS[verb]) {
    const isNeeded = at.startsWith('evidence.') && as !== 'select' && !isOptional;
    if (isNeeded && !values.get(at)) check.refuse(at, 'is missing');
  }
  const read = check.attempt(() => parse(schema, { ...figures, ...restOf(input) }));
  check.done();
  return read!;
}

type ReadHand = (asked: Asked, values: Typed) => Hand;

const moved =
  (verb: AdminVerb): ReadHand =>
  ({ ctx, actor, object, seen }, values) => {
    const input = readHand(verb, values, moveInput, ({ occurredOn, evidence, excess }) => ({
      occurredOn,
      evidence,
      excess,
    }));
    return {
      plan: (tx) => planMovement(ctx, tx, verb, object, input),
      run: (key) => movePledge(ctx, actor, key, verb, object, input, seen),
    };
  };

/** The use cases behind the forms: their own schemas read what was typed. */
export const HANDS: Record<HandVerb, ReadHand> = {
  commit: moved('commit'),
  receive: moved('receive'),
  lapse: moved('lapse'),
  dispute: moved('dispute'),
  win: moved('win'),
  lose: moved('lose'),
  refund: moved('refund'),
  reinstate: moved('reinstate'),
  withdraw: ({ ctx, actor, object, seen }, values) => {
    const input = readHand('withdraw', values, withdrawalInput, ({ reason }) => ({ reason }));
    return {
      plan: async (tx) =>
        planWithdrawal(ctx, tx, actor, await lockOwnPledge(tx, actor, object), input),
      run: (key) => withdrawPledge(ctx, actor, key, object, input, seen),
    };
  },
  increase: ({ ctx, actor, object, seen }, values) => {
    const { dueOn, ...typed } = readFields(HAND_FIELDS.increase, values).input;
    const instalments = dueOn === undefined ? undefined : [{ dueOn, amount: typed['amount'] }];
    const input = parse(increaseInput, { ...typed, instalments });
    return {
      plan: (tx) => planIncrease(ctx, tx, actor, object, input),
      run: (key) => increasePledge(ctx, actor, key, object, input, seen),
    };
  },
  reverse: ({ ctx, actor, object, seen }, values) => {
    const input = parse(reasonInput, readFields(HAND_FIELDS.reverse, values).input);
    return {
      plan: (tx) => planBatchReversal(ctx, tx, object, input),
      run: (key) => reverseBatch(ctx, actor, key, object, input, seen),
    };
  },
};

/** Where in the form a place of the input is: the third window may be in another row. */
export function fieldAt(values: Typed, place: string): string {
  if (place.startsWith('instalments')) return place.endsWith('amount') ? 'amount' : 'dueOn';
  return readFields([WINDOWS], values).fieldOf(place);
}
