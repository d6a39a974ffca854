import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetOf } from '../../server/domain/asset.ts';
import type { Move, Terms } from '../../server/domain/pledge-book.ts';
import { DomainError } from '../../server/domain/errors.ts';
import { planMoves, planReversal, type MoveRequest } from '../../server/domain/move.ts';
import { STAGES, VERBS, type MoveVerb, type Stage } from '../../server/domain/stage.ts';
import { windowsOf, type Window } from '../../server/domain/window.ts';
import { calendar, gpusOn, windowsAmong } from './calendar.ts';
import { bookOf, CONDITION, dollars, flowOf, gpus, record, run, type Flow } from './fixtures.ts';
import { LEGAL_MOVES } from './legal-moves.ts';

const days = calendar(2024, 2024).slice(52, 72);
const UNITS = ['quantity', 'base'] as const;
const ZERO = { quantity: 0n, base: 0n };

const windows = fc.array(windowsAmong(days), { minLength: 1, maxLength: 3 });
const rate = fc.constantFrom(
  { num: '1', den: '1' },
  { num: '1.1546', den: '1606.19' },
  { num: '312', den: '989.4' },
  { num: '3.25', den: '1' },
);
const figure = fc.oneof(fc.bigInt({ min: 1n, max: 300n }), fc.bigInt({ min: 1n, max: 10n ** 9n }));

const terms: fc.Arbitrary<Terms> = fc
  .record({
    kind: fc.constantFrom('money', 'grant', 'windows'),
    figure,
    windows,
    more: fc.record({ rate, condition: fc.constantFrom(null, CONDITION), firm: fc.boolean() }),
  })
  .map((all) => {
    if (all.kind === 'windows') return gpus(all.windows, all.more);
    if (all.kind === 'money') return dollars(all.figure, all.more);
    const grant = { from: days[0]!, to: days.at(-1)! };
    return dollars(all.figure, { ...all.more, asset: assetOf('H200'), baseDigits: 0, grant });
  });

/** What is asked for: a share of what the verb can take, part of a window, a figure, windows, all. */
type Measure =
  | { by: 'share'; parts: bigint }
  | { by: 'part'; index: number; fewer: number }
  | { by: 'figure'; quantity: bigint }
  | { by: 'windows'; windows: Window[] }
  | { by: 'all' };

interface Ask {
  /** Picks among the verbs that have something to draw on, or, if `isVain`, among all. */
  verb: number;
  isVain: boolean;
  on: string;
  excess: boolean;
  measure: Measure;
}

const measure: fc.Arbitrary<Measure> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ by: fc.constant('share'), parts: fc.bigInt({ min: 1n, max: 7n }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ by: fc.constant('part'), index: fc.nat(9), fewer: fc.nat(3) }),
  },
  { weight: 1, arbitrary: fc.record({ by: fc.constant('figure'), quantity: figure }) },
  { weight: 1, arbitrary: fc.record({ by: fc.constant('windows'), windows }) },
  { weight: 1, arbitrary: fc.record({ by: fc.constant('all') }) },
);

const ask: fc.Arbitrary<Ask> = fc.record({
  verb: fc.nat(1000),
  isVain: fc.nat(5).map((chance) => chance === 5),
  on: fc.constantFrom(...days),
  excess: fc.boolean(),
  measure,
});

const undo = fc.record({ undo: fc.nat(30) });

/** The stages that a verb draws on. */
const sourcesOf = (verb: MoveVerb): Stage[] =>
  [...new Set(LEGAL_MOVES.filter(([each]) => each === verb).map(([, from]) => from))].filter(
    (place) => place !== 'outside',
  );

/** Only acceptance pledges without a figure; after it, a pledge is an increase and names one. */
function requestOf(flow: Flow, { measure: by, verb: pick, isVain, on, excess }: Ask): MoveRequest {
  const { stages, profiles } = bookOf(flow);
  const heldFor = (verb: MoveVerb): bigint =>
    sourcesOf(verb).reduce((sum, stage) => sum + stages[stage].quantity, 0n);
  const verbs = VERBS.filter((each) => isVain || each === 'pledge' || heldFor(each) > 0n);
  const verb = verbs[pick % verbs.length]!;
  const request = { verb, on, excess };
  const standing = sourcesOf(verb).flatMap((stage) => windowsOf(profiles[stage]));
  if (by.by === 'windows') return { ...request, windows: by.windows };
  if (by.by === 'figure') return { ...request, quantity: by.quantity };
  if (by.by === 'part' && standing.length > 0) {
    const chosen = standing[by.index % standing.length]!;
    return { ...request, windows: [{ ...chosen, gpus: Math.max(1, chosen.gpus - by.fewer) }] };
  }
  if (by.by === 'all' && verb !== 'pledge') return request;
  const parts = by.by === 'share' ? by.parts : 2n;
  return { ...request, quantity: (heldFor(verb) || flow.terms.quantity) / parts || 1n };
}

/** A batch that may be taken back, if one is left; else any. */
function batchToUndo({ history, batches }: Flow, index: number): string {
  const reversed = new Set(history.map(({ reverses }) => reverses));
  const open = history.filter(({ seq, reverses }) => reverses === null && !reversed.has(seq));
  return open[index % open.length]?.batch ?? `b${(index % batches) + 1}`;
}

/** The moves of a plan, or null where it is refused by one of these rules. */
function attempt(plan: () => Move[], ...refusals: string[]): Move[] | null {
  try {
    return plan();
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    expect(refusals).toContain((error as DomainError).code);
    if ((error as DomainError).code === 'moved-on') {
      expect((error as DomainError).extra['reverseFirst']).not.toEqual([]);
    }
    return null;
  }
}

/** Each movement is in the table, moves something, and takes what the places before it hold. */
function checkLegal(moves: readonly Move[]): void {
  const rows = LEGAL_MOVES.map((row) => row.join(' '));
  for (const { verb, from, to, quantity, base, reverses } of moves) {
    expect(rows).toContain(`${verb} ${from} ${to}`);
    expect(quantity > 0n && base >= 0n && reverses === null).toBe(true);
  }
}

/** Folds the movements on its own: nothing is negative after any of them, nothing lost. */
function checkBalances(flow: Flow): void {
  const held = new Map(['outside', ...STAGES].map((place) => [place, { ...ZERO }]));
  for (const { from, to, quantity, base } of flow.history) {
    for (const [place, sign] of [[from, -1n] as const, [to, 1n] as const]) {
      const holding = held.get(place)!;
      holding.quantity += sign * quantity;
      holding.base += sign * base;
      if (place === 'outside') continue;
      expect(holding.quantity >= 0n && holding.base >= 0n).toBe(true);
      expect(holding.quantity > 0n || holding.base === 0n).toBe(true);
    }
  }
  for (const unit of UNITS) {
    const inStages = STAGES.reduce((sum, stage) => sum + held.get(stage)![unit], 0n);
    expect(inStages).toBe(-held.get('outside')![unit]);
  }
  const { outside: _, ...stages } = Object.fromEntries(held);
  expect(bookOf(flow).stages).toEqual(stages);
}

/** No stage has negative GPUs on any day; together they have those that left `outside`. */
function checkWindows({ history }: Flow): void {
  for (const availability of ['1', '0.95', '0.3333']) {
    for (const day of days) {
      const count = (place: string): number =>
        history.reduce((sum, { from, to, windows: moved }) => {
          const sign = Number(to === place) - Number(from === place);
          return moved && sign !== 0 ? sum + sign * gpusOn(moved, day, availability) : sum;
        }, 0);
      const counts = STAGES.map(count);
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(0);
      expect(counts.reduce((sum, each) => sum + each, count('outside'))).toBe(0);
    }
  }
}

/** Asks for one thing: the book that is asked is left alone, and what comes of it is legal. */
function step(flow: Flow, one: Ask): void {
  const book = bookOf(flow);
  const moves = attempt(() => planMoves(book, requestOf(flow, one)), 'over-draw', 'invalid-input');
  expect(book).toEqual(bookOf(flow));
  if (!moves) return;
  checkLegal(moves);
  record(flow, moves);
}

/** Takes a batch back: each of its movements exactly, from `to` to `from`, or nothing at all. */
function stepBack(flow: Flow, batch: string): void {
  const { terms: own, history } = flow;
  const before = structuredClone(history);
  const moves = attempt(() => planReversal(own, history, batch), 'moved-on', 'already-reversed');
  expect(history).toEqual(before);
  if (!moves) return;
  const mirrored = moves.map(({ from, to, quantity, windows: moved, reverses }) => ({
    from: to,
    to: from,
    quantity,
    windows: moved,
    seq: reverses,
  }));
  expect(mirrored.toReversed()).toEqual(
    history
      .filter((movement) => movement.batch === batch)
      .map(({ from, to, quantity, windows: moved, seq }) => ({
        from,
        to,
        quantity,
        windows: moved,
        seq,
      })),
  );
  record(flow, moves);
  for (const again of [batch, `b${flow.batches}`]) {
    expect(attempt(() => planReversal(own, history, again), 'already-reversed')).toBeNull();
  }
}

const accepted = (own: Terms): Flow => run(flowOf(own), { verb: 'pledge' });

describe('whatever is asked of a pledge', () => {
  it('no stage is ever negative, nothing is lost, and what is refused changes nothing', () => {
    const steps = fc.array(
      fc.oneof({ weight: 4, arbitrary: ask }, { weight: 1, arbitrary: undo }),
      {
        maxLength: 25,
        size: 'max',
      },
    );
    fc.assert(
      fc.property(terms, steps, (own, list) => {
        const flow = accepted(own);
        for (const one of list) {
          if ('undo' in one) stepBack(flow, batchToUndo(flow, one.undo));
          else step(flow, one);
        }
        checkBalances(flow);
        checkWindows(flow);
      }),
      { numRuns: 300 },
    );
  });

  it('all can be taken back, the newest batch first, until nothing is left', () => {
    const steps = fc.array(ask, { maxLength: 15, size: 'max' });
    fc.assert(
      fc.property(terms, steps, (own, list) => {
        const flow = accepted(own);
        for (const one of list) step(flow, one);
        for (let batch = flow.batches; batch > 0; batch--) {
          const { stages } = bookOf({ ...flow, history: historyBefore(flow, `b${batch}`) });
          record(flow, planReversal(own, flow.history, `b${batch}`));
          const after = bookOf(flow).stages;
          for (const stage of STAGES) expect(after[stage].quantity).toBe(stages[stage].quantity);
        }
        checkBalances(flow);
        checkWindows(flow);
        expect(bookOf(flow).stages).toEqual(Object.fromEntries(STAGES.map((each) => [each, ZERO])));
      }),
      { numRuns: 200 },
    );
  });
});

function historyBefore({ history }: Flow, batch: string): Flow['history'] {
  return history.slice(
    0,
    history.findIndex((movement) => movement.batch === batch),
  );
}
