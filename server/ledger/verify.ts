import type { KeyObject } from 'node:crypto';
import { and, asc, eq, gte, lt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db, Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import type { Capacity } from '../domain/capacity/capacity.ts';
import { figuresOf } from '../domain/figures.ts';
import { emptyTotals, foldEffect, type Targets } from '../domain/totals.ts';
import { checkDerived, readCapacity } from './capacity.ts';
import { readCheckpoints, type Checkpoint } from './checkpoint.ts';
import { appendHash, emptyFrontier, encodeFrontier, leafHash, rootOf } from './merkle.ts';
import type { LogSigner } from './identity.ts';
import { checkpointText, openNote } from './note.ts';
import { sameTargets, targetsOfRow } from './targets.ts';
import { encodeTotals } from './totals-json.ts';
import { Breach, type VerifyRow } from './breach.ts';
import { checkOutstanding } from './outstanding.ts';
import { checkGiverSums, checkStandings } from './standing.ts';
import {
  checkFacts,
  checkLogs,
  checkMetering,
  checkTermsChanges,
  checkProviderBatches,
  checkSignatories,
} from './verify-rows.ts';
import { openPledges } from './verify-pledges.ts';
import { checkSeals, type Unchanged } from './verify-seals.ts';

export interface Verified {
  entries: number;
  movements: number;
  pledges: number;
  checkpoints: number;
  /** Whether a server of this version has started. */
  sealed: boolean;
  newest: { size: number; root: string } | null;
  /** From all entries; null where nothing was loaded. */
  figures: (ReturnType<typeof figuresOf> & { gpusSecured: Capacity['held'] }) | null;
}

const PAGE = 5_000n;

/**
 * Recomputes everything that the ledger claims (ARCHITECTURE.md, *What always holds*) in one snapshot. Throws `Breach`.
 * `key` is the configured one: the database's word on it proves nothing. Memory grows with pledges, not entries.
 */
export async function verifyLedger(
  reader: Tx,
  key: KeyObject,
  progress: (entries: bigint) => void = () => {},
  unchanged: Unchanged = { tables: [], seals: 0n },
): Promise<Verified> {
  const signers = await checkLogs(reader, key);
  const [head] = await reader.select().from(schema.ledgerHead);
  const size = head!.size;
  const frontier = emptyFrontier();
  const totals = emptyTotals();
  const pledges = openPledges();
  const checkpoints = readCheckpoints(reader);
  let next = await nextCheckpoint(checkpoints);
  let newest: Verified['newest'] = null;
  let capacitySize = 0n;
  let movesWindows = false;
  const counts = { entries: 0, movements: 0, checkpoints: 0 };

  for await (const row of readRows(reader, size)) {
    const { entry, movement } = row;
    if (entry.seq !== frontier.size) throw new Breach(`entry ${frontier.size} is missing`);
    if (!leafHash(entry.leaf).equals(entry.leafHash)) {
      throw new Breach(`entry ${entry.seq}: the leaf does not hash to its leaf_hash`);
    }
    if (movement) counts.movements += 1;
    movesWindows ||= movement?.windows != null;
    foldEffect(
      totals,
      asBreach(`entry ${entry.seq}`, () => pledges.check(row)),
    );
    appendHash(frontier, entry.leafHash);
    counts.entries += 1;
    if (entry.seq % PAGE === PAGE - 1n) progress(entry.seq + 1n);
    while (next && next.size === frontier.size) {
      if (movesWindows) capacitySize = next.size;
      movesWindows = false;
      checkCheckpoint(next, signers.get(next.log), {
        capacitySize,
        root: rootOf(frontier),
        frontier: encodeFrontier(frontier),
        totals: encodeTotals(totals),
      });
      counts.checkpoints += 1;
      newest = { size: Number(next.size), root: next.root.toString('base64') };
      // oxlint-disable-next-line no-await-in-loop -- in order
      next = await nextCheckpoint(checkpoints);
      if (!next) await checkStandings(reader, pledges.standings());
    }
  }
  if (frontier.size !== size) throw new Breach(`entry ${frontier.size} is missing`);
  if (next) throw new Breach(`the checkpoint of size ${next.size} is larger than the ledger`);
  asBreach('the pledges', pledges.close);
  await checkSignatories(reader, pledges.people);
  await checkInitiative(reader, totals.targets);
  await checkBeyond(reader, size);
  await checkFacts(reader, pledges.refs());
  await checkTermsChanges(reader);
  await checkOutstanding(reader);
  await checkProviderBatches(reader);
  await checkMetering(reader);
  await checkDerived(reader);
  const sealed = await checkSeals(reader, signers, unchanged);
  await checkGiverSums(reader);
  const { allSites, largestSite, from } = (await readCapacity(reader, size)).held;
  const figures = totals.targets && {
    ...figuresOf(totals),
    gpusSecured: { allSites, largestSite, from },
  };
  return { ...counts, pledges: pledges.count(), sealed, newest, figures };
}

/** What can't be parsed is a breach too. */
function asBreach<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Breach) throw error;
    throw new Breach(`${what}: ${(error as Error).message}`, { cause: error });
  }
}

/** The rules and the desk read the row. */
async function checkInitiative(reader: Db | Tx, targets: Targets | null): Promise<void> {
  const [row] = await reader.select().from(schema.initiative);
  const agrees = row ? targets !== null && sameTargets(targetsOfRow(row), targets) : !targets;
  if (!agrees) throw new Breach('the initiative: its row says something else than its last entry');
}

/** They would be in no checkpoint until somebody moves the head. */
async function checkBeyond(reader: Db | Tx, size: bigint): Promise<void> {
  const { ledgerEntry } = schema;
  const [beyond] = await reader
    .select({ seq: ledgerEntry.seq })
    .from(ledgerEntry)
    .where(gte(ledgerEntry.seq, size))
    .limit(1);
  if (beyond) throw new Breach(`entry ${beyond.seq} is beyond the ledger's size of ${size}`);
}

const nextCheckpoint = async (source: AsyncGenerator<Checkpoint>): Promise<Checkpoint | null> => {
  const { value, done } = await source.next();
  return done ? null : value;
};

async function* readRows(reader: Db | Tx, size: bigint): AsyncGenerator<VerifyRow> {
  const { entryName, ledgerEntry, movement, pledge } = schema;
  const original = alias(movement, 'original');
  for (let start = 0n; start < size; start += PAGE) {
    const end = start + PAGE < size ? start + PAGE : size;
    yield* await reader
      .select({
        entry: ledgerEntry,
        movement,
        pledge,
        name: entryName,
        original,
      })
      .from(ledgerEntry)
      .leftJoin(
        movement,
        // For a planner without statistics, as in effects.ts.
        and(eq(movement.seq, ledgerEntry.seq), gte(movement.seq, start), lt(movement.seq, end)),
      )
      .leftJoin(pledge, eq(pledge.id, movement.pledgeId))
      .leftJoin(original, eq(original.seq, movement.reverses))
      .leftJoin(entryName, eq(entryName.seq, ledgerEntry.seq))
      .where(and(gte(ledgerEntry.seq, start), lt(ledgerEntry.seq, end)))
      .orderBy(asc(ledgerEntry.seq));
  }
}

function checkCheckpoint(
  { size, root, note, totals, frontier, capacitySize }: Checkpoint,
  signer: LogSigner | undefined,
  found: { root: Buffer; frontier: Buffer; totals: unknown; capacitySize: bigint },
): void {
  const refuse = (what: string): never => {
    throw new Breach(`the checkpoint of size ${size}: ${what}`);
  };
  if (!found.root.equals(root)) refuse('its root is not that of its entries');
  if (!found.frontier.equals(encodeFrontier(frontier))) refuse('its tree is not that of its root');
  const text = signer ? openNote(note, signer.verifierKey) : null;
  if (text === null) refuse('its note is not signed by the log’s key');
  if (text !== checkpointText(signer!.name, size, root)) refuse('its note says something else');
  if (JSON.stringify(encodeTotals(totals)) !== JSON.stringify(found.totals)) {
    refuse('its totals are not the fold of its entries');
  }
  if (capacitySize !== found.capacitySize) refuse('its concurrency is of another size');
}
