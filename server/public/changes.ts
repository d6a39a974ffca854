import { desc, eq, lt } from 'drizzle-orm';
import type { Change } from '../../web/model.ts';
import type { Db, Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { assetOf } from '../domain/asset.ts';
import { addWindows, windowsOf, type Window } from '../domain/window.ts';
import { windowOf } from '../ledger/leaf.ts';

const SHOWN = 5;
/** One batch moves one pledge, at most from each stage, and reinstates at most as often. */
const MOVEMENTS_PER_BATCH = 10;
const REASONED: ReadonlySet<string> = new Set([
  'withdraw',
  'lapse',
  'refund',
  'dispute',
  'lose',
  'reverse',
]);

/** What a giver says itself; without better evidence the rest is an admin's record. */
const GIVERS_OWN: ReadonlySet<string> = new Set(['pledge', 'withdraw']);

/** The newest batches among the first `size` entries, each as a sentence needs it. */
export async function latestChanges(reader: Db | Tx, size: bigint): Promise<Change[]> {
  const { movement, pledge, signatory, site, evidence } = schema;
  const rows = await reader
    .select({
      movement,
      asset: pledge.asset,
      total: pledge.quantity,
      visibility: pledge.visibility,
      name: signatory.name,
      isPublic: signatory.public,
      site: site.name,
      note: evidence.note,
    })
    .from(movement)
    .innerJoin(pledge, eq(pledge.id, movement.pledgeId))
    .innerJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .leftJoin(site, eq(site.code, pledge.site))
    .leftJoin(evidence, eq(evidence.batch, movement.batch))
    .where(lt(movement.seq, size))
    .orderBy(desc(movement.seq))
    .limit(SHOWN * MOVEMENTS_PER_BATCH);
  const batches = Map.groupBy(rows, (row) => row.movement.batch);
  return [...batches.values()].slice(0, SHOWN).map(changeOf);
}

interface Row {
  movement: typeof schema.movement.$inferSelect;
  asset: string;
  total: bigint;
  visibility: string;
  name: string;
  isPublic: boolean;
  site: string | null;
  note: string | null;
}

/** What a batch is about: a receipt beyond the promise reinstates first, and is a receipt. */
function ownOf(rows: Row[]): Row['movement'][] {
  const movements = rows.map(({ movement }) => movement);
  const receipts = movements.filter(({ verb }) => verb === 'receive');
  if (receipts.length > 0) return receipts;
  const receiptsReversed = movements.filter(({ fromStage }) => fromStage === 'received');
  return receiptsReversed.length > 0 ? receiptsReversed : movements;
}

const sum = (movements: Row['movement'][]): bigint =>
  movements.reduce((total, { quantity }) => total + quantity, 0n);

function changeOf(rows: Row[]): Change {
  const [row] = rows as [Row, ...Row[]];
  const own = ownOf(rows);
  const { verb, occurredOn, grade } = own[0]!;
  const isShown = row.visibility === 'public' && row.isPublic;
  const beyond = own.filter(({ fromStage }) => verb === 'receive' && fromStage === 'outside');
  return {
    on: occurredOn,
    verb,
    kind: assetOf(row.asset).kind,
    who: isShown ? row.name : null,
    waits: own.some(({ toStage }) => toStage === 'waiting'),
    beyond: sum(beyond),
    asset: row.asset,
    quantity: sum(own),
    total: row.total,
    ...extentOf(own.flatMap((movement) => movement.windows?.map(windowOf) ?? [])),
    // A site often names its giver.
    site: isShown ? row.site : null,
    grade: grade === 'self-asserted' && !GIVERS_OWN.has(verb) ? null : grade,
    // So may a reason.
    reason: isShown && REASONED.has(verb) ? row.note : null,
  };
}

/** The most GPUs at once that windows name, whatever their availability, and their days. */
function extentOf(windows: Window[]): Pick<Change, 'gpus' | 'from' | 'to'> {
  const runs = windowsOf(
    addWindows(
      new Map(),
      windows.map(({ gpus, from, to }) => ({ gpus, from, to, availability: '1' })),
      1,
    ),
  );
  if (runs.length === 0) return { gpus: null, from: null, to: null };
  return {
    gpus: Math.max(...runs.map(({ gpus }) => gpus)),
    from: runs[0]!.from,
    to: runs.at(-1)!.to,
  };
}
