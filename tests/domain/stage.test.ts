import { describe, expect, it } from 'vitest';
import { openBook, type Book } from '../../server/domain/pledge-book.ts';
import { planMoves } from '../../server/domain/move.ts';
import { isLegal, STAGES, VERBS, type Place } from '../../server/domain/stage.ts';
import { CONDITION, DAY, dollars, refusalOf } from './fixtures.ts';
import { LEGAL_MOVES } from './legal-moves.ts';

const PLACES: Place[] = ['outside', ...STAGES];

/** A pledge of which 100 cents stand in one place, however they came there. */
const bookWith = (place: Place, terms: Parameters<typeof dollars>[1] = {}): Book => {
  const move = {
    verb: 'pledge',
    quantity: 100n,
    base: 100n,
    windows: null,
    reverses: null,
  } as const;
  const moves = place === 'outside' ? [] : [{ ...move, from: 'outside' as const, to: place }];
  return openBook(dollars(100n, terms), moves);
};

describe('the table of moves', () => {
  it('allows exactly the published ones', () => {
    const allowed = VERBS.flatMap((verb) =>
      PLACES.flatMap((from) =>
        PLACES.filter((to) => isLegal(verb, from, to)).map((to) => `${verb}: ${from} → ${to}`),
      ),
    );
    const published = LEGAL_MOVES.map(([verb, from, to]) => `${verb}: ${from} → ${to}`);
    expect(allowed.toSorted()).toEqual(published.toSorted());
  });

  it.each(LEGAL_MOVES)('lets one %s what is in %s, to %s', (verb, from, to) => {
    const condition = to === 'waiting' || verb === 'trigger' ? CONDITION : null;
    const book = bookWith(from, { condition, firm: to === 'committed' });
    const excess = from === 'outside';
    expect(planMoves(book, { verb, quantity: 100n, on: DAY, excess })).toEqual([
      { verb, from, to, quantity: 100n, base: 100n, windows: null, reverses: null },
    ]);
  });

  const drawing = VERBS.filter((verb) => verb !== 'pledge');
  const illegal = drawing.flatMap((verb) =>
    STAGES.filter((from) => !LEGAL_MOVES.some(([v, f]) => v === verb && f === from)).map(
      (from) => [verb, from] as const,
    ),
  );
  it.each(illegal)('lets nobody %s what is in %s', (verb, from) => {
    for (const condition of [null, CONDITION]) {
      const book = bookWith(from, { condition });
      for (const quantity of [undefined, 1n]) {
        expect(refusalOf(() => planMoves(book, { verb, quantity, on: DAY })).code).toBe(
          'over-draw',
        );
      }
    }
  });
});
