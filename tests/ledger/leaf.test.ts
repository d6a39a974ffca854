import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assetOf } from '../../server/domain/asset.ts';
import type { Terms } from '../../server/domain/pledge-book.ts';
import { h100Rate } from '../../server/domain/quantity.ts';
import { leafEffect } from '../../server/ledger/effects.ts';
import {
  commitToName,
  initiativeLeaf,
  movementLeaf,
  signatureLeaf,
  termsLeaf,
} from '../../server/ledger/leaf.ts';

/** One leaf a line, written once: a change here is a change of the public format. */
const golden = (await readFile(join(import.meta.dirname, 'golden-leaves.txt'), 'utf8'))
  .split('\n')
  .filter((line) => line !== '');

const who = commitToName(Buffer.alloc(32, 1), 'Ada Example');

const MONEY: Terms = {
  asset: assetOf('KRW'),
  quantity: 1_000_000_000n,
  rate: { num: '1.1546', den: '1606.19' },
  rateOn: '2025-08-05',
  rateSource: 'ECB',
  baseDigits: 2,
  source: null,
  site: null,
  windows: [],
  grant: null,
  instalments: [
    { dueOn: '2025-09-01', quantity: 400_000_000n },
    { dueOn: '2025-12-01', quantity: 600_000_000n },
  ],
  condition: {
    kind: 'threshold',
    metric: 'funding',
    counts: 'committed',
    reaches: 3_000_000_000n,
    by: null,
  },
  firm: true,
};

const h100 = assetOf('H100-SXM');
const WINDOWS: Terms = {
  ...MONEY,
  asset: h100,
  quantity: 114_912_000n,
  rate: h100.kind === 'compute' ? h100Rate(h100) : MONEY.rate,
  rateOn: null,
  rateSource: 'BF16',
  source: 'given',
  site: '0S10C0DE',
  windows: [{ gpus: 14, from: '2026-03-01', to: '2026-06-09', availability: '0.95' }],
  instalments: [],
  condition: null,
  firm: false,
};
const GRANT: Terms = {
  ...WINDOWS,
  asset: assetOf('A100'),
  quantity: 5_400_000_000n,
  rate: { num: '312', den: '989.4' },
  site: null,
  windows: [],
  grant: { from: '2022-02-01', to: '2022-09-16' },
};

const COMMIT = {
  ref: 'P1EDGEREF0',
  batch: 'BATCH00000000001',
  move: {
    verb: 'commit',
    from: 'pledged',
    to: 'committed',
    quantity: 57_456_000n,
    base: 57_456_000n,
    windows: [{ gpus: 7, from: '2026-03-01', to: '2026-06-09', availability: '0.95' }],
    reverses: null,
  },
  on: '2026-02-20',
  grade: 'signed-agreement',
} as const;

/** Leaves that no version writes any more. */
const FIRST = [
  {
    funding: ['USD', '10000000000'],
    gpus: 10_000,
    gpuHours: '87600000.00',
    from: '2026-01-01',
    to: '2027-01-01',
  },
  { funding: ['EUR', null], gpus: null, gpuHours: null, from: null, to: null },
];

const LEAVES = [
  initiativeLeaf({
    funding: ['USD', '10000000000'],
    gpus: 10_000,
    gpuHours: '87600000.00',
    from: '2026-01-01',
    to: '2027-01-01',
    basis: 'all',
  }),
  initiativeLeaf({
    funding: ['EUR', null],
    gpus: null,
    gpuHours: null,
    from: null,
    to: null,
    basis: 'site',
  }),
  signatureLeaf({ signer: 'S1GNER000000', who, type: 'person', act: 'sign', on: '2026-01-02' }),
  signatureLeaf({
    signer: 'S1GNER000001',
    who,
    type: 'organisation',
    act: 'reject',
    on: '2026-01-03',
  }),
  termsLeaf('P1EDGEREF0', who, MONEY),
  termsLeaf('P1EDGEREF1', who, WINDOWS),
  termsLeaf('P1EDGEREF2', who, GRANT),
  movementLeaf({ ...COMMIT, move: { ...COMMIT.move, windows: [...COMMIT.move.windows] } }),
  movementLeaf({
    ...COMMIT,
    move: {
      ...COMMIT.move,
      verb: 'reverse',
      from: 'committed',
      to: 'pledged',
      windows: null,
      reverses: 41n,
    },
    grade: 'self-asserted',
  }),
];

describe('leaves', () => {
  test('are the bytes of the golden file', () => {
    expect(LEAVES.map(String)).toEqual(golden.slice(FIRST.length));
  });

  test('of an initiative that version 1 wrote have a goal for one site', () => {
    expect(golden.slice(0, FIRST.length).map((leaf) => leafEffect(Buffer.from(leaf)))).toEqual(
      FIRST.map((targets) => ({ kind: 'initiative', targets: { ...targets, basis: 'site' } })),
    );
  });

  test('hold a name only as SHA-256(0x00 || salt || name)', () => {
    expect(who).toBe('fac0b53a0b23897d5a41309b7b4576891fa3786d12669771c7f1b761050a0420');
    expect(commitToName(Buffer.alloc(32, 2), 'Ada Example')).not.toBe(who);
  });
});
