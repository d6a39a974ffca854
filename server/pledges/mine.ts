import { and, desc, eq, lt } from 'drizzle-orm';
import { z } from 'zod';
import { requireSignatory, type Actor } from '../actor.ts';
import type { Db, Tx } from '../db/db.ts';
import type { PledgeRequest } from '../db/pledges.ts';
import { pledge, site } from '../db/schema.ts';
import { assetOf, type Asset } from '../domain/asset.ts';
import { outstanding } from '../domain/pledge-book.ts';
import { detailsOf } from '../domain/details.ts';
import { formatGpuHours, formatQuantity } from '../domain/quantity.ts';
import { fillInstalments } from '../domain/schedule.ts';
import { say } from '../domain/say.ts';
import { paged, pageOf } from '../http/paging.ts';
import { findInitiative } from '../initiative/read.ts';
import { windowOf } from '../ledger/leaf.ts';
import { instalmentOf } from '../ledger/terms.ts';
import { stagesJson, termsJson } from './json.ts';
import { noPledge } from './open-pledge.ts';
import { paymentRefOf, shownStatus } from './pledge-row.ts';
import { requestsOf } from './requests.ts';
import { standingsOf } from './view.ts';

export const ownPledgesInput = z.strictObject(
  pageOf(z.uuid({ error: () => say().pledges.badCursor })),
);

/** As it is now, not as of a checkpoint. Nothing is outstanding unless the pledge is accepted. */
export type OwnPledge = Awaited<ReturnType<typeof findPledgesOf>>['pledges'][number];

interface Page {
  ref?: string;
  limit: number;
  cursor?: string | undefined;
}

/** Newest first, in any status, or the one with a reference. Throws `unauthorised` unless a signatory asks. */
export async function findOwnPledges(reader: Db | Tx, actor: Actor, page: Page) {
  requireSignatory(actor);
  return findPledgesOf(reader, actor.signatoryId, page);
}

/** The caller checks that whoever asks may see them. */
export async function findPledgesOf(
  reader: Db | Tx,
  signatoryId: string,
  { ref, limit, cursor }: Page,
) {
  const initiative = await findInitiative(reader);
  if (!initiative) return { pledges: [], next: null };
  const rows = await reader
    .select({ row: pledge, site: site.name })
    .from(pledge)
    .leftJoin(site, eq(site.code, pledge.site))
    .where(
      and(
        eq(pledge.signatoryId, signatoryId),
        ref === undefined ? undefined : eq(pledge.ref, ref),
        cursor === undefined ? undefined : lt(pledge.id, cursor),
      ),
    )
    .orderBy(desc(pledge.id))
    .limit(limit + 1);
  const { items, next } = paged(rows, limit, ({ row }) => row.id);
  const ids = items.map(({ row }) => row.id);
  const standingOf = await standingsOf(reader, ids, null);
  const requestsAbout = await requestsOf(reader, ids);
  const pledges = items.map(({ row, site: name }) => {
    const stages = standingOf(row.id);
    return {
      row,
      currency: initiative.currency,
      asset: assetOf(row.asset),
      site: name,
      stages,
      instalments: fillInstalments(row.instalments.map(instalmentOf), {
        received: stages.received.quantity,
        outstanding: outstanding({ stages }),
      }),
      requests: requestsAbout(row.id),
    };
  });
  return { pledges, next };
}

export async function findOwnPledge(reader: Db | Tx, actor: Actor, ref: string) {
  const { pledges } = await findOwnPledges(reader, actor, { ref, limit: 1 });
  if (!pledges[0]) throw noPledge(ref);
  return pledges[0];
}

export async function listOwnPledges(
  reader: Db | Tx,
  actor: Actor,
  input: z.infer<typeof ownPledgesInput>,
) {
  const { pledges, next } = await findOwnPledges(reader, actor, input);
  return { pledges: pledges.map(ownPledgeJson), next };
}

function requestJson(request: PledgeRequest, asset: Asset) {
  const { id, kind, text, instalments, quantity, windows, status, reason } = request;
  const isMoney = asset.kind === 'funding';
  return {
    id,
    kind,
    text,
    instalments: instalments && instalments.map((part) => instalmentJson(part, asset)),
    amount: quantity !== null && isMoney ? formatQuantity(quantity, asset) : null,
    gpuHours: quantity !== null && !isMoney ? formatGpuHours(quantity) : null,
    windows: windows && windows.map(windowOf),
    status,
    reason,
    createdAt: request.createdAt.toISOString(),
    decidedAt: request.decidedAt?.toISOString() ?? null,
  };
}

const instalmentJson = ([dueOn, quantity]: [string, string], asset: Asset) => ({
  dueOn,
  amount: formatQuantity(BigInt(quantity), asset),
});

export function ownPledgeJson({ row, asset, currency, stages, ...own }: OwnPledge) {
  const amountOf = (quantity: bigint) => formatQuantity(quantity, asset);
  const { ref, revision, reason, visibility, paidThrough } = row;
  return {
    ref,
    paymentRef: paymentRefOf(row),
    status: shownStatus(row),
    revision,
    kind: asset.kind,
    asset: asset.code,
    ...(asset.kind === 'funding'
      ? { amount: amountOf(row.quantity) }
      : { gpuHours: formatGpuHours(row.quantity), gpuSeconds: row.quantity.toString() }),
    ...termsJson(row),
    site: own.site,
    visibility,
    reason,
    ...detailsOf(row),
    paidThrough,
    instalments: own.instalments.map((part) => ({
      dueOn: part.dueOn,
      amount: amountOf(part.quantity),
      received: amountOf(part.received),
      outstanding: amountOf(part.outstanding),
    })),
    asked: row.asked && {
      amount: amountOf(BigInt(row.asked.quantity)),
      instalments: row.asked.instalments.map((part) => instalmentJson(part, asset)),
      askedAt: row.asked.askedAt,
    },
    question: row.question,
    askedBackAt: row.askedAt?.toISOString() ?? null,
    requests: own.requests.map((request) => requestJson(request, asset)),
    stages: stagesJson(stages, asset, currency),
    createdAt: row.createdAt.toISOString(),
  };
}
