import type { PledgePage, PledgeValues, Quantities } from '../../web/data/pages.ts';
import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import { gpuUse } from '../db/compute.ts';
import { digitsOf } from '../domain/asset.ts';
import { openBook, outstanding } from '../domain/pledge-book.ts';
import { today, type Day } from '../domain/day.ts';
import { deliveriesByMonth } from '../domain/hours-by-month.ts';
import type { Moved } from '../domain/move.ts';
import { baseAtRate } from '../domain/quantity.ts';
import { fillInstalments } from '../domain/schedule.ts';
import { STAGES } from '../domain/stage.ts';
import { windowsOf } from '../domain/window.ts';
import { totalOf } from '../pledges/list-pledges.ts';
import { movementsOf } from '../pledges/open-pledge.ts';
import { type PledgeView, viewPledge } from '../pledges/view.ts';
import { isStaleIn, rateKey, referenceRates } from '../rates/reference.ts';
import { newestChanges } from './changes.ts';
import { frameOf, type PageSource } from './page-source.ts';
import { quantitiesOf } from './pledges-model.ts';
import { newestTermsChanges } from './terms-and-target-changes.ts';

const CHANGES_SHOWN = 50;

type DatedMovement = Moved & { on: Day };

export async function pledgeModel(source: PageSource, ref: string): Promise<PledgePage> {
  const { tx, checkpoint } = source;
  const view = await viewPledge(tx, ref, checkpoint.size);
  const { row, terms } = view;
  const movements = (await movementsOf(tx, row.id)).filter(({ seq }) => seq < checkpoint.size);
  const now = today(source.ctx.now());
  const most = CHANGES_SHOWN + 1;
  const changes = [
    ...(await newestChanges(tx, checkpoint.size, most, sql`pledge_id = ${row.id}::uuid`)),
    ...(await newestTermsChanges(tx, { size: checkpoint.size, pledgeId: row.id }, most)),
  ].toSorted((a, b) => b.seq - a.seq);
  return {
    ...frameOf(source),
    today: now,
    currency: view.currency,
    pledge: pledgeOf(view),
    values: await valuesOf(tx, view, movements, now),
    months: terms.asset.kind === 'compute' ? await monthsOf(tx, view, movements) : [],
    flow: flowOf(movements),
    changes: changes.slice(0, CHANGES_SHOWN),
    more: changes.length > CHANGES_SHOWN,
  };
}

export function pledgeOf(view: PledgeView): PledgePage['pledge'] {
  const { row, terms, stages } = view;
  return {
    ref: row.ref,
    kind: terms.asset.kind,
    asset: terms.asset.code,
    who: view.giver,
    giverId: view.giver === null ? null : row.signatoryId,
    members: view.members,
    site: view.site,
    details: view.details,
    paidThrough: view.paidThrough,
    measuredBy: row.measuredBy,
    expectedUntil: row.expectedUntil,
    bought: row.source === 'bought',
    windows: terms.windows,
    grant: terms.grant,
    firm: terms.firm,
    condition: terms.condition,
    instalments: fillInstalments(terms.instalments, {
      received: stages.received.quantity,
      outstanding: outstanding(view),
    }),
    rate: {
      num: terms.rate.num,
      den: terms.rate.den,
      on: terms.rateOn,
      source: terms.rateSource,
      // The source of a rate may name an anonymous giver.
      given: view.giver === null ? null : view.given,
      stale: isStaleIn(terms, view.acceptedOn),
    },
    acceptedOn: view.acceptedOn,
    total: totalOf(stages),
    totalBase: STAGES.reduce((sum, stage) => sum + stages[stage].base, 0n),
    stages: quantitiesOf(stages),
  };
}

async function monthsOf(
  reader: Db | Tx,
  { row, terms, stages }: PledgeView,
  movements: DatedMovement[],
): Promise<PledgePage['months']> {
  const reversed = new Set(movements.map(({ reverses }) => reverses));
  const agreed = stages.committed.quantity + stages.received.quantity;
  const used = await reader.select().from(gpuUse).where(eq(gpuUse.pledgeId, row.id));
  return deliveriesByMonth({
    windows: windowsOf(openBook(terms, movements).profiles.committed),
    grant: terms.grant && {
      ...terms.grant,
      gpuSeconds: agreed < terms.quantity ? agreed : terms.quantity,
    },
    delivered: movements
      .filter(({ verb, to, seq }) => verb === 'receive' && to === 'received' && !reversed.has(seq))
      .map(({ on, quantity }) => ({ on, gpuSeconds: quantity })),
    used: used.map(({ usedOn, gpuSeconds }) => ({ on: usedOn, gpuSeconds })),
  });
}

function flowOf(movements: DatedMovement[]): PledgePage['flow'] {
  const stages = Object.fromEntries(STAGES.map((stage) => [stage, 0n])) as Quantities;
  const byDay = Map.groupBy(movements, ({ on }) => on);
  return [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, moved]) => {
      for (const { from, to, quantity } of moved) {
        if (from !== 'outside') stages[from] -= quantity;
        if (to !== 'outside') stages[to] += quantity;
      }
      return { on, stages: { ...stages } };
    });
}

/** Outstanding money at today's rate; received money at the rates of its days, without undone receipts. */
export async function valuesOf(
  reader: Db | Tx,
  { row, terms, currency, stages }: PledgeView,
  movements: DatedMovement[],
  now: Day,
): Promise<PledgeValues | null> {
  const { asset } = terms;
  if (asset.kind !== 'funding' || asset.code === currency) return null;
  const reversed = new Set(movements.map(({ reverses }) => reverses));
  const receipts = movements.filter(({ verb, seq }) => verb === 'receive' && !reversed.has(seq));
  const days = new Set([now, ...receipts.map(({ on }) => on)]);
  const rates = await referenceRates(
    reader,
    currency,
    [...days].map((on) => ({ asset: row.asset, on })),
  );
  const valueOn = (quantity: bigint, on: Day): bigint | null => {
    const found = rates.get(rateKey(row.asset, on));
    return found ? baseAtRate(quantity, found.rate, asset.digits, digitsOf(currency)) : null;
  };
  const expected = [stages.pledged, stages.waiting, stages.committed];
  const due = outstanding({ stages });
  const settled = receipts.map(({ quantity, on }) => valueOn(quantity, on));
  return {
    outstanding: {
      quantity: due,
      base: expected.reduce((sum, { base }) => sum + base, 0n),
      today: valueOn(due, now),
      rateOn: rates.get(rateKey(row.asset, now))?.rateOn ?? null,
    },
    received: {
      quantity: receipts.reduce((sum, { quantity }) => sum + quantity, 0n),
      base: receipts.reduce((sum, { base }) => sum + base, 0n),
      settled: settled.reduce<bigint | null>(
        (sum, value) => (sum === null || value === null ? null : sum + value),
        0n,
      ),
    },
  };
}
