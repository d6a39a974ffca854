import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { requireRight, requireTouch, type Actor } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { currentRequest } from '../db/request-context.ts';
import { copyStatement } from '../db/copy.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { readAsOf, type AsOf, type Audience, type CsvFile, type Filters } from './file.ts';

export interface Described {
  asOf: AsOf;
  /** Weak: the plain and the compressed file share it. */
  etag: string;
}

export type Exports = ReturnType<typeof createExports>;

export function createExports(
  ctx: Pick<Context, 'db' | 'publicly' | 'copyOut' | 'now'>,
  slots = createSlots(),
) {
  return {
    /** Throws `busy` while no slot is free. */
    open: async <F extends Filters>(actor: Actor, file: CsvFile<F>, filters: F) => {
      authorise(actor, file, ctx.now());
      const slot = slots.take(file.audience);
      try {
        // First, so that the history has every file that left, whatever breaks.
        if (file.audience !== 'public') await record(ctx, actor, file, filters);
        let described: Described | undefined;
        const rows = await ctx.copyOut(async (reader) => {
          described = describedAs(file, filters, await readAsOf(reader));
          return file.select(described.asOf, filters, file.audience !== 'public');
        });
        slot.rows = rows;
        rows.once('close', () => slots.free(slot));
        return { rows, ...described! };
      } catch (error) {
        slots.free(slot);
        throw error;
      }
    },
    describe: async <F extends Filters>(actor: Actor, file: CsvFile<F>, filters: F) => {
      authorise(actor, file, ctx.now());
      const isPublic = file.audience === 'public';
      const asOf = await (isPublic ? ctx.publicly((db) => readAsOf(db)) : readAsOf(ctx.db));
      return describedAs(file, filters, asOf);
    },
  };
}

function authorise(actor: Actor, { audience }: Pick<CsvFile, 'audience'>, now: Date): void {
  if (audience === 'desk') requireRight(actor, 'view');
  if (audience === 'admin') {
    requireRight(actor, 'export');
    requireTouch(actor, now);
  }
}

function record<F extends Filters>(
  ctx: Pick<Context, 'db' | 'now'>,
  actor: Actor,
  { name, typed = [] }: CsvFile<F>,
  { bom: _bom, ...filters }: F,
): Promise<void> {
  const asked = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .map(([filter, value]) => [filter, typed.includes(filter) ? true : String(value)]);
  return ctx.db.transaction((tx) =>
    audit(tx, ctx, actor, {
      act: 'file.export',
      object: name,
      facts: Object.fromEntries(asked) as Record<string, string | true>,
    }),
  );
}

function describedAs<F extends Filters>(file: CsvFile<F>, filters: F, asOf: AsOf): Described {
  const hash = createHash('sha256')
    .update(`${asOf.size} ${asOf.namesVersion} ${filters.bom} `)
    .update(copyStatement(file.select(asOf, filters, file.audience !== 'public')));
  return { asOf, etag: `W/"${hash.digest('base64url').slice(0, 22)}"` };
}

/** Each holds a connection and a snapshot. */
const AT_ONCE: Record<Audience, number> = { admin: 2, desk: 2, public: 4 };
/** Then a reader of a public file gives way to another network. */
const GIVES_WAY_MS = 10_000;

interface Slot {
  audience: Audience;
  network: string;
  since: number;
  /** Null until the database has begun. */
  rows: Readable | null;
}

export function createSlots(givesWayMs = GIVES_WAY_MS) {
  /** Oldest first. */
  const taken = new Set<Slot>();
  return {
    /** Throws `busy`. The public's networks have one slot each. */
    take: (audience: Audience): Slot => {
      const slot = { audience, network: currentRequest()?.network ?? '', since: performance.now() };
      const others = [...taken].filter((each) => each.audience === audience);
      const isPublic = audience === 'public';
      if (isPublic && others.some(({ network }) => network === slot.network)) {
        throw new DomainError('busy', say().http.networkDownloads);
      }
      if (others.length >= AT_ONCE[audience]) {
        const [oldest] = others;
        if (!isPublic || slot.since - oldest!.since < givesWayMs) {
          throw new DomainError('busy', say().http.manyDownloads(AT_ONCE[audience]));
        }
        taken.delete(oldest!);
        oldest!.rows?.destroy(new Error('the reader gave way to another network'));
      }
      const fresh = { ...slot, rows: null };
      taken.add(fresh);
      return fresh;
    },
    free: (slot: Slot): void => void taken.delete(slot),
  };
}
