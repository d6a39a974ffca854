import { desc, eq, lt } from 'drizzle-orm';
import type { Change } from '../../web/model.ts';
import type { Db, Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { assetOf } from '../domain/asset.ts';
import { addWindows, windowsOf, type Window } from '../domain/window.ts';
import { windowOf } from '../ledger/leaf.ts';

const SHOWN = 5;
/** One batch moves one pledge by one verb: it cannot have more movements than there are stages. */
const MOVEMENTS_PER_BATCH = 10;
const REASONED: ReadonlySet<string> = new Set([
  'withdraw',
  'lapse',
  'refund',
  'dispute',
  'lose',
  'reverse',
]);

/** The newest batches among the first `size` entries, each as a sentence needs it. */
export async function latestChanges(reader: Db | Tx, size: bigint): Promise<Change[]> {
  const { movement, pledge, signatory, site, evidence } = schema;
  const rows = await reader
    .select({
      movement,
      asset: pledge.asset,
      pledged: pledge.quantity,
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
  pledged: bigint;
  visibility: string;
  name: string;
  isPublic: boolean;
  site: string | null;
  note: string | null;
}

function changeOf(rows: Row[]): Change {
  const [row] = rows as [Row, ...Row[]];
  // A receipt beyond the promise reinstates first; the receipt is what it is about.
  const verb = rows.some(({ movement }) => movement.verb === 'receive')
    ? 'receive'
    : row.movement.verb;
  const own = rows.map(({ movement }) => movement).filter((movement) => movement.verb === verb);
  const windows = own.flatMap((movement) => movement.windows?.map(windowOf) ?? []);
  return {
    on: row.movement.occurredOn,
    verb,
    kind: assetOf(row.asset).kind,
    who: row.visibility === 'public' && row.isPublic ? row.name : null,
    detail: detailOf(own),
    asset: row.asset,
    quantity: own.reduce((sum, movement) => sum + movement.quantity, 0n),
    total: row.pledged,
    ...extentOf(windows),
    site: row.site,
    grade: row.movement.grade,
    reason: REASONED.has(verb) ? row.note : null,
  };
}

function detailOf(own: Row['movement'][]): Change['detail'] {
  if (own.some(({ toStage }) => toStage === 'waiting')) return 'waits';
  return own.every(({ fromStage, toStage }) => fromStage === 'outside' && toStage === 'received')
    ? 'unpromised'
    : null;
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
