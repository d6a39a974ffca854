import { MOST_WINDOWS } from '../../web/desk/model-pledge.ts';
import type { Admin } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import type { Act } from '../domain/act.ts';
import { collector } from '../domain/collect.ts';
import { fieldError } from '../domain/errors.ts';
import { numberOf, ungrouped } from '../domain/typed.ts';
import { parse } from '../http/parse.ts';
import { increasePledge, planIncrease } from '../pledges/increase.ts';
import {
  movePledge,
  planBatchReversal,
  planMovement,
  reverseBatch,
  type AdminVerb,
} from '../pledges/move.ts';
import type { Planned } from '../pledges/record.ts';
import { increaseInput, moveInput, reasonInput, withdrawalInput } from '../pledges/schemas.ts';
import { lockOwnPledge } from '../pledges/terms.ts';
import { planWithdrawal, withdrawPledge } from '../pledges/withdraw.ts';
import { HAND_VERBS, type HandVerb } from '../../web/desk/model.ts';

type Typed = ReadonlyMap<string, string>;

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

const WINDOW = ['gpus', 'from', 'to', 'availability'] as const;
const FIGURES = ['how', 'amount', 'gpuHours'];
const EVIDENCE = ['occurredOn', 'evidence.grade', 'evidence.url', 'evidence.note'];
const WINDOWS = Array.from({ length: MOST_WINDOWS }, (_, row) =>
  WINDOW.map((column) => `windows.${row}.${column}`),
).flat();

const BACK = [...FIGURES, 'evidence.reference', ...EVIDENCE];

/** The fields of each form, in their order on the page. */
export const HAND_FIELDS: Record<HandVerb, readonly string[]> = {
  commit: [...FIGURES, ...WINDOWS, 'evidence.reference', ...EVIDENCE],
  receive: [...FIGURES, 'excess', 'evidence.reference', 'evidence.fee', ...EVIDENCE],
  lapse: [...FIGURES, ...WINDOWS, ...EVIDENCE],
  dispute: BACK,
  win: BACK,
  lose: BACK,
  refund: BACK,
  reinstate: [...FIGURES, ...WINDOWS, ...EVIDENCE],
  withdraw: [...FIGURES, ...WINDOWS, 'reason'],
  increase: ['amount', 'dueOn', 'useRateOf'],
  reverse: ['reason'],
};

/** Which text the desk does not go without: the agreement's reference, and why something ends or is contested. */
const NEEDED: Partial<Record<HandVerb, string>> = {
  commit: 'evidence.reference',
  lapse: 'evidence.note',
  dispute: 'evidence.note',
  lose: 'evidence.note',
  refund: 'evidence.note',
};

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

/** What is empty is absent. */
const typed = (values: Typed, name: string): string | undefined => values.get(name) || undefined;
/** Thousands may be typed in groups. */
const figure = (values: Typed, name: string): string | undefined =>
  ungrouped(values.get(name) ?? '') || undefined;

/** The windows of which GPUs are named, and in which row of the form each stands. */
function windowRows(values: Typed) {
  const rows = Array.from({ length: MOST_WINDOWS }, (_, row) => ({
    row,
    gpus: typed(values, `windows.${row}.gpus`) ?? '',
    days: {
      from: typed(values, `windows.${row}.from`),
      to: typed(values, `windows.${row}.to`),
      availability: typed(values, `windows.${row}.availability`),
    },
  }));
  return rows.filter(({ gpus }) => gpus !== '');
}

/** How much: all there is, GPUs of windows, or a figure. Each form asks for those of its pledge. */
function figuresOf(values: Typed): object {
  const how = values.get('how');
  if (how === 'all') return {};
  if (how !== 'hours' && values.has('windows.0.from')) {
    const rows = windowRows(values);
    if (rows.length === 0) throw fieldError('windows', 'is missing: say how many of one at least');
    return {
      windows: rows.map(({ gpus, days }) => ({ gpus: numberOf(gpus), ...days })),
    };
  }
  const name = values.has('amount') ? 'amount' : 'gpuHours';
  const quantity = figure(values, name);
  if (quantity === undefined) throw fieldError(name, 'is missing');
  return { [name]: quantity };
}

function moveOf(verb: HandVerb, values: Typed) {
  const check = collector();
  const figures = check.attempt(() => figuresOf(values));
  const needed = NEEDED[verb];
  if (needed && !typed(values, needed)) check.refuse(needed, 'is missing');
  const input = check.attempt(() =>
    parse(moveInput, {
      ...figures,
      occurredOn: typed(values, 'occurredOn'),
      evidence: {
        grade: typed(values, 'evidence.grade'),
        url: typed(values, 'evidence.url'),
        note: typed(values, 'evidence.note'),
        reference: typed(values, 'evidence.reference'),
        fee: figure(values, 'evidence.fee'),
      },
      ...(typed(values, 'excess') && { excess: true }),
    }),
  );
  check.done();
  return input!;
}

type ReadHand = (asked: Asked, values: Typed) => Hand;

const moved =
  (verb: AdminVerb): ReadHand =>
  ({ ctx, actor, object, seen }, values) => {
    const input = moveOf(verb, values);
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
    const check = collector();
    const figures = check.attempt(() => figuresOf(values));
    const reason = typed(values, 'reason');
    const input = check.attempt(() => parse(withdrawalInput, { ...figures, reason }));
    check.done();
    return {
      plan: async (tx) =>
        planWithdrawal(ctx, tx, actor, await lockOwnPledge(tx, actor, object), input!),
      run: (key) => withdrawPledge(ctx, actor, key, object, input!, seen),
    };
  },
  increase: ({ ctx, actor, object, seen }, values) => {
    const amount = figure(values, 'amount');
    const dueOn = typed(values, 'dueOn');
    const instalments = dueOn === undefined ? undefined : [{ dueOn, amount }];
    const input = parse(increaseInput, {
      amount,
      instalments,
      useRateOf: typed(values, 'useRateOf'),
    });
    return {
      plan: (tx) => planIncrease(ctx, tx, actor, object, input),
      run: (key) => increasePledge(ctx, actor, key, object, input, seen),
    };
  },
  reverse: ({ ctx, actor, object, seen }, values) => {
    const input = parse(reasonInput, { reason: typed(values, 'reason') });
    return {
      plan: (tx) => planBatchReversal(ctx, tx, object, input),
      run: (key) => reverseBatch(ctx, actor, key, object, input, seen),
    };
  },
};

/** Where in the form a field of the input is: the third window may stand in another row. */
export function fieldAt(values: Typed, field: string): string {
  if (field.startsWith('instalments')) return field.endsWith('amount') ? 'amount' : 'dueOn';
  return field.replace(/^windows\[(\d+)\]/, (_, at: string) => {
    const row = windowRows(values)[Number(at)]?.row ?? at;
    return `windows.${row}`;
  });
}
