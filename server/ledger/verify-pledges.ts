import { assetOf, digitsOf, type Asset } from '../domain/asset.ts';
import { emptyHoldings, type Holding } from '../domain/book.ts';
import { baseAtRate, baseShare, type Rate } from '../domain/quantity.ts';
import { isLegal, STAGES, type Place, type Stage } from '../domain/stage.ts';
import type { Effect } from '../domain/totals.ts';
import { Breach, type VerifyRow } from './breach.ts';
import { leafEffect, movementEffect } from './effects.ts';
import { movementLeaf, windowOf } from './leaf.ts';

/** A pledge as its terms entry has it, and what its movements have made of it so far. */
interface Account {
  asset: Asset;
  source: string | null;
  site: string | null;
  rate: Rate;
  stages: Record<Stage, Holding>;
  /** What has left `outside`, less what was taken back into it. */
  outside: Holding;
}

type Movement = NonNullable<VerifyRow['movement']>;

/**
 * Recomputes each pledge's balances from the ledger's own bytes as its entries go by: `check`
 * throws `Breach` at an entry that cannot be, and gives its effect on the totals.
 */
export function openPledges() {
  const accounts = new Map<string, Account>();
  const reversed = new Set<bigint>();
  let currency = '';

  const checkMovement = (row: VerifyRow): Effect => {
    const { movement, pledge } = row;
    checkLeaf(row);
    const { ref } = pledge!;
    const account = accounts.get(ref);
    if (!account) throw new Breach(`entry ${row.entry.seq}: its pledge has no terms before it`);
    checkPledgeRow(pledge!, account);
    checkVerb(row, reversed);
    checkBase(movement!, account, currency);
    transfer(account, movement!, ref);
    return movementEffect(movement!, account.asset.code, account.source === 'bought');
  };
  return {
    check: (row: VerifyRow): Effect => {
      const { entry, movement } = row;
      if (entry.kind === 'movement') return checkMovement(row);
      if (movement) throw new Breach(`entry ${entry.seq} is no movement but has one`);
      if (entry.kind === 'terms') readTerms(entry.leaf, accounts);
      const effect = leafEffect(entry.leaf);
      if (effect.kind === 'initiative') currency = effect.targets.funding[0];
      return effect;
    },
    /** Throws when what left `outside` does not stand in the stages. */
    close: () => {
      for (const [ref, account] of accounts) checkBalanced(ref, account);
    },
    count: () => accounts.size,
  };
}

function readTerms(leaf: Buffer, accounts: Map<string, Account>): void {
  const terms = JSON.parse(leaf.toString()) as {
    ref: string;
    asset: string;
    rate: [num: string, den: string];
    source: string | null;
    site: string | null;
  };
  const [num, den] = terms.rate;
  accounts.set(terms.ref, {
    asset: assetOf(terms.asset),
    source: terms.source,
    site: terms.site,
    rate: { num, den },
    stages: accounts.get(terms.ref)?.stages ?? emptyHoldings(),
    outside: accounts.get(terms.ref)?.outside ?? { quantity: 0n, base: 0n },
  });
}

/** Totals and concurrency are read by way of the pledge's row: it must say what its terms say. */
function checkPledgeRow(row: NonNullable<VerifyRow['pledge']>, account: Account): void {
  const { asset, source, site } = account;
  if (row.asset === asset.code && row.source === source && row.site === site) return;
  throw new Breach(`pledge ${row.ref}: its row says something else than its terms`);
}

/** The typed row must make the very bytes of the leaf. */
function checkLeaf({ entry, movement, pledge }: VerifyRow): void {
  if (!movement || !pledge) throw new Breach(`entry ${entry.seq} has no movement row`);
  const leaf = movementLeaf({
    ref: pledge.ref,
    batch: movement.batch,
    move: {
      verb: movement.verb,
      from: movement.fromStage,
      to: movement.toStage,
      quantity: movement.quantity,
      base: movement.base,
      windows: movement.windows?.map(windowOf) ?? null,
      reverses: movement.reverses,
    },
    on: movement.occurredOn,
    grade: movement.grade,
  });
  if (!leaf.equals(entry.leaf)) {
    throw new Breach(`entry ${entry.seq}: the movement row says something else than its leaf`);
  }
}

function checkVerb({ movement, original }: VerifyRow, reversed: Set<bigint>): void {
  const { seq, verb, fromStage, toStage, reverses, quantity, pledgeId } = movement!;
  if (reverses === null) {
    if (verb !== 'reverse' && isLegal(verb, fromStage, toStage)) return;
    throw new Breach(`movement ${seq}: ${verb} cannot move from ${fromStage} to ${toStage}`);
  }
  const mirrors =
    verb === 'reverse' &&
    original !== null &&
    original.seq < seq &&
    original.reverses === null &&
    original.fromStage === toStage &&
    original.toStage === fromStage &&
    original.quantity === quantity &&
    original.pledgeId === pledgeId;
  if (!mirrors) throw new Breach(`movement ${seq} does not take movement ${reverses} back`);
  if (reversed.has(reverses)) throw new Breach(`movement ${reverses} is reversed twice`);
  reversed.add(reverses);
}

/** Out of `outside` the base is quantity × rate, out of a stage its share (design: "Rounding"). */
function checkBase(movement: Movement, account: Account, currency: string): void {
  const { seq, fromStage, quantity, base } = movement;
  const { asset, rate, stages } = account;
  const baseDigits = asset.kind === 'funding' ? digitsOf(currency) : 0;
  // An over-draw has no share; transfer() names it.
  if (fromStage !== 'outside' && quantity > stages[fromStage].quantity) return;
  const expected =
    fromStage === 'outside'
      ? baseAtRate(quantity, rate, asset.digits, baseDigits)
      : baseShare(quantity, stages[fromStage]);
  if (base !== expected) throw new Breach(`movement ${seq}: its base is ${base}, not ${expected}`);
}

function transfer(account: Account, movement: Movement, ref: string): void {
  const { seq, fromStage, toStage, quantity, base } = movement;
  const shift = (place: Place, sign: bigint): void => {
    const isOutside = place === 'outside';
    const holding = isOutside ? account.outside : account.stages[place];
    holding.quantity += (isOutside ? -sign : sign) * quantity;
    holding.base += (isOutside ? -sign : sign) * base;
    if (holding.quantity < 0n || holding.base < 0n) {
      throw new Breach(`movement ${seq} makes ${place} of pledge ${ref} negative`);
    }
  };
  shift(fromStage, -1n);
  shift(toStage, 1n);
}

function checkBalanced(ref: string, { stages, outside }: Account): void {
  for (const unit of ['quantity', 'base'] as const) {
    const sum = STAGES.reduce((total, stage) => total + stages[stage][unit], 0n);
    if (sum === outside[unit]) continue;
    throw new Breach(`pledge ${ref}: ${unit} does not add up to what left outside`);
  }
}
