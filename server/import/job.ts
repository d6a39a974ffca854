import { hash } from 'node:crypto';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { insertAhead } from '../db/insert-ahead.ts';
import { LOCKS } from '../db/locks.ts';
import { holdLock } from '../db/sql.ts';
import * as schema from '../db/schema.ts';
import { say } from '../domain/say.ts';
import { collector } from '../domain/collect-errors.ts';
import type { OldRate } from '../rates/age.ts';

export interface Tally {
  added: number;
  skipped: number;
}

export interface ImportAnswer {
  /** `changedHere`: what is here differs from the file, and stays. */
  initiative: Tally & { changedHere: boolean };
  rates: Tally;
  signatories: Tally;
  pledges: Tally;
  movements: Tally;
  /** Older than 10 days. */
  oldRates: OldRate[];
  [other: string]: unknown;
}

/** One import at a time, until the commit. */
export const lockImports = (tx: Tx): Promise<unknown> => holdLock(tx, LOCKS.import);

export type Progress = (what: string, done: number, of: number) => void;

export type ImportContext = Pick<Context, 'db' | 'now' | 'randomBytes' | 'appended' | 'log'>;

type Remembered = typeof schema.imported.$inferInsert;

export interface ImportOptions {
  progress?: Progress;
  useOldRates?: boolean;
  /** The initiative here stays as it is, whatever the file says of it. */
  keepInitiative?: boolean;
  /** Rates far from the ECB's were looked at. */
  ratesAreRight?: boolean;
}

/** A key may have any character, so it comes last. */
export const ratePath = ({ currency, ratedOn }: { currency: string; ratedOn: string }): string =>
  `rate ${currency} ${ratedOn}`;
const SIGNATORY = 'signatory ';
export const signatoryPath = (key: string): string => SIGNATORY + key;
export const pledgePath = (key: string): string => `pledge ${key}`;
export const movementPath = (pledgeKey: string, position: number): string =>
  `movement ${position} ${pledgeKey}`;

/** The JSON of a value, with sorted keys, because their order doesn't matter. By hand: a replacer takes five times as long. */
function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const fields = value as Record<string, unknown>;
  let text = '';
  for (const key of Object.keys(fields).toSorted()) {
    if (fields[key] === undefined) continue;
    text += `${text && ','}${JSON.stringify(key)}:${canonical(fields[key])}`;
  }
  return `{${text}}`;
}

/** By way of a text, as in `ledger/merkle.ts`. */
const digestOf = (content: unknown): Buffer =>
  Buffer.from(hash('sha256', canonical(content), 'binary'), 'binary');

/** What was amount-hidden then is anonymous now. */
function isSame(digest: Buffer, content: unknown): boolean {
  if (digest.equals(digestOf(content))) return true;
  const { visibility } = content as { visibility?: string };
  if (visibility !== 'anonymous') return false;
  return digest.equals(digestOf({ ...(content as object), visibility: 'amount-hidden' }));
}

export type Import = Awaited<ReturnType<typeof openImport>>;

/** The job knows items by their paths. */
export async function openImport(
  ctx: ImportContext,
  tx: Tx,
  { progress = () => {}, ...options }: ImportOptions,
) {
  const earlier = new Map((await tx.select().from(schema.imported)).map((row) => [row.path, row]));
  let rows: Remembered[] = [];
  const ids = new Map([...earlier].map(([path, { id }]) => [path, id]));
  const check = collector();
  const job = {
    ctx,
    tx,
    check,
    ahead: insertAhead(),
    progress,
    options,
    /** Also from earlier imports. */
    idOf: (path: string) => ids.get(path),
    /** With exactly this content. */
    isKnown: (path: string, content: unknown) =>
      earlier.get(path)?.digest.equals(digestOf(content)) ?? false,
    /** Refuses an item that was imported with other content. */
    isNew: (path: string, place: string, content: unknown) => {
      const known = earlier.get(path);
      if (known && !isSame(known.digest, content)) {
        check.refuse(place, say().imports.changedItem);
      }
      return known === undefined;
    },
    remember: (path: string, content: unknown, id: string) => {
      if (path.startsWith(SIGNATORY)) ids.set(path, id);
      rows.push({ path, digest: digestOf(content), id });
    },
    /** What was remembered since the last call, to be inserted. */
    remembered: (): Remembered[] => {
      const taken = rows;
      rows = [];
      return taken;
    },
  };
  return job;
}
