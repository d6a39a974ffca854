import { assetOf, digitsOf, type Asset } from '../domain/asset.ts';
import { emptyHoldings, emptyProfiles, transfer, type Holding } from '../domain/pledge-book.ts';
import { baseAtRate, baseShare, type Rate } from '../domain/quantity.ts';
import { isLegal, type Stage } from '../domain/stage.ts';
import type { Effect, Targets } from '../domain/totals.ts';
import { addWindows, holds, type Profile } from '../domain/window.ts';
import { Breach, type VerifyRow } from './breach.ts';
import { leafEffect, movementEffect } from './effects.ts';
import { commitToName, movementLeaf, termsLeaf, windowOf } from './leaf.ts';
import { leafHash } from './merkle.ts';
import type { Standing } from './standing.ts';
import { fixedRate, termsOf } from './terms.ts';

interface Account {
  terms: TermsLeaf;
  leafHash: Buffer;
  /** The id, while it is kept. */
  giver: string | null;
  asset: Asset;
  rate: Rate;
  stages: Record<Stage, Holding>;
  profiles: Record<Stage, Profile>;
  moved: { firstSeq: bigint; latestSeq: bigint } | null;
  row: VerifyRow['pledge'];
}

interface TermsLeaf {
  ref: string;
  asset: string;
  quantity: string;
  who: string;
  rate: [num: string, den: string];
  rateOn: string | null;
  rateSource: string;
  source: string | null;
  windows: unknown[][] | null;
}

type Movement = NonNullable<VerifyRow['movement']>;

export type Pledges = ReturnType<typeof openPledges>;

/** Recomputes each pledge's balances from the ledger's own bytes. Throws `Breach` for an impossible entry. */
export function openPledges() {
  const accounts = new Map<string, Account>();
  const reversed = new Set<bigint>();
  const signers = new Map<string, string>();
  const names = new Map<string, string>();
  let currency = '';

  const checkMovement = (row: VerifyRow): Effect => {
    const { movement, pledge } = row;
    checkLeaf(row);
    const { ref } = pledge!;
    const account = accounts.get(ref);
    if (!account) throw new Breach(`entry ${row.entry.seq}: its pledge has no terms before it`);
    account.row = pledge;
    const { seq } = movement!;
    account.moved = { firstSeq: account.moved?.firstSeq ?? seq, latestSeq: seq };
    checkVerb(row, reversed);
    checkBase(movement!, account, currency);
    moveWindows(account, movement!, ref);
    moveAmount(account, movement!, ref);
    return movementEffect(movement!, account.asset.code, account.terms.source === 'bought');
  };
  return {
    check: (row: VerifyRow): Effect => {
      const { entry, movement } = row;
      if (entry.kind === 'movement') return checkMovement(row);
      if (movement) throw new Breach(`entry ${entry.seq} is no movement but has one`);
      checkName(row);
      if (row.name) names.set(row.name.signatoryId, row.name.name);
      if (entry.kind === 'terms') readTerms(row, accounts);
      if (entry.kind === 'signature') checkSignature(row, signers);
      const effect = leafEffect(entry.leaf);
      if (effect.kind === 'initiative') currency = sameCurrency(row, effect.targets, currency);
      return effect;
    },
    close: () => {
      for (const account of accounts.values()) checkPledgeRow(account, currency);
    },
    /** The kind of who is signed, by code; and names by signatory. */
    people: { signers, names },
    count: () => accounts.size,
    refs: (): ReadonlySet<string> => new Set(accounts.keys()),
    standings: (): Map<string, Standing> =>
      new Map(
        [...accounts].flatMap(([ref, { moved, stages }]) =>
          moved ? [[ref, { ...moved, stages }] as const] : [],
        ),
      ),
  };
}

/** All bases are in the currency of the first entry. */
function sameCurrency({ entry }: VerifyRow, { funding }: Targets, currency: string): string {
  if (currency === '' || funding[0] === currency) return funding[0];
  throw new Breach(`entry ${entry.seq}: the initiative’s currency changes`);
}

function readTerms({ entry, name }: VerifyRow, accounts: Map<string, Account>): void {
  const terms = JSON.parse(entry.leaf.toString()) as TermsLeaf;
  const [num, den] = terms.rate;
  const earlier = accounts.get(terms.ref);
  const stands = Object.values(earlier?.stages ?? {}).some(({ quantity }) => quantity !== 0n);
  const isSame =
    earlier?.terms.asset === terms.asset && earlier.terms.rate.join() === terms.rate.join();
  if (stands && !isSame) throw new Breach(`pledge ${terms.ref}: its rate changes while it stands`);
  accounts.set(terms.ref, {
    terms,
    leafHash: entry.leafHash,
    giver: name?.signatoryId ?? null,
    asset: assetOf(terms.asset),
    rate: { num, den },
    stages: earlier?.stages ?? emptyHoldings(),
    profiles: earlier?.profiles ?? emptyProfiles(),
    moved: earlier?.moved ?? null,
    row: earlier?.row ?? null,
  });
}

/** The row must make the bytes of its terms. One that waits to be accepted again may have another rate soon. */
function checkPledgeRow(account: Account, currency: string): void {
  const { row, terms, giver, rate } = account;
  if (!row) throw new Breach(`pledge ${terms.ref}: has terms, and never moved`);
  const { rateOn, rateSource } = terms;
  const fixed = row.status === 'accepted' ? fixedRate(row) : { rate, rateOn, rateSource };
  const leaf = fixed && termsLeaf(row.ref, terms.who, termsOf(row, currency, fixed));
  if (!leaf || !leafHash(leaf).equals(account.leafHash)) {
    throw new Breach(`pledge ${row.ref}: its row says something else than its terms`);
  }
  if (giver !== null && giver !== row.signatoryId) {
    throw new Breach(`pledge ${row.ref}: its row names another giver than its terms`);
  }
}

function checkSignature({ entry }: VerifyRow, signers: Map<string, string>): void {
  const { signer, type, act } = JSON.parse(entry.leaf.toString()) as Record<string, string>;
  const standing = signers.get(signer!);
  if ((act === 'sign') !== (standing === undefined) || (standing ?? type) !== type) {
    throw new Breach(`entry ${entry.seq}: signer ${signer} cannot ${act} as ${type} here`);
  }
  if (act === 'sign') signers.set(signer!, type!);
  else signers.delete(signer!);
}

function checkName({ entry, name }: VerifyRow): void {
  if (!name) return;
  const { who } = JSON.parse(entry.leaf.toString()) as { who?: string };
  if (who === commitToName(name.salt, name.name)) return;
  throw new Breach(`entry ${entry.seq}: its name is not the one that it commits to`);
}

function checkLeaf({ entry, movement, pledge }: VerifyRow): void {
  if (!movement) throw new Breach(`entry ${entry.seq} has no movement row`);
  if (!pledge) throw new Breach(`entry ${entry.seq}: the pledge of its movement is missing`);
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
    original.pledgeId === pledgeId &&
    JSON.stringify(original.windows) === JSON.stringify(movement!.windows);
  if (!mirrors) throw new Breach(`movement ${seq} does not take movement ${reverses} back`);
  if (reversed.has(reverses)) throw new Breach(`movement ${reverses} is reversed twice`);
  reversed.add(reverses);
}

/** Out of `outside`, quantity × rate; out of a stage, its share. */
function checkBase(movement: Movement, account: Account, currency: string): void {
  const { seq, fromStage, quantity, base } = movement;
  const { asset, rate, stages } = account;
  const baseDigits = asset.kind === 'funding' ? digitsOf(currency) : 0;
  // An over-draw has no share; moveAmount() names it.
  if (fromStage !== 'outside' && quantity > stages[fromStage].quantity) return;
  const expected =
    fromStage === 'outside'
      ? baseAtRate(quantity, rate, asset.digits, baseDigits)
      : baseShare(quantity, stages[fromStage]);
  if (base !== expected) throw new Breach(`movement ${seq}: its base is ${base}, not ${expected}`);
}

/** Windows must be in the stage that they leave; out of `outside`, they are those of the terms. */
function moveWindows({ terms, profiles }: Account, movement: Movement, ref: string): void {
  if (movement.windows === null) return;
  const { seq, fromStage, toStage } = movement;
  const windows = movement.windows.map(windowOf);
  const stand =
    fromStage === 'outside'
      ? JSON.stringify(movement.windows) === JSON.stringify(terms.windows)
      : holds(profiles[fromStage], windows);
  if (!stand)
    throw new Breach(`movement ${seq}: its windows do not stand in ${fromStage} of ${ref}`);
  if (fromStage !== 'outside') addWindows(profiles[fromStage], windows, -1);
  if (toStage !== 'outside') addWindows(profiles[toStage], windows, 1);
}

function moveAmount({ stages }: Account, movement: Movement, ref: string): void {
  const { seq, fromStage: from, toStage: to, quantity, base } = movement;
  transfer(stages, { from, to, quantity, base });
  if (from === 'outside' || (stages[from].quantity >= 0n && stages[from].base >= 0n)) return;
  throw new Breach(`movement ${seq} makes ${from} of pledge ${ref} negative`);
}
