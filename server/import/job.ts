import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { collector, type Collector } from '../domain/collect-errors.ts';
import type { OldRate } from '../rates/age.ts';

export interface Tally {
  added: number;
  /** Imported before, with the same content. */
  skipped: number;
}

export interface ImportAnswer {
  /** `changedHere`: it came before as it is in the file, and other content stands since. */
  initiative: Tally & { changedHere: boolean };
  rates: Tally;
  signatories: Tally;
  pledges: Tally;
  movements: Tally;
  /** Rates older than 10 days that its acceptances took. */
  oldRates: OldRate[];
  [other: string]: unknown;
}

export type Progress = (what: string, done: number, of: number) => void;

/** What an import needs: it may run in a thread of its own. */
export type ImportContext = Pick<Context, 'db' | 'now' | 'randomBytes' | 'appended' | 'log'>;

export interface ImportOptions {
  progress?: Progress;
  /** Also rates older than 30 days. */
  useOldRates?: boolean;
}

/**
 * What one import gathers before it writes: rows by table, and entries in the order of the ledger.
 * `isNew` says whether an item was imported before; one that came with other content is refused.
 */
export interface Import {
  ctx: ImportContext;
  tx: Tx;
  check: Collector;
  /** What is known of earlier imports, by path; new items join it. */
  idOf: (path: string) => string | undefined;
  /** Whether it was imported before with just this content. */
  isKnown: (path: string, content: unknown) => boolean;
  isNew: (path: string, place: string, content: unknown) => boolean;
  remember: (path: string, content: unknown, id: string) => void;
  progress: Progress;
  useOldRates: boolean;
}

/** How items are known: a key may hold any character, so it stands last. */
export const ratePath = ({ currency, ratedOn }: { currency: string; ratedOn: string }): string =>
  `rate ${currency} ${ratedOn}`;
export const signatoryPath = (key: string): string => `signatory ${key}`;
export const pledgePath = (key: string): string => `pledge ${key}`;
export const movementPath = (pledgeKey: string, position: number): string =>
  `movement ${position} ${pledgeKey}`;

/** By the keys' order: an item that is written another way is the same item. */
const canonical = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const digestOf = (content: unknown): Buffer =>
  createHash('sha256').update(JSON.stringify(content, canonical)).digest();

/** Whether it is what was imported before; what was amount-hidden then is anonymous now. */
function isSame(digest: Buffer, content: unknown): boolean {
  if (digest.equals(digestOf(content))) return true;
  const { visibility } = content as { visibility?: string };
  if (visibility !== 'anonymous') return false;
  return digest.equals(digestOf({ ...(content as object), visibility: 'amount-hidden' }));
}

export async function openImport(
  ctx: ImportContext,
  tx: Tx,
  { progress = () => {}, useOldRates = false }: ImportOptions,
) {
  const earlier = new Map((await tx.select().from(schema.imported)).map((row) => [row.path, row]));
  const rows: (typeof schema.imported.$inferInsert)[] = [];
  const ids = new Map([...earlier].map(([path, { id }]) => [path, id]));
  const check = collector();
  const job: Import = {
    ctx,
    tx,
    check,
    progress,
    useOldRates,
    idOf: (path) => ids.get(path),
    isKnown: (path, content) => earlier.get(path)?.digest.equals(digestOf(content)) ?? false,
    isNew: (path, place, content) => {
      const known = earlier.get(path);
      if (known && !isSame(known.digest, content)) {
        check.refuse(
          place,
          'was imported before with other content, which stands; movements correct a pledge',
        );
      }
      return known === undefined;
    },
    remember: (path, content, id) => {
      ids.set(path, id);
      rows.push({ path, digest: digestOf(content), id });
    },
  };
  return { job, rows };
}
