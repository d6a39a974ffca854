import { applyMove, copyBook, openBook, outstanding, type Book, type Move } from './pledge-book.ts';
import type { Day } from './day.ts';
import { DomainError, fieldError } from './errors.ts';
import { say } from './say.ts';
import { baseAtRate, baseShare, formatQuantity } from './quantity.ts';
import { MOVES, type MoveVerb, type Stage } from './stage.ts';
import { holds, sumGpuSeconds, windowsFrom, windowsOf, addWindows, type Window } from './window.ts';

/** Without `quantity` and `windows`: all that the verb can move. */
export interface MoveRequest {
  verb: MoveVerb;
  /** Minor units, or GPU-seconds. */
  quantity?: bigint | undefined;
  windows?: Window[] | undefined;
  /** The day it happened: windows that are given up as a whole keep their days before it. */
  on: Day;
  /** Receive more than is outstanding: first from what was given up, then from outside. */
  excess?: boolean | undefined;
  spares?: readonly Stage[];
}

/** The book itself doesn't change. Throws `over-draw` with the balances, and `invalid-input` for the wrong measure. */
export function planMoves(book: Book, request: MoveRequest): Move[] {
  checkMeasure(book, request);
  if (request.verb === 'pledge') return [planPledge(book, request)];
  const draft = openDraft(book);
  if (request.windows) drawWindows(draft, request, request.windows);
  else drawQuantity(draft, request, request.quantity ?? available(book, request));
  return draft.moves;
}

interface Draft {
  book: Book;
  moves: Move[];
}

const openDraft = (book: Book): Draft => ({ book: copyBook(book), moves: [] });

function push(draft: Draft, move: Omit<Move, 'base' | 'reverses'>): void {
  const { book } = draft;
  const base =
    move.from === 'outside'
      ? baseOf(book, move.quantity)
      : baseShare(move.quantity, book.stages[move.from]);
  const whole: Move = { ...move, base, reverses: null };
  applyMove(book, whole);
  draft.moves.push(whole);
}

const baseOf = ({ terms }: Book, quantity: bigint): bigint =>
  baseAtRate(quantity, terms.rate, terms.asset.digits, terms.baseDigits);

/** Money and grants move by quantity, windows by windows, delivered or undelivered hours by hours. */
function checkMeasure({ terms }: Book, { verb, quantity, windows }: MoveRequest): void {
  if (windows && terms.windows.length === 0) throw fieldError('windows', say().domain.noWindows);
  const byWindows = ['commit', 'lapse', 'withdraw', 'reinstate'];
  if (windows && !byWindows.includes(verb)) {
    throw fieldError('windows', say().domain.hoursNotWindows(verb));
  }
  if (quantity !== undefined && verb === 'commit' && terms.windows.length > 0) {
    throw fieldError('gpuHours', say().domain.windowsNotHours);
  }
}

function planPledge(book: Book, { quantity }: MoveRequest): Move {
  const { terms } = book;
  const draft = openDraft(book);
  push(draft, {
    verb: 'pledge',
    from: 'outside',
    to: openStage(book),
    quantity: quantity ?? terms.quantity,
    windows: quantity === undefined && terms.windows.length > 0 ? terms.windows : null,
  });
  return draft.moves[0]!;
}

const openStage = ({ terms, triggered }: Book): Stage =>
  terms.condition && !triggered ? 'waiting' : 'pledged';

function targetOf(verb: MoveVerb, book: Book): Stage {
  if (verb === 'trigger') return book.terms.firm ? 'committed' : 'pledged';
  if (verb === 'reinstate') return openStage(book);
  return MOVES[verb].to[0]!;
}

const sourcesOf = ({ verb, spares = [] }: MoveRequest): Stage[] =>
  MOVES[verb].from.filter(
    (place): place is Stage => place !== 'outside' && !spares.includes(place),
  );

const available = (book: Book, request: MoveRequest): bigint =>
  sourcesOf(request).reduce((sum, stage) => sum + book.stages[stage].quantity, 0n);

function drawQuantity(draft: Draft, request: MoveRequest, quantity: bigint): void {
  const { verb, excess } = request;
  const beyond = quantity - available(draft.book, request);
  if (quantity === 0n || (beyond > 0n && !(verb === 'receive' && excess))) {
    throw overDraw(draft.book, request, quantity);
  }
  const to = targetOf(verb, draft.book);
  let rest = quantity;
  for (const from of sourcesOf(request)) {
    const windows = movedWindows(draft, request, from, rest);
    rest -= take(draft, { verb, from, to, limit: rest, windows });
  }
  if (rest > 0n) receiveBeyond(draft, rest);
}

/** Moves what the stage holds, at most `limit`; returns how much that was. */
function take(
  draft: Draft,
  part: { verb: MoveVerb; from: Stage; to: Stage; limit: bigint; windows: Window[] | null },
): bigint {
  const { limit, ...move } = part;
  const held = draft.book.stages[part.from].quantity;
  const quantity = limit < held ? limit : held;
  if (quantity > 0n) push(draft, { ...move, quantity });
  return quantity;
}

/** What was given up is reinstated in the same batch and received. The rest is a gift. */
function receiveBeyond(draft: Draft, beyond: bigint): void {
  const expected = openStage(draft.book);
  let rest = beyond;
  for (const from of ['withdrawn', 'lapsed'] as const) {
    const again = { verb: 'reinstate', from, to: expected, limit: rest, windows: null } as const;
    const limit = take(draft, again);
    rest -= take(draft, { verb: 'receive', from: expected, to: 'received', limit, windows: null });
  }
  const gift = { verb: 'receive', from: 'outside', to: 'received', windows: null } as const;
  if (rest > 0n) push(draft, { ...gift, quantity: rest });
}

/** Windows that leave with the whole stage. Giving up takes them only from its day on; delivery leaves them. */
function movedWindows(draft: Draft, { verb, on }: MoveRequest, from: Stage, limit: bigint) {
  if (verb === 'receive' || limit < draft.book.stages[from].quantity) return null;
  const all = windowsOf(draft.book.profiles[from]);
  const moved = verb === 'lapse' || verb === 'withdraw' ? windowsFrom(all, on) : all;
  return moved.length > 0 ? moved : null;
}

function drawWindows(draft: Draft, request: MoveRequest, windows: Window[]): void {
  const { book } = draft;
  const { verb } = request;
  const sources = sourcesOf(request);
  const from = sources.find((stage) => holds(book.profiles[stage], windows));
  if (!from) {
    throw new DomainError('over-draw', say().domain.windowsOverDraw(sources), {
      fields: [{ field: 'windows', message: say().domain.windowsTooMuch }],
      windows: Object.fromEntries(sources.map((stage) => [stage, windowsOf(book.profiles[stage])])),
    });
  }
  // The last windows take all seconds left: rounded down, the parts may add up to less.
  const rest = addWindows(new Map(), windowsOf(book.profiles[from]), 1);
  const isLast = windowsOf(addWindows(rest, windows, -1)).length === 0;
  const quantity = isLast ? book.stages[from].quantity : sumGpuSeconds(windows);
  if (quantity === 0n || quantity > book.stages[from].quantity) {
    throw overDraw(book, request, quantity);
  }
  push(draft, { verb, from, to: targetOf(verb, book), quantity, windows });
}

function overDraw(book: Book, request: MoveRequest, quantity: bigint): DomainError {
  const { verb } = request;
  const { asset } = book.terms;
  const balances = Object.fromEntries(
    sourcesOf(request).map((stage) => [stage, formatQuantity(book.stages[stage].quantity, asset)]),
  );
  const { domain } = say();
  const unit = asset.kind === 'funding' ? asset.code : `${asset.code} GPU-hours`;
  const detail =
    quantity === 0n
      ? domain.nothingToMove(verb, balances)
      : domain.overDraw(formatQuantity(quantity, asset), unit, verb, balances);
  const isBeyond = verb === 'receive' && outstanding(book) < quantity;
  const field = asset.kind === 'funding' ? 'amount' : 'gpuHours';
  return new DomainError('over-draw', isBeyond ? `${detail} ${domain.sayExcess}` : detail, {
    fields: [
      { field, message: domain.tooMuch },
      ...(isBeyond ? [{ field: 'excess', message: domain.excessNeeded }] : []),
    ],
    balances,
  });
}

export interface Moved extends Move {
  seq: bigint;
  batch: string;
}

/**
 * The movements that undo `batch`, newest first. Throws `already-reversed`; and `moved-on` where its amounts have
 * moved again (naming the batches to undo first) or are another pledge's (naming none).
 */
export function planReversal(terms: Book['terms'], history: readonly Moved[], batch: string) {
  const reversed = new Set(history.map(({ reverses }) => reverses));
  const own = history.filter((movement) => movement.batch === batch);
  if (own.length === 0) {
    throw new DomainError('moved-on', say().domain.batchElsewhere(batch), { reverseFirst: [] });
  }
  if (own.some(({ reverses, seq }) => reverses !== null || reversed.has(seq))) {
    throw new DomainError('already-reversed', say().domain.alreadyReversed(batch));
  }
  const draft = openDraft(openBook(terms, history));
  for (const moved of own.toReversed()) {
    const from = moved.to as Stage;
    const held = draft.book.stages[from];
    const windowsHeld = !moved.windows || holds(draft.book.profiles[from], moved.windows);
    if (held.quantity < moved.quantity || !windowsHeld) throw movedOn(history, reversed, moved);
    const move: Move = {
      verb: 'reverse',
      from,
      to: moved.from,
      quantity: moved.quantity,
      base: baseShare(moved.quantity, held),
      windows: moved.windows,
      reverses: moved.seq,
    };
    applyMove(draft.book, move);
    draft.moves.push(move);
  }
  return draft.moves;
}

function movedOn(history: readonly Moved[], reversed: Set<bigint | null>, moved: Moved) {
  const left = history.filter(
    ({ seq, from, reverses }) => from === moved.to && reverses === null && !reversed.has(seq),
  );
  // Amounts in a stage are alike: an earlier batch may hold what a reversal took.
  const later = left.filter(({ seq }) => seq > moved.seq);
  const first = [...new Set((later.length > 0 ? later : left).map(({ batch }) => batch))];
  return new DomainError('moved-on', say().domain.movedOn(moved.to, first), {
    reverseFirst: first,
  });
}
