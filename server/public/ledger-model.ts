import { desc, eq, inArray, lt, or } from 'drizzle-orm';
import { z } from 'zod';
import type { TargetChange, TermsChange } from '../../web/data/home.ts';
import type { LedgerLine, LogBreak, TermsLine } from '../../web/data/pages.ts';
import type { Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { assetOf } from '../domain/asset.ts';
import { today } from '../domain/day.ts';
import { say } from '../domain/say.ts';
import type { Targets } from '../domain/totals.ts';
import { paged } from '../http/paging.ts';
import { readLogs, type LogRow } from '../ledger/identity.ts';
import { shownGiver } from '../pledges/pledge-row.ts';
import { changeOf, pledgeColumns, termsBefore, undoneBy, type ChangeRow } from './changes.ts';
import { frameOf, type PageSource } from './page-source.ts';
import { initiativeLine, targetChangesAt, termsChangesAt } from './terms-and-target-changes.ts';
import type { LedgerPage } from '../../web/pages/ledger.tsx';

export const ledgerInput = z.strictObject({
  cursor: z
    .string()
    .regex(/^\d{1,18}$/, { error: () => say().http.notSeq })
    .optional(),
});

export async function ledgerModel(
  source: PageSource,
  { cursor }: z.infer<typeof ledgerInput>,
  limit: number,
): Promise<LedgerPage> {
  const { tx, checkpoint } = source;
  const until = cursor === undefined ? checkpoint.size : BigInt(cursor);
  const entries = await readEntries(tx, until < checkpoint.size ? until : checkpoint.size, limit);
  const { items, next } = paged(entries, limit, ({ entry }) => entry.seq.toString());
  const pledges = await readPledges(tx, items);
  const changes = {
    targets: await readTargetChanges(tx, items),
    terms: await readTermsChanges(tx, items),
  };
  return {
    ...frameOf(source),
    breaks: (await readLogs(tx)).flatMap(breakOf),
    list: { found: Number(checkpoint.size), cursor: cursor ?? null, next },
    entries: items.map((row) => lineOf(row, pledges, changes)),
  };
}

const breakOf = ({ origin, begunAt, fromSize, lostSize, reason }: LogRow): LogBreak[] =>
  begunAt && reason !== null
    ? [{ origin, on: today(begunAt), size: Number(fromSize), lostSize: Number(lostSize), reason }]
    : [];

type Entry = Awaited<ReturnType<typeof readEntries>>[number];
type Pledge = Awaited<ReturnType<typeof readPledges>> extends Map<string, infer P> ? P : never;

async function readEntries(tx: Tx, until: bigint, limit: number) {
  const { ledgerEntry, movement, evidence } = schema;
  return tx
    .select({ entry: ledgerEntry, movement, undoneBy, note: evidence.note, url: evidence.url })
    .from(ledgerEntry)
    .leftJoin(movement, eq(movement.seq, ledgerEntry.seq))
    .leftJoin(evidence, eq(evidence.batch, movement.batch))
    .where(lt(ledgerEntry.seq, until))
    .orderBy(desc(ledgerEntry.seq))
    .limit(limit + 1);
}

type Leaf = Record<string, unknown>;
const leafOf = ({ entry }: Entry): Leaf => JSON.parse(entry.leaf.toString()) as Leaf;

async function readPledges(tx: Tx, entries: Entry[]) {
  const { pledge, signatory, site } = schema;
  const ids = entries.flatMap(({ movement }) => movement?.pledgeId ?? []);
  const refs = entries
    .filter(({ entry }) => entry.kind === 'terms')
    .map((entry) => String(leafOf(entry)['ref']));
  const rows = await tx
    .select({ id: pledge.id, ...pledgeColumns })
    .from(pledge)
    .innerJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .leftJoin(site, eq(site.code, pledge.site))
    .where(or(inArray(pledge.id, ids), inArray(pledge.ref, refs)));
  return new Map(rows.flatMap((row) => [[row.id, row] as const, [row.ref, row] as const]));
}

async function readTargetChanges(tx: Tx, entries: Entry[]): Promise<Map<number, TargetChange>> {
  const seqs = entries.flatMap(({ entry }) => (entry.kind === 'initiative' ? entry.seq : []));
  const changes = seqs.length > 0 ? await targetChangesAt(tx, seqs) : [];
  return new Map(changes.map((change) => [change.seq, change]));
}

const readTermsChanges = (tx: Tx, entries: Entry[]): Promise<Map<number, TermsChange>> =>
  termsChangesAt(tx, [
    ...entries.flatMap(({ entry }) => (entry.kind === 'terms' ? entry.seq : [])),
    ...termsBefore(entries.flatMap(({ movement }) => (movement ? { movement } : []))),
  ]);

function lineOf(
  row: Entry,
  pledges: Map<string, Pledge>,
  changes: { targets: Map<number, TargetChange>; terms: Map<number, TermsChange> },
): LedgerLine {
  const { entry, movement } = row;
  const at = { seq: Number(entry.seq), on: today(entry.recordedAt) };
  if (movement) {
    const facts: ChangeRow = { ...row, ...pledges.get(movement.pledgeId)!, movement };
    return { ...at, kind: 'movement', change: changeOf([facts], changes.terms) };
  }
  const leaf = leafOf(row);
  if (entry.kind === 'signature') {
    const { act, type } = leaf as { act: string; type: 'person' | 'organisation' };
    // A name here would point at the anonymous pledge just below.
    return { ...at, kind: 'signature', act, type };
  }
  if (entry.kind === 'terms') {
    const terms = leaf as unknown as TermsLeaf;
    const pledge = pledges.get(terms.ref);
    const ref = pledge?.isAccepted ? terms.ref : null;
    const change = changes.terms.get(at.seq) ?? null;
    return { ...at, kind: 'terms', ref, terms: termsLine(terms, pledge), change };
  }
  const targets = initiativeLine(leaf as unknown as Targets);
  return { ...at, kind: 'initiative', targets, change: changes.targets.get(at.seq) ?? null };
}

interface TermsLeaf {
  ref: string;
  asset: string;
  quantity: string;
  rateOn: string | null;
  instalments: unknown[] | null;
  condition: unknown;
}

const termsLine = (leaf: TermsLeaf, pledge: Pledge | undefined): TermsLine => ({
  who: pledge ? shownGiver(pledge) : null,
  kind: assetOf(leaf.asset).kind,
  asset: leaf.asset,
  quantity: BigInt(leaf.quantity),
  instalments: leaf.instalments?.length ?? 0,
  conditional: leaf.condition !== null,
  rateOn: leaf.rateOn,
});
