import { eq } from 'drizzle-orm';
import type { FormState } from '../../../web/components/form.tsx';
import type { HandFormPage, HandPreviewPage } from '../../../web/desk/pledge/data.ts';
import type { Db } from '../../db/db.ts';
import * as schema from '../../db/schema.ts';
import { applyMove, outstanding, type Book } from '../../domain/pledge-book.ts';
import { DomainError } from '../../domain/errors.ts';
import { acceptedGrades } from '../../domain/evidence.ts';
import { fillInstalments } from '../../domain/schedule.ts';
import { MOVES, type Stage, type Verb } from '../../domain/stage.ts';
import { windowsOf } from '../../domain/window.ts';
import { ageOf } from '../../rates/reference.ts';
import { quantitiesOf } from '../../public/pledges-model.ts';
import type { Planned } from '../../pledges/record.ts';
import { fieldAt } from './movement-routes.ts';
import { basesOf, batchesOf, deskPledgeOf, summedMoves, type OpenedAtDesk } from './model.ts';
import { t } from '../../../web/words.ts';
import type { HandVerb } from '../../../web/data/desk.ts';

/** The reference of the pledge that a batch moved. Throws `not-found`. */
export async function refOfBatch(db: Db, batch: string): Promise<string> {
  const { movement, pledge } = schema;
  const [found] = await db
    .select({ ref: pledge.ref })
    .from(movement)
    .innerJoin(pledge, eq(pledge.id, movement.pledgeId))
    .where(eq(movement.batch, batch))
    .limit(1);
  if (found) return found.ref;
  throw new DomainError('not-found', `There is no batch ${batch}.`);
}

/** The ledger's verb that a form is for. */
const verbOf = (verb: HandVerb): Verb => (verb === 'increase' ? 'pledge' : verb);

const sourcesOf = (verb: HandVerb): Stage[] => {
  const own = verbOf(verb);
  if (own === 'reverse') return [];
  return MOVES[own].from.filter((place): place is Stage => place !== 'outside');
};

/** What a form needs to know of its pledge. Throws `conflict` for one that is not accepted. */
export function handFormOf(
  opened: OpenedAtDesk,
  { verb, batch }: { verb: HandVerb; batch: string | null },
): Omit<
  HandFormPage,
  'frame' | 'path' | 'form' | 'asksExcess' | 'reverseFirst' | 'followed' | 'today'
> {
  const { view, book } = opened;
  if (view.row.status !== 'accepted') {
    throw new DomainError(
      'conflict',
      `Pledge ${view.row.ref} is ${view.row.status}; only an accepted one moves.`,
    );
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

/** What is wrong, at the form's fields; going beyond the promise is asked about by a tick. */
export function handErrors(
  { book }: OpenedAtDesk,
  { values, errors }: FormState,
): Pick<HandFormPage, 'form' | 'asksExcess'> {
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

/** Where the amounts stand, and where they would: the rules have worked it out already. */
export function handPreviewOf(
  opened: OpenedAtDesk,
  planned: Planned,
): Omit<HandPreviewPage, 'frame' | 'verb' | 'path' | 'values' | 'overtaken' | 'today'> {
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
