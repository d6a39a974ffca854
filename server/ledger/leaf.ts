import { createHash } from 'node:crypto';
import type { WindowTuple } from '../db/schema.ts';
import type { Move, Terms } from '../domain/pledge-book.ts';
import type { Day } from '../domain/day.ts';
import type { Grade } from '../domain/evidence.ts';
import type { Targets } from '../domain/totals.ts';
import type { Window } from '../domain/window.ts';

/*
 * The exact public bytes: compact JSON, keys in this order for ever, absent is null, quantities are strings; no name,
 * address, provider's id or free text. tests/ledger/golden-leaves.txt fixes them.
 */

const VERSION = 1;

/** SHA-256(0x00 || 32-byte salt || name) in hex: a name that only its holder can prove. */
export const commitToName = (salt: Buffer, name: string): string =>
  createHash('sha256').update('\x00').update(salt).update(name).digest('hex');

export const windowTuple = ({ gpus, from, to, availability }: Window): WindowTuple => [
  gpus,
  from,
  to,
  availability,
];

export const windowOf = ([gpus, from, to, availability]: WindowTuple): Window => ({
  gpus,
  from,
  to,
  availability,
});

const encode = (value: object): Buffer => Buffer.from(JSON.stringify(value));

/**
 * `funding` is [currency, minor units or null]: base is in that currency even without a target. Version 1 ended with
 * `to`, and its goal of GPUs was for one site.
 */
export const initiativeLeaf = ({ funding, gpus, gpuHours, from, to, basis }: Targets): Buffer =>
  encode({ v: 2, kind: 'initiative', funding, gpus, gpuHours, from, to, basis });

export const signatureLeaf = (entry: {
  signer: string;
  who: string;
  type: 'person' | 'organisation';
  act: 'sign' | 'withdraw' | 'reject';
  on: Day;
}): Buffer => {
  const { signer, who, type, act, on } = entry;
  return encode({ v: VERSION, kind: 'signature', signer, who, type, act, on });
};

/** A grant of hours has one window without GPUs and availability. */
export const termsLeaf = (ref: string, who: string, terms: Terms): Buffer => {
  const { grant, condition } = terms;
  const windows = grant ? [[null, grant.from, grant.to, null]] : terms.windows.map(windowTuple);
  return encode({
    v: VERSION,
    kind: 'terms',
    ref,
    who,
    asset: terms.asset.code,
    quantity: terms.quantity.toString(),
    rate: [terms.rate.num, terms.rate.den],
    rateOn: terms.rateOn,
    rateSource: terms.rateSource,
    source: terms.source,
    site: terms.site,
    windows: windows.length > 0 ? windows : null,
    instalments:
      terms.instalments.length > 0
        ? terms.instalments.map(({ dueOn, quantity }) => [dueOn, quantity.toString()])
        : null,
    condition: condition && {
      kind: condition.kind,
      metric: condition.metric,
      counts: condition.counts,
      reaches: condition.reaches.toString(),
      by: condition.by,
    },
    firm: terms.firm,
  });
};

export interface MovementFacts {
  ref: string;
  batch: string;
  move: Move;
  on: Day;
  grade: Grade;
}

export const movementLeaf = ({ ref, batch, move, on, grade }: MovementFacts): Buffer =>
  encode({
    v: VERSION,
    kind: 'movement',
    ref,
    batch,
    verb: move.verb,
    from: move.from,
    to: move.to,
    quantity: move.quantity.toString(),
    base: move.base.toString(),
    windows: move.windows?.map(windowTuple) ?? null,
    on,
    grade,
    reverses: move.reverses === null ? null : Number(move.reverses),
  });
