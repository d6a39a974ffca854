import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { FormState } from '../../../web/components/form.tsx';
import { DESK_VERBS, type DeskVerb } from '../../../web/data/desk.ts';
import type { MovementFormPage } from '../../../web/desk/pledge/data.ts';
import { MOVEMENT_FIELDS, WINDOWS } from '../../../web/desk/pledge/movement-form.ts';
import { readFields, type Json, type Typed } from '../../../web/forms/fields.ts';
import { t } from '../../../web/words.ts';
import type { Admin } from '../../actor.ts';
import type { Context } from '../../context.ts';
import type { Tx, Db } from '../../db/db.ts';
import * as schema from '../../db/schema.ts';
import type { Answer, RequestKey } from '../../db/write.ts';
import type { Act } from '../../domain/audit-trail.ts';
import { collector } from '../../domain/collect-errors.ts';
import { fieldError, DomainError } from '../../domain/errors.ts';
import { acceptedGrades } from '../../domain/evidence.ts';
import { applyMove, outstanding, type Book } from '../../domain/pledge-book.ts';
import { say } from '../../domain/say.ts';
import { fillInstalments } from '../../domain/schedule.ts';
import { MOVES, type Stage, type Verb } from '../../domain/stage.ts';
import { windowsOf } from '../../domain/window.ts';
import { parse } from '../../http/parse.ts';
import { increasePledge, planIncrease } from '../../pledges/increase.ts';
import {
  movePledge,
  planBatchReversal,
  planMovement,
  reverseBatch,
  type AdminVerb,
} from '../../pledges/move.ts';
import type { Planned } from '../../pledges/record.ts';
import { increaseInput, moveInput, reasonInput, withdrawalInput } from '../../pledges/schemas.ts';
import { lockOwnPledge } from '../../pledges/open-pledge.ts';
import { planWithdrawal, withdrawPledge } from '../../pledges/withdraw.ts';
import { quantitiesOf } from '../../public/pledges-model.ts';
import { ageOf } from '../../rates/reference.ts';
import { basesOf, batchesOf, deskPledgeOf, summedMoves, type OpenedAtDesk } from './model.ts';

/** `object`: a pledge's reference, or a batch; `seen`: the pledge as the admin saw it. */
export interface Asked {
  ctx: Context;
  actor: Admin;
  object: string;
  seen: string | undefined;
}

/** A form as it was read: `plan` works it out without writing, `run` does it. */
interface TypedMovement {
  plan: (tx: Tx) => Promise<Planned>;
  run: (key: RequestKey) => Promise<Answer>;
}

export const actOf = (verb: DeskVerb): Act =>
  verb === 'reverse' ? 'batch.reverse' : `pledge.${verb}`;

export const PLEDGE_VERBS = DESK_VERBS.filter((verb) => verb !== 'reverse');

function figuresOf(input: Json, values: Typed): object {
  if (input['how'] === 'all') return {};
  if (input['how'] !== 'hours' && values.has('windows.0.from')) {
    const windows = (input['windows'] as Json[]).filter((row) => row['gpus'] !== undefined);
    if (windows.length > 0) return { windows };
    throw fieldError('windows', say().desk.windowsMissing);
  }
  const name = values.has('amount') ? 'amount' : 'gpuHours';
  if (input[name] === undefined) throw fieldError(name, say().desk.figureMissing);
  return { [name]: input[name] };
}

/** Reads the form by the API's schema. The desk also requires what its own form doesn't call optional. */
function readMovementForm<T>(verb: DeskVerb, values: Typed, shape: z.ZodType<T>): T {
  const { input } = readFields(MOVEMENT_FIELDS[verb], values);
  const { how: _how, windows: _windows, amount: _amount, gpuHours: _hours, ...rest } = input;
  const check = collector();
  const figures = check.attempt(() => figuresOf(input, values));
  for (const { at, as, isOptional } of MOVEMENT_FIELDS[verb]) {
    const isNeeded = at.startsWith('evidence.') && as !== 'select' && !isOptional;
    if (isNeeded && !values.get(at)) check.refuse(at, say().desk.figureMissing);
  }
  const read = check.attempt(() => parse(shape, { ...figures, ...rest }));
  check.done();
  return read!;
}

type MovementForm = (asked: Asked, values: Typed) => TypedMovement;

const moved =
  (verb: AdminVerb): MovementForm =>
  ({ ctx, actor, object, seen }, values) => {
    const input = readMovementForm(verb, values, moveInput);
    return {
      plan: (tx) => planMovement(ctx, tx, verb, object, input),
      run: (key) => movePledge(ctx, actor, key, verb, object, input, seen),
    };
  };

export const MOVEMENT_FORMS: Record<DeskVerb, MovementForm> = {
  commit: moved('commit'),
  receive: moved('receive'),
  lapse: moved('lapse'),
  dispute: moved('dispute'),
  win: moved('win'),
  lose: moved('lose'),
  refund: moved('refund'),
  reinstate: moved('reinstate'),
  withdraw: ({ ctx, actor, object, seen }, values) => {
    const input = readMovementForm('withdraw', values, withdrawalInput);
    return {
      plan: async (tx) =>
        planWithdrawal(ctx, tx, actor, await lockOwnPledge(tx, actor, object), input),
      run: (key) => withdrawPledge(ctx, actor, key, object, input, seen),
    };
  },
  increase: ({ ctx, actor, object, seen }, values) => {
    const { dueOn, ...typed } = readFields(MOVEMENT_FIELDS.increase, values).input;
    const instalments = dueOn === undefined ? undefined : [{ dueOn, amount: typed['amount'] }];
    const input = parse(increaseInput, { ...typed, instalments });
    return {
      plan: (tx) => planIncrease(ctx, tx, actor, object, input),
      run: (key) => increasePledge(ctx, actor, key, object, input, seen),
    };
  },
  reverse: ({ ctx, actor, object, seen }, values) => {
    const input = parse(reasonInput, readFields(MOVEMENT_FIELDS.reverse, values).input);
    return {
      plan: (tx) => planBatchReversal(ctx, tx, object, input),
      run: (key) => reverseBatch(ctx, actor, key, object, input, seen),
    };
  },
};

/** The field for a place in the input: the third window may be in another row. */
export function fieldAt(values: Typed, place: string): string {
  if (place.startsWith('instalments')) return place.endsWith('amount') ? 'amount' : 'dueOn';
  return readFields([WINDOWS], values).fieldOf(place);
}

/** What amounts of a form are in. Empty where there is no such pledge: the use case says so. */
export async function assetOf(db: Db, ref: string): Promise<string> {
  const { pledge } = schema;
  const [found] = await db.select({ asset: pledge.asset }).from(pledge).where(eq(pledge.ref, ref));
  return found?.asset ?? '';
}

export async function refOfBatch(db: Db, batch: string): Promise<string> {
  const { movement, pledge } = schema;
  const [found] = await db
    .select({ ref: pledge.ref })
    .from(movement)
    .innerJoin(pledge, eq(pledge.id, movement.pledgeId))
    .where(eq(movement.batch, batch))
    .limit(1);
  if (found) return found.ref;
  throw new DomainError('not-found', say().desk.noBatch(batch));
}

const verbOf = (verb: DeskVerb): Verb => (verb === 'increase' ? 'pledge' : verb);

const sourcesOf = (verb: DeskVerb): Stage[] => {
  const own = verbOf(verb);
  if (own === 'reverse') return [];
  return MOVES[own].from.filter((place): place is Stage => place !== 'outside');
};

/** Throws `conflict` for a pledge that isn't accepted. */
export function movementFormOf(
  opened: OpenedAtDesk,
  { verb, batch }: { verb: DeskVerb; batch: string | null },
): Omit<
  MovementFormPage,
  'frame' | 'path' | 'form' | 'asksExcess' | 'reverseFirst' | 'followed' | 'today'
> {
  const { view, book } = opened;
  if (view.row.status !== 'accepted') {
    const { ref, status } = view.row;
    throw new DomainError('conflict', say().desk.onlyAcceptedMoves(ref, status));
  }
  return {
    ...deskPledgeOf(opened),
    verb,
    windows: sourcesOf(verb).flatMap((stage) =>
      windowsOf(book.profiles[stage])
        .toSorted((a, b) => (a.from < b.from ? -1 : 1))
        .map((window) => ({ stage, window })),
    ),
    grades: acceptedGrades(verbOf(verb), view.terms.asset.kind),
    batch: batchesOf(opened).find((each) => each.batch === batch) ?? null,
  };
}

export function movementErrors({ book }: OpenedAtDesk, { values, errors }: FormState) {
  const isBeyond = errors.some(({ field }) => field === 'excess');
  const { asset } = book.terms;
  const open = t.deskPledge.amount(asset.code, asset.kind, outstanding(book));
  return {
    asksExcess: isBeyond || values.has('excess'),
    form: {
      values,
      errors: errors
        .filter(({ field }) => field !== 'excess')
        .map(({ field, message }) => ({
          field: fieldAt(values, field),
          message: isBeyond ? t.deskPledge.isBeyond(open) : message,
        })),
    },
  };
}

function afterOf({ book, terms, moves }: Planned): Book {
  const after = { ...structuredClone(book), terms };
  for (const move of moves) applyMove(after, move);
  return after;
}

const filledOf = (book: Book) =>
  fillInstalments(book.terms.instalments, {
    received: book.stages.received.quantity,
    outstanding: outstanding(book),
  });

export function movementPreviewOf(opened: OpenedAtDesk, planned: Planned) {
  const { pledge, giver, currency } = deskPledgeOf(opened);
  const { book, moves, on, grade, seen } = planned;
  const after = afterOf(planned);
  const lineOf = ({ stages }: Book) => ({ ...pledge, stages: quantitiesOf(stages) });
  const totals = [book, after].map(({ stages }) =>
    Object.values(stages).reduce((sum, { quantity }) => sum + quantity, 0n),
  );
  const total = totals[0]! > totals[1]! ? totals[0]! : totals[1]!;
  const filled = filledOf(book);
  const isSame = (part: (typeof filled)[number], index: number): boolean =>
    part.received === filled[index]?.received && part.outstanding === filled[index]?.outstanding;
  return {
    ref: pledge.ref,
    subject: t.subjectOf(pledge),
    who: giver.name,
    currency,
    before: { ...lineOf(book), total },
    after: { ...lineOf(after), total },
    bases: { before: basesOf(book), after: basesOf(after) },
    moves: summedMoves(moves),
    on,
    grade,
    instalments: filledOf(after).filter((part, index) => !isSame(part, index)),
    beyond: moves
      .filter(({ verb, from }) => verb === 'receive' && from === 'outside')
      .reduce((sum, { quantity }) => sum + quantity, 0n),
    rate: moves.some(({ from }) => from === 'outside') ? ageOf(book.terms, on) : null,
    seen,
  };
}
