import { v7 as uuidv7 } from 'uuid';
import { MACHINE } from '../../server/actor.ts';
import type { Context } from '../../server/context.ts';
import type { Tx } from '../../server/db/db.ts';
import * as schema from '../../server/db/schema.ts';
import { assetOf } from '../../server/domain/asset.ts';
import type { Move, Terms } from '../../server/domain/pledge-book.ts';
import { addDays, type Day } from '../../server/domain/day.ts';
import type { Grade } from '../../server/domain/evidence.ts';
import { baseAtRate, baseShare, h100Rate, PAR } from '../../server/domain/quantity.ts';
import { sumGpuSeconds } from '../../server/domain/window.ts';
import { importFile } from '../../server/import/import.ts';
import { append, type NewEntry } from '../../server/ledger/append.ts';
import { BATCH_LENGTH, randomCode, REF_LENGTH } from '../../server/ledger/codes.ts';
import { windowTuple } from '../../server/ledger/leaf.ts';

/** One pledge in so many is compute, with a window. */
const COMPUTE_ONE_IN = 10;
const SITES = 500;
const GIVERS = 1_000;
const COUNTRIES = ['CH', 'DE', 'KR', 'NO', 'US'];
/** What each pledge adds: its terms, a pledge, a commit and two receipts. */
export const ENTRIES_PER_PLEDGE = 5;
const PLEDGES_PER_TRANSACTION = 2_000;
const CURRENCY = 'USD';

type PledgeRow = typeof schema.pledge.$inferInsert;

/** An initiative with signatories, so that there is somebody to give. Returns the size. */
export async function seedInitiative(ctx: Context, signatories = GIVERS): Promise<number> {
  await importFile(ctx, MACHINE, {
    initiative: {
      name: 'Benchmark',
      call: 'Many entries.',
      currency: CURRENCY,
      targets: { funding: '100000000.00', gpus: 10_000, gpuHours: '87600000.00' },
    },
    signatories: Array.from({ length: signatories }, (_, index) => ({
      key: `giver-${index}`,
      kind: 'organisation',
      name: `Giver ${index}`,
      email: `giver-${index}@example.org`,
      country: COUNTRIES[index % COUNTRIES.length],
      signedOn: '2026-01-01',
    })),
  });
  const sites = Array.from({ length: SITES }, (_, index) => ({
    code: siteCode(index),
    name: `Site ${index}`,
    nameKey: `site ${index}`,
  }));
  await ctx.db.transaction((tx) => tx.insert(schema.site).values(sites));
  return 1 + signatories;
}

const siteCode = (index: number): string => `S${String(index % SITES).padStart(7, '0')}`;

interface Seeded {
  /** Money is due in three instalments, of which two are received and the last is late. */
  isLate?: boolean;
}

/** Appends accepted pledges with their movements until the ledger holds `size` entries. */
export async function seedTo(
  ctx: Context,
  from: number,
  size: number,
  { isLate = false }: Seeded = {},
): Promise<void> {
  const givers = await ctx.db
    .select({ id: schema.signatory.id, name: schema.signatory.name })
    .from(schema.signatory);
  for (let at = from; at < size;) {
    const count = Math.min(PLEDGES_PER_TRANSACTION, Math.ceil((size - at) / ENTRIES_PER_PLEDGE));
    const index = at;
    const made = Array.from({ length: count }, (_, offset) =>
      makePledge(ctx, index + offset * ENTRIES_PER_PLEDGE, givers, isLate),
    );
    const entries = made.flatMap((one) => one.entries).slice(0, size - at);
    const rows = made.map(({ row }) => row);
    await ctx.db.transaction(async (tx) => {
      await insertPledges(tx, rows);
      await append(tx, entries, ctx);
    });
    at += entries.length;
  }
}

/** Postgres takes at most 65,535 parameters. */
async function insertPledges(tx: Tx, rows: PledgeRow[]): Promise<void> {
  const chunk = 1_000;
  for (let start = 0; start < rows.length; start += chunk) {
    await tx.insert(schema.pledge).values(rows.slice(start, start + chunk));
  }
}

function makePledge(
  ctx: Context,
  index: number,
  givers: { id: string; name: string }[],
  isLate: boolean,
) {
  const nth = Math.floor(index / ENTRIES_PER_PLEDGE);
  const terms = nth % COMPUTE_ONE_IN === 0 ? compute(nth / COMPUTE_ONE_IN) : funding(nth, isLate);
  const giver = givers[nth % givers.length]!;
  const row: PledgeRow = {
    id: uuidv7(),
    ref: randomCode(ctx.randomBytes, REF_LENGTH),
    paymentRef: randomCode(ctx.randomBytes, REF_LENGTH),
    signatoryId: giver.id,
    asset: terms.asset.code,
    quantity: terms.quantity,
    source: terms.source,
    site: terms.site,
    provider: null,
    windows: terms.windows.map(windowTuple),
    fromOn: null,
    toOn: null,
    instalments: terms.instalments.map(({ dueOn, quantity }) => [dueOn, String(quantity)]),
    condition: null,
    firm: false,
    visibility: 'public',
    status: 'accepted',
    rateNum: terms.rate.num,
    rateDen: terms.rate.den,
    rateOn: null,
    rateSource: terms.rateSource,
    createdAt: ctx.now(),
    decidedAt: ctx.now(),
  };
  const { id: signatoryId, name } = giver;
  const on = addDays('2026-01-01', nth % 300);
  const entries: NewEntry[] = [
    { kind: 'terms', ref: row.ref, terms, signatoryId, name },
    ...movesOf(terms).map(({ move, grade }): NewEntry => {
      const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
      return { kind: 'movement', pledgeId: row.id, ref: row.ref, batch, move, on, grade };
    }),
  ];
  return { row, entries };
}

const common = {
  rateOn: null,
  grant: null,
  instalments: [],
  condition: null,
  firm: false,
} satisfies Partial<Terms>;

const funding = (nth: number, isLate: boolean): Terms => ({
  ...common,
  asset: assetOf(CURRENCY),
  quantity: amountOf(nth),
  instalments: isLate ? thirdsOf(amountOf(nth), addDays('2025-01-01', nth % 300)) : [],
  rate: PAR,
  rateSource: 'PAR',
  baseDigits: 2,
  source: null,
  site: null,
  windows: [],
});

const amountOf = (nth: number): bigint => BigInt(100_000 + (nth % 10_007));

const thirdsOf = (quantity: bigint, firstOn: Day): Terms['instalments'] =>
  [quantity / 3n, quantity / 3n, quantity - 2n * (quantity / 3n)].map((part, index) => ({
    dueOn: addDays(firstOn, index * 10),
    quantity: part,
  }));

function compute(nth: number): Terms {
  const asset = assetOf('B200');
  if (asset.kind !== 'compute') throw new Error('B200 is a GPU');
  const from = addDays('2026-01-01', nth % 1_700);
  const window = {
    gpus: 1 + (nth % 64),
    from,
    to: addDays(from, 30 + (nth % 90)),
    availability: '1',
  };
  return {
    ...common,
    asset,
    quantity: sumGpuSeconds([window]),
    rate: h100Rate(asset),
    rateSource: 'BF16',
    baseDigits: 0,
    source: 'given',
    site: siteCode(nth),
    windows: [window],
  };
}

/** Promised and agreed in whole; a third received, and then a part of the rest. */
function movesOf({
  asset,
  quantity,
  rate,
  baseDigits,
  windows,
}: Terms): { move: Move; grade: Grade }[] {
  const base = baseAtRate(quantity, rate, asset.digits, baseDigits);
  const moved = windows.length > 0 ? windows : null;
  const whole = { quantity, base, windows: moved, reverses: null };
  const third = quantity / 3n;
  const thirdBase = baseShare(third, { quantity, base });
  const rest = { quantity: quantity - third, base: base - thirdBase };
  const receipt = { verb: 'receive', from: 'committed', to: 'received' } as const;
  const none = { windows: null, reverses: null };
  const received: Grade = asset.kind === 'funding' ? 'payment' : 'provider-statement';
  return [
    { move: { verb: 'pledge', from: 'outside', to: 'pledged', ...whole }, grade: 'self-asserted' },
    {
      move: { verb: 'commit', from: 'pledged', to: 'committed', ...whole },
      grade: 'signed-agreement',
    },
    { move: { ...receipt, ...none, quantity: third, base: thirdBase }, grade: received },
    {
      move: { ...receipt, ...none, quantity: third, base: baseShare(third, rest) },
      grade: received,
    },
  ];
}
